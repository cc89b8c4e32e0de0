import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitKind, UnitType } from './unit.rules.ts';

/** A unit as it was on the day `asOf`. Days are `YYYY-MM-DD`; `path` holds the ids from the root to the unit itself. */
export interface UnitRow {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: UnitType;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly path: readonly string[];
  readonly regionMinWage: number | null;
  readonly hasDigitalSignature: boolean;
  readonly address: string | null;
  readonly eDocumentCode: string | null;
  readonly establishedOn: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly asOf: string;
}

/** A stretch of time in which nothing about a unit changed. */
export interface PeriodRow {
  readonly unitId: string;
  readonly from: string;
  readonly to: string | null;
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly parentId: string | null;
}

/** The columns of a unit in a query with `unit` and its `period`, for the day that `day` names. */
export const unitColumns = (day: string) => `
  unit.id, unit.version, unit.valid_from as "validFrom", unit.valid_to as "validTo", ${day} as "asOf",
  period.code, period.name, period.short_name as "shortName", period.type, period.kind, period.parent_id as "parentId",
  string_to_array(period.path::text, '.') as path, period.region_min_wage as "regionMinWage",
  period.has_digital_signature as "hasDigitalSignature", period.address, period.e_document_code as "eDocumentCode",
  unit.established_on as "establishedOn"`;

/** Before every code and id: where a list begins. */
export const BEGINNING: UnitPlace = { code: '', id: '00000000-0000-0000-0000-000000000000' };

/** Where a unit stands in a list of units. */
export type UnitPlace = { code: string; id: string };

/**
 * One unit on one day. With `orLast` a unit that does not exist on that day answers as it last was: what other services
 * and past memberships refer to must keep its name after it ended.
 */
export type UnitOnDay = { id: string; day: string; orLast: boolean };

/** The units in the order of the keys, null for those that are not there; one statement whatever the number of keys. */
export async function findUnitsOn(
  em: SqlEntityManager,
  keys: readonly UnitOnDay[],
): Promise<(UnitRow | null)[]> {
  const rows: (UnitRow & { n: number })[] = await em.execute(
    `select wanted.n::int as n, ${unitColumns('wanted.day')}
     from unnest(array[?]::uuid[], array[?]::date[], array[?]::boolean[]) with ordinality as wanted(id, day, or_last, n)
     cross join lateral (
       select * from unit_period candidate
       where candidate.unit_id = wanted.id and (wanted.or_last or candidate.during @> wanted.day)
       order by candidate.during @> wanted.day desc, lower(candidate.during) desc
       limit 1
     ) period
     join unit on unit.id = period.unit_id`,
    [keys.map(({ id }) => id), keys.map(({ day }) => day), keys.map(({ orLast }) => orLast)],
  );
  const found = new Map(rows.map(({ n, ...row }) => [n, row]));
  return keys.map((_, index) => found.get(index + 1) ?? null);
}

/** The unit that carried this code on this day. */
export async function findUnitByCode(
  em: SqlEntityManager,
  code: string,
  day: string,
): Promise<UnitRow | null> {
  const [row]: UnitRow[] = await em.execute(
    `select ${unitColumns('?::date')}
     from unit_period period join unit on unit.id = period.unit_id
     where period.code = ? and period.during @> ?::date`,
    [day, code, day],
  );
  return row ?? null;
}

/** A page of the units directly below one unit. */
export type ChildrenPage = { parentId: string; day: string; limit: number; after: UnitPlace | null };

/** The units of every page asked for, in the order of their codes; one statement for all pages. */
export async function findChildren(
  em: SqlEntityManager,
  pages: readonly ChildrenPage[],
): Promise<UnitRow[][]> {
  const rows: (UnitRow & { n: number })[] = await em.execute(
    `select wanted.n::int as n, ${unitColumns('wanted.day')}
     from unnest(array[?]::uuid[], array[?]::date[], array[?]::int[], array[?]::text[], array[?]::uuid[])
       with ordinality as wanted(parent_id, day, size, after_code, after_id, n)
     cross join lateral (
       select * from unit_period child
       where child.parent_id = wanted.parent_id and child.during @> wanted.day
         and (child.code, child.unit_id) > (wanted.after_code collate "C", wanted.after_id)
       order by child.code, child.unit_id
       limit wanted.size
     ) period
     join unit on unit.id = period.unit_id
     order by wanted.n, period.code, period.unit_id`,
    [
      pages.map(({ parentId }) => parentId),
      pages.map(({ day }) => day),
      pages.map(({ limit }) => limit),
      pages.map(({ after }) => (after ?? BEGINNING).code),
      pages.map(({ after }) => (after ?? BEGINNING).id),
    ],
  );
  const byPage = Map.groupBy(rows, ({ n }) => n);
  return pages.map((_, index) => byPage.get(index + 1) ?? []);
}

/** Units of one type on a day (the roots when no type is given), in the order of their codes. */
export async function findUnitsOfType(
  em: SqlEntityManager,
  { type, day, limit, after }: { type: UnitType | null; day: string; limit: number; after: UnitPlace | null },
): Promise<UnitRow[]> {
  const { code, id } = after ?? BEGINNING;
  return em.execute(
    `select ${unitColumns('?::date')}
     from unit_period period join unit on unit.id = period.unit_id
     where ${type === null ? 'period.parent_id is null' : 'period.type = ?'} and period.during @> ?::date
       and (period.code, period.unit_id) > (?::text collate "C", ?::uuid)
     order by period.code, period.unit_id
     limit ?`,
    [day, ...(type === null ? [] : [type]), day, code, id, limit],
  );
}

/** The periods of each of the units, the earliest first; one statement for all. */
export async function findPeriods(em: SqlEntityManager, unitIds: readonly string[]): Promise<PeriodRow[][]> {
  const rows: PeriodRow[] = await em.execute(
    `select unit_id as "unitId", lower(during) as "from", upper(during) as "to", code, name, type, parent_id as "parentId"
     from unit_period where unit_id = any(array[?]::uuid[]) order by lower(during)`,
    [unitIds],
  );
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return unitIds.map((id) => byUnit.get(id) ?? []);
}
