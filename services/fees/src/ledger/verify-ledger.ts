import { type Verdict, verifyChain } from '@dang/audit/verify';
import type { Client } from 'pg';
import { ledgerChain } from './content.ts';
import { payoutChecks } from './verify-payouts.ts';

/** No check tells more faults than this. */
const FAULTS_TOLD = 20;

/**
 * What must hold of the ledger, of orders and of charges together: each a query that answers one sentence for everything that does
 * not fit, and no row when all is well. Sets are compared by the database, whatever their size.
 */
const checks: readonly string[] = [
  `select 'transaction ' || transaction_id || ': its entries make ' || sum(amount) || ' instead of 0' as fault
   from ledger_entry group by transaction_id having sum(amount) <> 0`,

  `select 'transaction ' || coalesce(head.id, entry.transaction_id) ||
     case when head.id is null then ': entries without their transaction' else ': it has no entries' end as fault
   from ledger_transaction head
   full join (select distinct transaction_id from ledger_entry) entry on entry.transaction_id = head.id
   where head.id is null or entry.transaction_id is null`,

  // a charge is paid by what stands in the ledger for it, and by nothing else
  `select 'charge ' || origin || ' ' || to_char(period, 'YYYY-MM') || ' of ' || member_id || ': ' || paid
     || ' are paid of it, the ledger holds ' || posted as fault
   from (
     select period, member_id, origin, seq, sum(paid) as paid, sum(posted) as posted
     from (
       select period, member_id, origin, seq, paid, 0 as posted from member_charge where paid <> 0 or status = 'PAID'
       union all
       select entry.period, entry.member_id, entry.origin, entry.seq, 0, -entry.amount
       from ledger_transaction head join ledger_entry entry on entry.transaction_id = head.id
       where head.kind in ('PAYMENT', 'CASH_PAYMENT', 'REFUND') and entry.member_id is not null) as side
     group by period, member_id, origin, seq) as compared
   where paid <> posted`,

  // a charge of 0 đồng is paid without a payment when a credit or a reduction made it 0; an exempt one is waived, not paid
  `select 'charge ' || origin || ' ' || to_char(period, 'YYYY-MM') || ' of ' || member_id || ': ' || payments
     || ' payments stand for it' as fault
   from (
     select period, member_id, origin, seq, sum(is_paid) as paid, sum(pays) as payments
     from (
       select period, member_id, origin, seq, 1 as is_paid, 0 as pays from member_charge charge
       where status = 'PAID' and (amount > 0 or not exists (
         select from charge_change lowered left join waiver on waiver.id = lowered.cause_id
         where lowered.member_id = charge.member_id and lowered.period = charge.period and lowered.amount_after = 0
           and waiver.kind is distinct from 'EXEMPT'))
       union all
       select period, member_id, origin, seq, 0, 1
       from order_line line join payment_order paid on paid.id = line.order_id and paid.status = 'SUCCEEDED') as side
     group by period, member_id, origin, seq) as compared
   where paid <> payments`,

  `select 'order ' || number || ': its total is ' || total || ', its lines make ' || coalesce(lines, 0) || ', their shares '
     || coalesce(shares, 0) as fault
   from payment_order
   left join (
     select order_id, sum(amount) as lines, sum((select sum(share) from unnest(share_amounts) as share)) as shares,
       bool_and(amount = (select sum(share) from unnest(share_amounts) as share)) as is_whole
     from order_line group by order_id) as line on line.order_id = payment_order.id
   where (lines, shares, is_whole) is distinct from (total::numeric, total::numeric, true)`,

  `select 'order ' || number || ' (' || status || '): it has ' || payments || ' postings of its payment, ' || refunds
     || ' of its refund' as fault
   from (
     select number, status,
       (select count(*) from ledger_transaction where subject_id = payment_order.id and kind in ('PAYMENT', 'CASH_PAYMENT'))
         as payments,
       (select count(*) from refund join ledger_transaction on subject_id = refund.id and ledger_transaction.kind = 'REFUND'
        where refund.order_id = payment_order.id) as refunds
     from payment_order) as counted
   where payments <> (status in ('SUCCEEDED', 'REFUNDED'))::int or refunds <> (status = 'REFUNDED')::int`,

  // what was posted for an order is what was divided when it was initiated
  `select 'order ' || order_id || ', ' || to_char(period, 'YYYY-MM') || ' of ' || member_id || ': ' || divided || ' for unit '
     || unit_id || ', posted ' || posted as fault
   from (
     select order_id, period, member_id, origin, seq, unit_id, sum(divided) as divided, sum(posted) as posted
     from (
       select line.order_id, period, member_id, origin, seq, share.unit_id, share.amount as divided, 0 as posted
       from order_line line
       join payment_order paid on paid.id = line.order_id and paid.status in ('SUCCEEDED', 'REFUNDED')
       cross join lateral unnest(share_units, share_amounts) as share(unit_id, amount)
       union all
       select head.subject_id, entry.period, entry.member_id, entry.origin, entry.seq, entry.unit_id, 0, -entry.amount
       from ledger_transaction head join ledger_entry entry on entry.transaction_id = head.id
       where head.kind in ('PAYMENT', 'CASH_PAYMENT') and entry.member_id is not null) as side
     group by order_id, period, member_id, origin, seq, unit_id) as compared
   where divided <> posted`,

  `select 'refund ' || refund.id || ' of ' || amount || ': what came twice is not posted as owed back' as fault
   from refund
   left join ledger_transaction head on head.subject_id = refund.id and head.kind = 'DUPLICATE_RECEIPT'
   where refund.kind = 'DUPLICATE' and (select -sum(entry.amount) from ledger_entry entry
     where entry.transaction_id = head.id and account = 'REFUND_PAYABLE') is distinct from amount`,

  `select 'balance of ' || account || ' ' || unit_id || ': it is ' || kept || ', the entries make ' || made as fault
   from (
     select account, unit_id, sum(kept) as kept, sum(made) as made
     from (
       select account, unit_id, amount as kept, 0 as made from ledger_balance
       union all
       select account, coalesce(entry.unit_id, '00000000-0000-0000-0000-000000000000'), 0, amount
       from ledger_transaction head join ledger_entry entry on entry.transaction_id = head.id
       where head.xid < (select folded_to from ledger_balance_place)) as side
     group by account, unit_id) as compared
   where kept <> made`,
  ...payoutChecks,
];

/**
 * Proves the ledger: every chain and content hash is made again, every transaction balances, every paid charge has exactly one
 * standing payment of its amount (or was made 0 đồng by a credit) and nothing else has, orders, lines and shares agree with what was posted, and the kept balances
 * are those of the entries. The first faults are named, each in a sentence.
 */
export async function verifyLedger(client: Client): Promise<Verdict> {
  const verdict = await verifyChain(client, ledgerChain);
  const faults = [...verdict.faults];
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    for (const check of checks) {
      const { rows } = await client.query<{ fault: string }>(`${check} order by 1 limit ${FAULTS_TOLD}`);
      faults.push(...rows.map(({ fault }) => fault));
    }
  } finally {
    await client.query('rollback');
  }
  return { ...verdict, faults };
}
