/**
 * Where each unit stood in the tree on which day. `unit_path` keeps every path a unit was ever told with, and
 * `reorganisation_day` from which day a reorganisation holds; `unit_place` follows from the two, whatever the order in which they were
 * heard: on a day stands the path of the highest version that holds from that day or earlier. The first path known reaches back for
 * ever and the last one on for ever: whether a unit exists on a day is not asked here. `place_to_fold` names the units of which
 * the totals have yet to follow a change.
 */
export const placeTables: readonly string[] = [
  `create table unit_path (
    unit_id uuid not null,
    version bigint not null,
    path uuid[] not null check (cardinality(path) > 0),
    reorganisation_id uuid,
    heard_on date not null,
    primary key (unit_id, version)
  )`,
  'create index unit_path_of_reorganisation on unit_path (reorganisation_id) where reorganisation_id is not null',
  `create table reorganisation_day (
    reorganisation_id uuid primary key,
    effective_on date not null
  )`,
  `create table unit_place (
    unit_id uuid not null,
    from_day date not null,
    to_day date not null check (from_day < to_day),
    path uuid[] not null,
    primary key (unit_id, from_day)
  )`,
  'create table place_to_fold (unit_id uuid not null)',
  `create view unit_place_told as
    with known as (
      select heard.unit_id, heard.version, heard.path, heard.reorganisation_id,
        row_number() over (partition by heard.unit_id order by heard.version) = 1 as is_first,
        day.effective_on, heard.heard_on
      from unit_path heard left join reorganisation_day day on day.reorganisation_id = heard.reorganisation_id),
    dated as (
      select unit_id, version, path,
        case when is_first then '-infinity' else coalesce(effective_on, heard_on) end as from_day
      from known
      where is_first or reorganisation_id is null or effective_on is not null),
    overtaken as (
      select *, min(from_day) over (partition by unit_id order by version rows between 1 following and unbounded following) as by_day
      from dated),
    standing as (
      select *, lag(path) over (partition by unit_id order by version) as path_before
      from overtaken where by_day is null or from_day < by_day)
    select unit_id, from_day, lead(from_day, 1, 'infinity') over (partition by unit_id order by from_day) as to_day, path
    from standing where path_before is distinct from path`,
  `create function place_units(unit_ids uuid[]) returns void language plpgsql as $$
  declare
    changed uuid[];
  begin
    with told as materialized (select * from unit_place_told where unit_id = any(unit_ids)),
      kept as materialized (select * from unit_place where unit_id = any(unit_ids))
    select array_agg(distinct unit_id) into changed
    from ((select * from told except select * from kept) union all (select * from kept except select * from told)) as difference;
    if changed is null then return; end if;
    delete from unit_place where unit_id = any(changed);
    insert into unit_place (unit_id, from_day, to_day, path)
      select unit_id, from_day, to_day, path from unit_place_told where unit_id = any(changed);
    insert into place_to_fold (unit_id) select unnest(changed);
  end $$`,
  `insert into unit_path (unit_id, version, path, heard_on)
    select id, version, string_to_array(path::text, '.')::uuid[], valid_from from unit_copy`,
  'select place_units(array(select id from unit_copy))',
];
