import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { defineReaction } from '@dang/events/reaction';
import { nextMonth } from '@dang/vietnam/month';
import { recordGround } from './charging.rows.ts';
import { settle } from './settle.ts';

/**
 * A stay has begun: its host charges from the month after the letter's on (domain.md 9.1, A22). A host outside of the system charges elsewhere,
 * and where the province lets dues stay with the origin nothing changes.
 */
const chargeAtHost = defineReaction({
  name: 'chargeAtHost',
  event: TemporaryStayStarted,
  async handle({ em }, { data, time }) {
    const { transferId, memberId, destinationBranchId, duesPaidThrough, startedOn, duesAt } = data;
    if (duesAt === 'OFFICIAL' || destinationBranchId === null) return;
    const changed = await recordGround(em, memberId, {
      kind: 'STAY',
      id: transferId,
      transferId,
      branchId: destinationBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: startedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: nextMonth(duesPaidThrough) }]);
  },
});

/**
 * The origin received the member back and charges the months after those that the host took. A stay that became permanent says nothing here: the
 * completed transfer does.
 */
const chargeAtHomeAgain = defineReaction({
  name: 'chargeAtHomeAgain',
  event: TemporaryStayEnded,
  async handle({ em }, { data, time }) {
    const { transferId, memberId, originBranchId, duesPaidThrough, endedOn, duesAt, outcome } = data;
    if (duesAt === 'OFFICIAL' || outcome === 'CONVERTED') return;
    const changed = await recordGround(em, memberId, {
      kind: 'RETURN',
      id: transferId,
      transferId,
      branchId: originBranchId,
      paidThrough: duesPaidThrough,
      decidedOn: endedOn,
      occurredAt: time.toISOString(),
      voided: false,
    });
    if (changed) await settle(em, [{ memberId, dueFrom: nextMonth(duesPaidThrough) }]);
  },
});

export const stayingReactions = [chargeAtHost, chargeAtHomeAgain];
