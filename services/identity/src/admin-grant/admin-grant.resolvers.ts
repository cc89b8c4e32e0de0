import { mutate } from '@dang/service/mutation';
import { signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { officeHolders } from '../officers-review/office-holders.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { grantAdmin, revokeAdmin } from './grant.ts';

const call = { field: 'grant' as const, load: findHeldPosition };

export const adminGrantResolvers: Resolvers = {
  Query: {
    adminGrants: (_parent, args, context) =>
      officeHolders(context, args, {
        roles: ['ORG_ADMIN', 'SYSTEM_ADMIN'],
        permissions: ['ADMIN_GRANT_READ'],
      }),
  },
  Mutation: {
    grantAdmin(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'grantAdmin', input }, (em) =>
        grantAdmin(em, context, actor, input),
      );
    },
    revokeAdmin(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'revokeAdmin', input }, (em) =>
        revokeAdmin(em, context, actor, input),
      );
    },
  },
};
