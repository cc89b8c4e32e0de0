import { PaymentRefunded } from '@dang/events/contracts/fees/payment-refunded';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { postTransaction } from '../ledger/post.ts';

/** How a refund ended at the platform; `today` is the business day. */
export type RefundEnd = {
  refundId: string;
  to: 'PAID' | 'FAILED';
  reason: string | null;
  today: string;
};

type Settled = {
  orderId: string;
  number: string;
  unitId: string;
  payerMemberId: string;
  amount: string;
  version: number;
  requestedOn: string;
};

/**
 * Notes that the platform has paid back what was approved, or could not: what was owed to the payer has left the central account.
 * Answers whether it did; a refund that is settled, or that nobody approved, is left as it is. Needs a transaction.
 */
export async function settleRefund(em: SqlEntityManager, end: RefundEnd): Promise<boolean> {
  const { refundId, to, reason, today } = end;
  const [refund] = await em.execute<Settled[]>(
    `update refund set status = ?, version = refund.version + 1, failure = ?,
       paid_on = case when ? = 'PAID' then ?::date end
     from payment_order paid
     where refund.id = ? and refund.status in ('APPROVED', 'INSTRUCTED') and paid.id = refund.order_id
     returning order_id as "orderId", number, unit_id as "unitId", payer_member_id as "payerMemberId",
       refund.amount, refund.version, requested_on as "requestedOn"`,
    [to, to === 'FAILED' ? reason : null, to, today, refundId],
  );
  if (!refund) return false;
  const { orderId, number, unitId, payerMemberId, version, requestedOn } = refund;
  const amount = BigInt(refund.amount);
  if (to === 'PAID') {
    await postTransaction(em, {
      kind: 'REFUND_PAID',
      unitId,
      subjectId: refundId,
      bookedOn: today,
      entries: [
        { account: 'REFUND_PAYABLE', amount },
        { account: 'CENTRAL_BANK', amount: -amount },
      ],
    });
    const told = { refundId, orderId, number, unitId, payerMemberId, amount: refund.amount };
    await recordEvents(em, PaymentRefunded, [{ aggregateId: refundId, data: told }]);
  }
  const state = {
    dossierId: refundId,
    version,
    procedure: 'DUES_REFUND' as const,
    number,
    unitId,
    state: to,
    channel: 'ONLINE' as const,
    openedOn: requestedOn,
    closedOn: to === 'PAID' ? today : null,
    dueOn: null,
    memberId: payerMemberId,
  };
  await recordEvents(em, DossierStateChanged, [{ aggregateId: refundId, version, data: state }], {
    service: 'fees',
  });
  return true;
}
