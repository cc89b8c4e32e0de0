import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';

/** What decides who may act on a correction. `placedIn` is the branch of the member as the tree says now. */
export type CorrectionCase = {
  memberId: string;
  fromBranchId: string | null;
  deciderUnitId: string;
  proposerAccountId: string;
  proposerMemberId: string | null;
  placedIn: string | null;
};

const leaders: readonly Role[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY'];

/** What this actor is to that correction; offices count only while they are held (`holdsCapacity`). */
export function relationsTo(
  correction: CorrectionCase,
  actor: Actor,
  holdsCapacity: boolean,
): Set<'PROPOSER' | 'COMMON_SUPERIOR'> {
  const relations = new Set<'PROPOSER' | 'COMMON_SUPERIOR'>();
  const { capacity } = actor;
  if (!capacity || !holdsCapacity) return relations;
  if (correction.proposerAccountId === actor.accountId && capacity.role === 'ORG_ADMIN')
    relations.add('PROPOSER');
  if (capacity.unitId === correction.deciderUnitId && leaders.includes(capacity.role)) {
    relations.add('COMMON_SUPERIOR');
  }
  return relations;
}

/** The guards of the table: nobody decides what they proposed or what is about themselves, or about a branch that changed since. */
export function correctionFacts(
  correction: CorrectionCase,
  actor: Actor,
): { notOwnCase: true | 'OWN_CASE'; placementHolds: true | 'PLACEMENT_CHANGED' } {
  const isOwn =
    correction.proposerAccountId === actor.accountId ||
    (actor.memberId !== null && [correction.memberId, correction.proposerMemberId].includes(actor.memberId));
  return {
    notOwnCase: isOwn ? 'OWN_CASE' : true,
    placementHolds: correction.placedIn === correction.fromBranchId ? true : 'PLACEMENT_CHANGED',
  };
}

/**
 * The lowest unit above both branches, by their paths (ids, root first, the branch itself last); for who has no branch yet
 * the direct superior of the new one. Null: they have nobody in common here.
 */
export function commonSuperior(from: readonly string[] | null, to: readonly string[]): string | null {
  const above = to.slice(0, -1);
  if (!from) return above.at(-1) ?? null;
  const shared = new Set(from.slice(0, -1));
  return above.findLast((id) => shared.has(id)) ?? null;
}
