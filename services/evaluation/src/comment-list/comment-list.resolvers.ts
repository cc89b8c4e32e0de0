import { attachment } from '@dang/documents/files/attachment';
import type { PreparedSignature } from '@dang/documents/signing/sign-document';
import { signatureValue } from '@dang/documents/signing/signature-value';
import type { GraphContext } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { type Done, mutate } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { itemsOfOwner } from '../comment-item/comment-item.pages.ts';
import type { Resolvers } from '../generated/graph.ts';
import { listHistory } from '../history.ts';
import { actionsOnList, type ListInput, visibleList } from './act-on-list.ts';
import type { RowRefusals } from './choose-rows.ts';
import {
  campaignsOf,
  commentListOf,
  exemptionRulesOf,
  figuresOf,
  listSignaturesOf,
  listsBelow,
  residencesOf,
  rowsOf,
  scansOf,
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
import { listUrl } from './list.door.ts';
import { listLabels } from './list-history.rows.ts';
import type { ListRow, ResidenceGroup } from './list-row.rows.ts';
import { barToSending, sendCommentList } from './send-list.ts';
import { signList } from './sign-list.ts';

const moment = (text: string | null) => (text === null ? null : new Date(text));
const unit = (id: string | null) => (id === null ? null : { id });

type Sent<Input> = { input: Input & { idempotencyKey: string } };
type Work<Input, More extends unknown[] = []> = (
  em: SqlEntityManager,
  context: GraphContext,
  input: Input,
  refused: RowRefusals,
  ...more: More
) => Promise<Refusal | Done>;

async function actWith<Input extends object>(
  context: GraphContext,
  call: { name: string; input: Input & { idempotencyKey: string } },
  rowRefusals: RowRefusals,
  work: Work<Input>,
) {
  const whole = { ...call, field: 'commentList' as const, load: visibleList(context) };
  const result = await mutate(context, whole, (em) => work(em, context, call.input, rowRefusals));
  return { ...result, rowRefusals };
}

/** A mutation on lists, from its work in one transaction; beside the refusal it says why single members were refused. */
const listMutation =
  <Input extends object>(name: string, work: Work<Input>) =>
  (_: unknown, { input }: Sent<Input>, context: GraphContext) =>
    actWith(context, { name, input }, [], work);

/**
 * A mutation whose list is signed first where that is wished: outside of any transaction. What keeps it from being signed is the answer,
 * but for a call that comes again, which is answered by its key.
 */
const signableMutation =
  (
    name: string,
    signing: (
      context: GraphContext,
      input: ListInput,
      refused: RowRefusals,
    ) => Promise<PreparedSignature | Refusal>,
    work: Work<ListInput, [prepared: PreparedSignature | null]>,
  ) =>
  async (_: unknown, { input }: Sent<ListInput & { sign?: boolean | null }>, context: GraphContext) => {
    const refused: RowRefusals = [];
    const prepared = input.sign ? await signing(context, input, refused) : null;
    return actWith(context, { name, input }, refused, async (em) =>
      isRefusal(prepared) ? prepared : work(em, context, input, refused, prepared),
    );
  };

async function signatureOf(context: GraphContext, { id }: CommentListRow, signatureId: string | null) {
  if (signatureId === null) return null;
  const row = (await listSignaturesOf(context, id)).find((signature) => signature.id === signatureId);
  return row ? signatureValue(context.environment, context.service, row) : null;
}

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
    approveCommentList: signableMutation(
      'approveCommentList',
      (context, input) => signList(context, 'SIGN_AND_APPROVE', input),
      (em, context, input, _refused, prepared) => approveCommentList(em, context, input, prepared),
    ),
    rejectCommentList: listMutation('rejectCommentList', rejectCommentList),
    withdrawCommentList: listMutation('withdrawCommentList', withdrawCommentList),
    sendCommentList: signableMutation(
      'sendCommentList',
      (context, input, refused) =>
        signList(context, 'SIGN_AND_SEND', input, (em, opened) => barToSending(em, opened, refused)),
      sendCommentList,
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
    scans: async ({ id }: CommentListRow, _, context) =>
      (await scansOf(context, id)).map((file) => attachment(context.environment, context.service, file)),
    approvalSignature: (row: CommentListRow, _, context) =>
      signatureOf(context, row, row.approvalSignatureId),
    sendSignature: (row: CommentListRow, _, context) => signatureOf(context, row, row.sendSignatureId),
    pdfUrl: ({ id }: CommentListRow, _, { environment }) => listUrl(environment, id, 'pdf'),
    xlsxUrl: ({ id }: CommentListRow, _, { environment }) => listUrl(environment, id, 'xlsx'),
    memberCount: async (row: CommentListRow, _, context) => (await figuresOf(context, row.id)).rows,
    rows: (row: CommentListRow, wish, context) => rowsOf(context, row.id, wish),
    residences: (row: CommentListRow, _, context) => residencesOf(context, row.id),
    availableActions: async (row: CommentListRow, _, context) =>
      actionsOnList(context, row, await figuresOf(context, row.id)),
    history: (row: CommentListRow, _, context) => historyOf(context, listHistory, row.id, listLabels),
    items: (row: CommentListRow, wish, context) => itemsOfOwner(context, 'listId', row.id, wish),
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
