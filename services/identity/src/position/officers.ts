import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type OfficerRow, officersOn } from './position.rows.ts';

const unitsInOneEvent = 500;
// a provincial office has hundreds: what fits a message is bounded by people, not only by units
const officersInOneEvent = 1500;

/** The units in their order, cut where an event is full. */
function batchesOf<Unit extends { officers: readonly unknown[] }>(units: readonly Unit[]): Unit[][] {
  const batches: Unit[][] = [];
  let officers = 0;
  for (const unit of units) {
    const batch = batches.at(-1);
    officers += unit.officers.length;
    if (batch && batch.length < unitsInOneEvent && officers <= officersInOneEvent) batch.push(unit);
    else {
      batches.push([unit]);
      officers = unit.officers.length;
    }
  }
  return batches;
}

/**
 * Tells everybody who is in office in these units now, each with a new version. Call it in the transaction that changed
 * a position, after the change is written.
 */
export async function recordOfficers(
  em: SqlEntityManager,
  unitIds: readonly string[],
  today: string,
): Promise<void> {
  if (unitIds.length === 0) return;
  const versions = await em.execute<{ unitId: string; version: number }[]>(
    `insert into unit_officers (unit_id, version)
     select id, 1 from (select distinct unnest(array[?]::uuid[]) as id) as unit order by id
     on conflict (unit_id) do update set version = unit_officers.version + 1
     returning unit_id as "unitId", version`,
    [unitIds],
  );
  const byUnit = Map.groupBy(await officersOn(em, unitIds, today), (row: OfficerRow) => row.unitId);
  const units = versions.map(({ unitId, version }) => ({
    unitId,
    version,
    officers: (byUnit.get(unitId) ?? []).map(({ unitId: _unit, ...officer }) => officer),
  }));
  await recordEvents(
    em,
    OfficersChanged,
    batchesOf(units).map((batch) => ({ aggregateId: batch[0]?.unitId ?? '', data: { units: batch } })),
  );
}
