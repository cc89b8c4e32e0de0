import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction } from '@dang/events/reaction';
import { decideArrival, decideLeaving, decideRegistration, decideTransfer } from './membership.rules.ts';
import { isToDo } from './parked.ts';
import type { Place } from './placement.writes.ts';
import {
  endMembership,
  hasLeft,
  noteResidence,
  readStanding,
  startMembership,
  tellPlacement,
} from './placement.writes.ts';

/**
 * The destination branch has admitted the member: the membership at the origin ends on that day and one at the destination
 * begins on it, in one transaction. Once for each transfer, in whatever order events come, however often. Who moved because
 * they live elsewhere now lives at the destination from then on.
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
    const admittedTo = found.destination?.unitId ?? branchId;
    const residence = data.reason === 'CHANGE_RESIDENCE' ? admittedTo : null;
    await startMembership(em, { ...place, branchId: admittedTo }, residence, actor);
  },
});

/** A branch outside of the system has received the member: nobody here counts them from that day on. Once for each transfer. */
export const releaseMember = defineReaction({
  name: 'end-membership-of-who-left-the-province',
  event: MemberTransferredOut,
  async handle({ em }, { data, actor }) {
    const { memberId, originBranchId, leftOn, transferId } = data;
    const place: Place = {
      memberId,
      branchId: originBranchId,
      originId: originBranchId,
      on: leftOn,
      cause: 'TRANSFER',
      causeId: transferId,
    };
    const found = await readStanding(em, place);
    const alreadyDone = await hasLeft(em, place);
    if (!isToDo(decideLeaving(data, { ...found, alreadyDone })) || found.membershipId === null) return;
    await endMembership(em, found.membershipId, place);
    await tellPlacement(em, memberId, actor);
  },
});

/** A member came with a letter from outside of the system and was admitted: their membership begins. Once for each transfer. */
export const receiveMember = defineReaction({
  name: 'start-membership-of-who-came-from-outside',
  event: MemberTransferredIn,
  async handle({ em }, { data, actor }) {
    const { memberId, destinationBranchId: branchId, completedOn, transferId } = data;
    const place: Place = { memberId, branchId, on: completedOn, cause: 'TRANSFER', causeId: transferId };
    const found = await readStanding(em, place);
    if (!isToDo(decideArrival(data, found))) return;
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
