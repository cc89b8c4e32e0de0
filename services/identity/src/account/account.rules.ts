import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { addMonths, monthOf } from '@dang/vietnam/month';

/** What an applicant says they are in their branch. */
export type ClaimedPosition = 'MEMBER' | 'SECRETARY' | 'DEPUTY_SECRETARY';

/** Unit types in which members gather; only these take registrations (domain 3.1). */
const branchTypes: readonly string[] = ['BRANCH', 'GRASSROOTS_BRANCH'];

/** Is this a unit in which members gather? */
export const isBranch = (type: string): boolean => branchTypes.includes(type);

const claimedPositions = {
  SECRETARY: { role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' },
  DEPUTY_SECRETARY: { role: 'BRANCH_DEPUTY_SECRETARY', title: 'Phó bí thư chi bộ' },
} as const satisfies Partial<Record<ClaimedPosition, { role: Role; title: string }>>;

/** The position that an approved claim gives (domain 5.6, PositionClaim); null for who claims none. */
export function positionClaimed(claimed: ClaimedPosition): { role: Role; title: string } | null {
  return claimed === 'MEMBER' ? null : claimedPositions[claimed];
}

/** The registration form as it was typed; months are `YYYY-MM`, days `YYYY-MM-DD`, dues whole đồng. */
export type RegistrationForm = {
  cardDigits: string | null;
  profileNumber: string | null;
  /** From VNeID. */
  dateOfBirth: string;
  joinDate: string;
  officialDate: string | null;
  monthlyDues: bigint;
  monthlyDuesFrom: string;
};

/** The highest monthly dues that a form may declare: far above any rate, low enough to catch a slipped finger. */
export const monthlyDuesLimit = 100_000_000n;

/** The Party was founded on this day: nobody joined it earlier. */
const firstDay = '1930-02-03';

/** Dues begin at most this many months from now: until they begin a member counts as having paid. */
const latestStartMonths = 3;

/**
 * The first field of a form that cannot be right, or null (domain 5.4): one of card and profile number is given, dates are
 * not in the future and in their order, dues are not negative and begin between the joining and the near future.
 */
export function faultyField(form: RegistrationForm, today: string): string | null {
  if (form.cardDigits === null && form.profileNumber === null) return 'cardNumber';
  const { joinDate, officialDate, monthlyDuesFrom } = form;
  if (joinDate > today || joinDate < firstDay || joinDate <= form.dateOfBirth) return 'joinDate';
  if (officialDate !== null && (officialDate < joinDate || officialDate > today)) return 'officialDate';
  if (form.monthlyDues < 0n || form.monthlyDues > monthlyDuesLimit) return 'monthlyDues';
  const latest = addMonths(monthOf(today), latestStartMonths);
  if (monthlyDuesFrom < monthOf(joinDate) || monthlyDuesFrom > latest) return 'monthlyDuesFrom';
  return null;
}

/** Where a submitted account waits: a claim to lead the branch goes to its direct superior (domain 5.3, S4). */
export function waitingState(claimed: ClaimedPosition): 'PENDING_BRANCH' | 'PENDING_SUPERIOR' {
  return claimed === 'MEMBER' ? 'PENDING_BRANCH' : 'PENDING_SUPERIOR';
}

const branchLeaders: readonly Role[] = ['BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY'];
const committeeLeaders: readonly Role[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY'];

/** What decides who may act on an account. `superiorId` is the direct superior of the branch. */
export type AccountCase = {
  accountId: string;
  memberId: string | null;
  branchId: string | null;
  superiorId: string | null;
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

/** Is this the actor's own account, or another one of the same person? (domain 2.3) */
export function isOwnCase(account: AccountCase, actor: Actor): boolean {
  if (account.accountId === actor.accountId) return true;
  return account.memberId !== null && account.memberId === actor.memberId;
}

/** `true`, or why the claimed position cannot be given: a branch has one secretary at a time (domain 5.6). */
export function positionFree(
  account: { branchId?: string | null; claimedPosition: ClaimedPosition },
  branchesWithSecretary: ReadonlySet<string>,
): true | 'UNIT_HAS_SECRETARY' {
  const isTaken =
    account.claimedPosition === 'SECRETARY' && branchesWithSecretary.has(account.branchId ?? '');
  return isTaken ? 'UNIT_HAS_SECRETARY' : true;
}
