import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { defineReaction } from '@dang/events/reaction';
import { takeGround } from './take-ground.ts';

/**
 * A stay has begun: its host charges from the month after the letter's on (domain.md 9.1, A22). A host outside of the system charges elsewhere,
 * and where the province lets dues stay with the origin nothing changes.
 */
const chargeAtHost = defineReaction({
  name: 'chargeAtHost',
  event: TemporaryStayStarted,
  async handle({ em }, event) {
    const { transferId: id, destinationBranchId: branchId, startedOn: decidedOn, duesAt } = event.data;
    if (duesAt === 'OFFICIAL' || branchId === null) return;
    await takeGround(em, event, { kind: 'STAY', id, branchId, decidedOn });
  },
});

/**
 * The origin received the member back and charges the months after those that the host took. A stay that became permanent says nothing here: the
 * completed transfer does.
 */
const chargeAtHomeAgain = defineReaction({
  name: 'chargeAtHomeAgain',
  event: TemporaryStayEnded,
  async handle({ em }, event) {
    const { transferId: id, originBranchId: branchId, endedOn: decidedOn, duesAt, outcome } = event.data;
    if (duesAt === 'OFFICIAL' || outcome === 'CONVERTED') return;
    await takeGround(em, event, { kind: 'RETURN', id, branchId, decidedOn });
  },
});

export const stayingReactions = [chargeAtHost, chargeAtHomeAgain];
