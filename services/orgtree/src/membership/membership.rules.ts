import type { UnitType } from '../unit/unit.rules.ts';

/** Whether a membership counts and gives a vote. */
export type MembershipKind = 'OFFICIAL' | 'TEMPORARY';

/** What a membership gives at its branch. */
export type MembershipRight = 'TAKE_PART' | 'VOTE' | 'STAND' | 'ELECT' | 'COUNT';

/**
 * The rights of a membership: all of them, or during a temporary stay none of voting, standing and electing, and no place in
 * the number of members (domain 9.1).
 */
export const membershipRights = (kind: MembershipKind): MembershipRight[] =>
  kind === 'OFFICIAL' ? ['TAKE_PART', 'VOTE', 'STAND', 'ELECT', 'COUNT'] : ['TAKE_PART'];

/** Why a membership began or ended. */
export type MembershipCause =
  | 'IMPORT'
  | 'REGISTRATION'
  | 'TRANSFER'
  | 'TEMPORARY_STAY'
  | 'REORGANISATION'
  | 'CORRECTION';

/** What a decision about a member's place needs to know; days are `YYYY-MM-DD`. */
export type Standing = {
  /** The official membership that has not ended, if there is one. */
  current: { unitId: string; from: string } | null;
  /** The branch to belong to, as it is on the day in question; null when it does not exist on that day. */
  destination: { unitId: string; type: UnitType; code: string; takesMembers: boolean } | null;
};

/** What to do: change something, nothing at all, or set the event aside with the reason why. */
export type Verdict = { act: 'CHANGE' } | { act: 'NOTHING' } | { act: 'PARK'; reason: string };

/**
 * A completed transfer: the official membership at the origin ends on the day of completion and one at the destination
 * begins on it (domain 8.3, step 9). Never invents a membership: when the member does not belong to the origin, somebody
 * has to look, or an event that explains it is still on its way.
 */
export function decideTransfer(
  transfer: { number: string; originBranchId: string; destinationBranchId: string; completedOn: string },
  standing: Standing & { alreadyDone: boolean },
): Verdict {
  if (standing.alreadyDone) return { act: 'NOTHING' };
  const park = (reason: string): Verdict => ({
    act: 'PARK',
    reason: `Transfer ${transfer.number}: ${reason}`,
  });
  if (standing.current === null)
    return park(`the member belongs to no branch, not to the origin ${transfer.originBranchId}`);
  if (standing.current.unitId !== transfer.originBranchId)
    return park(
      `the member belongs to ${standing.current.unitId} and not to the origin ${transfer.originBranchId}`,
    );
  if (transfer.completedOn < standing.current.from)
    return park(
      `completed on ${transfer.completedOn}, before the membership at the origin began on ${standing.current.from}`,
    );
  const closed = destinationFault(transfer.destinationBranchId, transfer.completedOn, standing.destination);
  return closed === null ? { act: 'CHANGE' } : park(closed);
}

/** An approved registration starts a membership only where there is none (a change of branch needs a transfer). */
export function decideRegistration(
  registration: { accountId: string; branchId: string; approvedOn: string },
  standing: Standing & { alreadyDone: boolean },
): Verdict {
  if (standing.alreadyDone || standing.current !== null) return { act: 'NOTHING' };
  const closed = destinationFault(registration.branchId, registration.approvedOn, standing.destination);
  return closed === null
    ? { act: 'CHANGE' }
    : { act: 'PARK', reason: `Account ${registration.accountId}: ${closed}` };
}

/**
 * A branch outside of this province's system has received the member: the membership at the origin ends. Like a completed transfer it never
 * guesses: who belongs elsewhere is waited for.
 */
export function decideLeaving(
  leaving: { number: string; leftOn: string },
  standing: Pick<Standing, 'current'> & { alreadyDone: boolean; originId: string | null },
): Verdict {
  if (standing.alreadyDone) return { act: 'NOTHING' };
  const park = (reason: string): Verdict => ({
    act: 'PARK',
    reason: `Transfer ${leaving.number}: ${reason}`,
  });
  if (standing.current === null)
    return park(`the member belongs to no branch, not to the origin ${standing.originId}`);
  if (standing.current.unitId !== standing.originId)
    return park(
      `the member belongs to ${standing.current.unitId} and not to the origin ${standing.originId}`,
    );
  if (leaving.leftOn < standing.current.from)
    return park(
      `left on ${leaving.leftOn}, before the membership at the origin began on ${standing.current.from}`,
    );
  return { act: 'CHANGE' };
}

/** A member was admitted with a letter from outside: a membership begins where there is none; who still belongs elsewhere is waited for. */
export function decideArrival(
  arrival: { number: string; destinationBranchId: string; completedOn: string },
  standing: Standing & { alreadyDone: boolean },
): Verdict {
  if (standing.alreadyDone) return { act: 'NOTHING' };
  const fault =
    standing.current === null
      ? destinationFault(arrival.destinationBranchId, arrival.completedOn, standing.destination)
      : `the member already belongs to ${standing.current.unitId}`;
  return fault === null ? { act: 'CHANGE' } : { act: 'PARK', reason: `Transfer ${arrival.number}: ${fault}` };
}

/** What there is against a membership at a unit on a day; null when it takes members. */
export function destinationFault(unitId: string, day: string, unit: Standing['destination']): string | null {
  if (unit === null) return `there is no unit ${unitId} on ${day}`;
  return unit.takesMembers ? null : `${unit.code} is a ${unit.type}, which takes no members`;
}
