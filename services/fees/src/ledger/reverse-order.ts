import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { readdressFreedCharges } from '../charge/due-charges.ts';
import { holdChargings } from '../charging/charging.rows.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { dropGivenUp } from '../voluntary/offer-voluntary.ts';

/** What is taken back, and why; `bookedOn` is the day of business. */
interface Reversal {
  readonly orderId: string;
  readonly refundId: string;
  readonly bookedOn: string;
}

/**
 * Every charge of the order is owed again, to the branch that charges its month by now; answers the members. @throws when one of
 * them is not paid.
 */
async function freeCharges(em: SqlEntityManager, orderId: string): Promise<string[]> {
  const lines = await em.execute<{ memberId: string }[]>(
    'select member_id as "memberId" from order_line where order_id = ?',
    [orderId],
  );
  const memberIds = [...new Set(lines.map(({ memberId }) => memberId))];
  await holdChargings(em, memberIds);
  const regular = await em.execute(
    `update dues_charge charge set status = 'REFUNDED', paid = 0 from order_line line
     where line.order_id = ? and line.origin = 'REGULAR' and charge.period = line.period
       and charge.member_id = line.member_id and charge.status = 'PAID' returning charge.member_id`,
    [orderId],
  );
  const extra = await em.execute(
    `update extra_charge charge set status = 'REFUNDED', paid = 0 from order_line line
     where line.order_id = ? and charge.member_id = line.member_id and charge.period = line.period
       and charge.origin = line.origin and charge.seq = line.seq and charge.status = 'PAID' returning charge.member_id`,
    [orderId],
  );
  if (regular.length + extra.length !== lines.length)
    throw new Error(
      `of ${lines.length} charges of order ${orderId} ${regular.length + extra.length} are paid`,
    );
  await readdressFreedCharges(em, memberIds);
  return memberIds;
}

/** What was counted as paid is taken off again, in the month of the refund; nobody stops being a payer of the month they paid in. */
async function uncount(em: SqlEntityManager, { orderId, bookedOn }: Reversal): Promise<void> {
  await em.execute(
    `insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers, kept_units, kept_amounts)
     select branch_id, period, date_trunc('month', ?::date), category, channel, method, -sum(kept), -sum(payers),
       array_agg(unit_id), array_agg(-kept)
     from (
       select branch_id, period, category, case when mode = 'CASH' then 'CASH' else 'ONLINE' end as channel, method,
         share.unit_id, sum(share.amount) as kept,
         count(*) filter (where share.place = 1 and origin = 'REGULAR') as payers
       from payment_order paid
       join order_line line on line.order_id = paid.id
       cross join lateral unnest(share_units, share_amounts) with ordinality as share(unit_id, amount, place)
       where paid.id = ?
       group by 1, 2, 3, 4, 5, 6) as line
     group by branch_id, period, category, channel, method`,
    [bookedOn, orderId],
  );
}

/**
 * Takes a payment back, in the caller's transaction: every share is claimed back from its unit and owed to the payer (of cash,
 * the notes leave the branch again), the charges are owed again, totals and standings follow. The order must be `SUCCEEDED`, which the
 * caller has checked; anything else throws. The caller also writes the step of the order and tells of it. The money itself leaves
 * later (`postRefundPaid`).
 */
export async function reverseOrder(em: SqlEntityManager, reversal: Reversal): Promise<void> {
  const { orderId, refundId, bookedOn } = reversal;
  const [order] = await em.execute(
    `update payment_order set status = 'REFUNDED', version = version + 1
     where id = ? and status = 'SUCCEEDED' returning id`,
    [orderId],
  );
  if (!order) throw new Error(`order ${orderId} is not one that can be taken back`);
  const memberIds = await freeCharges(em, orderId);
  await dropGivenUp(em, orderId);
  await uncount(em, reversal);
  await em.execute(
    `select post_transaction('REFUND', paid.unit_id, ?, ?, null, (
       select jsonb_agg(jsonb_build_object('amount', -amount, 'unitId', entry.unit_id, 'period', period, 'memberId', member_id,
         'origin', origin, 'seq', seq, 'account', case account when 'CENTRAL_BANK' then 'REFUND_PAYABLE' else account end)
         order by line)
       from ledger_entry entry where entry.transaction_id = paid.id))
     from ledger_transaction paid where subject_id = ? and kind in ('PAYMENT', 'CASH_PAYMENT')`,
    [refundId, bookedOn, orderId],
  );
  await refreshStandings(em, memberIds);
}

/**
 * Money has gone back to a payer, as the platform says: it leaves the central account. `refund` is the row's id; posted once
 * whatever is heard again. Needs a transaction. Cash that is handed back has left its branch when it was reversed: post nothing.
 */
export async function postRefundPaid(
  em: SqlEntityManager,
  { refundId, bookedOn }: { readonly refundId: string; readonly bookedOn: string },
): Promise<void> {
  await em.execute(
    `select post_transaction('REFUND_PAID', owed.unit_id, ?, ?, null, jsonb_build_array(
       jsonb_build_object('account', 'REFUND_PAYABLE', 'amount', amount),
       jsonb_build_object('account', 'CENTRAL_BANK', 'amount', -amount)))
     from (select head.unit_id, -sum(amount)::bigint as amount from ledger_transaction head
       join ledger_entry entry on entry.transaction_id = head.id and account = 'REFUND_PAYABLE'
       where head.subject_id = ? and head.kind in ('REFUND', 'DUPLICATE_RECEIPT') group by head.unit_id) as owed
     where not exists (select from ledger_transaction where subject_id = ? and kind = 'REFUND_PAID')`,
    [refundId, bookedOn, refundId, refundId],
  );
}
