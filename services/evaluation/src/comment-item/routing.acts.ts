import { CommentItemReturned } from '@dang/events/contracts/evaluation/comment-item-returned';
import { CommentItemsForwarded } from '@dang/events/contracts/evaluation/comment-items-forwarded';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordResidenceContact } from '../residence-contact/record-contact.ts';
import type { CommentItemRow } from './comment-item.rows.ts';
import type { CommentItemState } from './comment-item.workflow.ts';
import { finishItem, type ItemAttempt, openItem } from './item-act.ts';
import { residenceAt } from './residence.ts';

/** Where a request lies once its branch is known: with the branch; an introduction is accepted from `SENT`. */
export const stateAtBranch = ({ type }: Pick<CommentItemRow, 'type'>): CommentItemState =>
  type === 'INTRODUCE' ? 'SENT' : 'AT_BRANCH';

/** Tells the residence branch that a request has reached it. */
export async function tellBranch(
  em: SqlEntityManager,
  { id, number }: Pick<CommentItemRow, 'id' | 'number'>,
  residence: { residenceUnitId: string; residenceBranchId: string },
  dueOn: string | null,
): Promise<void> {
  const data = { ...residence, items: [{ itemId: id, number, dueOn }] };
  await recordEvents(em, CommentItemsForwarded, [{ aggregateId: residence.residenceBranchId, data }]);
}

/**
 * The commune or ward puts a request into the hands of one of its branches, or into those of another one (A14). Refuses
 * `RESIDENCE_MISFIT` for what is no branch of it, `UNIT_ENDED`, `NOTHING_TO_CHANGE` where the request lies there already.
 */
export async function forwardCommentItem(
  em: SqlEntityManager,
  context: GraphContext,
  input: ItemAttempt & { readonly branchId: string },
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'FORWARD_TO_BRANCH', input, stateAtBranch);
  if (isRefusal(act)) return act;
  const { item, today } = act;
  const field = 'branchId';
  if (input.branchId === item.residenceBranchId && item.status === act.to)
    return refuse('NOTHING_TO_CHANGE', { field });
  const { workplaceBranchId, residenceUnitId } = item;
  const residence = await residenceAt(em, input.branchId, { today, workplaceBranchId, field });
  if (isRefusal(residence)) return residence;
  const { residenceBranchId } = residence;
  if (residence.residenceUnitId !== residenceUnitId || residenceBranchId === null)
    return refuse('RESIDENCE_MISFIT', { field });
  const done = await finishItem(act, { residence_branch_id: residenceBranchId });
  await tellBranch(em, item, { residenceUnitId, residenceBranchId }, item.dueOn);
  return done;
}

/** The residence side sends a request back: wrong residence, or not residing there. The workplace reads the reason. */
export async function returnCommentItem(
  em: SqlEntityManager,
  context: GraphContext,
  input: ItemAttempt & { readonly reason: string },
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'RETURN_TO_WORKPLACE', input);
  if (isRefusal(act)) return act;
  const { id, number, memberId, workplaceUnitId } = act.item;
  const reason = act.reason ?? '';
  const done = await finishItem(act, { return_reason: reason });
  const data = { itemId: id, number, memberId, workplaceUnitId, reason };
  await recordEvents(em, CommentItemReturned, [{ aggregateId: id, data }]);
  return done;
}

/** The residence branch accepts a member who is only introduced (A16): that ends the request. */
export async function acceptIntroduction(
  em: SqlEntityManager,
  context: GraphContext,
  input: ItemAttempt,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'ACCEPT_INTRODUCTION', input);
  if (isRefusal(act)) return act;
  const done = await finishItem(act);
  await recordResidenceContact(em, act.item, act.today);
  return done;
}
