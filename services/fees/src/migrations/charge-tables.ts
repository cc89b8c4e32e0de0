/**
 * Charges as they go through payment. `dues_charge` holds the regular charge of a month; what is owed beside it (an
 * adjustment of a month gone by, a voluntary part) is an `extra_charge`. Every change of what is due, by whomever, leaves a signed
 * row in `totals_delta` by trigger, so that the totals cannot miss one. The paid side is written where money is posted.
 */
export const chargeTables: readonly string[] = [
  `create type dues_category as enum ('SI_COMPULSORY', 'SI_SICK_MATERNITY', 'SI_OTHER_LEAVE', 'PENSION', 'PENSION_WITH_WORK',
    'MERITORIOUS_OR_INCAPACITY', 'STUDENT', 'NON_SI_BELOW_RETIREMENT', 'NON_SI_RETIREMENT_AGE', 'OVERSEAS_OFFICIAL',
    'OVERSEAS_OTHER', 'SALARIED', 'OTHER_DOMESTIC', 'DECLARED')`,
  `create type dues_charge_state as enum
    ('DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'IN_PAYMENT', 'PAID', 'WAIVED', 'REFUNDED')`,
  // a partition was made beside the table and keeps the checks it was made with, so they are dropped one by one
  `do $$
  declare
    old record;
  begin
    for old in
      select conrelid::regclass as of, conname as name from pg_constraint
      where contype = 'c' and conislocal and conname not like '%period%' and (conrelid = 'dues_charge'::regclass
        or conrelid in (select inhrelid from pg_inherits where inhparent = 'dues_charge'::regclass))
      order by conrelid = 'dues_charge'::regclass
    loop
      execute format('alter table %s drop constraint if exists %I', old.of, old.name);
    end loop;
  end $$`,
  `alter table dues_charge
    alter column status drop default,
    alter column status type dues_charge_state using status::text::dues_charge_state,
    alter column status set default 'DRAFT',
    add column category dues_category not null default 'DECLARED',
    add column order_id uuid`,
  'drop type dues_charge_status',
  'alter type dues_charge_state rename to dues_charge_status',
  `alter table dues_charge
    add constraint dues_charge_paid_within check (paid between 0 and amount),
    add constraint dues_charge_paid_whole check ((status = 'PAID') = (paid = amount) or (amount = 0 and status <> 'PAID')),
    add constraint dues_charge_locked_by check ((status = 'IN_PAYMENT') = (order_id is not null))`,
  `alter table dues_rate
    add column category dues_category not null default 'DECLARED'`,

  `create type charge_origin as enum ('REGULAR', 'ARREARS_ADJUSTMENT', 'VOLUNTARY')`,
  // paid ones keep order_id null as well: which order paid is in order_line
  `create table extra_charge (
    period calendar_month not null,
    member_id uuid not null,
    origin charge_origin not null check (origin <> 'REGULAR'),
    seq smallint not null check (seq >= 1),
    branch_id uuid not null,
    amount bigint not null check (amount > 0),
    paid bigint not null default 0 check (paid between 0 and amount),
    status dues_charge_status not null default 'ANNOUNCED',
    category dues_category not null default 'DECLARED',
    order_id uuid,
    cause_id uuid not null,
    made_on date not null,
    primary key (member_id, period, origin, seq),
    unique (cause_id, member_id, period, origin),
    check ((status = 'PAID') = (paid = amount)),
    check ((status = 'IN_PAYMENT') = (order_id is not null))
  )`,
  'create index extra_charge_branch on extra_charge (branch_id, period)',
  `create view member_charge as
    select period, member_id, 'REGULAR'::charge_origin as origin, 0::smallint as seq, branch_id, category, amount, paid,
      status, order_id
    from dues_charge
    union all
    select period, member_id, origin, seq, branch_id, category, amount, paid, status, order_id from extra_charge`,

  // what is owed less than the rate, or more, and why: a waiver, a credit, a rate approved for a month gone by
  `create table charge_change (
    id uuid primary key default uuidv7(),
    period calendar_month not null,
    member_id uuid not null,
    kind text not null check (kind in ('WAIVER', 'CREDIT', 'RATE')),
    amount_before bigint not null,
    amount_after bigint not null,
    cause_id uuid not null,
    made_on date not null,
    made_at timestamptz not null default now()
  )`,
  'create index charge_change_of on charge_change (member_id, period)',

  `create table totals_delta (
    xid xid8 not null default pg_current_xact_id(),
    unit_id uuid not null,
    period date not null,
    paid_month date,
    category dues_category not null,
    channel text check (channel in ('ONLINE', 'CASH')),
    method text,
    due bigint not null default 0,
    members int not null default 0,
    paid bigint not null default 0,
    payers int not null default 0,
    payers_of_month int not null default 0,
    kept_units uuid[] not null default '{}',
    kept_amounts bigint[] not null default '{}',
    check (cardinality(kept_units) = cardinality(kept_amounts)),
    check ((paid_month is null) = (channel is null))
  )`,
  'create index totals_delta_xid on totals_delta (xid)',

  // a waived charge is nobody's due; members counts regular charges only, so that it is the number of people charged
  `create function due_of_new_charges() returns trigger language plpgsql as $$
  begin
    insert into totals_delta (unit_id, period, category, due, members)
    select branch_id, period, category, sum(amount), count(*)
    from made where status <> 'WAIVED' group by branch_id, period, category;
    return null;
  end $$`,
  `create function due_of_changed_charges() returns trigger language plpgsql as $$
  begin
    insert into totals_delta (unit_id, period, category, due, members)
    select branch_id, period, category, sum(amount), sum(member)
    from (
      select branch_id, period, category, -amount as amount, -1 as member from before where status <> 'WAIVED'
      union all
      select branch_id, period, category, amount, 1 from after where status <> 'WAIVED') as change
    group by branch_id, period, category
    having sum(amount) <> 0 or sum(member) <> 0;
    return null;
  end $$`,
  `create function due_of_new_extras() returns trigger language plpgsql as $$
  begin
    insert into totals_delta (unit_id, period, category, due)
    select branch_id, period, category, sum(amount)
    from made where status <> 'WAIVED' group by branch_id, period, category;
    return null;
  end $$`,
  `create function due_of_changed_extras() returns trigger language plpgsql as $$
  begin
    insert into totals_delta (unit_id, period, category, due)
    select branch_id, period, category, sum(amount)
    from (
      select branch_id, period, category, -amount as amount from before where status <> 'WAIVED'
      union all
      select branch_id, period, category, amount from after where status <> 'WAIVED') as change
    group by branch_id, period, category
    having sum(amount) <> 0;
    return null;
  end $$`,
  `create trigger dues_charge_made after insert on dues_charge referencing new table as made
    for each statement execute function due_of_new_charges()`,
  `create trigger dues_charge_changed after update on dues_charge referencing old table as before new table as after
    for each statement execute function due_of_changed_charges()`,
  `create trigger extra_charge_made after insert on extra_charge referencing new table as made
    for each statement execute function due_of_new_extras()`,
  `create trigger extra_charge_changed after update on extra_charge referencing old table as before new table as after
    for each statement execute function due_of_changed_extras()`,
  // charges made before this migration are due as well
  `insert into totals_delta (unit_id, period, category, due, members)
    select branch_id, period, category, sum(amount), count(*) from dues_charge where status <> 'WAIVED'
    group by branch_id, period, category`,
];
