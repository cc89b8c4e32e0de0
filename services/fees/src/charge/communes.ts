import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';

/** SQL: the types of unit that stand above every commune. */
const aboveCommunes = `('CENTRAL', 'PROVINCE')`;

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

/**
 * The communes whose charges of a month are not made, although dues run in them or in a unit below them. Ended units are left out.
 */
export async function findUnchargedCommunes(em: SqlEntityManager, period: Month): Promise<string[]> {
  const day = `${period}-01`;
  const rows = await em.execute<{ id: string }[]>(
    `select commune.id
     from unit_copy parent
     join unit_copy commune on commune.parent_id = parent.id and commune.type not in ${aboveCommunes}
     where parent.type in ${aboveCommunes}
       and (commune.valid_to is null or commune.valid_to > ?::date)
       and not exists (select from charge_run run where run.unit_id = commune.id and run.period = ?::date)
       and least(procedure_start(commune.path, 'DUES'), (
         select min(own.starts_on) from procedure_start_copy own join unit_copy below on below.id = own.unit_id
         where own.procedure = 'DUES' and below.path <@ commune.path)) < ?::date + interval '1 month'
     order by commune.id`,
    [day, day, day],
  );
  return rows.map(({ id }) => id);
}
