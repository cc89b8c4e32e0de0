import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** SQL: the types of unit that stand above every commune. */
export const aboveCommunes = `('CENTRAL', 'PROVINCE')`;

/**
 * The commune of a unit, by which its months are charged: the uppermost unit above it, or itself, that is neither the Centre
 * nor a province. That is a ward as a rule, and a grassroots organisation that stands directly below the province. Null for
 * a province and for an unknown unit.
 */
export async function communeOf(em: SqlEntityManager, unitId: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select above.id
     from unit_copy unit
     cross join lateral unnest(string_to_array(unit.path::text, '.')::uuid[]) with ordinality as step(id, depth)
     join unit_copy above on above.id = step.id and above.type not in ${aboveCommunes}
     where unit.id = ?
     order by step.depth
     limit 1`,
    [unitId],
  );
  return row?.id ?? null;
}
