import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { procedureStartShape } from './shapes.ts';
import { upsertNewer } from './upsert.ts';

/** The procedures that are switched on unit by unit (domain.md 1.1). */
export type Procedure = 'ACCOUNT' | 'DUES' | 'RESIDENCE_COMMENT' | 'OFFICIAL_TRANSFER' | 'TEMPORARY_TRANSFER';

/** From which day each procedure runs in which unit. */
export const procedureStartCopies = defineProjection({
  name: 'procedureStartCopies',
  tables: ['procedure_start_copy'],
  reactions: [
    defineReaction({
      name: 'copyProcedureStarts',
      event: ProcedureStartSet,
      handle: ({ em }, { data }) => upsertNewer(em, procedureStartShape, data.starts),
    }),
  ],
});

/**
 * Whether the procedure runs in the unit on this day (`YYYY-MM-DD`): the unit's own day decides, else that of the nearest
 * unit above which has one. No day anywhere, or a unit that this service never heard of: it has not started, and the act
 * is refused `PROCEDURE_NOT_STARTED`.
 */
export async function procedureStarted(
  em: SqlEntityManager,
  procedure: Procedure,
  unitId: string,
  today: string,
): Promise<boolean> {
  const [row]: { started: boolean | null }[] = await em.execute(
    'select procedure_start(path, ?) <= ?::date as started from unit_copy where id = ?',
    [procedure, today, unitId],
  );
  return row?.started ?? false;
}
