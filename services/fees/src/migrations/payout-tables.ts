/**
 * Where retained dues go, and how they get there. A number of a bank account stands sealed, with a blind index beside it; who did
 * something is kept as they acted then (`…_by`: account, member, name, title, unit).
 */
export const payoutTables: readonly string[] = [
  `create type beneficiary_status as enum ('PENDING', 'APPROVED', 'REJECTED', 'ENDED')`,
  // an applicant is known by account only until the branch has admitted them; holder null and null: the organisation itself
  `create table beneficiary_account (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text collate "C" not null unique,
    unit_id uuid not null,
    holder_member_id uuid,
    applicant_account_id uuid,
    by_office boolean not null default false,
    holder_name text not null,
    bank_code text not null,
    account_sealed text not null,
    account_index text not null,
    account_mask text not null,
    status beneficiary_status not null default 'PENDING',
    declared_on date not null,
    declared_by jsonb not null,
    decided_on date,
    ended_on date,
    reason text,
    check ((status = 'ENDED') = (ended_on is not null))
  )`,
  `create unique index beneficiary_account_one_active on beneficiary_account (unit_id) where status = 'APPROVED'`,
  // what applicants declare must not keep the unit itself from declaring
  `create unique index beneficiary_account_one_pending on beneficiary_account (unit_id)
    where status = 'PENDING' and applicant_account_id is null`,
  `create unique index beneficiary_account_one_of_an_applicant on beneficiary_account (applicant_account_id)
    where status = 'PENDING'`,
  'create index beneficiary_account_of_unit on beneficiary_account (unit_id, id)',
  `create index beneficiary_account_of_holder on beneficiary_account (holder_member_id) where status in ('PENDING', 'APPROVED')`,
  // what was done to accounts, payouts, remittances and lines of statements, each by its own id
  `create table dossier_step (
    id uuid primary key default uuidv7(),
    dossier_id uuid not null,
    at timestamptz not null,
    action text not null,
    from_state text,
    to_state text not null,
    actor jsonb,
    reason text
  )`,
  'create index dossier_step_of on dossier_step (dossier_id, id)',

  `create type payout_status as enum ('CALCULATED', 'HELD', 'INSTRUCTED', 'SETTLED', 'FAILED', 'MANUAL', 'NETTED')`,
  // one a unit at a time: as long as it is open, what is retained meanwhile joins it
  `create table payout (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    unit_id uuid not null,
    made_on date not null,
    amount bigint not null check (amount > 0),
    status payout_status not null default 'CALCULATED',
    hold text check (hold in ('NO_ACCOUNT', 'OFFICER')),
    tries smallint not null default 0,
    next_try_at timestamptz,
    account_id uuid,
    bank_ref text,
    failure text,
    settled_on date,
    unique (unit_id, made_on),
    check ((status = 'HELD') = (hold is not null)),
    check ((status = 'SETTLED') = (settled_on is not null))
  )`,
  `create unique index payout_one_open on payout (unit_id)
    where status in ('CALCULATED', 'HELD', 'INSTRUCTED', 'FAILED', 'MANUAL')`,
  'create index payout_of_unit on payout (unit_id, id)',
  `create index payout_to_send on payout (next_try_at) where status in ('CALCULATED', 'FAILED')`,
  // each try is a payout of its own to the bank and to the ledger; told_at: from then on the bank may have it
  `create table payout_attempt (
    id uuid primary key default uuidv7(),
    payout_id uuid not null,
    number smallint not null,
    account_id uuid not null,
    amount bigint not null check (amount > 0),
    started_at timestamptz not null,
    told_at timestamptz,
    called_at timestamptz,
    calls smallint not null default 0,
    bank_ref text,
    outcome text check (outcome in ('SETTLED', 'FAILED', 'WITHDRAWN')),
    failure text,
    unique (payout_id, number),
    check (bank_ref is null or told_at is not null)
  )`,
  'create unique index payout_attempt_one_open on payout_attempt (payout_id) where outcome is null',
  `create table payout_interval (
    unit_id uuid primary key,
    days smallint not null check (days between 1 and 31),
    set_on date not null,
    set_by jsonb not null
  )`,

  // cash of a branch is looked for by branch; nothing else on the ledger is found by unit
  `create index ledger_entry_branch_cash on ledger_entry (unit_id) where account = 'BRANCH_CASH'`,
  `create type remittance_status as enum ('DECLARED', 'CONFIRMED', 'WITHDRAWN')`,
  `create table remittance (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text collate "C" not null unique,
    branch_id uuid not null,
    amount bigint not null check (amount > 0),
    status remittance_status not null default 'DECLARED',
    declared_on date not null,
    declared_by jsonb not null,
    confirmed_on date,
    check ((status = 'CONFIRMED') = (confirmed_on is not null))
  )`,
  'create index remittance_of_branch on remittance (branch_id, id)',
  `create unique index remittance_one_declared on remittance (branch_id) where status = 'DECLARED'`,
  // what a remittance takes along: each transaction that moved the branch's cash goes with one of them
  `create table remittance_item (
    transaction_id uuid primary key,
    remittance_id uuid not null
  )`,
  'create index remittance_item_of on remittance_item (remittance_id)',

  `create type statement_line_status as enum
    ('MATCHED', 'WRONG_AMOUNT', 'REPEATED', 'CONTRADICTED', 'UNMATCHED', 'MISSING', 'RESOLVED')`,
  `create table bank_statement (
    id uuid primary key default uuidv7(),
    number text not null,
    source text not null check (source in ('BANK', 'FILE', 'OFFICER')),
    day date,
    read_on date not null,
    lines int not null,
    complete boolean not null default false
  )`,
  // what somebody gives in under the number of the bank's own statement does not take its place
  `create unique index bank_statement_once on bank_statement (number, (source = 'BANK'))`,
  // line: its place in the statement; what should be there and is not has a negative one
  `create table bank_statement_line (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    statement_id uuid not null,
    line int not null,
    reference text not null,
    counterparty_sealed text,
    amount bigint not null check (amount <> 0),
    booked_on date not null,
    content text not null,
    status statement_line_status not null,
    matched_kind text check (matched_kind in ('ORDER', 'PAYOUT', 'REFUND', 'REMITTANCE', 'RECEIPT')),
    matched_id uuid,
    is_posted boolean not null default false,
    unique (statement_id, line),
    check ((matched_kind is null) = (matched_id is null))
  )`,
  'create index bank_statement_line_matched on bank_statement_line (matched_id) where matched_id is not null',
  // money of unknown content goes back once
  `create unique index bank_statement_line_returned on bank_statement_line (matched_id) where matched_kind = 'RECEIPT'`,
  'create index bank_statement_line_told on bank_statement_line (booked_on, amount)',
  `create index bank_statement_line_open on bank_statement_line (status, id) where status not in ('MATCHED', 'RESOLVED')`,
  // orders lie about as they were paid, so that a few ranges of pages hold a day; costs nothing to keep
  'create index payment_order_paid_on on payment_order using brin (paid_on)',
  'create index payout_settled_on on payout (settled_on) where settled_on is not null',
];
