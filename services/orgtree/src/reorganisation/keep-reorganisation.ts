import type { Actor } from '@dang/access/actor';
import type { EventActor } from '@dang/events/envelope';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { applyPlan, type Outcome } from './apply-plan.ts';
import type { Plan, TreeStep } from './plan.ts';
import type { KeptStep, ReorganisationRow } from './reorganisation.rows.ts';
import { DECIDED, type ReorganisationState, reorganisationWorkflow } from './reorganisation.workflow.ts';

type Kept = Pick<ReorganisationRow, 'id' | 'decisionNumber' | 'effectiveOn' | 'steps'>;

/** What is decided, by whom (null: from the command line). */
export type Decided = Omit<Kept, 'id' | 'steps'> & {
  title: string;
  decisionOn: string;
  scopeUnitId: string;
  steps: readonly TreeStep[];
  actor: Actor | null;
  at: Date;
};

const labels = labelsOf(reorganisationWorkflow);

async function kept(
  em: SqlEntityManager,
  {
    actor,
    at,
    ...step
  }: Pick<KeptStep, 'action' | 'fromState' | 'toState'> & {
    actor: Pick<Actor, 'name' | 'capacity'> | null;
    at: Date;
    reason?: string;
  },
): Promise<string> {
  const unitId = actor?.capacity?.unitId ?? null;
  const [unit] = await em.execute<{ name: string }[]>(
    'select name from unit_period where unit_id = ? order by lower(during) desc limit 1',
    [unitId],
  );
  const entry: KeptStep = {
    reason: null,
    ...step,
    at: at.toISOString(),
    label: labels.get(step.action) ?? DECIDED.label,
    byName: actor?.name ?? null,
    byTitle: actor?.capacity?.title ?? null,
    unitId,
    unitName: unit?.name ?? null,
  };
  return JSON.stringify([entry]);
}

/** Writes down a reorganisation that was decided, to be carried out on its day. */
export async function keepReorganisation(em: SqlEntityManager, decided: Decided): Promise<Kept> {
  const { title, decisionNumber, decisionOn, effectiveOn, scopeUnitId, steps, actor, at } = decided;
  const history = await kept(em, {
    action: DECIDED.action,
    fromState: null,
    toState: 'SCHEDULED',
    actor,
    at,
  });
  const [row] = await em.execute<{ id: string }[]>(
    `insert into reorganisation (status, title, decision_number, decision_on, effective_on, scope_unit_id, steps, history)
     values ('SCHEDULED', ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) returning id`,
    [title, decisionNumber, decisionOn, effectiveOn, scopeUnitId, JSON.stringify(steps), history],
  );
  if (!row) throw new Error('A reorganisation was written and gave no row');
  return { id: row.id, decisionNumber, effectiveOn, steps };
}

/** What follows for the reorganisation from one action of its table. */
export async function enter(
  em: SqlEntityManager,
  id: string,
  {
    to,
    action,
    actor,
    at,
    reason,
  }: {
    to: ReorganisationState;
    action: 'APPLY' | 'CANCEL';
    actor: Pick<Actor, 'name' | 'capacity'> | null;
    at: Date;
    reason?: string;
  },
  outcome?: Outcome,
): Promise<void> {
  const told = reason === undefined ? {} : { reason };
  const history = await kept(em, { action, fromState: 'SCHEDULED', toState: to, actor, at, ...told });
  const failure = to === 'FAILED' ? JSON.stringify(outcome?.faults ?? []) : null;
  await em.execute(
    `update reorganisation set status = ?, version = version + 1, applied_at = ?, failure = ?::jsonb,
       members_moved = ?, temporary_members_moved = ?, history = history || ?::jsonb
     where id = ?`,
    [
      ...[to, to === 'APPLIED' ? at : null, failure],
      ...[to === 'APPLIED' ? (outcome?.membersMoved ?? 0) : 0, outcome?.temporaryMembersMoved ?? 0],
      ...[history, id],
    ],
  );
}

/** Carries a reorganisation out now. With faults the caller must roll back: part of it may have been done. */
export async function carryOutReorganisation(
  em: SqlEntityManager,
  { id, decisionNumber, effectiveOn, steps }: Kept,
  { actor, at }: { actor: EventActor | null; at: Date },
): Promise<Outcome> {
  const plan: Plan = { id, effectiveOn, steps };
  const outcome = await applyPlan(em, plan, { decisionNumber, actor });
  if (outcome.faults.length === 0)
    await enter(em, id, { to: 'APPLIED', action: 'APPLY', actor: actor as Actor | null, at }, outcome);
  return outcome;
}

class TakenBack<Found> extends Error {
  readonly found: Found;
  constructor(found: Found) {
    super('taken back');
    this.found = found;
  }
}

/** Does something in a transaction (a savepoint, where one is open) and takes it back; answers what it found. */
export async function takenBack<Found>(
  em: SqlEntityManager,
  work: (inside: SqlEntityManager) => Promise<Found>,
): Promise<Found> {
  try {
    await em.transactional(async (inside) => {
      throw new TakenBack(await work(inside));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found;
    throw error;
  }
  throw new Error('What was to be taken back has stayed');
}

/** What carrying it out would come to, as the tree is now. */
export const dryRun = (
  em: SqlEntityManager,
  { id, decisionNumber, effectiveOn, steps }: Kept,
): Promise<Outcome> =>
  takenBack(em, (inside) => applyPlan(inside, { id, effectiveOn, steps }, { decisionNumber, actor: null }));
