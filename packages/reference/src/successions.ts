import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A unit that has ended, and the one that goes on in its place. */
export interface Succession {
  readonly unitId: string;
  readonly successorId: string;
}

/**
 * Keeps who follows whom, always to the end of the line: when the successor has a successor, that one stands there, whichever
 * was heard first. Hearing it again changes nothing. Needs a transaction.
 */
export async function keepSuccessions(em: SqlEntityManager, heard: readonly Succession[]): Promise<void> {
  if (heard.length === 0) return;
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('unit successions', 0))`);
  const ids = heard.flatMap(({ unitId, successorId }) => [unitId, successorId]);
  const known: Succession[] = await em.execute(
    `select unit_id as "unitId", successor_id as "successorId" from unit_succession
     where unit_id = any(array[?]::uuid[]) or successor_id = any(array[?]::uuid[])`,
    [ids, ids],
  );
  const next = new Map([...known, ...heard].map(({ unitId, successorId }) => [unitId, successorId]));
  const lines = [...next.keys()].map((unitId) => ({ unitId, successorId: lastOf(next, unitId) }));
  await em.execute(
    `insert into unit_succession (unit_id, successor_id)
     select "unitId", "successorId" from jsonb_to_recordset(?::jsonb) as row("unitId" uuid, "successorId" uuid)
     where "unitId" <> "successorId"
     on conflict (unit_id) do update set successor_id = excluded.successor_id`,
    [JSON.stringify(lines)],
  );
}

/** The end of the line; a circle, which no tree has, is left where it closes. */
function lastOf(next: ReadonlyMap<string, string>, unitId: string): string {
  const passed = new Set<string>();
  let at = unitId;
  for (let to = next.get(at); to !== undefined && !passed.has(to); to = next.get(at)) {
    passed.add(to);
    at = to;
  }
  return at;
}

/** The unit that goes on in the place of each of these; a unit without a successor stands for itself. */
export async function successorsOf(
  em: SqlEntityManager,
  unitIds: readonly string[],
): Promise<(unitId: string) => string> {
  const rows: Succession[] = await em.execute(
    `select unit_id as "unitId", successor_id as "successorId" from unit_succession where unit_id = any(array[?]::uuid[])`,
    [unitIds],
  );
  const known = new Map(rows.map(({ unitId, successorId }) => [unitId, successorId]));
  return (unitId) => known.get(unitId) ?? unitId;
}

/** Who goes on in the place of which ended unit. */
export const unitSuccessions = defineProjection({
  name: 'unitSuccessions',
  tables: ['unit_succession'],
  reactions: [
    defineReaction({
      name: 'keepUnitSuccessions',
      event: ReorganisationApplied,
      handle: ({ em }, { data }) => keepSuccessions(em, data.successions),
    }),
  ],
});
