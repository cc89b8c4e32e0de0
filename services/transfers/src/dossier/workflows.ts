import type {
  ActionOf,
  GuardOf,
  RelationOf,
  StateOf,
  Workflow,
  WorkflowTransition,
} from '@dang/workflow/workflow';
import { temporaryTransfer } from '../stay/temporary.workflow.ts';
import { officialTransfer } from './official.workflow.ts';

/** Whether a member leaves for good or for a time. */
export const transferKinds = ['OFFICIAL', 'TEMPORARY'] as const;
export type TransferKind = (typeof transferKinds)[number];

/** The procedure that must run in both branches, and under which reports count the dossier. */
export const procedureOf = (kind: TransferKind) =>
  kind === 'OFFICIAL' ? ('OFFICIAL_TRANSFER' as const) : ('TEMPORARY_TRANSFER' as const);

type Tables = typeof officialTransfer | typeof temporaryTransfer;
export type TransferState = StateOf<typeof officialTransfer> | StateOf<typeof temporaryTransfer>;
export type TransferAction = ActionOf<Tables>;
export type TransferGuard = GuardOf<typeof officialTransfer> | GuardOf<typeof temporaryTransfer>;
export type TransferRelation = RelationOf<Tables> | 'READER';

/** Either of the two tables, seen as one. */
export type TransferWorkflow = Workflow<
  TransferState,
  readonly (WorkflowTransition<TransferState> & { readonly action: TransferAction })[]
>;

const workflows = { OFFICIAL: officialTransfer, TEMPORARY: temporaryTransfer } as unknown as Record<
  TransferKind,
  TransferWorkflow
>;

/** The table by which dossiers of this kind go. */
export const workflowOf = (kind: TransferKind): TransferWorkflow => workflows[kind];

/** Is this state an end of dossiers of this kind? */
export const isFinal = (kind: TransferKind, state: TransferState): boolean =>
  workflowOf(kind).states[state].final === true;

/** The words for every state of both tables. */
export const stateLabels: ReadonlyMap<TransferState, string> = new Map(
  transferKinds.flatMap((kind) =>
    Object.entries(workflowOf(kind).states).map(
      ([state, { label }]) => [state as TransferState, label] as const,
    ),
  ),
);

/** The words for every action of both tables. */
export const actionLabels: ReadonlyMap<string, string> = new Map(
  transferKinds.flatMap((kind) => workflowOf(kind).transitions.map(({ action, label }) => [action, label])),
);
