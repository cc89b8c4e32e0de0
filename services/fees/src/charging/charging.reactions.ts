import type { DataOf } from '@dang/events/contract';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { ReceivedEvent } from '@dang/events/envelope';
import { defineReaction, type ReactionContext } from '@dang/events/reaction';
import { addMonths } from '@dang/vietnam/month';
import { recordFirstRate } from '../dues-rate/first-rate.ts';
import { recordGround } from './charging.rows.ts';
import { settle } from './settle.ts';
import { takeGround } from './take-ground.ts';

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
  async handle({ em }, event) {
    const { letterId: id, originBranchId: branchId, issuedOn: decidedOn, keepsDues } = event.data;
    if (!keepsDues) await takeGround(em, event, { kind: 'LETTER', id, branchId, decidedOn });
  },
});

/** The letter counts no more: the origin charges again, and the months it missed meanwhile. */
const resumeCharging = defineReaction({
  name: 'resumeCharging',
  event: LetterVoided,
  async handle({ em }, event) {
    const { letterId: id, originBranchId: branchId, voidedOn: decidedOn, keepsDues } = event.data;
    if (!keepsDues) await takeGround(em, event, { kind: 'LETTER', id, branchId, decidedOn, voided: true });
  },
});

type Admission = Pick<
  DataOf<typeof TransferCompleted>,
  'transferId' | 'memberId' | 'destinationBranchId' | 'duesPaidThrough' | 'completedOn'
>;

/** The branch that admitted the member charges from the month after the letter's, up to now at once (T73). */
async function takeAdmission({ em }: ReactionContext, event: ReceivedEvent<Admission>): Promise<void> {
  const { transferId: id, destinationBranchId: branchId, completedOn: decidedOn } = event.data;
  await takeGround(em, event, { kind: 'TRANSFER', id, branchId, decidedOn });
}

/** From one branch of ours to another. */
const moveCharging = defineReaction({
  name: 'moveCharging',
  event: TransferCompleted,
  handle: takeAdmission,
});

/** From outside: the branch charges once a rate is known. */
const beginCharging = defineReaction({
  name: 'beginCharging',
  event: MemberTransferredIn,
  handle: takeAdmission,
});

/** A branch outside of the system admitted the member: what the letter stopped stays so, and nobody is owed a later month. */
const endCharging = defineReaction({
  name: 'endCharging',
  event: MemberTransferredOut,
  async handle({ em }, event) {
    const { transferId: id, originBranchId: branchId, leftOn: decidedOn } = event.data;
    await takeGround(em, event, { kind: 'LEAVE', id, branchId, decidedOn });
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
