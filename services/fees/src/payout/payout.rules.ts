import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { PayoutState } from './payout.workflow.ts';

/** How often the bank is tried before an officer must look, and how long to wait after each refusal but the last, in minutes. */
export const TRIES = 5;
const PAUSES_MIN = [5, 30, 120, 720];
const MINUTE_MS = 60_000;

/** What the rules must know of a payout. */
export interface PayoutFacts {
  readonly unitId: string;
  /** The units from the root to this one. */
  readonly path: readonly string[];
  readonly status: PayoutState;
  /** The member in whose name the unit's account in use is. */
  readonly holderMemberId: string | null;
  readonly hasAccount: boolean;
}

/** What the actor is to a payout: an officer who manages payouts where the unit lies, or a reader. Empty: it is not there for them. */
export function relationsTo(payout: PayoutFacts, actor: Actor): Set<string> {
  const relations = new Set<string>();
  const manages = scopeUnitOf(actor, 'PAYOUT_MANAGE');
  if (manages !== null && payout.path.includes(manages)) relations.add('OFFICER');
  const reads = scopeUnitOf(actor, 'PAYOUT_READ');
  if (reads !== null && payout.path.includes(reads)) relations.add('READER');
  return relations;
}

/** The facts that the table asks for, as `true` or the code that refuses: nobody sends money to an account of their own. */
export function guardsOf(payout: PayoutFacts, actor: Actor) {
  const isOwn = payout.holderMemberId !== null && payout.holderMemberId === actor.memberId;
  return {
    notOwnCase: !isOwn || 'OWN_CASE',
    hasAccount: payout.hasAccount || 'NO_BENEFICIARY_ACCOUNT',
  } as const;
}

/** What follows on the refusal number `tries` of a payout: another try at a moment of real time, or an officer must look. */
export function afterFailure(
  tries: number,
  now: Date,
): { status: 'FAILED'; nextTryAt: Date } | { status: 'MANUAL'; nextTryAt: null } {
  const pause = PAUSES_MIN[tries - 1];
  if (tries >= TRIES || pause === undefined) return { status: 'MANUAL', nextTryAt: null };
  return { status: 'FAILED', nextTryAt: new Date(now.getTime() + pause * MINUTE_MS) };
}

/** What the bank writes beside the money, without marks so that every bank takes it. */
export const payoutContent = (unitCode: string, madeOn: string): string =>
  `Dang phi trich giu lai ${unitCode} ngay ${madeOn.split('-').reverse().join('/')}`;
