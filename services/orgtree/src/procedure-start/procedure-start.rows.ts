import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Procedure } from '../generated/graph.ts';
import { procedures } from './procedure-start.rules.ts';

/** The day that holds for a unit, and the unit whose day it is; both null when neither it nor one above has any. */
export interface StartRow {
  readonly procedure: Procedure;
  readonly startsOn: string | null;
  readonly unitId: string | null;
}

/** A unit's own day, with what orgtree tells the others. */
export interface OwnStart {
  readonly unitId: string;
  readonly procedure: Procedure;
  readonly version: number;
  readonly startsOn: string | null;
}

/** For each path of unit ids (root first), the day of every procedure; one statement whatever the number of paths. */
export async function findStarts(
  em: SqlEntityManager,
  paths: readonly (readonly string[])[],
): Promise<StartRow[][]> {
  const rows: (StartRow & { n: number })[] = await em.execute(
    `select distinct on (wanted.n, start.procedure)
       wanted.n::int as n, start.procedure, start.starts_on as "startsOn", start.unit_id as "unitId"
     from unnest(array[?]::text[]) with ordinality as wanted(path, n)
     cross join lateral unnest(string_to_array(wanted.path, '.')::uuid[]) with ordinality as step(id, depth)
     join procedure_start start on start.unit_id = step.id
     where start.starts_on is not null
     order by wanted.n, start.procedure, step.depth desc`,
    [paths.map((path) => path.join('.'))],
  );
  const byPath = Map.groupBy(rows, ({ n }) => n);
  return paths.map((_, index) => {
    const known = new Map(byPath.get(index + 1)?.map((row) => [row.procedure, row]));
    return procedures.map((procedure) => ({
      procedure,
      startsOn: known.get(procedure)?.startsOn ?? null,
      unitId: known.get(procedure)?.unitId ?? null,
    }));
  });
}

/** The unit's own day of this procedure, its row locked; null when it never had one. */
export async function lockOwnStart(
  em: SqlEntityManager,
  unitId: string,
  procedure: Procedure,
): Promise<OwnStart | null> {
  const [row]: OwnStart[] = await em.execute(
    `select unit_id as "unitId", procedure, version, starts_on as "startsOn"
     from procedure_start where unit_id = ? and procedure = ? for update`,
    [unitId, procedure],
  );
  return row ?? null;
}

/** Writes the unit's own day and answers the row as it is now, with a version that has risen by one. */
export async function writeStart(
  em: SqlEntityManager,
  unitId: string,
  procedure: Procedure,
  startsOn: string | null,
): Promise<OwnStart> {
  const [row]: OwnStart[] = await em.execute(
    `insert into procedure_start (unit_id, procedure, starts_on) values (?, ?, ?)
     on conflict (unit_id, procedure) do update
       set starts_on = excluded.starts_on, version = procedure_start.version + 1
     returning unit_id as "unitId", procedure, version, starts_on as "startsOn"`,
    [unitId, procedure, startsOn],
  );
  if (!row) throw new Error('an upsert answers its row');
  return row;
}

/**
 * Writes planned days where the unit, found by its code of today, never had a day of its own for the procedure (also none that was taken
 * back), and answers the rows that are new. One statement; by two at once each row is new for one of them.
 */
export async function writePlannedStarts(
  em: SqlEntityManager,
  planned: readonly { code: string; procedure: string; startsOn: string }[],
  today: string,
): Promise<OwnStart[]> {
  return em.execute(
    `insert into procedure_start (unit_id, procedure, starts_on)
     select period.unit_id, plan.procedure, plan."startsOn"
     from jsonb_to_recordset(?::jsonb) as plan(code text, procedure text, "startsOn" date)
     join unit_period period on period.code = plan.code and period.during @> ?::date
     on conflict (unit_id, procedure) do nothing
     returning unit_id as "unitId", procedure, version, starts_on as "startsOn"`,
    [JSON.stringify(planned), today],
  );
}
