import type { GraphContext } from '@dang/service/context';
import { mutateMany } from '@dang/service/mutation-many';
import { itemById } from '../comment-item/comment-item.pages.ts';
import type { ReceiveCommentSheetsInput, Resolvers } from '../generated/graph.ts';
import { receiveSheet } from './receive-sheets.ts';

const receive = (context: GraphContext, input: ReceiveCommentSheetsInput) =>
  mutateMany(
    context,
    {
      name: 'receiveCommentSheets',
      input,
      field: 'item',
      idsField: 'itemIds',
      load: (_, id) => itemById(context, id),
    },
    input.itemIds,
    (em, id) => receiveSheet(em, context, id, input.itemIds),
  );

/** Receiving sheets at the workplace. */
export const receiptResolvers: Resolvers = {
  Mutation: {
    receiveCommentSheets: (_, { input }, context) => receive(context, input),
  },
};
