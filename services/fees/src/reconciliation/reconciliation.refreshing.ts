import type { Clock } from '@dang/service/clock';
import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import { figuresText, findPeriodFigures } from '../period-figures/period-figures.ts';
import { keepStep } from './reconciliation.steps.ts';

/** How many one transaction computes anew. */
const CHUNK = 150;

const first = '00000000-0000-0000-0000-000000000000';

type Kept = { id: string; unitId: string; from: string; through: string; superiorId: string | null };

/**
 * Computes the figures of these reconciliations anew and keeps what changed; who stands above the unit now is the superior. What
 * changed goes back to be confirmed (again), with the next version. A disputed or closed one stays as it is. Answers how many changed.
 */
export async function refreshReconciliations(
  em: SqlEntityManager,
  ids: readonly string[],
  clock: Clock,
): Promise<number> {
  const kept = await em.execute<Kept[]>(
    `select one.id, one.unit_id as "unitId", to_char(one.from_month, 'YYYY-MM') as "from",
       to_char(one.through_month, 'YYYY-MM') as through, unit.parent_id as "superiorId"
     from reconciliation one left join unit_copy unit on unit.id = one.unit_id
     where one.id = any(?::uuid[]) and one.status in ('OPEN', 'CONFIRMED_BY_SUB') order by one.id`,
    [uuidArray(ids)],
  );
  const figures = await findPeriodFigures(em, kept);
  const rows = kept.map(({ id, superiorId }, index) => {
    const one = figures[index];
    return { id, superiorId, figures: one && figuresText(one) };
  });
  return em.transactional(async (inside) => {
    const changed = await inside.execute<{ id: string; before: string }[]>(
      `with computed as (
         select row.id, row."superiorId" as superior_id, row.figures::jsonb as figures
         from jsonb_to_recordset(?::jsonb) as row(id uuid, "superiorId" uuid, figures text)),
       locked as (
         select one.id, one.status from reconciliation one join computed using (id)
         where one.status in ('OPEN', 'CONFIRMED_BY_SUB')
           and (one.figures <> computed.figures or one.superior_id <> coalesce(computed.superior_id, one.superior_id))
         order by one.id for update of one)
       update reconciliation one
       set figures = computed.figures, figures_at = ?, version = one.version + 1, status = 'OPEN', confirmed_by = null,
         confirmed_on = null, superior_id = coalesce(computed.superior_id, one.superior_id)
       from locked join computed using (id) where one.id = locked.id
       returning one.id, locked.status as before`,
      [JSON.stringify(rows), clock.now()],
    );
    for (const [before, group] of Map.groupBy(changed, (row) => row.before)) {
      const step = { action: 'REFRESH', from: before, at: clock.now(), actor: null };
      await keepStep(
        inside,
        group.map(({ id }) => id),
        step,
      );
    }
    return changed.length;
  });
}

/** Every night: figures that changed under a reconciliation which is not closed (a payment told late, a waiver of a month gone by). */
export const refreshReconciliationsJob: Job = {
  name: 'refresh-reconciliations',
  cron: '0 3 * * *',
  async run({ em, clock, log }: JobContext) {
    let changed = 0;
    for (let after = first; ; ) {
      const rows = await em.execute<{ id: string }[]>(
        `select id from reconciliation where status in ('OPEN', 'CONFIRMED_BY_SUB') and id > ? order by id limit ?`,
        [after, CHUNK],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) changed += await refreshReconciliations(em.fork(), ids, clock);
      const last = ids.at(-1);
      if (ids.length < CHUNK || last === undefined) break;
      after = last;
    }
    if (changed > 0) log.info({ changed }, 'figures of reconciliations changed');
  },
};
