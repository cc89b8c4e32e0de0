import { chainTables } from '@dang/audit/chain-tables';

/**
 * Double entry. An amount is whole đồng, debit positive, credit negative; the entries of a transaction add up to 0, which the database
 * demands of every statement that writes entries, and nothing is ever changed or deleted. Accounts:
 * - `CENTRAL_BANK`: money on the province's central account · `BRANCH_CASH` of a branch: dues in notes, not yet remitted
 * - `UNIT_SHARE` of a unit: what is owed to it and lies on the central account · `UNFUNDED_SHARE`: owed to it, but still cash in a branch
 * - `PAYOUT_IN_TRANSIT` of a unit: instructed, not yet confirmed by the bank · `REFUND_PAYABLE`: owed back to payers
 * - `UNMATCHED_RECEIPT`: arrived at the bank, and nobody knows what for
 */
export const ledgerTables: readonly string[] = [
  `create type ledger_account as enum ('CENTRAL_BANK', 'BRANCH_CASH', 'UNIT_SHARE', 'UNFUNDED_SHARE', 'PAYOUT_IN_TRANSIT',
    'REFUND_PAYABLE', 'UNMATCHED_RECEIPT')`,
  `create type ledger_kind as enum ('PAYMENT', 'CASH_PAYMENT', 'REMITTANCE', 'DUPLICATE_RECEIPT', 'REFUND', 'REFUND_PAID',
    'PAYOUT_INSTRUCTED', 'PAYOUT_SETTLED', 'PAYOUT_FAILED', 'ADJUSTMENT')`,
  `create table ledger_transaction (
    id uuid primary key default uuidv7(),
    xid xid8 not null default pg_current_xact_id(),
    kind ledger_kind not null,
    booked_on date not null,
    unit_id uuid not null,
    subject_id uuid not null,
    reason text,
    posted_at timestamptz not null default now(),
    content_hash bytea not null check (length(content_hash) = 32)
  )`,
  'create index ledger_transaction_place on ledger_transaction (xid, id)',
  'create index ledger_transaction_subject on ledger_transaction (subject_id)',
  // a small unit is read by its own postings, a large one by day, because most of them are its own
  'create index ledger_transaction_of_unit on ledger_transaction (unit_id, booked_on, id)',
  'create index ledger_transaction_of_day on ledger_transaction (booked_on, id)',
  // one posting a subject and kind: a payment confirmed twice cannot be posted twice, whatever the code does
  `create unique index ledger_transaction_once on ledger_transaction (subject_id, kind) where kind <> 'ADJUSTMENT'`,
  `create table ledger_entry (
    transaction_id uuid not null,
    line smallint not null check (line >= 1),
    account ledger_account not null,
    unit_id uuid,
    amount bigint not null check (amount <> 0),
    period date,
    member_id uuid,
    origin charge_origin,
    seq smallint,
    primary key (transaction_id, line),
    check ((account in ('BRANCH_CASH', 'UNIT_SHARE', 'UNFUNDED_SHARE', 'PAYOUT_IN_TRANSIT')) = (unit_id is not null))
  )`,
  `create function ledger_must_balance() returns trigger language plpgsql as $$
  declare
    broken uuid;
  begin
    select transaction_id into broken from written group by transaction_id having sum(amount) <> 0 limit 1;
    if broken is not null then
      raise exception 'ledger transaction % does not balance', broken using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create trigger ledger_entry_balanced after insert on ledger_entry referencing new table as written
    for each statement execute function ledger_must_balance()`,
  ...chainTables('ledger', 'ledger_transaction'),
  `create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only()`,
  `create trigger ledger_entry_never_emptied before truncate on ledger_entry
    for each statement execute function ledger_is_append_only()`,
  // what stands on each account, of all transactions below `folded_to`; the nil id is the account of no unit
  `create table ledger_balance (
    account ledger_account not null,
    unit_id uuid not null,
    amount bigint not null,
    primary key (account, unit_id)
  )`,
  `create table ledger_balance_place (
    single boolean primary key default true check (single),
    folded_to xid8 not null default '0'
  )`,
  'insert into ledger_balance_place default values',
];
