import type { PreparedSignature } from '@dang/documents/signing/sign-document';
import { CommentListApproved } from '@dang/events/contracts/evaluation/comment-list-approved';
import { CommentListRejected } from '@dang/events/contracts/evaluation/comment-list-rejected';
import { CommentListSubmitted } from '@dang/events/contracts/evaluation/comment-list-submitted';
import { recordEvents } from '@dang/events/outbox';
import { getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actOnList, type ListInput } from './act-on-list.ts';
import { checkRows } from './check-rows.ts';
import type { RowRefusals } from './choose-rows.ts';
import { frameOf } from './create-list.ts';
import { keepSignature } from './sign-list.ts';

/** What a decision leaves on a list; taken back, nothing of it. */
const undecided = {
  approved_at: null,
  approved_by_member_id: null,
  approved_by_name: null,
  approved_by_title: null,
  approval_signature_id: null,
};

/** Takes a list to the leaders of its unit. Every row is looked at anew. Runs inside `mutate`. */
export function submitCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: ListInput,
  refused: RowRefusals,
): Promise<Refusal | Done> {
  return actOnList(em, context, 'SUBMIT', input, async ({ list, figures, actor, today }) => {
    const unit = await getUnit(em, list.unitId);
    const bar = await checkRows(em, list.id, frameOf(unit, list, today), refused);
    if (bar) return bar;
    const data = { listId: list.id, number: list.number, unitId: list.unitId, members: figures.rows };
    await recordEvents(em, CommentListSubmitted, [{ aggregateId: list.id, data }], { actor });
    return { set: { ...undecided, reject_reason: null, submitted_at: context.clock.now() } };
  });
}

/**
 * Approves a list; what was prepared is its signature. Refuses `SECOND_PERSON_REQUIRED` to who prepared it as a delegate (2.3). Runs
 * inside `mutate`.
 */
export function approveCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: ListInput,
  prepared: PreparedSignature | null,
): Promise<Refusal | Done> {
  const action = prepared === null ? 'APPROVE' : 'SIGN_AND_APPROVE';
  return actOnList(em, context, action, input, async ({ list, actor }) => {
    const signatureId = await keepSignature(em, prepared);
    const { id: listId, number, unitId, createdByMemberId } = list;
    const data = { listId, number, unitId, createdByMemberId, isSigned: signatureId !== null };
    await recordEvents(em, CommentListApproved, [{ aggregateId: listId, data }], { actor });
    return { set: { ...decidedBy(context), approval_signature_id: signatureId } };
  });
}

const decidedBy = ({ actor, clock }: GraphContext) => ({
  approved_at: clock.now(),
  approved_by_member_id: actor?.memberId ?? null,
  approved_by_name: actor?.name ?? '',
  approved_by_title: actor?.capacity?.title ?? '',
});

/** Rejects a list with the reason that its preparer reads. Runs inside `mutate`. */
export function rejectCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: ListInput,
): Promise<Refusal | Done> {
  return actOnList(em, context, 'REJECT', input, async ({ list, actor, reason }) => {
    const { id: listId, number, unitId, createdByMemberId } = list;
    const data = { listId, number, unitId, createdByMemberId, reason: reason ?? '' };
    await recordEvents(em, CommentListRejected, [{ aggregateId: listId, data }], { actor });
    return { set: { ...decidedBy(context), reject_reason: reason } };
  });
}

/** Takes an approved list back before it is sent: it is a draft again. Runs inside `mutate`. */
export const withdrawCommentList = (em: SqlEntityManager, context: GraphContext, input: ListInput) =>
  actOnList(em, context, 'WITHDRAW', input, async () => ({ set: undecided }));

/** Gives up a list that was never sent. Runs inside `mutate`. */
export const discardCommentList = (em: SqlEntityManager, context: GraphContext, input: ListInput) =>
  actOnList(em, context, 'DISCARD', input, async () => ({ set: {} }));
