/** Which positions are over. */
export const endedPositionTable = `create table ended_position_copy (
  position_id uuid primary key,
  ended_on date not null
)`;

/**
 * What a service follows besides units and people, for a migration of its own: from which day each procedure runs where,
 * which positions are over, and which unit goes on in the place of an ended one. `procedure_start(path, procedure)` is the day that holds for a unit with this path: its own, else
 * that of the nearest unit above that has one; null where nobody set a day.
 */
export const followerTables: readonly string[] = [
  `create table procedure_start_copy (
    unit_id uuid not null,
    procedure text not null,
    version bigint not null,
    starts_on date,
    primary key (unit_id, procedure)
  )`,
  `create function procedure_start(unit_path ltree, wanted text) returns date stable language sql as $$
    select starts_on
    from unnest(string_to_array(unit_path::text, '.')::uuid[]) with ordinality as step(id, depth)
    join procedure_start_copy start on start.unit_id = step.id and start.procedure = wanted
    where starts_on is not null
    order by depth desc
    limit 1
  $$`,
  endedPositionTable,
  `create table unit_succession (
    unit_id uuid primary key,
    successor_id uuid not null check (successor_id <> unit_id)
  )`,
  'create index unit_succession_successor on unit_succession (successor_id)',
];
