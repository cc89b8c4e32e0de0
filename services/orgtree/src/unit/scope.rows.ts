import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Where a unit stands today, or stood last when it has ended: rights hold by the tree of today. */
const placeNow = (unit: string) => `(
  select place.path from unit_period place where place.unit_id = ${unit}
  order by place.during @> ?::date desc, lower(place.during) desc limit 1
)`;

/**
 * SQL of the ids of every unit at or below a path today, ended ones where they last were: made once for a whole list. Bind the
 * path, the day and the path again.
 */
export const unitsBelow = `(
  select unit_id from (
    select distinct on (place.unit_id) place.unit_id, place.path
    from unit_period place
    where place.unit_id in (select unit_id from unit_period where path <@ ?::ltree)
    order by place.unit_id, place.during @> ?::date desc, lower(place.during) desc
  ) standing
  where standing.path <@ ?::ltree
)`;

/** Those of the units that are the scope unit or lie below it today; an ended unit counts where it last was. */
export async function unitsWithin(
  em: SqlEntityManager,
  unitIds: readonly string[],
  scopeUnitId: string,
  today: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await em.execute(
    `select wanted.id from unnest(array[?]::uuid[]) as wanted(id)
     where index(${placeNow('wanted.id')}, ?::ltree) >= 0`,
    [unitIds, today, scopeUnitId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Is this unit the scope unit, or below it today? False for a scope that is null. */
export async function isUnitWithin(
  em: SqlEntityManager,
  unitId: string,
  scopeUnitId: string | null,
  today: string,
): Promise<boolean> {
  return scopeUnitId !== null && (await unitsWithin(em, [unitId], scopeUnitId, today)).has(unitId);
}

/** The path of a unit as it stands today, or last stood, for `path <@ ?::ltree`; null for no such unit. */
export async function pathNow(em: SqlEntityManager, unitId: string, today: string): Promise<string | null> {
  const [row]: { path: string | null }[] = await em.execute(
    `select ${placeNow('wanted.id')}::text as path from (select ?::uuid) as wanted(id)`,
    [today, unitId],
  );
  return row?.path ?? null;
}
