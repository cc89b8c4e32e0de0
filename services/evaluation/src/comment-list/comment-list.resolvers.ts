import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { itemsOf } from '../comment-item/comment-item.pages.ts';
import type { Resolvers } from '../generated/graph.ts';
import { actionsOnList, visibleList } from './act-on-list.ts';
import type { RowRefusals } from './choose-rows.ts';
import {
  campaignsOf,
  commentListOf,
  exemptionRulesOf,
  figuresOf,
  listsBelow,
  residencesOf,
  rowsOf,
} from './comment-list.loaders.ts';
import type { CommentListRow } from './comment-list.rows.ts';
import { createCommentList } from './create-list.ts';
import {
  approveCommentList,
  discardCommentList,
  rejectCommentList,
  submitCommentList,
  withdrawCommentList,
} from './decide-list.ts';
import { addToCommentList, changeCommentListRows, removeFromCommentList } from './edit-rows.ts';
import { listHistoryOf } from './list-history.rows.ts';
import type { ListRow, ResidenceGroup } from './list-row.rows.ts';
import { sendCommentList } from './send-list.ts';

const moment = (text: string | null) => (text === null ? null : new Date(text));
const unit = (id: string | null) => (id === null ? null : { id });

/** A mutation on lists, from its work in one transaction; beside the refusal it says why single members were refused. */
const listMutation =
  <Input extends object>(
    name: string,
    work: (
      em: SqlEntityManager,
      context: GraphContext,
      input: Input,
      refused: RowRefusals,
    ) => Promise<Refusal | Done>,
  ) =>
  async (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const rowRefusals: RowRefusals = [];
    const call = { name, input, field: 'commentList' as const, load: visibleList(context) };
    const result = await mutate(context, call, (em) => work(em, context, input, rowRefusals));
    return { ...result, rowRefusals };
  };

export const commentListResolvers: Resolvers = {
  Query: {
    commentList: (_, { id }, context) => commentListOf(context, id),
    commentExemptionRules: (_, __, context) => exemptionRulesOf(context),
  },
  Mutation: {
    createCommentList: listMutation('createCommentList', createCommentList),
    addToCommentList: listMutation('addToCommentList', addToCommentList),
    removeFromCommentList: listMutation('removeFromCommentList', removeFromCommentList),
    changeCommentListRows: listMutation('changeCommentListRows', changeCommentListRows),
    submitCommentList: listMutation('submitCommentList', submitCommentList),
    approveCommentList: listMutation('approveCommentList', (em, context, input) =>
      approveCommentList(em, context, input, null),
    ),
    rejectCommentList: listMutation('rejectCommentList', rejectCommentList),
    withdrawCommentList: listMutation('withdrawCommentList', withdrawCommentList),
    sendCommentList: listMutation('sendCommentList', (em, context, input, refused) =>
      sendCommentList(em, context, input, refused, null),
    ),
    discardCommentList: listMutation('discardCommentList', discardCommentList),
  },
  OrgUnit: {
    commentLists: ({ id }, wish, context) => listsBelow(context, id, wish),
  },
  CommentList: {
    unit: (row: CommentListRow) => ({ id: row.unitId }),
    campaign: async (row: CommentListRow, _, context) =>
      (await campaignsOf(context)).find(({ id }) => id === row.campaignId) ?? null,
    createdAt: (row: CommentListRow) => new Date(row.createdAt),
    submittedAt: (row: CommentListRow) => moment(row.submittedAt),
    approvedAt: (row: CommentListRow) => moment(row.approvedAt),
    sentAt: (row: CommentListRow) => moment(row.sentAt),
    completedAt: (row: CommentListRow) => moment(row.completedAt),
    memberCount: async (row: CommentListRow, _, context) => (await figuresOf(context, row.id)).rows,
    rows: (row: CommentListRow, wish, context) => rowsOf(context, row.id, wish),
    residences: (row: CommentListRow, _, context) => residencesOf(context, row.id),
    availableActions: async (row: CommentListRow, _, context) =>
      actionsOnList(context, row, await figuresOf(context, row.id)),
    history: (row: CommentListRow, _, context) => listHistoryOf(context, row.id),
    items: (row: CommentListRow, wish, context) =>
      itemsOf(context, { where: 'item.list_id = ?', values: [row.id] }, wish),
  },
  CommentListRow: {
    member: (row: ListRow) => ({ id: row.memberId }),
    branch: (row: ListRow) => unit(row.branchId),
    residenceUnit: (row: ListRow) => unit(row.residenceUnitId),
    residenceBranch: (row: ListRow) => unit(row.residenceBranchId),
    exemption: async (row: ListRow, _, context) =>
      (await exemptionRulesOf(context)).find(({ code }) => code === row.exemption) ?? null,
  },
  CommentResidenceGroup: {
    unit: (group: ResidenceGroup) => ({ id: group.residenceUnitId }),
  },
};
