import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { addMonths, monthOf } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';
import type { ReconciliationState } from './reconciliation.workflow.ts';

export type ReconciliationKind = 'QUARTER' | 'HALF' | 'YEAR';

/** Months that are compared as one, and the last day to be done with it. */
export interface Period {
  readonly kind: ReconciliationKind;
  readonly from: Month;
  readonly through: Month;
  readonly dueOn: string;
}

const lengths: readonly (readonly [ReconciliationKind, number])[] = [
  ['QUARTER', 3],
  ['HALF', 6],
  ['YEAR', 12],
];

/** The period of this kind that ended last before the day, due on the 15th after its end (domain 6.13). */
function lastEnded(kind: ReconciliationKind, months: number, today: string): Period {
  const month = monthOf(today);
  const inYear = Number(month.slice(5)) - 1;
  const begun = addMonths(month, -(inYear % months));
  return { kind, from: addMonths(begun, -months), through: addMonths(begun, -1), dueOn: `${begun}-15` };
}

/** The last quarter, half and year that are over on a day: what units and their superiors compare. */
export const endedPeriods = (today: string): Period[] =>
  lengths.map(([kind, months]) => lastEnded(kind, months, today));

/** The period of this kind that begins with a month; null when none does. */
export function periodFrom(kind: ReconciliationKind, from: Month): Period | null {
  const months = lengths.find(([each]) => each === kind)?.[1] ?? 0;
  if ((Number(from.slice(5)) - 1) % months !== 0) return null;
  return { kind, from, through: addMonths(from, months - 1), dueOn: `${addMonths(from, months)}-15` };
}

const romans = ['I', 'II', 'III', 'IV'];

/** `quý II/2026`, `6 tháng đầu năm 2026`, `năm 2026`: the months in words. */
export function periodName({ kind, from }: Pick<Period, 'kind' | 'from'>): string {
  const year = from.slice(0, 4);
  const index = Number(from.slice(5)) - 1;
  if (kind === 'YEAR') return `năm ${year}`;
  if (kind === 'HALF') return `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`;
  return `quý ${romans[index / 3]}/${year}`;
}

/** `DC-2026Q2-05.200.044`: the number of the dossier, once for a unit and period. */
export function numberOf({ kind, from }: Period, unitCode: string): string {
  const index = Number(from.slice(5)) - 1;
  const part = { QUARTER: `Q${index / 3 + 1}`, HALF: `H${index / 6 + 1}`, YEAR: 'Y' }[kind];
  return `DC-${from.slice(0, 4)}${part}-${unitCode}`;
}

/** What the rules must know of a reconciliation. */
export interface ReconciliationFacts {
  readonly unitId: string;
  readonly superiorId: string;
  readonly status: ReconciliationState;
  readonly dueOn: string;
  /** Accounts: who confirmed for the unit, who proposed the adjustment that waits. */
  readonly confirmedBy: { readonly accountId: string } | null;
  readonly proposedBy: { readonly accountId: string } | null;
}

/**
 * What the actor is to a reconciliation. `inScope` says whether its unit lies where the actor may read, and where the actor may
 * adjust: officers of the unit itself do not settle its differences with its superior. Empty: the dossier is not there for them.
 */
export function relationsTo(
  facts: ReconciliationFacts,
  actor: Actor,
  inScope: { read: boolean; adjust: boolean },
): Set<string> {
  const relations = new Set<string>();
  const acts = scopeUnitOf(actor, 'RECONCILIATION_CONFIRM');
  if (acts === facts.unitId) relations.add('UNIT');
  if (acts === facts.superiorId) relations.add('SUPERIOR');
  const isOwnUnit = scopeUnitOf(actor, 'RECONCILIATION_ADJUST') === facts.unitId;
  if (inScope.adjust && !isOwnUnit) relations.add('ADJUSTER');
  if (inScope.read) relations.add('READER');
  return relations;
}

/** The facts that the table asks for, as `true` or the code that refuses. */
export function guardsOf({ confirmedBy, proposedBy }: ReconciliationFacts, { accountId }: Actor) {
  return {
    otherPersonConfirmed: confirmedBy?.accountId !== accountId || 'SECOND_PERSON_REQUIRED',
    adjustmentWaits: proposedBy !== null || 'WRONG_STATE',
    noAdjustmentWaits: proposedBy === null || 'WRONG_STATE',
    otherPersonProposed: proposedBy?.accountId !== accountId || 'SECOND_PERSON_REQUIRED',
  } as const;
}

/** Late: not closed although the due day is over. */
export const isOverdue = (
  { status, dueOn }: Pick<ReconciliationFacts, 'status' | 'dueOn'>,
  today: string,
): boolean => status !== 'CLOSED' && dueOn < today;

/** A share that is moved from one unit to another. */
export interface Move {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly amount: bigint;
}

const MOVES_LIMIT = 20;

/** Which input of an adjustment is at fault: none or too many moves, an amount that is not more than 0, a unit to itself. */
export function faultOfMoves(moves: readonly Move[]): 'moves' | 'amount' | null {
  if (moves.length === 0 || moves.length > MOVES_LIMIT) return 'moves';
  if (moves.some(({ fromUnitId, toUnitId }) => fromUnitId === toUnitId)) return 'moves';
  return moves.some(({ amount }) => amount <= 0n) ? 'amount' : null;
}

/** What the moves say in the ledger: debit of the share of the one, credit of the share of the other, month by month balanced. */
export const entriesOf = (moves: readonly Move[], period: Month) =>
  moves.flatMap(({ fromUnitId, toUnitId, amount }) => [
    { account: 'UNIT_SHARE' as const, unitId: fromUnitId, amount, period },
    { account: 'UNIT_SHARE' as const, unitId: toUnitId, amount: -amount, period },
  ]);
