import type { Actor } from '@dang/access/actor';
import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import type { EventActor } from '@dang/events/envelope';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DecisionInput, TreeStepInput } from '../generated/graph.ts';
import { findUnitsOn, type UnitRow } from '../unit/unit.rows.ts';
import type { Outcome } from './apply-plan.ts';
import { carryOutReorganisation, dryRun, keepReorganisation } from './keep-reorganisation.ts';
import { changedBy, commonUnit, createdBy, placesOf } from './plan.rules.ts';
import type { PlanFault, TreeStep } from './plan.ts';
import { STEP_LIMIT } from './plan.ts';
import { type AskedStep, FaultyInput, stepOf } from './step-input.ts';

const DAY_MS = 86_400_000;
const LONGEST_AHEAD_DAYS = 366;

/** The unit below which the actor may change the tree; null: everywhere (the operator of the system). */
export function treeScopeOf(actor: Actor): string | null | undefined {
  const scope = scopeUnitOf(actor, 'TREE_CHANGE');
  if (scope === null) return undefined;
  return actor.capacity?.role === 'SYSTEM_ADMIN' ? null : scope;
}

/** The steps of an input, or the refusal of an input that cannot be right. */
export function stepsOf(inputs: readonly TreeStepInput[]): AskedStep[] | Refusal {
  if (inputs.length < 1 || inputs.length > STEP_LIMIT) return refuse('INVALID_INPUT', { field: 'steps' });
  try {
    return inputs.map(stepOf);
  } catch (error) {
    if (error instanceof FaultyInput) return refuse('INVALID_INPUT', { field: error.message });
    throw error;
  }
}

/**
 * The unit below which everything of the steps happens, when all of it lies in the actor's scope: what is changed strictly below
 * the unit in which one acts, where it goes at most in that unit itself. Null: something is not there, or not in scope.
 */
export async function scopeOfSteps(
  em: SqlEntityManager,
  actor: Actor,
  steps: readonly TreeStep[],
  today: string,
): Promise<{ unitId: string; units: Map<string, UnitRow> } | null> {
  const scope = treeScopeOf(actor);
  const made = new Set(steps.flatMap(createdBy).map(({ id }) => id));
  const changed = new Set(steps.flatMap(changedBy).filter((id) => !made.has(id)));
  const ids = [...new Set([...changed, ...steps.flatMap(placesOf).filter((id) => !made.has(id))])];
  const found = await findUnitsOn(
    em,
    ids.map((id) => ({ id, day: today, orLast: true })),
  );
  const units = new Map(found.flatMap((unit) => (unit ? [[unit.id, unit] as const] : [])));
  const isInScope = ids.every((id) => {
    const path = units.get(id)?.path;
    if (!path || scope === undefined) return false;
    return scope === null || (path.includes(scope) && !(changed.has(id) && id === scope));
  });
  if (!isInScope) return null;
  return { unitId: commonUnit([...units.values()].map(({ path }) => path)), units };
}

const fields: Partial<Record<string, string>> = {
  UNIT_CODE_TAKEN: 'code',
  UNIT_CODE_MISFIT: 'code',
  UNIT_TYPE_MISPLACED: 'parentId',
  UNIT_BELOW_ITSELF: 'parentId',
  UNIT_NOT_EMPTY: 'successorId',
  UNIT_TAKES_NO_MEMBERS: 'successorId',
  UNIT_CHANGED_LATER: 'effectiveOn',
  MEMBER_NOT_IN_UNIT: 'memberIds',
};

/** A fault of a plan as the graph tells it; of a plan of many steps it names the step. */
export function refusalOf({ code, unit, step }: PlanFault, isPlan: boolean): Refusal {
  const ofStep = step === null ? null : `steps.${step}`;
  const field = isPlan ? ofStep : (fields[code] ?? null);
  return refuse(code, { field, params: { unit } });
}

function faultyDecision(
  { number, decidedOn, effectiveOn, title }: DecisionInput,
  today: string,
): string | null {
  const numbered = tidyText(number);
  if (numbered === '' || numbered.length > 100) return 'number';
  if (decidedOn > today) return 'decidedOn';
  if ((Date.parse(effectiveOn) - Date.parse(today)) / DAY_MS > LONGEST_AHEAD_DAYS) return 'effectiveOn';
  if (title != null && (tidyText(title) === '' || tidyText(title).length > 300)) return 'title';
  return null;
}

const titles: Record<TreeStep['act'], string> = {
  CREATE: 'Thành lập',
  RENAME: 'Đổi tên',
  MOVE: 'Chuyển',
  MERGE: 'Sáp nhập, hợp nhất',
  SPLIT: 'Chia, tách',
  DISSOLVE: 'Giải thể',
};

function titleOf(steps: readonly TreeStep[], units: Map<string, UnitRow>): string {
  const [first] = steps;
  if (!first || steps.length > 1) return `Sắp xếp tổ chức đảng (${steps.length} việc)`;
  const names = [
    ...changedBy(first).map((id) => units.get(id)?.name),
    ...createdBy(first).map(({ name }) => name),
  ];
  return `${titles[first.act]}: ${names.filter((name) => name !== undefined).join(', ')}`.slice(0, 300);
}

/** The first thing that stands against a plan, as a refusal. */
const firstRefusal = ({ faults: [first] }: Outcome, isPlan: boolean): Refusal | null =>
  first ? refusalOf(first, isPlan) : null;

/**
 * Decides on a plan: looks that everything lies in scope, that nobody changed the units since they were read, that the sign-in
 * is fresh and the decision complete; then carries it out, or keeps it for its day after a dry run. One transaction.
 */
export async function decidePlan(
  em: SqlEntityManager,
  { clock }: Pick<GraphContext, 'clock'>,
  actor: Actor,
  { decision, asked, isPlan }: { decision: DecisionInput; asked: readonly TreeStepInput[]; isPlan: boolean },
): Promise<Refusal | Done> {
  const today = clock.today();
  const read = stepsOf(asked);
  if (isRefusal(read)) return read;
  const steps = read.map(({ step }) => step);
  const scope = await scopeOfSteps(em, actor, steps, today);
  if (!scope) return refuse('NOT_FOUND', { field: isPlan ? 'steps' : null });
  const isStale = read.some(({ seen }) =>
    seen.some(({ id, expectedVersion }) => scope.units.get(id)?.version !== expectedVersion),
  );
  if (isStale) return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const faulty = faultyDecision(decision, today);
  if (faulty) return refuse('INVALID_INPUT', { field: faulty });

  const reorganisation = await keepReorganisation(em, {
    title: decision.title == null ? titleOf(steps, scope.units) : tidyText(decision.title),
    decisionNumber: tidyText(decision.number),
    decisionOn: decision.decidedOn,
    effectiveOn: decision.effectiveOn,
    scopeUnitId: scope.unitId,
    steps,
    actor,
    at: clock.now(),
  });
  const isDue = decision.effectiveOn <= today;
  const by = { actor: actor as EventActor, at: clock.now() };
  const outcome = isDue
    ? await carryOutReorganisation(em, reorganisation, by)
    : await dryRun(em, reorganisation);
  const refusal = firstRefusal(outcome, isPlan);
  if (refusal) return refusal;
  const after = { decisionNumber: decision.number, effectiveOn: decision.effectiveOn, steps };
  return { id: reorganisation.id, audit: { unitId: scope.unitId, after } };
}
