import { recordAudit } from '@dang/audit/record';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { recordEvents } from '@dang/events/outbox';
import type { Job } from '@dang/service/jobs';
import { writePlannedStarts } from './procedure-start.rows.ts';
import { plannedStarts } from './procedure-start-variables.ts';

/** Starts in one event, and units in one transaction. */
const AT_ONCE = 500;
const REASON = 'Kế hoạch triển khai của tỉnh (cấu hình hệ thống)';

/**
 * Gives the units of the plan (`PROCEDURE_STARTS`) their days, each once: where a unit never had a day of its own for that procedure.
 * What somebody has set or taken back stays; a unit that is not there yet gets its day when it is.
 */
export const applyPlannedStarts: Job = {
  name: 'apply-planned-starts',
  cron: '*/15 * * * *',
  async run({ em, environment, clock, log }) {
    const planned = plannedStarts(environment);
    for (let at = 0; at < planned.length; at += AT_ONCE) {
      await em.fork().transactional(async (inside) => {
        const written = await writePlannedStarts(inside, planned.slice(at, at + AT_ONCE), clock.today());
        if (written.length === 0) return;
        const audited = written.map(({ unitId, procedure, startsOn }) => ({
          subjectKind: 'unit',
          subjectId: unitId,
          unitId,
          action: 'applyPlannedStart',
          before: { procedure, startsOn: null },
          after: { procedure, startsOn },
          reason: REASON,
        }));
        await recordAudit(inside, audited);
        await recordEvents(
          inside,
          ProcedureStartSet,
          written.map((start) => ({
            aggregateId: start.unitId,
            version: start.version,
            data: { starts: [start] },
          })),
        );
        log.info({ starts: written.length }, 'units have the days that were planned for them');
      });
    }
  },
};
