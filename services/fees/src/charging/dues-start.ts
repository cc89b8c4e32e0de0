import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * SQL: whether dues run, in the month that begins on `day`, in the unit of this alias of `unit_copy`. A month is charged whole
 * or not at all: the one in which the procedure starts is the first.
 */
export const duesRun = (unit: string, day: string): string =>
  `procedure_start(${unit}.path, 'DUES') < ${day} + interval '1 month'`;

/**
 * SQL: the units (`id`) at a path and below it in which dues run in a month, for `startedParameters`; more conditions may
 * follow. One look decides for all of them, unless a unit below the top has a day of its own.
 */
export const startedUnits = `
  select unit.id from unit_copy unit
  where unit.path <@ ?::ltree
    and case when exists (
        select from procedure_start_copy own join unit_copy below on below.id = own.unit_id
        where own.procedure = 'DUES' and below.path <@ ?::ltree and below.path <> ?::ltree)
      then ${duesRun('unit', '?::date')}
      else (select procedure_start(?::ltree, 'DUES') < ?::date + interval '1 month') end`;

export const startedParameters = (path: string, day: string): string[] => [path, path, path, day, path, day];

/** The units at this path and below it in which dues run in the month that begins on `day`. */
export async function findStarted(em: SqlEntityManager, path: string, day: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(startedUnits, startedParameters(path, day));
  return rows.map(({ id }) => id);
}
