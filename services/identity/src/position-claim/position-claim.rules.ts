import type { Actor } from '@dang/access/actor';
import { hasPermission } from '@dang/access/actor';
import type { Role } from '@dang/access/role';

/** Positions of the Party that are claimed and approved by the direct superior (domain 2.1); staff are appointed instead. */
const claimableRoles = [
  'BRANCH_SECRETARY',
  'BRANCH_DEPUTY_SECRETARY',
  'BRANCH_COMMITTEE_MEMBER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY_SECRETARY',
] as const satisfies readonly Role[];

/** One of them. */
export type ClaimableRole = (typeof claimableRoles)[number];

/** Is this a position that is claimed and approved? */
export const isClaimable = (role: string): role is ClaimableRole =>
  (claimableRoles as readonly string[]).includes(role);

const branchTitles: Partial<Record<ClaimableRole, string>> = {
  BRANCH_SECRETARY: 'Bí thư chi bộ',
  BRANCH_DEPUTY_SECRETARY: 'Phó Bí thư chi bộ',
  BRANCH_COMMITTEE_MEMBER: 'Chi ủy viên',
};
const committeeTitles: Partial<Record<ClaimableRole, string>> = {
  COMMITTEE_SECRETARY: 'Bí thư Đảng ủy',
  COMMITTEE_DEPUTY_SECRETARY: 'Phó Bí thư Đảng ủy',
};

const branchTypes: readonly string[] = ['BRANCH', 'GRASSROOTS_BRANCH'];
const officelessTypes: readonly string[] = ['PARTY_GROUP'];

/** What a position of this role is called in a unit of that type; null: there is no such position there. */
export function titleIn(unitType: string, role: ClaimableRole): string | null {
  if (officelessTypes.includes(unitType)) return null;
  return (branchTypes.includes(unitType) ? branchTitles[role] : committeeTitles[role]) ?? null;
}

const topTypes: readonly string[] = ['PROVINCE', 'CENTRAL'];

/**
 * The unit that decides on positions of this one: its direct superior. Null at the top of the chain, where the operator
 * stands in: a province is the top of a deployment, whatever stands above it in the tree (domain 5.7).
 */
export const superiorOf = (unit: { type: string; parentId: string | null }): string | null =>
  topTypes.includes(unit.type) ? null : unit.parentId;

/** `superiorOf` in SQL, over a unit of that alias. */
export const superiorSql = (unit: string): string =>
  `case when ${unit}.type in (${topTypes.map((type) => `'${type}'`).join(', ')}) then null else ${unit}.parent_id end`;

const earliestDay = '1930-02-03';
const longestTermYears = 10;

/** The first date of a claim that cannot be right, or null: the position is held already, its term is not over and not endless. */
export function faultyTerm(from: string, through: string | null, today: string): 'from' | 'through' | null {
  if (from > today || from < earliestDay) return 'from';
  if (through === null) return null;
  const latest = `${Number(from.slice(0, 4)) + longestTermYears}${from.slice(4)}`;
  return through < today || through > latest ? 'through' : null;
}

/** What decides who may act on a claim. `superiorId` is the direct superior of the unit, as the tree says now. */
export type ClaimCase = {
  accountId: string;
  memberId: string | null;
  superiorId: string | null;
};

const committeeLeaders: readonly Role[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY'];

/**
 * What this actor is to that claim. Offices count by the one capacity they act in, and only while they still hold it
 * (`holdsCapacity`). Where the unit has no superior the operator stands in (domain 5.7).
 */
export function relationsTo(claim: ClaimCase, actor: Actor, holdsCapacity: boolean): Set<string> {
  const relations = new Set<string>();
  if (claim.accountId === actor.accountId) relations.add('CLAIMANT');
  const { capacity } = actor;
  if (!capacity || !holdsCapacity) return relations;
  if (capacity.unitId === claim.superiorId && committeeLeaders.includes(capacity.role)) {
    relations.add('SUPERIOR_LEADER');
  }
  if (claim.superiorId === null && hasPermission(actor, 'SYSTEM_OPERATE')) relations.add('OPERATOR');
  return relations;
}

/** Is this the actor's own claim, or one for the same person? (domain 2.3) */
function isOwnClaim(claim: ClaimCase, actor: Actor): boolean {
  if (claim.accountId === actor.accountId) return true;
  return claim.memberId !== null && claim.memberId === actor.memberId;
}

/** What the table's guards ask about a claim. */
export function claimFacts(
  claim: ClaimCase & { accountStatus: string; through: string | null },
  actor: Actor,
  today: string,
) {
  const isUsable = claim.accountStatus === 'ACTIVE' && claim.memberId !== null;
  return {
    notOwnCase: isOwnClaim(claim, actor) ? ('OWN_CASE' as const) : (true as const),
    accountActive: isUsable ? (true as const) : ('ACCOUNT_NOT_ACTIVE' as const),
    termOpen: claim.through !== null && claim.through < today ? ('TERM_OVER' as const) : (true as const),
  };
}
