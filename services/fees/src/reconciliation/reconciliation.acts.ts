import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { ReconciliationClosed } from '@dang/events/contracts/fees/reconciliation-closed';
import { ReconciliationConfirmed } from '@dang/events/contracts/fees/reconciliation-confirmed';
import { ReconciliationDisputed } from '@dang/events/contracts/fees/reconciliation-disputed';
import { recordEvents } from '@dang/events/outbox';
import { isWithin, withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../decision/signed-in.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import { postTransaction } from '../ledger/post.ts';
import { figuresText, findPeriodFigures, type PeriodFigures } from '../period-figures/period-figures.ts';
import { type DisputedFigure, figureOf } from './figures.view.ts';
import { findAdjustments, findReconciliation, type ReconciliationRow } from './reconciliation.rows.ts';
import { entriesOf, faultOfMoves, guardsOf, type Move, relationsTo } from './reconciliation.rules.ts';
import { keepStep } from './reconciliation.steps.ts';
import { type ReconciliationWorkflow, reconciliationWorkflow } from './reconciliation.workflow.ts';

const REASON_LIMIT = 2_000;

/** Where the actor may read a reconciliation of this unit, and where they may adjust it. */
export async function scopeOver(
  em: SqlEntityManager,
  actor: Actor,
  unitId: string,
): Promise<{ read: boolean; adjust: boolean }> {
  const within = async (scope: string | null) => scope !== null && (await isWithin(em, unitId, scope));
  return {
    read: await within(scopeUnitOf(actor, 'RECONCILIATION_READ')),
    adjust: await within(scopeUnitOf(actor, 'RECONCILIATION_ADJUST')),
  };
}

export type ActInput = { reconciliationId: string; expectedVersion: number; reason?: string | null };

/** A reconciliation that is locked, and may be acted on. */
type Opened = {
  em: SqlEntityManager;
  actor: Actor;
  today: string;
  dossier: ReconciliationRow;
  reason: string | null;
};

/** What an act changes of the row beside its state, as SQL and its values. */
type Change = { set: string; values: unknown[] };

/**
 * Does one action of the table to one reconciliation: locks it, asks the table, writes what `work` says, its state and version, its
 * history and the events, in the transaction of `em`.
 */
async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<ReconciliationWorkflow>,
  input: ActInput,
  work: (opened: Opened) => Promise<Refusal | Change>,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const dossier = await findReconciliation(em, input.reconciliationId, { lock: true });
  if (!dossier) return refuse('NOT_FOUND', { field: 'reconciliationId' });
  const reason = tidyText(input.reason ?? '') || null;
  const decision = decide<ReconciliationWorkflow, RefusalCode>(reconciliationWorkflow, {
    state: dossier.status,
    action,
    relations: relationsTo(dossier, actor, await scopeOver(em, actor, dossier.unitId)),
    facts: guardsOf(dossier, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'reconciliationId' });
  const conflict = checkVersion(dossier.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  const today = context.clock.today();
  const change = await work({ em, actor, today, dossier, reason });
  if (!('set' in change)) return change;
  await em.execute(
    `update reconciliation set version = version + 1, status = ?${change.set === '' ? '' : `, ${change.set}`} where id = ?`,
    [decision.to, ...change.values, dossier.id],
  );
  const at = context.clock.now();
  await keepStep(em, [dossier.id], { action, from: dossier.status, at, actor, reason });
  await announce({ em, actor, today, dossier, reason }, action);
  return { id: dossier.id, audit: { unitId: dossier.unitId, reason } };
}

async function announce({ em, actor, today, dossier, reason }: Opened, action: string): Promise<void> {
  const { id: aggregateId, unitId, superiorId, kind, from, through } = dossier;
  const data = {
    reconciliationId: aggregateId,
    unitId,
    superiorId,
    reconciliationKind: kind,
    fromMonth: from,
    throughMonth: through,
  };
  const by = { actor };
  if (action === 'CONFIRM') await recordEvents(em, ReconciliationConfirmed, [{ aggregateId, data }], by);
  if (action === 'DISPUTE')
    await recordEvents(
      em,
      ReconciliationDisputed,
      [{ aggregateId, data: { ...data, reason: reason ?? '' } }],
      by,
    );
  if (action === 'CLOSE')
    await recordEvents(em, ReconciliationClosed, [{ aggregateId, data: { ...data, closedOn: today } }], by);
}

const noChange: Change = { set: '', values: [] };

/** The unit agrees with the figures. They were computed anew just before (`refreshReconciliations`), so they are those of today. */
export const confirm = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> =>
  act(em, context, 'CONFIRM', input, async ({ actor, today }) => ({
    set: 'confirmed_by = ?::jsonb, confirmed_on = ?',
    values: [actedByText(actor), today],
  }));

/** The superior agrees as well: the figures stand for good. */
export const close = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> =>
  act(em, context, 'CLOSE', input, async ({ actor, today }) => ({
    set: 'closed_by = ?::jsonb, closed_on = ?',
    values: [actedByText(actor), today],
  }));

/** One of the two has another figure. Refuses a difference that is none. */
export const dispute = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput & { figure: DisputedFigure; amount: bigint },
): Promise<Refusal | Done> =>
  act(em, context, 'DISPUTE', input, async ({ actor, dossier, reason }) => {
    if (figureOf(dossier.figures, input.figure) === input.amount)
      return refuse('DIFFERENCE_REQUIRED', { field: 'amount' });
    return {
      set: `disputed_by = ?::jsonb, disputed_figure = ?, disputed_amount = ?, dispute_reason = ?, confirmed_by = null,
        confirmed_on = null`,
      values: [actedByText(actor), input.figure, input.amount, reason],
    };
  });

/**
 * Proposes to move shares between units, which settles the dispute once a second person has approved. Only among the superior and
 * what lies below it, and where the officer's own right holds.
 */
export const proposeAdjustment = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput & { moves: readonly Move[] },
): Promise<Refusal | Done> =>
  act(em, context, 'PROPOSE_ADJUSTMENT', input, async ({ actor, today, dossier, reason }) => {
    const fault = faultOfMoves(input.moves);
    if (fault === 'amount') return refuse('AMOUNT_INVALID', { field: 'moves' });
    if (fault === 'moves') return refuse('INVALID_INPUT', { field: 'moves' });
    const ids = [...new Set(input.moves.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]))];
    const below = await withinScope(em, ids, dossier.superiorId);
    const own = await withinScope(em, ids, scopeUnitOf(actor, 'RECONCILIATION_ADJUST') ?? '');
    if (ids.some((id) => !below.has(id) || !own.has(id))) return refuse('UNIT_NOT_FOUND', { field: 'moves' });
    const moves = input.moves.map(({ fromUnitId, toUnitId, amount }) => ({
      fromUnitId,
      toUnitId,
      amount: amount.toString(),
    }));
    await em.execute(
      `insert into reconciliation_adjustment (reconciliation_id, period, reason, moves, proposed_by, proposed_on)
       values (?, ?::date, ?, ?::jsonb, ?::jsonb, ?)`,
      [dossier.id, `${dossier.through}-01`, reason, JSON.stringify(moves), actedByText(actor), today],
    );
    return noChange;
  });

async function waitingAdjustment(em: SqlEntityManager, dossier: ReconciliationRow) {
  const [adjustments] = await findAdjustments(em, [dossier.id]);
  const waiting = adjustments?.find(({ status }) => status === 'PROPOSED');
  if (!waiting) throw new Error(`no adjustment of ${dossier.number} waits, though the table says so`);
  return waiting;
}

/** The figures as they are now, as the row keeps them. */
async function figuresNow(em: SqlEntityManager, dossier: ReconciliationRow): Promise<PeriodFigures> {
  const [figures] = await findPeriodFigures(em, [dossier]);
  if (!figures) throw new Error(`no figures of ${dossier.number}`);
  return figures;
}

/** Posts what was proposed, booked today for the last month of the period; both sides look at the new figures again. */
export const approveAdjustment = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> =>
  act(em, context, 'APPROVE_ADJUSTMENT', input, async ({ actor, today, dossier }) => {
    const { id, moves, reason } = await waitingAdjustment(em, dossier);
    const transactionId = await postTransaction(em, {
      kind: 'ADJUSTMENT',
      unitId: dossier.unitId,
      subjectId: id,
      bookedOn: today,
      reason,
      entries: entriesOf(moves, dossier.through),
    });
    await em.execute(
      `update reconciliation_adjustment set status = 'POSTED', transaction_id = ?, decided_by = ?::jsonb, decided_on = ? where id = ?`,
      [transactionId, actedByText(actor), today, id],
    );
    return {
      set: 'figures = ?::jsonb, figures_at = ?',
      values: [figuresText(await figuresNow(em, dossier)), context.clock.now()],
    };
  });

/** Does not post what was proposed; another adjustment can be proposed, or the figures upheld. */
export const rejectAdjustment = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> =>
  act(em, context, 'REJECT_ADJUSTMENT', input, async ({ actor, today, dossier }) => {
    const { id } = await waitingAdjustment(em, dossier);
    await em.execute(
      `update reconciliation_adjustment set status = 'REJECTED', decided_by = ?::jsonb, decided_on = ? where id = ?`,
      [actedByText(actor), today, id],
    );
    return noChange;
  });

/** The figures stand as they are; the unit looks at them again. */
export const uphold = (
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> =>
  act(em, context, 'UPHOLD', input, async ({ dossier }) => ({
    set: 'figures = ?::jsonb, figures_at = ?',
    values: [figuresText(await figuresNow(em, dossier)), context.clock.now()],
  }));
