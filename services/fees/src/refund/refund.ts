import { type Actor, signInIsFresh } from '@dang/access/actor';
import { RefundRequested } from '@dang/events/contracts/fees/refund-requested';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide, type Situation } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actedByText } from '../dossier-step/acted-by.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';
import { holdsOwnDues, isInScope, relationsTo as orderRelations, signedIn } from '../order/order.access.ts';
import { findOrders } from '../order/order.rows.ts';
import { keepOrderStep } from '../order/order-steps.ts';
import { findRefunds, type RefundRow } from './refund.rows.ts';
import { type RefundStatus, type RefundWorkflow, refundWorkflow } from './refund.workflow.ts';
import { recordRefundState, stepRefund } from './refund-steps.ts';

const REASON_LIMIT = 1_000;

/** What somebody is to a refund; empty: it is not there for them. Who may see the order may look at its refund. */
async function relationsTo(context: GraphContext, refund: RefundRow): Promise<ReadonlySet<string>> {
  const relations = new Set<string>();
  if ((await orderRelations(context, refund)).size > 0) relations.add('READER');
  if (await isInScope(context, 'PAYMENT_REFUND', refund.unitId)) relations.add('REQUESTER').add('READER');
  if (await isInScope(context, 'PAYMENT_REFUND_APPROVE', refund.unitId))
    relations.add('APPROVER').add('READER');
  if (refund.mode === 'CASH' && (await isInScope(context, 'DUES_COLLECT', refund.unitId)))
    relations.add('COLLECTOR').add('READER');
  return relations;
}

/** Whether the actor may see this refund. */
export const isRefundVisible = async (context: GraphContext, refund: RefundRow): Promise<boolean> =>
  (await relationsTo(context, refund)).size > 0;

const isSame = (kept: { accountId: string; memberId: string | null } | null, actor: Actor): boolean =>
  kept !== null && (kept.accountId === actor.accountId || kept.memberId === actor.memberId);

/** What the table is asked about a refund. */
export async function refundSituation(
  context: GraphContext,
  refund: RefundRow,
): Promise<Situation<RefundWorkflow, RefusalCode>> {
  const actor = signedIn(context);
  const isOwn = refund.payerMemberId === actor.memberId || (await holdsOwnDues(context, refund.orderId));
  return {
    state: refund.status,
    relations: await relationsTo(context, refund),
    facts: {
      secondPerson: isSame(refund.requestedBy, actor) ? 'SECOND_PERSON_REQUIRED' : true,
      notOwnCase: isOwn ? 'OWN_CASE' : true,
      cameTwice: refund.kind === 'DUPLICATE' ? true : 'REFUND_NOT_POSSIBLE',
    },
    stepUpFresh: signInIsFresh(actor, new Date()),
  };
}

/**
 * Asks for the refund of a payment, with a reason; somebody else decides. Refused `REFUND_NOT_POSSIBLE` for an order that is not
 * paid, or whose refund is under way. Runs inside `mutate`.
 */
export async function requestRefund(
  em: SqlEntityManager,
  context: GraphContext,
  input: { readonly orderId: string; readonly expectedVersion: number; readonly reason: string },
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const [order] = await findOrders(em, [input.orderId], { lock: true });
  if (!order || !(await isInScope(context, 'PAYMENT_REFUND', order.unitId)))
    return refuse('NOT_FOUND', { field: 'orderId' });
  const conflict = checkVersion(order.version, input.expectedVersion);
  if (conflict) return conflict;
  const reason = input.reason.trim();
  if (reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  if (order.status !== 'SUCCEEDED')
    return refuse('REFUND_NOT_POSSIBLE', { params: { why: 'giao dịch chưa thành công' } });
  const [made] = await em.execute<{ id: string }[]>(
    `insert into refund (order_id, kind, amount, reason, requested_by, requested_on, requested_at)
     values (?, 'PAYMENT', ?, ?, ?::jsonb, ?::date, ?)
     on conflict do nothing returning id`,
    [order.id, order.total, reason, actedByText(actor), context.clock.today(), context.clock.now()],
  );
  if (!made) return refuse('REFUND_NOT_POSSIBLE', { params: { why: 'đã có đề nghị hoàn tiền' } });
  const [refund] = await findRefunds(em, [made.id]);
  if (!refund) throw new Error(`refund ${made.id} was not written`);
  await recordRefundState(em, refund, actor);
  const { id: orderId, number, unitId, total } = order;
  const data = { refundId: refund.id, orderId, number, unitId, amount: total };
  await recordEvents(em, RefundRequested, [{ aggregateId: refund.id, data }], { actor });
  return doneWith(refund, 'REQUESTED', reason);
}

/** Which refund, and on which version of it somebody acts. */
export interface RefundAct {
  readonly refundId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/**
 * Does one action of the table to a refund, with everything that follows at once: an approved payment is reversed, one that came twice
 * ends. The money leaves afterwards, by the job `send-refunds`. Runs inside `mutate`.
 */
export async function actOnRefund(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<RefundWorkflow>,
  { refundId, expectedVersion, ...input }: RefundAct,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const reason = input.reason?.trim() || null;
  const [refund] = await findRefunds(em, [refundId], { lock: true });
  if (!refund || !(await isRefundVisible(context, refund))) return refuse('NOT_FOUND', { field: 'refundId' });
  const conflict = checkVersion(refund.version, expectedVersion);
  if (conflict) return conflict;
  const decision = decide<RefundWorkflow, RefusalCode>(refundWorkflow, {
    ...(await refundSituation(context, refund)),
    action,
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, {
      ...(decision.refusal === 'REASON_REQUIRED' && { field: 'reason' }),
      ...(decision.refusal === 'REFUND_NOT_POSSIBLE' && { params: { why: 'hãy lập đề nghị mới' } }),
    });
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  if (action === 'HAND_BACK' && refund.mode !== 'CASH') return refuse('WRONG_STATE');
  const today = context.clock.today();
  const at = context.clock.now();
  if (action === 'APPROVE') {
    const reversed = await reverse(em, refund, { actor, today, at });
    if (isRefusal(reversed)) return reversed;
  }
  await stepRefund(em, refund, { action, to: decision.to, actor, today, at, reason });
  return doneWith(refund, decision.to, reason);
}

/** The payment is reversed in the ledger and its charges are owed again. What came twice was never posted as a payment. */
async function reverse(
  em: SqlEntityManager,
  refund: RefundRow,
  { actor, today, at }: { actor: Actor; today: string; at: Date },
): Promise<Refusal | null> {
  if (refund.kind === 'DUPLICATE') return null;
  const [order] = await findOrders(em, [refund.orderId], { lock: true });
  if (order?.status !== 'SUCCEEDED') return refuse('WRONG_STATE');
  await reverseOrder(em, { orderId: order.id, refundId: refund.id, bookedOn: today });
  await keepOrderStep(em, order.id, {
    action: 'REFUND',
    from: 'SUCCEEDED',
    actor,
    at,
    reason: refund.reason,
  });
  return null;
}

function doneWith(refund: RefundRow, status: RefundStatus, reason: string | null): Done {
  return {
    id: refund.id,
    audit: {
      unitId: refund.unitId,
      memberId: refund.mode === 'SELF' ? refund.payerMemberId : null,
      before: { status: refund.status },
      after: { status, number: refund.number, amount: refund.amount },
      reason,
    },
  };
}
