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

/**
 * What branches hold in notes, and for whom above them: every transaction that moved their cash, booked before a day (`?::date`), and the
 * shares in it that are not on the central account yet.
 */
export const cashStanding = `cash as materialized (
  select entry.unit_id as branch_id, entry.transaction_id, posted.booked_on, sum(entry.amount) as amount
  from branches
  join ledger_entry entry on entry.unit_id = branches.branch_id and entry.account = 'BRANCH_CASH'
  join ledger_transaction posted on posted.id = entry.transaction_id
  where posted.booked_on < ?::date
  group by entry.unit_id, entry.transaction_id, posted.booked_on),
unfunded as (
  select cash.branch_id, cash.booked_on, entry.unit_id, sum(-entry.amount) as amount
  from cash join ledger_entry entry on entry.transaction_id = cash.transaction_id and entry.account = 'UNFUNDED_SHARE'
  group by cash.branch_id, cash.booked_on, entry.unit_id)`;

/** A unit and everything below it as the tree stood on a day: `?::uuid, ?::date, ?::date` (the day twice). */
export const branchesBelow = `below as materialized (
  select place.unit_id from unit_place place
  where place.path @> array[?::uuid] and place.from_day <= ?::date and place.to_day > ?::date),
branches as (select unit_id as branch_id from below)`;
