import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction } from '@dang/events/reaction';
import { addMonths, nextMonth } from '@dang/vietnam/month';
import { recordFirstRate } from '../dues-rate/first-rate.ts';
import { recordGround } from './charging.rows.ts';
import { settle } from './settle.ts';

/**
 * The registration is approved: the first rate holds and the branch charges from the declared month on. Until then the
 * member owes nothing, so the month before counts as paid.
 */
const startCharging = defineReaction({
  name: 'startCharging',
  event: AccountApproved,
  async handle({ em }, { data, time }) {
    const { accountId, memberId, branchId, approvedOn, monthlyDuesFrom } = data;
    if (monthlyDuesFrom === null) return;
    await recordFirstRate(em, data);
    await recordGround(em, memberId, {
      kind: 'START',
      id: accountId,
      transferId: null,
      branchId,
      paidThrough: addMonths(monthlyDuesFrom, -1),
      decidedOn: approvedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    await settle(em, [{ memberId, dueFrom: monthlyDuesFrom }]);
  },
});

/** The origin wrote the letter for month M: it charges M and no month after it. Where dues stay with the origin, the letter says nothing. */
const stopCharging = defineReaction({
  name: 'stopCharging',
  event: LetterIssued,
  async handle({ em }, { data, time }) {
    const { letterId, transferId, memberId, originBranchId, duesPaidThrough, issuedOn } = data;
    if (data.keepsDues) return;
    const changed = await recordGround(em, memberId, {
      kind: 'LETTER',
      id: letterId,
      transferId,
      branchId: originBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: issuedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: null }]);
  },
});

/** The letter counts no more: the origin charges again, and the months it missed meanwhile. */
const resumeCharging = defineReaction({
  name: 'resumeCharging',
  event: LetterVoided,
  async handle({ em }, { data, time }) {
    const { letterId, transferId, memberId, originBranchId, duesPaidThrough, voidedOn } = data;
    if (data.keepsDues) return;
    const changed = await recordGround(em, memberId, {
      kind: 'LETTER',
      id: letterId,
      transferId,
      branchId: originBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: voidedOn,
      occurredAt: time.toISOString(),
      voided: true,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: nextMonth(duesPaidThrough) }]);
  },
});

/** The destination admitted the member: it charges from the month after the letter's, up to now at once (T73). */
const moveCharging = defineReaction({
  name: 'moveCharging',
  event: TransferCompleted,
  async handle({ em }, { data, time }) {
    const { transferId, memberId, destinationBranchId, duesPaidThrough, completedOn } = data;
    const changed = await recordGround(em, memberId, {
      kind: 'TRANSFER',
      id: transferId,
      transferId,
      branchId: destinationBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: completedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: nextMonth(duesPaidThrough) }]);
  },
});

/** A branch outside of the system admitted the member: what the letter stopped stays so, and nobody is owed a later month. */
const endCharging = defineReaction({
  name: 'endCharging',
  event: MemberTransferredOut,
  async handle({ em }, { data, time }) {
    const { transferId, memberId, originBranchId, duesPaidThrough, leftOn } = data;
    const changed = await recordGround(em, memberId, {
      kind: 'LEAVE',
      id: transferId,
      transferId,
      branchId: originBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: leftOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: null }]);
  },
});

/** A member came from outside and was admitted: the branch charges from the month after the letter's, once a rate is known. */
const beginCharging = defineReaction({
  name: 'beginCharging',
  event: MemberTransferredIn,
  async handle({ em }, { data, time }) {
    const { transferId, memberId, destinationBranchId, duesPaidThrough, completedOn } = data;
    const changed = await recordGround(em, memberId, {
      kind: 'TRANSFER',
      id: transferId,
      transferId,
      branchId: destinationBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: completedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: nextMonth(duesPaidThrough) }]);
  },
});

export const chargingReactions = [
  startCharging,
  stopCharging,
  resumeCharging,
  moveCharging,
  endCharging,
  beginCharging,
];
