import { ReconciliationOpened } from '@dang/events/contracts/fees/reconciliation-opened';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import { figuresText, findPeriodFigures, paidOf } from '../period-figures/period-figures.ts';
import { endedPeriods, numberOf, type Period } from './reconciliation.rules.ts';
import { keepStep } from './reconciliation.steps.ts';

/** How many units one transaction opens or computes anew: those of a commune, or fewer. */
const CHUNK = 150;

type Wanted = { id: string; code: string; superiorId: string };

const levels = `('SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'BRANCH')`;

/**
 * Opens the reconciliation of a period for the next units (by id, after `after`) that stand below another and have none yet: those
 * to which anything was due or paid. Answers the last unit that was looked at; null when there are no more.
 */
async function openChunk(
  em: SqlEntityManager,
  period: Period,
  after: string,
  clock: Clock,
): Promise<{ last: string | null; opened: number }> {
  const units = await em.execute<Wanted[]>(
    `select unit.id, unit.code, unit.parent_id as "superiorId" from unit_copy unit
     where unit.id > ? and unit.parent_id is not null and unit.type in ${levels}
       and unit.valid_from <= ?::date and (unit.valid_to is null or unit.valid_to > ?::date)
       and not exists (select from reconciliation one
         where one.unit_id = unit.id and one.kind = ? and one.from_month = ?::date)
     order by unit.id limit ?`,
    [after, clock.today(), clock.today(), period.kind, `${period.from}-01`, CHUNK],
  );
  const figures = await findPeriodFigures(
    em,
    units.map(({ id }) => ({ unitId: id, from: period.from, through: period.through })),
  );
  const rows = units.flatMap((unit, index) => {
    const one = figures[index];
    if (!one || (one.due === 0n && paidOf(one) === 0n && one.cashHeld === 0n)) return [];
    return [{ ...unit, number: numberOf(period, unit.code), figures: figuresText(one) }];
  });
  const opened = await em.transactional(async (inside) => {
    const made = await inside.execute<{ id: string; unitId: string; superiorId: string }[]>(
      `insert into reconciliation (number, kind, unit_id, superior_id, from_month, through_month, due_on, opened_on, figures, figures_at)
       select row.number, ?, row.id, row."superiorId", ?::date, ?::date, ?::date, ?::date, row.figures::jsonb, ?
       from jsonb_to_recordset(?::jsonb) as row(id uuid, "superiorId" uuid, number text, figures text)
       order by row.id on conflict (unit_id, kind, from_month) do nothing returning id, unit_id as "unitId", superior_id as "superiorId"`,
      [
        period.kind,
        `${period.from}-01`,
        `${period.through}-01`,
        period.dueOn,
        clock.today(),
        clock.now(),
        JSON.stringify(rows),
      ],
    );
    const ids = made.map(({ id }) => id);
    if (ids.length > 0)
      await keepStep(inside, ids, { action: 'OPEN', from: null, at: clock.now(), actor: null });
    await recordEvents(
      inside,
      ReconciliationOpened,
      made.map(({ id, unitId, superiorId }) => ({
        aggregateId: id,
        data: {
          reconciliationId: id,
          unitId,
          superiorId,
          reconciliationKind: period.kind,
          fromMonth: period.from,
          throughMonth: period.through,
          dueOn: period.dueOn,
        },
      })),
    );
    return made.length;
  });
  return { last: units.length < CHUNK ? null : (units.at(-1)?.id ?? null), opened };
}

const first = '00000000-0000-0000-0000-000000000000';

/** Every night: the reconciliations of the quarter, half and year that ended last, for every unit that has none yet. */
export const openReconciliationsJob: Job = {
  name: 'open-reconciliations',
  cron: '30 1 * * *',
  async run({ em, clock, log }) {
    for (const period of endedPeriods(clock.today())) {
      let opened = 0;
      for (let after: string | null = first; after !== null; ) {
        const chunk = await openChunk(em.fork(), period, after, clock);
        opened += chunk.opened;
        after = chunk.last;
      }
      if (opened > 0) log.info({ kind: period.kind, from: period.from, opened }, 'reconciliations opened');
    }
  },
};

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
