import { mutate } from '@dang/service/mutation';
import type { Resolvers } from '../generated/graph.ts';
import { signedIn } from '../order/order.access.ts';
import { loadOrder } from '../order/order.resolvers.ts';
import { confirmCash, recordCash, withdrawCash } from './cash.ts';

/** Notes: recorded by one, confirmed by another. */
export const cashResolvers: Resolvers = {
  Mutation: {
    recordCash(_, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'recordCash',
        input,
        field: 'order',
        load: loadOrder(context),
        keepKey: 'FOREVER',
      } as const;
      return mutate(context, call, (em) => recordCash(em, context, actor, input));
    },
    confirmCash(_, { input }, context) {
      const call = { name: 'confirmCash', input, field: 'order', load: loadOrder(context) } as const;
      return mutate(context, call, (em) => confirmCash(em, context, input));
    },
    withdrawCash(_, { input }, context) {
      const call = { name: 'withdrawCash', input, field: 'order', load: loadOrder(context) } as const;
      return mutate(context, call, (em) => withdrawCash(em, context, input));
    },
  },
};
