/**
 * Parts of statements that read what was collected. They count what the ledger says was collected and given back, on the day on
 * which it was booked; the lines of the order say for whom, and how it was divided (`npm run verify -- ledger` proves that both
 * agree). They are read from the side of the branches, so that one branch never costs a walk through the whole ledger.
 *
 * `branches(branch_id)` must stand before them; each takes the first day and the day after the last (`?::date, ?::date`).
 */
export const collectedLines = `collected as materialized (
  select line.branch_id, line.member_id, line.period, line.origin, posted.sign * line.amount as amount, posted.sign, posted.channel,
    posted.booked_on, date_trunc('month', posted.booked_on)::date as month, line.share_units, line.share_amounts
  from branches
  join order_line line on line.branch_id = branches.branch_id
  join lateral (
    select paid.booked_on, 1 as sign, case paid.kind when 'CASH_PAYMENT' then 'CASH' else 'ONLINE' end as channel
    from ledger_transaction paid
    where paid.subject_id = line.order_id and paid.kind in ('PAYMENT', 'CASH_PAYMENT')
    union all
    select back.booked_on, -1, case paid_order.mode when 'CASH' then 'CASH' else 'ONLINE' end
    from refund
    join payment_order paid_order on paid_order.id = refund.order_id
    join ledger_transaction back on back.subject_id = refund.id and back.kind = 'REFUND'
    where refund.order_id = line.order_id and refund.kind = 'PAYMENT') posted on true
  where posted.booked_on >= ?::date and posted.booked_on < ?::date)`;

/** The branch of the tree that is asked about and everything below it, on the last day of the range. */
export const branchesBelow = `below as materialized (
  select place.unit_id from unit_place place
  where place.path @> array[?::uuid] and place.from_day <= ?::date and place.to_day > ?::date),
branches as (select unit_id as branch_id from below)`;
