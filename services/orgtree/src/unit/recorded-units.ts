import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** As many aggregates as one state event may carry. */
export const EVENT_SIZE = 500;

/**
 * Tells everybody how units stand now, in the caller's transaction: each as it last is, so that an ended one is told with the
 * day on which it was no more. `unitIds` null: all of them. One statement to read them, one to record them.
 */
export async function recordUnits(
  em: SqlEntityManager,
  unitIds: readonly string[] | null,
  reorganisationId?: string,
): Promise<void> {
  const rows: { units: object[] }[] = await em.execute(
    `select json_agg(json_build_object('id', unit.id, 'version', unit.version, 'code', period.code, 'name', period.name,
         'shortName', period.short_name, 'type', period.type, 'kind', period.kind, 'parentId', period.parent_id,
         'path', string_to_array(period.path::text, '.'), 'regionMinWage', period.region_min_wage,
         'validFrom', unit.valid_from, 'validTo', unit.valid_to,
         'eDocumentCode', period.e_document_code) order by period.path) as units
     from (
       select *, (row_number() over (order by unit_id) - 1) / ${EVENT_SIZE} as batch
       from (
         select distinct on (unit_id) * from unit_period
         ${unitIds === null ? '' : 'where unit_id = any(array[?]::uuid[])'}
         order by unit_id, lower(during) desc
       ) last_period
     ) period
     join unit on unit.id = period.unit_id
     group by period.batch order by period.batch`,
    unitIds === null ? [] : [unitIds],
  );
  await recordEvents(
    em,
    UnitRecorded,
    rows.map(({ units }, batch) => ({
      aggregateId: `${reorganisationId ?? 'units'}-${batch + 1}`,
      data: { units: units.map((unit) => ({ ...unit, reorganisationId })) } as never,
    })),
  );
}
