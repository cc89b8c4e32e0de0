import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';

/** What an applicant says they are in their branch. */
export type ClaimedPosition = 'MEMBER' | 'SECRETARY' | 'DEPUTY_SECRETARY';

/** Unit types in which members gather; only these take registrations (domain 3.1). */
const branchTypes: readonly string[] = ['BRANCH', 'GRASSROOTS_BRANCH'];

/** Is this a unit in which members gather? */
export const isBranch = (type: string): boolean => branchTypes.includes(type);

const claimedRoles = {
  SECRETARY: 'BRANCH_SECRETARY',
  DEPUTY_SECRETARY: 'BRANCH_DEPUTY_SECRETARY',
} as const satisfies Partial<Record<ClaimedPosition, Role>>;

/** The role that is claimed (domain 5.6, PositionClaim); null for who claims none. */
export function roleClaimed(claimed: ClaimedPosition) {
  return claimed === 'MEMBER' ? null : claimedRoles[claimed];
}

/** What makes the direct superior decide in place of the branch (domain 5.3, S4). */
export type SuperiorGrounds = {
  /** Secretary or deputy of the branch, in office. */
  leadsBranch: boolean;
  /** Holds an account that receives retained dues, or has declared one. */
  holdsRetainedDues: boolean;
};

/**
 * Where a sent registration waits: with the branch, or with its direct superior when the applicant claims to lead the
 * branch, leads it, or holds or asks to hold the account for retained dues.
 */
export function waitingState(
  form: { position: ClaimedPosition; receivesRetainedDues: boolean },
  grounds: SuperiorGrounds,
): 'PENDING_BRANCH' | 'PENDING_SUPERIOR' {
  const asks = form.position !== 'MEMBER' || form.receivesRetainedDues;
  return asks || grounds.leadsBranch || grounds.holdsRetainedDues ? 'PENDING_SUPERIOR' : 'PENDING_BRANCH';
}

const branchLeaders: readonly Role[] = ['BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY'];
const committeeLeaders: readonly Role[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY'];

/** What decides who may act on an account. `superiorId` is the direct superior of the branch. */
export type AccountCase = {
  accountId: string;
  memberId: string | null;
  branchId: string | null;
  superiorId: string | null;
  /** The account of the clerk who entered the form from paper. */
  enteredBy?: string | null;
};

/**
 * What this actor is to that account. Leaders count by the one capacity they act in, and only while they still hold it
 * (`holdsCapacity`): a token lives on for minutes after a position has ended.
 */
export function relationsTo(account: AccountCase, actor: Actor, holdsCapacity: boolean): Set<string> {
  const relations = new Set<string>();
  if (account.accountId === actor.accountId) relations.add('APPLICANT');
  const { capacity } = actor;
  if (!capacity || !holdsCapacity) return relations;
  if (capacity.unitId === account.branchId && branchLeaders.includes(capacity.role))
    relations.add('BRANCH_LEADER');
  if (capacity.unitId === account.superiorId && committeeLeaders.includes(capacity.role)) {
    relations.add('SUPERIOR_LEADER');
  }
  return relations;
}

/** Is this the actor's own account, another one of the same person, or one that they entered themselves? (domain 2.3) */
export function isOwnCase(account: AccountCase, actor: Actor): boolean {
  if (account.accountId === actor.accountId || account.enteredBy === actor.accountId) return true;
  return account.memberId !== null && account.memberId === actor.memberId;
}
