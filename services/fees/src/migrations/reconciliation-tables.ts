/**
 * What a unit and its superior agree on at the end of a period. The figures are those that both saw: they are kept as they were when
 * the dossier was opened or last computed anew, and no longer change once one of the two has confirmed them.
 */
export const reconciliationTables: readonly string[] = [
  // cash and payouts by unit: the many entries of payments online are in neither
  `create index ledger_entry_of_unit on ledger_entry (unit_id, transaction_id)
    where account in ('BRANCH_CASH', 'PAYOUT_IN_TRANSIT')`,
  'create index order_line_of_branch on order_line (branch_id, order_id)',
  'create index unit_place_path on unit_place using gin (path)',
  `create type reconciliation_status as enum ('OPEN', 'CONFIRMED_BY_SUB', 'DISPUTED', 'CLOSED')`,
  `create table reconciliation (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text not null,
    kind text not null check (kind in ('QUARTER', 'HALF', 'YEAR')),
    unit_id uuid not null,
    superior_id uuid not null,
    from_month calendar_month not null,
    through_month calendar_month not null,
    due_on date not null,
    opened_on date not null,
    status reconciliation_status not null default 'OPEN',
    figures jsonb not null,
    figures_at timestamptz not null,
    confirmed_by jsonb,
    confirmed_on date,
    closed_by jsonb,
    closed_on date,
    disputed_by jsonb,
    disputed_figure text,
    disputed_amount bigint,
    dispute_reason text,
    unique (unit_id, kind, from_month),
    check ((status = 'CLOSED') = (closed_on is not null)),
    check ((disputed_figure is null) = (dispute_reason is null)),
    check ((status = 'DISPUTED') <= (disputed_figure is not null))
  )`,
  'create index reconciliation_of_superior on reconciliation (superior_id, through_month)',
  `create index reconciliation_open on reconciliation (through_month, unit_id) where status in ('OPEN', 'CONFIRMED_BY_SUB')`,
  `create table reconciliation_adjustment (
    id uuid primary key default uuidv7(),
    reconciliation_id uuid not null,
    period calendar_month not null,
    status text not null default 'PROPOSED' check (status in ('PROPOSED', 'POSTED', 'REJECTED')),
    reason text not null,
    moves jsonb not null,
    proposed_by jsonb not null,
    proposed_on date not null,
    decided_by jsonb,
    decided_on date,
    transaction_id uuid,
    check ((status = 'POSTED') = (transaction_id is not null))
  )`,
  'create index reconciliation_adjustment_of on reconciliation_adjustment (reconciliation_id)',
  `create unique index reconciliation_adjustment_one_waits on reconciliation_adjustment (reconciliation_id)
    where status = 'PROPOSED'`,
  `create index reconciliation_adjustment_period on reconciliation_adjustment (period) where status = 'POSTED'`,
];
