import type { Actor } from '@dang/access/actor';
import { PaymentRefunded } from '@dang/events/contracts/fees/payment-refunded';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actedByText } from '../dossier-step/acted-by.ts';
import { postRefundPaid } from '../ledger/reverse-order.ts';
import { findRefunds, type RefundRow } from './refund.rows.ts';
import type { RefundStatus } from './refund.workflow.ts';

/** A change of a refund: what was done, by whom and why, on which business day and when. Without an actor the system did it. */
export interface RefundStep {
  readonly action: string;
  readonly to: RefundStatus;
  readonly actor: Actor | null;
  readonly today: string;
  readonly at: Date;
  readonly reason?: string | null;
}

const isEnd = (status: RefundStatus): boolean => status === 'PAID' || status === 'REJECTED';

/** Tells everybody where a refund stands. */
export async function recordRefundState(
  em: SqlEntityManager,
  refund: RefundRow,
  actor: Actor | null,
): Promise<void> {
  const data = {
    dossierId: refund.id,
    version: refund.version,
    procedure: 'DUES_REFUND',
    number: refund.number,
    unitId: refund.unitId,
    state: refund.status,
    channel: refund.mode === 'CASH' ? 'PAPER' : 'ONLINE',
    openedOn: refund.requestedOn,
    closedOn: isEnd(refund.status) ? (refund.paidOn ?? refund.decidedOn) : null,
    dueOn: null,
    memberId: refund.payerMemberId,
  };
  const event = { aggregateId: refund.id, version: refund.version, data };
  await recordEvents(em, DossierStateChanged, [event], { actor, service: 'fees' });
}

/**
 * Takes a locked refund one step further: its row, its history, and the events. When the money is back, that is posted as well; notes
 * have left their branch when the payment was reversed.
 */
export async function stepRefund(
  em: SqlEntityManager,
  refund: Pick<RefundRow, 'id' | 'status' | 'mode'>,
  step: RefundStep,
): Promise<void> {
  const { action, to, actor, today, at, reason = null } = step;
  const decides = action === 'APPROVE' || action === 'REJECT';
  const asks = action === 'REOPEN';
  await em.execute(
    `update refund set status = ?, version = version + 1, failure = ?, paid_on = ?::date,
       sent_as = case when ? then uuidv7() else sent_as end, requested_by = ${asks ? '?::jsonb' : 'requested_by'},
       decided_by = ${decides ? '?::jsonb' : 'decided_by'}, decided_on = ${decides ? '?::date' : 'decided_on'}
     where id = ?`,
    [
      to,
      to === 'FAILED' ? reason : null,
      to === 'PAID' ? today : null,
      action === 'RETRY',
      ...(asks ? [actedByText(actor)] : []),
      ...(decides ? [actedByText(actor), today] : []),
      refund.id,
    ],
  );
  await em.execute(
    `insert into refund_step (refund_id, at, action, from_status, to_status, actor, reason) values (?, ?, ?, ?, ?, ?::jsonb, ?)`,
    [refund.id, at, action, refund.status, to, actedByText(actor), reason],
  );
  const [now] = await findRefunds(em, [refund.id]);
  if (!now) throw new Error(`there is no refund ${refund.id}`);
  await recordRefundState(em, now, actor);
  if (to !== 'PAID') return;
  if (now.mode !== 'CASH') await postRefundPaid(em, { refundId: now.id, bookedOn: today });
  const { id: refundId, orderId, number, unitId, payerMemberId, amount } = now;
  const data = { refundId, orderId, number, unitId, payerMemberId, amount };
  await recordEvents(em, PaymentRefunded, [{ aggregateId: refundId, data }], { actor });
}
