import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { itemsOf } from '../comment-item/comment-item.pages.ts';
import type { Resolvers } from '../generated/graph.ts';
import { pathInScope } from '../seat.ts';
import { campaignStatusOn } from './campaign.rules.ts';
import { campaignsOf, commentListOf } from './comment-list.loaders.ts';
import { type CampaignRow, type CommentListRow, findListsBelow } from './comment-list.rows.ts';

const cursorShape = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);
const moment = (text: string | null) => (text === null ? null : new Date(text));

export const commentListResolvers: Resolvers = {
  Query: {
    commentList: (_, { id }, context) => commentListOf(context, id),
    commentCampaigns: (_, __, context) => campaignsOf(context),
  },
  OrgUnit: {
    async commentLists(unit, wish, context) {
      const { first, limit, after } = pageArgs(wish.first, wish.after);
      const place = after === null ? null : decodeCursor(after, cursorShape);
      const path = await pathInScope(context, unit.id);
      if (path === null) return null;
      const rows = await findListsBelow(context.em, path, { limit, after: place });
      return connection(rows, first, ({ createdAt, id }) => [createdAt, id]);
    },
  },
  CommentList: {
    unit: (row: CommentListRow) => ({ id: row.unitId }),
    campaign: async (row: CommentListRow, _, context) =>
      (await campaignsOf(context)).find(({ id }) => id === row.campaignId) ?? null,
    createdAt: (row: CommentListRow) => new Date(row.createdAt),
    approvedAt: (row: CommentListRow) => moment(row.approvedAt),
    sentAt: (row: CommentListRow) => moment(row.sentAt),
    items: (row: CommentListRow, wish, context) =>
      itemsOf(context, { where: 'item.list_id = ?', values: [row.id] }, wish),
  },
  CommentCampaign: {
    status: (row: CampaignRow, _, { clock }) => campaignStatusOn(row, clock.today()),
  },
};
