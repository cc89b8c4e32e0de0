/**
 * The tables of fees. A month is kept as its first day, so that months are added and compared by the database itself.
 * No foreign keys on the charges: they cost the monthly run a factor of four; tests prove the integrity instead.
 */
export const feesTables = `
create extension if not exists btree_gist;
create domain calendar_month as date check (extract(day from value) = 1);

create table dues_rate (
  id uuid primary key default uuidv7(),
  member_id uuid not null,
  monthly_amount bigint not null check (monthly_amount > 0),
  from_period calendar_month not null,
  to_period calendar_month,
  status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'SUPERSEDED')),
  account_id uuid unique,
  approved_by_member_id uuid,
  approved_by_name text,
  approved_by_title text,
  approved_for_unit_id uuid,
  approved_on date,
  created_at timestamptz not null default now(),
  version int not null default 1,
  check (to_period >= from_period),
  constraint dues_rate_one_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&)
    where (status in ('APPROVED', 'SUPERSEDED'))
);
create index dues_rate_member on dues_rate (member_id, from_period);

create table charging_ground (
  kind text not null check (kind in ('START', 'LETTER', 'TRANSFER')),
  id uuid not null,
  member_id uuid not null,
  branch_id uuid not null,
  transfer_id uuid,
  paid_through calendar_month not null,
  decided_on date not null,
  occurred_at timestamptz not null,
  voided boolean not null default false,
  primary key (kind, id)
);
create index charging_ground_member on charging_ground (member_id);
create unique index charging_ground_one_start on charging_ground (member_id) where kind = 'START';

create table charging (
  member_id uuid not null,
  branch_id uuid not null,
  from_period calendar_month not null,
  to_period calendar_month,
  cause text not null check (cause in ('START', 'TRANSFER')),
  cause_id uuid not null,
  primary key (member_id, from_period),
  check (to_period >= from_period),
  constraint charging_one_branch_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&)
);
create index charging_branch on charging (branch_id, member_id);

create type dues_charge_status as enum ('DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'PAID', 'WAIVED');
create table dues_charge (
  period date not null check (extract(day from period) = 1),
  member_id uuid not null,
  branch_id uuid not null,
  amount bigint not null check (amount > 0),
  paid bigint not null default 0 check (paid between 0 and amount),
  status dues_charge_status not null default 'DRAFT',
  check ((status = 'PAID') = (paid = amount)),
  primary key (period, member_id)
) partition by range (period);
create index dues_charge_branch on dues_charge (branch_id, member_id);

create function open_dues_month(period calendar_month) returns void language plpgsql as $$
declare
  partition text := 'dues_charge_' || to_char(period, 'YYYY_MM');
begin
  if to_regclass(partition) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('open_dues_month'));
  if to_regclass(partition) is not null then return; end if;
  execute format('create table %I (like dues_charge including all) with (fillfactor = 85)', partition);
  execute format('alter table dues_charge attach partition %I for values from (%L) to (%L)',
    partition, period, period + interval '1 month');
end $$;
select open_dues_month(month::date) from generate_series(date '2026-01-01', date '2027-12-01', interval '1 month') month;

create table charge_run (
  unit_id uuid not null,
  period calendar_month not null,
  charges int not null default 0,
  amount bigint not null default 0,
  charged_at timestamptz not null default now(),
  primary key (unit_id, period)
);

create table dues_standing (
  member_id uuid primary key,
  version bigint not null default 1,
  paid_through text,
  open_months text[] not null,
  charged_by uuid,
  outstanding bigint not null
);

create table demo_load (
  loaded_at timestamptz not null default now()
);
create unique index demo_load_once on demo_load ((true));
`;
