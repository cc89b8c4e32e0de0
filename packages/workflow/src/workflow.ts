/** The target of an act that is done to a dossier and moves it nowhere. */
export const SAME_STATE = 'SAME_STATE';

/** A state of a procedure. `label` is what people read (Vietnamese); a `final` state has no way out. */
export interface WorkflowState {
  readonly label: string;
  readonly final?: true;
}

/** One row of a procedure's table: who may do what in which states, and what may follow. */
export interface WorkflowTransition<State extends string = string> {
  readonly action: string;
  /** The words on the button (Vietnamese). The same action has one label everywhere. */
  readonly label: string;
  readonly from: readonly State[];
  /** Several targets mean that the rule which calls `decide` names the one that follows; `SAME_STATE`: it stays where it is. */
  readonly to: readonly State[] | typeof SAME_STATE;
  /** Relations of the actor to the dossier that may act, such as `BOX_SIGNER`; `SYSTEM` is a timer or a reaction. */
  readonly by: readonly string[];
  /** Approving and signing need a fresh sign-in. */
  readonly stepUp?: true;
  /** Facts that must hold; each is given to `decide` as `true` or as the code that refuses. */
  readonly guards?: readonly string[];
  readonly reasonRequired?: true;
}

export interface Workflow<
  State extends string = string,
  Transitions extends readonly WorkflowTransition<State>[] = readonly WorkflowTransition<State>[],
> {
  readonly name: string;
  readonly initial: State;
  /** Where a dossier may begin besides: one that came on paper, say. */
  readonly alsoInitial?: readonly State[];
  readonly states: Readonly<Record<State, WorkflowState>>;
  readonly transitions: Transitions;
}

export type StateOf<W extends Workflow> = keyof W['states'] & string;
export type ActionOf<W extends Workflow> = W['transitions'][number]['action'];
export type RelationOf<W extends Workflow> = W['transitions'][number]['by'][number];
type GuardsIn<T> = T extends { readonly guards: readonly (infer Guard extends string)[] } ? Guard : never;
export type GuardOf<W extends Workflow> = GuardsIn<W['transitions'][number]>;

/** The relation of timers and reactions; no person ever holds it. */
export const SYSTEM = 'SYSTEM';

/**
 * Declares a procedure as a table. The types of states, actions, relations and guards follow from it.
 * Throws at start-up when the table contradicts itself: a way out of a final state, a dead end that is not final,
 * a state nobody reaches, two rows for the same action from one state and relation, or two labels for one action.
 */
export function defineWorkflow<
  const State extends string,
  const Transitions extends readonly WorkflowTransition<NoInfer<State>>[],
>(workflow: {
  readonly name: string;
  readonly initial: NoInfer<State>;
  readonly alsoInitial?: readonly NoInfer<State>[];
  readonly states: Readonly<Record<State, WorkflowState>>;
  readonly transitions: Transitions;
}): Workflow<State, Transitions> {
  const faults = contradictions(workflow);
  if (faults.length > 0) throw new Error(`workflow ${workflow.name}: ${faults.join('; ')}`);
  return workflow;
}

/** The states to which a row leads from these states. */
export const targetsOf = <State extends string>(
  { to }: Pick<WorkflowTransition<State>, 'to'>,
  from: readonly State[],
): readonly State[] => (to === SAME_STATE ? from : to);

/** The words on the button of each action of a procedure, and of the steps that no button makes. */
export const labelsOf = (
  { transitions }: Pick<Workflow, 'transitions'>,
  ...others: readonly (readonly [action: string, label: string])[]
): ReadonlyMap<string, string> =>
  new Map([...others, ...transitions.map(({ action, label }) => [action, label] as const)]);

function contradictions(workflow: Workflow): string[] {
  const faults: string[] = [];
  const labels = new Map<string, string>();
  const rows = new Set<string>();
  for (const { action, label, from, to, by } of workflow.transitions) {
    if ((labels.get(action) ?? label) !== label) faults.push(`${action} has two labels`);
    labels.set(action, label);
    if (from.length === 0 || to.length === 0 || by.length === 0)
      faults.push(`${action} lacks from, to or by`);
    for (const state of from) {
      if (workflow.states[state]?.final) faults.push(`${action} leaves the final state ${state}`);
      for (const relation of by) {
        const row = `${action} from ${state} by ${relation}`;
        if (rows.has(row)) faults.push(`${row} stands twice`);
        rows.add(row);
      }
    }
    for (const state of [...from, ...targetsOf({ to }, from)]) {
      if (!Object.hasOwn(workflow.states, state)) faults.push(`${action} names the unknown state ${state}`);
    }
  }
  const reached = reachableStates(workflow);
  for (const [code, state] of Object.entries(workflow.states)) {
    if (!reached.has(code)) faults.push(`nobody reaches ${code}`);
    if (!state.final && !workflow.transitions.some((row) => row.from.includes(code))) {
      faults.push(`${code} is a dead end`);
    }
  }
  return faults;
}

function reachableStates(workflow: Workflow): Set<string> {
  const reached = new Set([workflow.initial, ...(workflow.alsoInitial ?? [])]);
  // A set iterates over what is added to it on the way, so this closes over every row.
  for (const state of reached) {
    for (const row of workflow.transitions) {
      if (row.from.includes(state)) for (const next of targetsOf(row, [state])) reached.add(next);
    }
  }
  return reached;
}
