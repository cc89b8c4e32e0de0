import type { ActionOf, GuardOf, StateOf, Workflow, WorkflowTransition } from './workflow.ts';
import { SYSTEM, targetsOf } from './workflow.ts';

/** The refusals that any table can give; a guard adds codes of its own. */
export type WorkflowRefusal =
  | 'NOT_FOUND'
  | 'ACTION_NOT_ALLOWED'
  | 'WRONG_STATE'
  | 'STEP_UP_REQUIRED'
  | 'REASON_REQUIRED';

/** What the table is asked about: one dossier, one actor, this moment. */
export interface Situation<W extends Workflow, Code extends string = string> {
  readonly state: StateOf<W>;
  /** What the actor is to this dossier. Empty: the dossier does not exist for them. */
  readonly relations: ReadonlySet<string>;
  /** For every guard of the table `true`, or the code that refuses. */
  readonly facts: Readonly<Record<GuardOf<W>, true | Code>>;
  /** The actor signed in not longer than 10 minutes ago. */
  readonly stepUpFresh: boolean;
}

export interface Attempt<W extends Workflow, Code extends string = string> extends Situation<W, Code> {
  readonly action: ActionOf<W>;
  readonly reason?: string | null;
  /** Which target follows, where the row lists several. A function is only asked when nothing refuses. */
  readonly to?: StateOf<W> | (() => StateOf<W>);
}

export type Decision<W extends Workflow, Code extends string = string> =
  | { readonly to: StateOf<W>; readonly refusal?: undefined }
  | { readonly to?: undefined; readonly refusal: WorkflowRefusal | Code };

/**
 * Says what follows from an action, or why it is refused. Without any relation: `NOT_FOUND`, as if the dossier were not
 * there; with one that never does this: `ACTION_NOT_ALLOWED`; then the state, a fresh sign-in, the reason, the guards.
 * Throws (a bug, not a refusal) when the row has several targets and the caller names none of them.
 */
export function decide<W extends Workflow, Code extends string>(
  workflow: W,
  attempt: Attempt<W, Code>,
): Decision<W, Code> {
  const found = possibleTargets(workflow, attempt);
  if ('refusal' in found) return { refusal: found.refusal };
  const [only, ...others] = found.targets;
  const named = typeof attempt.to === 'function' ? attempt.to() : attempt.to;
  const to = named ?? (others.length === 0 ? only : undefined);
  if (to === undefined || !found.targets.includes(to)) {
    throw new Error(`${workflow.name}: ${attempt.action} from ${attempt.state} cannot lead to ${to}`);
  }
  return { to };
}

/** The table's whole answer to an attempt: every state that may follow, or the refusal. Model tests compare with this. */
export function possibleTargets<W extends Workflow, Code extends string>(
  workflow: W,
  attempt: Omit<Attempt<W, Code>, 'to'>,
): { targets: readonly StateOf<W>[] } | { refusal: WorkflowRefusal | Code } {
  const { state, action, relations, reason } = attempt;
  if (relations.size === 0) return { refusal: 'NOT_FOUND' };
  const rows = workflow.transitions.filter((row) => row.action === action);
  if (!rows.some((row) => isOpenTo(row, relations))) return { refusal: 'ACTION_NOT_ALLOWED' };
  const rowsHere = rows.filter((row) => row.from.includes(state));
  if (rowsHere.length === 0) return { refusal: 'WRONG_STATE' };
  const row = rowsHere.find((candidate) => isOpenTo(candidate, relations));
  if (row === undefined) return { refusal: 'ACTION_NOT_ALLOWED' };
  const bar = barOf(workflow, row, attempt);
  if (bar === 'STEP_UP_REQUIRED') return { refusal: bar };
  if (row.reasonRequired && !reason?.trim()) return { refusal: 'REASON_REQUIRED' };
  if (bar !== null) return { refusal: bar };
  return { targets: targetsOf(row, [state]) as readonly StateOf<W>[] };
}

export interface AvailableAction<Action extends string = string, Code extends string = string> {
  readonly action: Action;
  readonly label: string;
  readonly allowed: boolean;
  /** Why not, when not allowed. */
  readonly code: WorkflowRefusal | Code | null;
}

/**
 * Every action that leads out of this state, and whether this actor may take it now: the same table and the same order of
 * refusals as `decide`, so that a button that is shown works. A reason is typed later and bars nothing here. Actions of
 * the system alone are nobody's button and are left out; without any relation the answer is empty.
 */
export function availableActions<W extends Workflow, Code extends string>(
  workflow: W,
  situation: Situation<W, Code>,
): AvailableAction<ActionOf<W>, Code>[] {
  if (situation.relations.size === 0) return [];
  const answers = new Map<string, AvailableAction<ActionOf<W>, Code>>();
  for (const row of workflow.transitions) {
    if (!row.from.includes(situation.state) || row.by.every((relation) => relation === SYSTEM)) continue;
    const code = isOpenTo(row, situation.relations) ? barOf(workflow, row, situation) : 'ACTION_NOT_ALLOWED';
    const known = answers.get(row.action);
    if (known === undefined || known.code === 'ACTION_NOT_ALLOWED') {
      answers.set(row.action, { action: row.action, label: row.label, allowed: code === null, code });
    }
  }
  return [...answers.values()];
}

function isOpenTo(row: WorkflowTransition, relations: ReadonlySet<string>): boolean {
  return row.by.some((relation) => relations.has(relation));
}

/** What keeps a row closed for an actor who may otherwise take it: a stale sign-in first, then the guards in their order. */
function barOf<W extends Workflow, Code extends string>(
  workflow: W,
  row: WorkflowTransition,
  situation: Situation<W, Code>,
): 'STEP_UP_REQUIRED' | Code | null {
  if (row.stepUp && !situation.stepUpFresh) return 'STEP_UP_REQUIRED';
  for (const guard of row.guards ?? []) {
    const fact: true | Code | undefined = situation.facts[guard as GuardOf<W>];
    if (fact === undefined) throw new Error(`${workflow.name}: ${row.action} needs the fact ${guard}`);
    if (fact !== true) return fact;
  }
  return null;
}
