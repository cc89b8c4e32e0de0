import { type Actor, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type {
  CancelReorganisationInput,
  DecisionInput,
  Resolvers,
  TreeStepInput,
} from '../generated/graph.ts';
import { decidePlan, treeScopeOf } from './decide-plan.ts';
import { enter } from './keep-reorganisation.ts';
import { findReorganisations } from './reorganisation.rows.ts';
import { type ReorganisationWorkflow, reorganisationWorkflow } from './reorganisation.workflow.ts';

const REASON_LIMIT = 2_000;

function signedIn({ actor }: GraphContext): Actor {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

/** The mutation of that name, about a reorganisation in the actor's scope. */
function run<Input extends { idempotencyKey: string }>(
  context: GraphContext,
  name: string,
  input: Input,
  work: (em: SqlEntityManager, actor: Actor) => Promise<Refusal | Done>,
) {
  const actor = signedIn(context);
  const load = async (em: SqlEntityManager, id: string) => {
    const scopeUnitId = treeScopeOf(actor);
    if (scopeUnitId === undefined) return null;
    return (await findReorganisations(em, { scopeUnitId, id }))[0] ?? null;
  };
  return mutate(context, { name, input, field: 'reorganisation' as const, load }, (em) => work(em, actor));
}

type Decided = { idempotencyKey: string; decision: DecisionInput };

/** A mutation that decides on one step. */
const act =
  <Input extends Decided>(name: string, stepOf: (input: Input) => TreeStepInput) =>
  (_: unknown, { input }: { input: Input }, context: GraphContext) =>
    run(context, name, input, (em, actor) =>
      decidePlan(em, context, actor, { decision: input.decision, asked: [stepOf(input)], isPlan: false }),
    );

async function cancel(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  { reorganisationId: id, expectedVersion, reason }: CancelReorganisationInput,
): Promise<Refusal | Done> {
  const scopeUnitId = treeScopeOf(actor);
  if (scopeUnitId === undefined) return refuse('NOT_FOUND');
  await em.execute('select from reorganisation where id = ? for update', [id]);
  const [found] = await findReorganisations(em, { scopeUnitId, id });
  if (!found) return refuse('NOT_FOUND', { field: 'reorganisationId' });
  if (found.version !== expectedVersion) return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
  const tidy = tidyText(reason);
  const { to, refusal } = decide<ReorganisationWorkflow, never>(reorganisationWorkflow, {
    state: found.status,
    action: 'CANCEL',
    relations: new Set(['PLANNER']),
    facts: {},
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason: tidy,
  });
  if (refusal) return refuse(refusal, { field: refusal === 'REASON_REQUIRED' ? 'reason' : null });
  if (tidy.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  await enter(em, id, { to, action: 'CANCEL', actor, at: clock.now(), reason: tidy });
  return { id, audit: { unitId: found.scopeUnitId, reason: tidy } };
}

/** Acts on the tree. Each is a reorganisation of one step, or of many; see `decide-plan.ts`. */
export const treeActResolvers: Resolvers = {
  Mutation: {
    createUnit: act('createUnit', ({ unit }) => ({ create: unit })),
    renameUnit: act('renameUnit', ({ step }) => ({ rename: step })),
    moveUnit: act('moveUnit', ({ step }) => ({ move: step })),
    mergeUnits: act('mergeUnits', ({ step }) => ({ merge: step })),
    splitUnit: act('splitUnit', ({ step }) => ({ split: step })),
    dissolveUnit: act('dissolveUnit', ({ step }) => ({ dissolve: step })),

    planReorganisation: (_, { input }, context) =>
      run(context, 'planReorganisation', input, (em, actor) =>
        decidePlan(em, context, actor, { decision: input.decision, asked: input.steps, isPlan: true }),
      ),

    cancelReorganisation: (_, { input }, context) =>
      run(context, 'cancelReorganisation', input, (em, actor) => cancel(em, context, actor, input)),
  },
};
