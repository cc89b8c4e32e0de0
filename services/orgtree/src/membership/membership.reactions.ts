import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction } from '@dang/events/reaction';
import type { Verdict } from './membership.rules.ts';
import { decideRegistration, decideTransfer } from './membership.rules.ts';
import type { Place } from './placement.writes.ts';
import { endMembership, noteResidence, readStanding, startMembership } from './placement.writes.ts';

/** Set aside by the consumer with this sentence, retried, and shown to whoever looks after parked events. */
class CannotPlace extends Error {}

/** Is there something to do? An event that cannot be carried out is set aside by throwing. */
function isToDo(verdict: Verdict): boolean {
  if (verdict.act === 'PARK') throw new CannotPlace(verdict.reason);
  return verdict.act === 'CHANGE';
}

/**
 * The destination branch has admitted the member: the membership at the origin ends on that day and one at the destination
 * begins on it, in one transaction. Once for each transfer, in whatever order events come, however often.
 */
export const moveMember = defineReaction({
  name: 'move-member-after-transfer',
  event: TransferCompleted,
  async handle({ em }, { data, actor }) {
    const { memberId, destinationBranchId: branchId, completedOn, transferId } = data;
    const place: Place = {
      memberId,
      branchId,
      originId: data.originBranchId,
      on: completedOn,
      cause: 'TRANSFER',
      causeId: transferId,
    };
    const found = await readStanding(em, place);
    const transfer = { ...data, originBranchId: found.originId ?? data.originBranchId };
    if (!isToDo(decideTransfer(transfer, found)) || found.membershipId === null) return;
    await endMembership(em, found.membershipId, place);
    await startMembership(em, { ...place, branchId: found.destination?.unitId ?? branchId }, null, actor);
  },
});

/** An approved registration starts the membership where there is none, and says where the member lives. */
export const registerMember = defineReaction({
  name: 'start-membership-after-registration',
  event: AccountApproved,
  async handle({ em }, { data, actor }) {
    const { accountId, memberId, branchId, residenceBranchId, approvedOn, startsMembership: starts } = data;
    const place: Place = { memberId, branchId, on: approvedOn, cause: 'REGISTRATION', causeId: accountId };
    const found = await readStanding(em, place);
    const alreadyDone = found.alreadyDone || !starts;
    if (isToDo(decideRegistration(data, { ...found, alreadyDone })))
      await startMembership(
        em,
        { ...place, branchId: found.destination?.unitId ?? branchId },
        residenceBranchId,
        actor,
      );
    else if (residenceBranchId !== null && residenceBranchId !== found.residenceBranchId)
      await noteResidence(em, memberId, residenceBranchId, actor);
  },
});
