import { type Attempt, possibleTargets } from './decide.ts';
import type { ActionOf, GuardOf, StateOf, Workflow } from './workflow.ts';

/** A repeatable source of random numbers in [0, 1) (mulberry32): a failing walk is played again from its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One try of the walk: who (their relations), what, with which reason and how fresh a sign-in, under which facts. */
export type WalkStep<W extends Workflow> = Omit<Attempt<W>, 'to'>;

export interface WalkOptions<W extends Workflow> {
  readonly seed: number;
  readonly steps: number;
  /** The actors to draw from, as sets of relations; give an empty set for the stranger. */
  readonly actors: readonly ReadonlySet<string>[];
  /** For every guard the values to draw from. */
  readonly facts?: Readonly<Record<GuardOf<W>, readonly (true | string)[]>>;
  /** Actions left out because the system under test does not offer them yet. */
  readonly without?: readonly ActionOf<W>[];
  /** Makes a new dossier in the initial state; called at the start and after each final state. */
  readonly begin: () => Promise<void> | void;
  /** Does the step on the real system and says where the dossier is now, or with which code it was refused. */
  readonly apply: (step: WalkStep<W>) => Promise<WalkOutcome<W>> | WalkOutcome<W>;
}

export type WalkOutcome<W extends Workflow> = { to: StateOf<W> } | { refusal: string };

/**
 * Walks a real system at random and compares each answer with the table: same refusal, or a state the table lists.
 * Throws at the first difference with the seed and the way that led there. Returns what the walk has really tried, so
 * that a test can insist on having seen every action succeed.
 */
export async function randomWalk<W extends Workflow>(
  workflow: W,
  options: WalkOptions<W>,
): Promise<{ succeeded: Set<ActionOf<W>>; visited: Set<StateOf<W>>; refused: number }> {
  const random = seededRandom(options.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const actions = [...new Set(workflow.transitions.map((row) => row.action))].filter(
    (action) => !options.without?.includes(action),
  ) as ActionOf<W>[];
  const seen = {
    succeeded: new Set<ActionOf<W>>(),
    visited: new Set([workflow.initial as StateOf<W>]),
    refused: 0,
  };
  let state = workflow.initial as StateOf<W>;
  let trail: string[] = [];
  await options.begin();
  for (let count = 0; count < options.steps; count += 1) {
    const step: WalkStep<W> = {
      state,
      action: pick(drawable(workflow, actions, state, random)),
      relations: pick(options.actors),
      reason: pick(['vì lý do chính đáng', '', null]),
      stepUpFresh: random() < 0.8,
      facts: drawFacts(options.facts, pick),
    };
    const outcome = await options.apply(step);
    trail.push(`${step.action} by {${[...step.relations].join(',')}} -> ${JSON.stringify(outcome)}`);
    if ('refusal' in outcome) seen.refused += 1;
    const difference = compare(workflow, step, outcome);
    if (difference)
      throw new Error(`${workflow.name}, seed ${options.seed}: ${difference}\n${trail.join('\n')}`);
    if ('to' in outcome) {
      seen.succeeded.add(step.action);
      seen.visited.add(outcome.to);
      state = outcome.to;
    }
    // A finished dossier is knocked at a few times before the next one begins.
    if (workflow.states[state]?.final && random() < 0.5) {
      await options.begin();
      state = workflow.initial as StateOf<W>;
      trail = [];
    }
  }
  return seen;
}

/** Three times in four an action that leads out of the state, else any: enough progress, enough refusals. */
function drawable<A extends string>(
  workflow: Workflow,
  actions: readonly A[],
  state: string,
  random: () => number,
): readonly A[] {
  const here = actions.filter((action) =>
    workflow.transitions.some((row) => row.action === action && row.from.includes(state)),
  );
  return here.length > 0 && random() < 0.75 ? here : actions;
}

function drawFacts<G extends string>(
  choices: Readonly<Record<G, readonly (true | string)[]>> | undefined,
  pick: <T>(list: readonly T[]) => T,
): Readonly<Record<G, true | string>> {
  const entries = Object.entries<readonly (true | string)[]>(choices ?? {});
  return Object.fromEntries(entries.map(([guard, values]) => [guard, pick(values)])) as Record<
    G,
    true | string
  >;
}

function compare<W extends Workflow>(workflow: W, step: WalkStep<W>, outcome: WalkOutcome<W>): string | null {
  const expected = possibleTargets(workflow, step);
  if ('refusal' in expected) {
    if ('refusal' in outcome && outcome.refusal === expected.refusal) return null;
    return `the table refuses ${step.action} from ${step.state} with ${expected.refusal}`;
  }
  if ('to' in outcome && expected.targets.includes(outcome.to)) return null;
  return `the table leads ${step.action} from ${step.state} to ${expected.targets.join(' or ')}`;
}
