import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { defineReaction } from '@dang/events/reaction';
import type { Place } from './placement.writes.ts';
import { endMembership, readStanding, startMembership } from './placement.writes.ts';

/**
 * The branch on record was wrong: the membership there ends and one in the right branch begins on the day of the correction,
 * or on the first day of the wrong membership when that is later. Once for each correction, however often it is heard; who
 * is in another branch than the corrected one by now has moved since, and the move counts.
 */
export const correctMember = defineReaction({
  name: 'move-member-after-correction',
  event: MemberCorrected,
  async handle({ em, log }, { data, actor }) {
    const { correctionId, memberId, fromBranchId, toBranchId, effectiveOn } = data;
    const place: Place = {
      memberId,
      branchId: toBranchId,
      ...(fromBranchId ? { originId: fromBranchId } : {}),
      on: effectiveOn,
      cause: 'CORRECTION',
      causeId: correctionId,
    };
    const { alreadyDone, current, membershipId, originId, destination } = await readStanding(em, place);
    if (alreadyDone || current?.unitId === destination?.unitId) return;
    if (!destination?.takesMembers) throw new Error(`Unit ${toBranchId} takes no members`);
    if ((current?.unitId ?? null) !== originId) {
      log.warn({ correctionId, memberId }, 'the member has moved since the correction: nothing to correct');
      return;
    }
    const on = current && current.from > effectiveOn ? current.from : effectiveOn;
    if (membershipId !== null) await endMembership(em, membershipId, { ...place, on });
    await startMembership(em, { ...place, on, branchId: destination.unitId }, null, actor);
  },
});
