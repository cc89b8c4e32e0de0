import type { Work } from './work.ts';

/** How a period reads before and after, as `UnitState` tells it. */
export const snapshot = (
  period: string,
) => `jsonb_build_object('code', ${period}.code, 'name', ${period}.name,
  'shortName', ${period}.short_name, 'type', ${period}.type, 'parentId', ${period}.parent_id, 'path', ${period}.path::text)`;

/** Every column of a period but its own id, its unit and its time. */
export const periodColumns = [
  ...['code', 'name', 'short_name', 'type', 'kind', 'parent_id', 'path', 'region_min_wage'],
  ...['has_digital_signature', 'address', 'e_document_code'],
] as const;

/** Where a change of periods gets its values: a row for each unit that it concerns. */
export type Change = {
  /** Rows with `unit_id` and the columns that change. */
  from: string;
  values: unknown[];
  columns: readonly (typeof changing)[number][];
};
const changing = ['code', 'name', 'short_name', 'type', 'parent_id', 'path'] as const;

/**
 * From the day on the units are otherwise: the period that runs ends on the day and one begins with the new values; a period that
 * began on the day is changed where it stands. One statement for all units.
 */
export async function changePeriods(work: Work, { from, values, columns }: Change): Promise<void> {
  const kept = periodColumns.filter((column) => !columns.some((changed) => changed === column));
  await work.em.execute(
    `with wanted as (${from}),
     closed as (
       update unit_period set during = daterange(lower(during), ?::date)
       where unit_id in (select unit_id from wanted) and during @> ?::date and lower(during) < ?::date
       returning unit_period.*, upper(old.during) as until
     ),
     begun as (
       insert into unit_period (unit_id, during, ${[...kept, ...columns].join(', ')})
       select closed.unit_id, daterange(?::date, closed.until), ${kept.map((name) => `closed.${name}`).join(', ')},
         ${columns.map((name) => `wanted.${name}`).join(', ')}
       from closed join wanted on wanted.unit_id = closed.unit_id
     )
     update unit_period set ${columns.map((name) => `${name} = wanted.${name}`).join(', ')}
     from wanted where wanted.unit_id = unit_period.unit_id and lower(unit_period.during) = ?::date`,
    [...values, work.day, work.day, work.day, work.day, work.day],
  );
}
