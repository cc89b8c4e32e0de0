import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';

/**
 * The path of each unit, ids from the root to itself, as the tree stood on this day (`YYYY-MM-DD`): a reorganisation counts from its
 * day on, also one that was told later. A unit that this service never heard of is not in the answer; before the first and after the
 * last day of its existence a unit stands where it first and last stood.
 */
export async function pathsOn(
  em: SqlEntityManager,
  unitIds: readonly string[],
  day: string,
): Promise<Map<string, readonly string[]>> {
  const rows: { unitId: string; path: string[] }[] = await em.execute(
    `select unit_id as "unitId", path::text[] as path from unit_place
     where unit_id = any(?::uuid[]) and from_day <= ?::date and to_day > ?::date`,
    [uuidArray(unitIds), day, day],
  );
  return new Map(rows.map(({ unitId, path }) => [unitId, path]));
}

/** Keeps under which path each unit was told, and derives where it stood on which day. */
const keepPaths = defineReaction({
  name: 'keepUnitPaths',
  event: UnitRecorded,
  async handle({ em }, { data, time }) {
    await em.execute(
      `insert into unit_path (unit_id, version, path, reorganisation_id, heard_on)
       select id, version, path, "reorganisationId", (?::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
       from jsonb_to_recordset(?::jsonb) as row(id uuid, version bigint, path uuid[], "reorganisationId" uuid)
       on conflict do nothing`,
      [time.toISOString(), JSON.stringify(data.units)],
    );
    await em.execute('select place_units(?::uuid[])', [uuidArray(data.units.map(({ id }) => id))]);
  },
});

/** A reorganisation is whole: from its day on, whatever today is, its units stand where it put them. */
const dateReorganisation = defineReaction({
  name: 'dateReorganisation',
  event: ReorganisationApplied,
  async handle({ em }, { data: { reorganisationId, effectiveOn } }) {
    await em.execute(
      'insert into reorganisation_day (reorganisation_id, effective_on) values (?, ?) on conflict do nothing',
      [reorganisationId, effectiveOn],
    );
    await em.execute('select place_units(array(select unit_id from unit_path where reorganisation_id = ?))', [
      reorganisationId,
    ]);
  },
});

/** Where each unit stood on which day. */
export const unitPlaces = defineProjection({
  name: 'unitPlaces',
  tables: ['unit_path', 'reorganisation_day', 'unit_place'],
  reactions: [keepPaths, dateReorganisation],
});
