/**
 * What a member declares to pay, what is waived of it, what is given beyond it, and what was paid too much. Each is a dossier that
 * somebody decides on; its steps are in `dues_step`.
 */
export const rateAndWaiverTables: readonly string[] = [
  'create sequence dues_dossier_number',
  // what is left of an amount after a reduction in per cent, half-up (T12); no percentage leaves it whole
  `create function reduced_dues(amount bigint, percent int) returns bigint language sql immutable parallel safe
    return (2 * amount * (100 - coalesce(percent, 0)) + 100) / 200`,
  `alter table dues_rate drop constraint dues_rate_status_check`,
  `alter table dues_rate
    add constraint dues_rate_status_check check (status in ('PENDING', 'APPROVED', 'REJECTED', 'SUPERSEDED', 'REPLACED', 'WITHDRAWN')),
    add column number text unique,
    add column branch_id uuid,
    add column approver_unit_id uuid,
    add column declared_base bigint check (declared_base >= 0),
    add column base_month calendar_month,
    add column rule_id text,
    add column proposed_amount bigint,
    add column explanation text,
    add column voluntary_amount bigint not null default 0 check (voluntary_amount >= 0),
    add column note text,
    add column declared_on date,
    add column decided_on date,
    add column decision_reason text`,
  `create unique index dues_rate_one_pending on dues_rate (member_id) where status = 'PENDING'`,
  `create index dues_rate_waiting on dues_rate (approver_unit_id, id) where status = 'PENDING'`,

  // an approved one that was ended early keeps the months before, with a shorter `to_period`
  `create table waiver (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text not null unique default 'MG-' || nextval('dues_dossier_number'),
    member_id uuid not null,
    branch_id uuid not null,
    approver_unit_id uuid not null,
    kind text not null check (kind in ('EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70', 'DEFER', 'ADVANCE')),
    percent smallint check (percent in (30, 50, 70)),
    ground text not null check (ground in ('PARTY_AGE', 'SOCIAL_PENSION', 'SPECIAL_HARDSHIP', 'HARDSHIP', 'EXEMPT_FROM_ACTIVITY')),
    from_period calendar_month not null,
    to_period calendar_month,
    deferred_until date,
    status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED')),
    channel text not null default 'ONLINE' check (channel in ('ONLINE', 'PAPER', 'SYSTEM')),
    request_reference text,
    exempted_by text,
    exempted_from calendar_month,
    exempted_through calendar_month,
    reason text not null,
    entered_by_account_id uuid,
    requested_on date not null,
    decided_on date,
    decided_by jsonb,
    decision_reason text,
    ended_on date,
    check (to_period >= from_period or status = 'REVOKED'),
    check ((kind like 'REDUCE%') = (percent is not null)),
    check (kind = 'REDUCE_' || percent or percent is null),
    check ((kind = 'DEFER') = (deferred_until is not null)),
    constraint waiver_one_amount_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&)
      where (status = 'APPROVED' and kind in ('EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70')),
    constraint waiver_one_kind_a_month exclude using gist (member_id with =, kind with =, daterange(from_period, to_period, '[]') with &&)
      where (status = 'APPROVED' and kind in ('DEFER', 'ADVANCE'))
  )`,
  'create index waiver_member on waiver (member_id, from_period)',
  `create index waiver_waiting on waiver (approver_unit_id, id) where status = 'PENDING'`,
  `create unique index waiver_one_pending on waiver (member_id, kind) where status = 'PENDING'`,

  // what was paid too much for a month gone by; it is set against what is charged next
  `create table dues_credit (
    id uuid primary key default uuidv7(),
    member_id uuid not null,
    amount bigint not null check (amount > 0),
    remaining bigint not null check (remaining between 0 and amount),
    cause_id uuid not null,
    made_on date not null
  )`,
  'create index dues_credit_left on dues_credit (member_id, id) where remaining > 0',

  // what a member gives beyond the rate, once the direct superior of the branch agrees
  `create table voluntary_contribution (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text not null unique,
    member_id uuid not null,
    branch_id uuid not null,
    approver_unit_id uuid not null,
    rate_id uuid not null unique,
    amount bigint not null check (amount > 0),
    category dues_category not null,
    from_period calendar_month not null,
    to_period calendar_month,
    status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'ENDED')),
    requested_on date not null,
    decided_on date,
    decided_by jsonb,
    decision_reason text,
    constraint voluntary_contribution_one_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&)
      where (status = 'APPROVED')
  )`,
  'create index voluntary_contribution_member on voluntary_contribution (member_id, from_period)',
  `create index voluntary_contribution_waiting on voluntary_contribution (approver_unit_id, id) where status = 'PENDING'`,

  `create table dues_step (
    dossier_id uuid not null,
    version int not null,
    at timestamptz not null,
    action text not null,
    from_state text,
    to_state text not null,
    by_account_id uuid,
    by_name text,
    by_title text,
    unit_id uuid,
    reason text,
    primary key (dossier_id, version)
  )`,
];
