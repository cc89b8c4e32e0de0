import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TreeStepInput } from '../generated/graph.ts';
import { applyPlan } from './apply-plan.ts';
import { refusalOf, scopeOfSteps, stepsOf } from './decide-plan.ts';
import { keepReorganisation, takenBack } from './keep-reorganisation.ts';
import type { PlanFault, TreeStep } from './plan.ts';
import { findChanges, type UnitChangeRow } from './reorganisation.rows.ts';

/** What a reorganisation would do. */
export type Preview = {
  faults: Refusal[];
  /** The same faults as the plan has them, for who tells them otherwise. */
  planFaults: readonly PlanFault[];
  changes: UnitChangeRow[];
  unitCount: number;
  membersMoved: number;
  temporaryMembersMoved: number;
  openDossiers: { procedure: string; count: number }[];
  officersEnded: number;
};

const CHANGES_SHOWN = 500;
const nothing = {
  planFaults: [],
  changes: [],
  unitCount: 0,
  membersMoved: 0,
  temporaryMembersMoved: 0,
  openDossiers: [],
  officersEnded: 0,
};

const ended = `select unit_id from reorganisation_change where reorganisation_id = ? and what = 'ENDED'`;

/** What hangs on the units that would end, from the copies of dossiers and officers that this service keeps. */
async function findHanging(em: SqlEntityManager, id: string) {
  const openDossiers: Preview['openDossiers'] = await em.execute(
    `select procedure, count(*)::int as count from dossier_state
     where closed_on is null and (unit_id in (${ended}) or home_unit_id in (${ended})) group by procedure order by procedure`,
    [id, id],
  );
  const [sums] = await em.execute<{ units: number; officers: number }[]>(
    `select (select count(*) from reorganisation_change where reorganisation_id = ?)::int as units,
       (select coalesce(sum(jsonb_array_length(officers)), 0) from officers_copy where unit_id in (${ended}))::int as officers`,
    [id, id],
  );
  return { openDossiers, unitCount: sums?.units ?? 0, officersEnded: sums?.officers ?? 0 };
}

/** Carries steps out on their day, looks at what they did, and takes everything back. */
export async function previewSteps(
  em: SqlEntityManager,
  given: { steps: readonly TreeStep[]; effectiveOn: string; scopeUnitId: string; isPlan: boolean; at: Date },
): Promise<Preview> {
  const { steps, effectiveOn, scopeUnitId, isPlan, at } = given;
  return takenBack(em, async (inside) => {
    const decision = { title: '?', decisionNumber: '?', decisionOn: effectiveOn };
    const decided = { ...decision, effectiveOn, scopeUnitId, steps, actor: null, at };
    const { id } = await keepReorganisation(inside, decided);
    const outcome = await applyPlan(inside, { id, effectiveOn, steps }, { decisionNumber: '?', actor: null });
    const faults = outcome.faults.map((fault) => refusalOf(fault, isPlan));
    if (faults.length > 0) return { ...nothing, faults, planFaults: outcome.faults };
    const [changes = []] = await findChanges(inside, 'REORGANISATION', [
      { id, limit: CHANGES_SHOWN, after: null },
    ]);
    return { ...outcome, planFaults: [], ...(await findHanging(inside, id)), faults, changes };
  });
}

/** The preview that somebody asks for; null when something of it is not there, or not in their scope. */
export async function previewFor(
  { actor, clock, em }: GraphContext,
  asked: readonly TreeStepInput[],
  effectiveOn: string,
): Promise<Preview | null> {
  const read = stepsOf(asked);
  if (isRefusal(read)) return { ...nothing, faults: [read] };
  const steps = read.map(({ step }) => step);
  const scope = actor && (await scopeOfSteps(em, actor, steps, clock.today()));
  if (!scope) return null;
  if (Math.abs(Date.parse(effectiveOn) - Date.parse(clock.today())) > 50 * 366 * 86_400_000)
    return { ...nothing, faults: [refuse('INVALID_INPUT', { field: 'effectiveOn' })] };
  const given = { steps, effectiveOn, scopeUnitId: scope.unitId, isPlan: true, at: clock.now() };
  return previewSteps(em.fork(), given);
}
