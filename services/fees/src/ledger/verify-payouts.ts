/**
 * What must hold of the ledger and of what leaves or reaches the central account beside payments: each a query that answers one
 * sentence for everything that does not fit, and no row when all is well.
 */
export const payoutChecks: readonly string[] = [
  `select 'attempt ' || id || ' to pay out ' || amount || ' (' || coalesce(outcome, 'open') || '): the ledger holds ' || instructed
     || ' instructed, ' || settled || ' settled, ' || given_back || ' given back' as fault
   from (
     select attempt.id, attempt.amount, attempt.outcome,
       coalesce(sum(-entry.amount) filter (where head.kind = 'PAYOUT_INSTRUCTED'), 0) as instructed,
       coalesce(sum(entry.amount) filter (where head.kind = 'PAYOUT_SETTLED'), 0) as settled,
       coalesce(sum(entry.amount) filter (where head.kind = 'PAYOUT_FAILED'), 0) as given_back
     from payout_attempt attempt
     left join ledger_transaction head on head.subject_id = attempt.id
     left join ledger_entry entry on entry.transaction_id = head.id and entry.account = 'PAYOUT_IN_TRANSIT'
     group by attempt.id) as posted
   where instructed <> amount or settled <> case when outcome = 'SETTLED' then amount else 0 end
     or given_back <> case when outcome in ('FAILED', 'WITHDRAWN') then amount else 0 end`,

  `select 'payout ' || payout.id || ' (' || payout.status || ' ' || payout.amount || '): its attempts were settled with '
     || coalesce(attempt.settled, 0) || ', ' || coalesce(attempt.open, 0) || ' are under way' as fault
   from payout
   left join (
     select payout_id, sum(amount) filter (where outcome = 'SETTLED') as settled, sum(amount) filter (where outcome is null) as open
     from payout_attempt group by payout_id) as attempt on attempt.payout_id = payout.id
   where coalesce(attempt.settled, 0) <> case when payout.status = 'SETTLED' then payout.amount else 0 end
     or coalesce(attempt.open, 0) <> case when payout.status = 'INSTRUCTED' then payout.amount else 0 end`,

  `select 'remittance ' || remittance.number || ' (' || remittance.status || ' ' || remittance.amount || '): its transactions hold '
     || coalesce(taken.cash, 0) || ' in cash, ' || coalesce(arrived.amount, 0) || ' are posted as arrived' as fault
   from remittance
   left join (
     select item.remittance_id, sum(entry.amount) as cash
     from remittance_item item
     join ledger_entry entry on entry.transaction_id = item.transaction_id and entry.account = 'BRANCH_CASH'
     group by item.remittance_id) as taken on taken.remittance_id = remittance.id
   left join (
     select head.subject_id, sum(entry.amount) as amount
     from ledger_transaction head
     join ledger_entry entry on entry.transaction_id = head.id and entry.account = 'CENTRAL_BANK'
     where head.kind = 'REMITTANCE' group by head.subject_id) as arrived on arrived.subject_id = remittance.id
   where coalesce(taken.cash, 0) <> case when remittance.status = 'WITHDRAWN' then 0 else remittance.amount end
     or coalesce(arrived.amount, 0) <> case when remittance.status = 'CONFIRMED' then remittance.amount else 0 end`,

  `select 'line ' || line.line || ' of statement ' || statement.number || ': ' || line.amount || ' of unknown content, posted '
     || coalesce(posted.amount, 0) as fault
   from bank_statement_line line
   join bank_statement statement on statement.id = line.statement_id
   left join lateral (
     select sum(-entry.amount) as amount
     from ledger_transaction head
     join ledger_entry entry on entry.transaction_id = head.id and entry.account = 'UNMATCHED_RECEIPT'
     where head.subject_id = line.id) as posted on true
   where coalesce(posted.amount, 0) <> case when line.is_posted then line.amount else 0 end`,
];
