const countStatement = (event: string, rows: string, sign: string) => `
  create trigger headcount_${event} after ${event} on membership
    referencing ${rows} for each statement execute function keep_headcount_${sign}()`;

const keep = (sign: 'more' | 'fewer', source: string, factor: 1 | -1) => `
  create function keep_headcount_${sign}() returns trigger language plpgsql as $$
  begin
    insert into headcount (unit_id, kind, members)
    select unit_id, kind, ${factor} * count(*) from ${source} where valid_to is null
    group by unit_id, kind order by unit_id, kind;
    return null;
  end $$`;

/**
 * How many memberships of a branch have not ended, as differences to be summed: a writer only appends, so two of them never
 * wait for each other, and a nightly job folds the differences into one row a branch. Kept by the database, so that an import, a
 * transfer and a reorganisation cannot forget it.
 */
export const headcountTables: readonly string[] = [
  'create table headcount (unit_id uuid not null, kind text not null, members integer not null)',
  'create index headcount_of_unit on headcount (unit_id, kind) include (members)',
  keep('more', 'more_rows', 1),
  keep('fewer', 'fewer_rows', -1),
  countStatement('insert', 'new table as more_rows', 'more'),
  countStatement('delete', 'old table as fewer_rows', 'fewer'),
  `create function keep_headcount_changed() returns trigger language plpgsql as $$
  begin
    insert into headcount (unit_id, kind, members)
    select unit_id, kind, sum(step) from (
      select unit_id, kind, 1 as step from more_rows where valid_to is null
      union all select unit_id, kind, -1 from fewer_rows where valid_to is null
    ) changed
    group by unit_id, kind having sum(step) <> 0 order by unit_id, kind;
    return null;
  end $$`,
  countStatement('update', 'old table as fewer_rows new table as more_rows', 'changed'),
  `insert into headcount (unit_id, kind, members)
   select unit_id, kind, count(*) from membership where valid_to is null group by unit_id, kind`,
  // memberships that begin after, or end on, a day to come: few, and looked up by these
  'create index membership_begins on membership (valid_from, unit_id) where valid_to is null',
  'create index membership_ends on membership (valid_to, unit_id) where valid_to is not null',
];
