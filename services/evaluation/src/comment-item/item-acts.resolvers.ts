import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { mutateMany } from '@dang/service/mutation-many';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ForwardCommentItemsInput, Resolvers } from '../generated/graph.ts';
import { itemById } from './comment-item.pages.ts';
import { acceptIntroduction, forwardCommentItem, returnCommentItem } from './routing.acts.ts';
import { cancelCommentItem, resendCommentItem } from './workplace.acts.ts';

/** A mutation on one item, from its work in one transaction. */
const itemMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const load = (_em: SqlEntityManager, id: string) => itemById(context, id);
    return mutate(context, { name, input, field: 'item', load }, (em) => work(em, context, input));
  };

/** One branch for many requests, each in a savepoint of its own. */
function forwardMany(context: GraphContext, input: ForwardCommentItemsInput) {
  const load = (_em: SqlEntityManager, id: string) => itemById(context, id);
  const call = { name: 'forwardCommentItems', input, field: 'item' as const, idsField: 'itemIds', load };
  return mutateMany(context, call, input.itemIds, (em, itemId) =>
    forwardCommentItem(em, context, { itemId, branchId: input.branchId }),
  );
}

export const itemActResolvers: Resolvers = {
  Mutation: {
    forwardCommentItem: itemMutation('forwardCommentItem', forwardCommentItem),
    forwardCommentItems: (_, { input }, context) => forwardMany(context, input),
    returnCommentItem: itemMutation('returnCommentItem', returnCommentItem),
    acceptIntroduction: itemMutation('acceptIntroduction', acceptIntroduction),
    resendCommentItem: itemMutation('resendCommentItem', resendCommentItem),
    cancelCommentItem: itemMutation('cancelCommentItem', cancelCommentItem),
  },
};
