import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { ReconciliationOpened } from '@dang/events/contracts/fees/reconciliation-opened';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import type { Job } from '@dang/service/jobs';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { monthOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { figuresText, findPeriodFigures, paidOf } from '../period-figures/period-figures.ts';
import {
  endedPeriods,
  numberOf,
  type Period,
  periodFrom,
  type ReconciliationKind,
} from './reconciliation.rules.ts';
import { keepStep } from './reconciliation.steps.ts';

/** How many units one transaction opens: those of a commune, or fewer. */
const CHUNK = 150;

type Wanted = { id: string; code: string; superiorId: string };

const levels = `('SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'BRANCH')`;

/**
 * Opens the reconciliation of a period for these units, those that have none yet, with figures that were computed already, and tells
 * both sides. Needs a transaction. Answers how many were opened.
 */
async function insertOpened(
  em: SqlEntityManager,
  period: Period,
  rows: readonly (Wanted & { number: string; figures: string })[],
  { clock, actor = null }: { clock: Clock; actor?: Actor | null },
): Promise<number> {
  const made = await em.execute<{ id: string; unitId: string; superiorId: string }[]>(
    `insert into reconciliation (number, kind, unit_id, superior_id, from_month, through_month, due_on, opened_on, figures, figures_at)
     select row.number, ?, row.id, row."superiorId", ?::date, ?::date, ?::date, ?::date, row.figures::jsonb, ?
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "superiorId" uuid, number text, figures text)
     order by row.id on conflict (unit_id, kind, from_month) do nothing
     returning id, unit_id as "unitId", superior_id as "superiorId"`,
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
  if (ids.length === 0) return 0;
  await keepStep(em, ids, { action: 'OPEN', from: null, at: clock.now(), actor });
  const events = made.map(({ id, unitId, superiorId }) => ({
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
  }));
  await recordEvents(em, ReconciliationOpened, events, { actor });
  return made.length;
}

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
  const opened = await em.transactional((inside) => insertOpened(inside, period, rows, { clock }));
  return { last: units.length < CHUNK ? null : (units.at(-1)?.id ?? null), opened };
}

/**
 * Opens one for a unit directly below the actor's own, before the night does it or for months of long ago; the one that is there already
 * is as good. Refuses a unit that does not stand there, months that begin no such period, and a period that is not over.
 */
export async function openReconciliation(
  em: SqlEntityManager,
  { actor, clock }: { actor: Actor; clock: Clock },
  { unitId, kind, from }: { unitId: string; kind: ReconciliationKind; from: Month },
): Promise<Refusal | Done> {
  const [unit] = await em.execute<Wanted[]>(
    'select id, code, parent_id as "superiorId" from unit_copy where id = ? and parent_id = ?',
    [unitId, scopeUnitOf(actor, 'RECONCILIATION_CONFIRM')],
  );
  if (!unit) return refuse('NOT_FOUND', { field: 'unitId' });
  const period = periodFrom(kind, from);
  if (!period) return refuse('INVALID_INPUT', { field: 'from' });
  if (period.through >= monthOf(clock.today())) return refuse('NOT_YET', { field: 'from' });
  const [figures] = await findPeriodFigures(em, [{ unitId, from: period.from, through: period.through }]);
  if (!figures) throw new Error(`no figures of ${unitId}`);
  const row = { ...unit, number: numberOf(period, unit.code), figures: figuresText(figures) };
  await insertOpened(em, period, [row], { clock, actor });
  const [{ id } = { id: '' }] = await em.execute<{ id: string }[]>(
    'select id from reconciliation where unit_id = ? and kind = ? and from_month = ?::date',
    [unitId, kind, `${from}-01`],
  );
  return { id, audit: { unitId } };
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
