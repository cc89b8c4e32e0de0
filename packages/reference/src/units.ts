import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A unit as this service last heard of it. Days are `YYYY-MM-DD`; `path` holds the ids from the root to itself. */
export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly path: readonly string[];
  /** Region of the minimum wage, 1 to 4. */
  readonly regionMinWage: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const unitColumns = (
  alias: string,
) => `${alias}.id, ${alias}.code, ${alias}.name, ${alias}.short_name as "shortName",
  ${alias}.type, ${alias}.kind, ${alias}.parent_id as "parentId", string_to_array(${alias}.path::text, '.') as path,
  ${alias}.region_min_wage as "regionMinWage", ${alias}.valid_from as "validFrom", ${alias}.valid_to as "validTo"`;

/** The unit, which must be there: throws for one this service never heard of. */
export async function getUnit(em: SqlEntityManager, id: string): Promise<UnitRow> {
  const [unit] = await findUnits(em, [id]);
  if (!unit) throw new Error(`unit ${id} is not among the copies`);
  return unit;
}

/** Those of the units that this service knows, in no particular order. */
export async function findUnits(em: SqlEntityManager, ids: readonly string[]): Promise<UnitRow[]> {
  return em.execute(
    `select ${unitColumns('unit')} from unit_copy unit where unit.id = any(array[?]::uuid[])`,
    [ids],
  );
}

/** Every unit from the root to this one, itself included; empty when the unit is unknown. */
export async function chainOf(em: SqlEntityManager, unitId: string): Promise<UnitRow[]> {
  return em.execute(
    `select ${unitColumns('unit')}
     from unit_copy self
     cross join lateral unnest(string_to_array(self.path::text, '.')::uuid[]) with ordinality as step(id, depth)
     join unit_copy unit on unit.id = step.id
     where self.id = ?
     order by step.depth`,
    [unitId],
  );
}

/** The same for several units at once, by the id of the unit; an unknown one has an empty chain. */
export async function chainsOf(
  em: SqlEntityManager,
  unitIds: readonly string[],
): Promise<Map<string, UnitRow[]>> {
  const rows: (UnitRow & { ofUnit: string })[] = await em.execute(
    `select self.id as "ofUnit", ${unitColumns('unit')}
     from unit_copy self
     cross join lateral unnest(string_to_array(self.path::text, '.')::uuid[]) with ordinality as step(id, depth)
     join unit_copy unit on unit.id = step.id
     where self.id = any(array[?]::uuid[])
     order by self.id, step.depth`,
    [unitIds],
  );
  const chains = new Map(unitIds.map((id): [string, UnitRow[]] => [id, []]));
  for (const { ofUnit, ...unit } of rows) chains.get(ofUnit)?.push(unit);
  return chains;
}

/** Whether the unit is the scope unit or lies below it, as this service's copy of the tree says now. */
export async function isWithin(em: SqlEntityManager, unitId: string, scopeUnitId: string): Promise<boolean> {
  return (await withinScope(em, [unitId], scopeUnitId)).has(unitId);
}

/** Those of the units that are the scope unit or lie below it. Unknown units are in nobody's scope. */
export async function withinScope(
  em: SqlEntityManager,
  unitIds: readonly string[],
  scopeUnitId: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await em.execute(
    'select id from unit_copy where id = any(array[?]::uuid[]) and index(path, ?::ltree) >= 0',
    [unitIds, scopeUnitId],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * The path of a unit as text, to be bound as a constant in the next query: `where unit.path <@ ?::ltree` then uses the
 * tree index (43 × the speed of the same condition with a subselect). `null` when the unit is unknown.
 */
export async function subtreePath(em: SqlEntityManager, unitId: string): Promise<string | null> {
  const [row]: { path: string }[] = await em.execute('select path::text from unit_copy where id = ?', [
    unitId,
  ]);
  return row?.path ?? null;
}

/** The ids of a unit and of everything below it, ended units included; empty when the unit is unknown. */
export async function subtreeIds(em: SqlEntityManager, unitId: string): Promise<string[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  const rows: { id: string }[] = await em.execute(
    'select id from unit_copy where path <@ ?::ltree order by path',
    [path],
  );
  return rows.map((row) => row.id);
}
