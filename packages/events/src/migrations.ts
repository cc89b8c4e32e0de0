/**
 * The tables of events, for the first migration of every service: `for (const sql of eventTables) this.addSql(sql)`.
 *
 * `outbox`: one row an event, written in the transaction of the change, partitioned by month, kept 13 months. `xid` is
 * the transaction that wrote it: a row may leave once no older transaction of the cluster is still running.
 * `inbox`: what has been taken in, by reaction. `parked_event`: what could not be handled, with the reason.
 */
export const eventTables: readonly string[] = [
  `create table outbox (
    position bigint generated always as identity,
    occurred_at timestamptz not null default now(),
    id uuid not null default uuidv7(),
    xid xid8 not null default pg_current_xact_id(),
    service text not null,
    name text not null,
    version integer not null default 1,
    aggregate_id text not null,
    aggregate_version bigint,
    actor json,
    traceparent text,
    data json not null,
    published_at timestamptz,
    primary key (position, occurred_at)
  ) partition by range (occurred_at)`,
  'create table outbox_default partition of outbox default',
  'create index outbox_unpublished on outbox (position, xid) where published_at is null',

  `create function outbox_notify() returns trigger language plpgsql as $$
  begin
    perform pg_notify('outbox', '');
    return null;
  end $$`,
  `create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify()`,

  // A month is filled beside the table and attached, because "create table … partition of" would lock out every writer.
  // Rows that came while nobody made partitions are moved out of the default one first.
  `create function outbox_make_partitions(months_ahead integer default 3) returns integer language plpgsql as $$
  declare
    first_day timestamp;
    lower_bound text;
    upper_bound text;
    partition_name text;
    made integer := 0;
  begin
    perform pg_advisory_xact_lock(hashtext('outbox partitions'));
    for ahead in 0..months_ahead loop
      first_day := date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead);
      partition_name := 'outbox_' || to_char(first_day, 'YYYY_MM');
      continue when to_regclass(partition_name) is not null;
      lower_bound := to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00';
      upper_bound := to_char(first_day + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00';
      execute format('create table %I (like outbox including defaults including constraints)', partition_name);
      execute format(
        'with moved as (delete from outbox_default where occurred_at >= %L and occurred_at < %L returning *)
         insert into %I select * from moved', lower_bound, upper_bound, partition_name);
      execute format('alter table outbox attach partition %I for values from (%L) to (%L)',
        partition_name, lower_bound, upper_bound);
      made := made + 1;
    end loop;
    return made;
  end $$`,

  // A month with an unpublished row stays: an event is never lost because it is old.
  `create function outbox_drop_partitions(months_kept integer default 13) returns integer language plpgsql as $$
  declare
    last_kept timestamp := date_trunc('month', now() at time zone 'UTC') - make_interval(months => months_kept);
    old record;
    waiting boolean;
    dropped integer := 0;
  begin
    perform pg_advisory_xact_lock(hashtext('outbox partitions'));
    for old in
      select child.relname as name from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
      where pg_inherits.inhparent = 'outbox'::regclass and child.relname ~ '^outbox_\\d{4}_\\d{2}$'
        and to_timestamp(substr(child.relname, 8), 'YYYY_MM')::timestamp < last_kept
    loop
      execute format('select exists (select from %I where published_at is null)', old.name) into waiting;
      if waiting then
        raise warning '% is older than % months but holds unpublished events', old.name, months_kept;
      else
        execute format('drop table %I', old.name);
        dropped := dropped + 1;
      end if;
    end loop;
    delete from outbox_default where published_at is not null and occurred_at < last_kept at time zone 'UTC';
    return dropped;
  end $$`,
  'select outbox_make_partitions()',

  `create table inbox (
    reaction text not null,
    event_id uuid not null,
    received_at timestamptz not null default now(),
    primary key (reaction, event_id)
  )`,
  'create index inbox_received_at on inbox using brin (received_at)',

  `create table parked_event (
    id uuid primary key default uuidv7(),
    position bigint generated always as identity,
    reaction text not null,
    event_id uuid not null,
    name text,
    kind text check (kind in ('state', 'fact')),
    aggregate_id text,
    subject text not null,
    envelope text not null,
    status text not null check (status in ('RETRYING', 'WAITING', 'DEAD', 'RESOLVED')),
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    reason text not null,
    parked_at timestamptz not null default now(),
    resolved_at timestamptz,
    unique (reaction, event_id)
  )`,
  `create index parked_event_open on parked_event (aggregate_id, position) where status <> 'RESOLVED'`,
  `create index parked_event_due on parked_event (status, next_attempt_at) where status in ('RETRYING', 'WAITING')`,

  // The inbox must remember for longer than any outbox can be replayed.
  `create function forget_old_events() returns void language sql as $$
    delete from inbox where received_at < now() - interval '14 months';
    delete from parked_event where status = 'RESOLVED' and resolved_at < now() - interval '14 months';
  $$`,
];
