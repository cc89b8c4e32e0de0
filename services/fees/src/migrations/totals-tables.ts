import { horizon } from '@dang/events/horizon';

/**
 * What is added up. By the month that a charge is for: `due`, `members` charged, `paid`, `payers`, and `retained`, what units kept of
 * it. By the month in which the money came: `paid_in`, `payers_in`, `retained_in`. `own_…` is the unit's part of it, without what lies
 * below: a branch collects, and every unit on the way keeps its share. Whole đồng; what a unit passed on is paid − retained.
 */
const figures = [
  'due',
  'members',
  'paid',
  'payers',
  'retained',
  'paid_in',
  'payers_in',
  'retained_in',
] as const;
const counts: readonly string[] = ['members', 'payers', 'payers_in'];

const all = [...figures, ...figures.map((figure) => `own_${figure}`)];
const columns = all
  .map((name) => `${name} ${isCount(name) ? 'int' : 'bigint'} not null default 0`)
  .join(', ');
const added = (table: string) =>
  all.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');

function isCount(name: string): boolean {
  return counts.includes(name.replace('own_', ''));
}

const dimensions = 'category, channel, method';
const summed = figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ');

/** For every unit of a spread change its figures, and as its own those of `is_own`. */
const spread = [
  ...figures.map((figure) => `sum(${figure})`),
  ...figures.map((figure) => `coalesce(sum(${figure}) filter (where is_own), 0)`),
].join(', ');

const moved = figures.map((figure) => `sum(sign * own.own_${figure})`).join(', ');

const foldInto = (table: string, key: string) => `
  insert into ${table} as known (unit_id, ${key}, ${all.join(', ')})
  select unit_id, ${key}, ${spread} from spread group by unit_id, ${key} order by unit_id, ${key}
  on conflict (unit_id, ${key}) do update set ${added('known')}`;

const moveIn = (table: string, key: string) => `
  insert into ${table} as known (unit_id, ${key}, ${figures.join(', ')})
  select change.ancestor, ${key}, ${moved}
  from place_change(units) as change
  join ${table} own on own.unit_id = change.descendant
    and last_day_of(own.month) >= change.from_day and last_day_of(own.month) < change.to_day
  group by change.ancestor, ${key} order by change.ancestor, ${key}
  on conflict (unit_id, ${key}) do update set ${figures.map((name) => `${name} = known.${name} + excluded.${name}`).join(', ')}`;

/**
 * Totals: rows up to a watermark (`fold_place`), for every unit and all above it on the last day of the month, and the deltas behind
 * it. The folder alone writes them, and the tree by which they were added up (`totals_closure`, without the unit itself; depth 1 is
 * its parent), so that whoever reads rows, tail and tree in one snapshot reads an exact sum.
 */
export const totalsTables: readonly string[] = [
  `create function last_day_of(month date) returns date immutable parallel safe language sql
    return (month + interval '1 month' - interval '1 day')::date`,
  'create table fold_place (name text primary key, upto xid8 not null)',
  `insert into fold_place (name, upto) values ('totals', '0'), ('branch dues', '0')`,
  'create table fold_mark (day date primary key, upto xid8 not null)',
  `create table totals_closure (
    descendant uuid not null,
    ancestor uuid not null,
    depth smallint not null check (depth >= 1),
    from_day date not null,
    to_day date not null,
    primary key (descendant, ancestor, from_day) include (to_day)
  )`,
  // as of a day, only what has moved is looked at
  `create index totals_closure_changed on totals_closure (ancestor, descendant)
    where from_day > '-infinity' or to_day < 'infinity'`,
  'create index totals_closure_below on totals_closure (ancestor, depth, descendant) include (from_day, to_day)',
  `create table totals_month (unit_id uuid not null, month date not null, ${columns}, primary key (unit_id, month))
    with (fillfactor = 70)`,
  `create table totals_cube (unit_id uuid not null, month date not null, category dues_category not null,
    channel text not null, method text not null, ${columns}, primary key (unit_id, month, ${dimensions}))
    with (fillfactor = 70)`,
  // who has paid in two branches in one calendar month, a row a branch: counted once above both
  `create table payer_twice (
    paid_month date not null,
    member_id uuid not null,
    branch_id uuid not null,
    primary key (paid_month, member_id, branch_id)
  )`,
  'alter table payer_month add column xid xid8 not null default pg_current_xact_id()',
  'create index payer_month_xid on payer_month (xid)',
  `create view totals_change as
    select xid, unit_id, period as month, category, coalesce(channel, '') as channel, coalesce(method, '') as method,
      due, members, paid, payers, 0::bigint as retained, 0::bigint as paid_in, 0 as payers_in, 0::bigint as retained_in
    from totals_delta
    union all
    select xid, unit_id, paid_month, category, channel, coalesce(method, ''), 0, 0, 0, 0, 0, paid, payers_of_month, 0
    from totals_delta where paid_month is not null
    union all
    select xid, kept.unit_id, period, category, coalesce(channel, ''), coalesce(method, ''), 0, 0, 0, 0, kept.amount, 0, 0, 0
    from totals_delta cross join lateral unnest(kept_units, kept_amounts) as kept(unit_id, amount)
    union all
    select xid, kept.unit_id, paid_month, category, channel, coalesce(method, ''), 0, 0, 0, 0, 0, 0, 0, kept.amount
    from totals_delta cross join lateral unnest(kept_units, kept_amounts) as kept(unit_id, amount)
    where paid_month is not null`,

  // what is not added up yet, for these units (null: for every unit its own alone): what is their own, and what lies below them in the
  // tree of each month. Executed with everything as a value, and over the units that can matter only: the tail is read in every question
  `create function totals_tail(targets uuid[], of_period boolean, by_cell boolean, from_month date, to_month date)
    returns table (unit_id uuid, is_own boolean, month date, category dues_category, channel text, method text, due bigint,
      members bigint, paid bigint, payers bigint, retained bigint) stable rows 50 language plpgsql as $$
  declare
    since xid8 := (select upto from fold_place where name = 'totals');
    within uuid[];
    month text := case when of_period then 'period' else 'paid_month' end;
    cell text := case when by_cell then $cell$, category, coalesce(channel, '') as channel, coalesce(method, '') as method$cell$ else '' end;
    key text := case when by_cell then ', category, channel, method' else '' end;
    shown text := case when by_cell then ', category, channel, method' else ', null::dues_category, null::text, null::text' end;
    of_unit text := '';
    of_keeper text := '';
  begin
    if not exists (select from totals_delta where xid >= since) then return; end if;
    if targets is not null then
      select array_agg(descendant) into within
      from (select descendant from totals_closure where ancestor = any(targets) limit 501) as below;
      if coalesce(cardinality(within), 0) <= 500 then
        within := within || targets;
        of_unit := ' and unit_id = any($4)';
        of_keeper := ' where keeper = any($4)';
        if cardinality(within) <= 20 then of_keeper := ' and kept_units && $4) as share where keeper = any($4)'; end if;
      end if;
    end if;
    return query execute format(
      'with late as materialized (
         select unit_id, month, last_day_of(month) as day %2$s, sum(due)::bigint as due, sum(members) as members,
           sum(paid)::bigint as paid, sum(payers) as payers, sum(retained)::bigint as retained
         from (
           select unit_id, %1$s as month %3$s, %5$s, 0::bigint as retained from totals_delta
           where xid >= $1 and %1$s >= $2 and %1$s < $3 %6$s
           union all
           select keeper, month %2$s, 0, 0, 0, 0, amount
           from (select %1$s as month %3$s, unnest(kept_units) as keeper, unnest(kept_amounts) as amount
             from totals_delta where xid >= $1 and %1$s >= $2 and %1$s < $3 %7$s
         ) as change
         group by unit_id, month %2$s)
       select unit_id, true, month %4$s, due, members, paid, payers, retained
       from late where $5 is null or unit_id = any($5)
       union all
       select ancestor, false, late.month %4$s, sum(due)::bigint, sum(members)::bigint, sum(paid)::bigint,
         sum(payers)::bigint, sum(retained)::bigint
       from late join totals_closure above on above.descendant = late.unit_id
         and above.from_day <= late.day and above.to_day > late.day %8$s
       group by ancestor, late.month %2$s',
      month, key, cell, shown,
      case when of_period then 'due, members, paid, payers' else '0::bigint as due, 0 as members, paid, payers_of_month as payers' end,
      of_unit, case when of_keeper like ' and%' then of_keeper else ') as share' || of_keeper end,
      case when cardinality(targets) = 1 then 'and above.ancestor = any($5)'
        else 'join (select distinct id from unnest($5) as asked(id)) as target on target.id = above.ancestor' end)
      using since, from_month, to_month, within, targets;
  end $$`,
  `create function payers_twice(from_month date, to_month date) returns table (paid_month date, member_id uuid, branch_id uuid)
    stable rows 50 language plpgsql as $$
  begin
    return query execute
      'select paid_month, member_id, branch_id from payer_twice where paid_month >= $2 and paid_month < $3
       union
       select one.paid_month, one.member_id, one.branch_id
       from payer_month late
       join payer_month one on one.paid_month = late.paid_month and one.member_id = late.member_id
       where late.xid >= $1 and late.paid_month >= $2 and late.paid_month < $3
         and exists (select from payer_month other where other.paid_month = one.paid_month
           and other.member_id = one.member_id and other.branch_id <> one.branch_id)'
      using (select upto from fold_place where name = 'totals'), from_month, to_month;
  end $$`,

  // adds at most so many deltas (of whole transactions) to their unit and to all above it; answers how many
  `create function fold_totals(at_most int) returns int language plpgsql as $$
  declare
    lo xid8;
    hi xid8;
    cut xid8;
    folded int;
  begin
    select upto into lo from fold_place where name = 'totals' for update;
    hi := ${horizon};
    execute 'select xid from totals_delta where xid >= $1 and xid < $2 order by xid offset $3 limit 1'
      into cut using lo, hi, at_most;
    if cut is not null then
      execute 'select case when exists (select from totals_delta where xid >= $1 and xid < $2) then $2
        else (($2::text)::numeric + 1)::text::xid8 end' into hi using lo, cut;
    end if;
    execute 'select count(*) from totals_delta where xid >= $1 and xid < $2' into folded using lo, hi;
    if folded = 0 then return 0; end if;
    execute $fold$
      with changed as materialized (
        select unit_id, month, ${dimensions}, ${summed} from totals_change where xid >= $1 and xid < $2
        group by unit_id, month, ${dimensions}),
      spread as (
        select changed.*, true as is_own from changed
        union all
        select above.ancestor, ${['month', 'category', 'channel', 'method', ...figures].map((name) => `changed.${name}`).join(', ')}, false
        from changed join totals_closure above on above.descendant = changed.unit_id
          and above.from_day <= last_day_of(changed.month) and above.to_day > last_day_of(changed.month)),
      cube as (${foldInto('totals_cube', `month, ${dimensions}`)})
      ${foldInto('totals_month', 'month')}
    $fold$ using lo, hi;
    execute $twice$
      insert into payer_twice (paid_month, member_id, branch_id)
      select distinct one.paid_month, one.member_id, one.branch_id
      from payer_month late
      join payer_month one on one.paid_month = late.paid_month and one.member_id = late.member_id and one.xid < $2
      where late.xid >= $1 and late.xid < $2
        and exists (select from payer_month other where other.paid_month = one.paid_month and other.member_id = one.member_id
          and other.branch_id <> one.branch_id and other.xid < $2)
      on conflict do nothing
    $twice$ using lo, hi;
    update fold_place set upto = hi where name = 'totals';
    return folded;
  end $$`,

  // which units lie above which, no more (-1) or newly (1), when these units have moved
  `create function place_change(units uuid[]) returns table (ancestor uuid, descendant uuid, from_day date, to_day date, sign int)
    stable language sql as $$
    select ancestor, descendant, from_day, to_day, sum(sign)::int
    from (
      select ancestor, descendant, from_day, to_day, -1 as sign from totals_closure where descendant = any(units)
      union all
      select step.id, unit_id, from_day, to_day, 1
      from unit_place cross join lateral unnest(path) with ordinality as step(id, n)
      where unit_id = any(units) and step.n < cardinality(path)) as either
    group by ancestor, descendant, from_day, to_day
    having sum(sign) <> 0
  $$`,
  // takes what units that have moved collected and kept out of the units it lay below, and into those it lies below now
  `create function follow_places(at_most int) returns int language plpgsql as $$
  declare
    units uuid[];
  begin
    perform from fold_place where name = 'totals' for update;
    with taken as (
      delete from place_to_fold where ctid = any(array(select ctid from place_to_fold limit at_most)) returning unit_id)
    select array_agg(distinct unit_id) into units from taken
    where exists (select from unit_place where unit_place.unit_id = taken.unit_id);
    if units is null then return 0; end if;
    ${moveIn('totals_month', 'month')};
    ${moveIn('totals_cube', `month, ${dimensions}`)};
    delete from totals_closure where descendant = any(units);
    insert into totals_closure (descendant, ancestor, depth, from_day, to_day)
      select unit_id, step.id, cardinality(path) - step.n, from_day, to_day
      from unit_place cross join lateral unnest(path) with ordinality as step(id, n)
      where unit_id = any(units) and step.n < cardinality(path);
    return cardinality(units);
  end $$`,
];
