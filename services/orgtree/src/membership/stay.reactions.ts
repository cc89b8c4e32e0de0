import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { defineReaction } from '@dang/events/reaction';
import { isToDo } from './parked.ts';
import { tellPlacement } from './placement.writes.ts';
import { decideStayBeginning, decideStayEnd } from './stay.rules.ts';
import { endStay, readStay, type Stay, writeStay } from './stay.writes.ts';

/**
 * A member takes part at another branch for a time: a temporary membership begins there, which does not count and gives no vote; the official
 * one stays as it is (domain.md 9.1).
 */
export const beginStay = defineReaction({
  name: 'start-temporary-membership',
  event: TemporaryStayStarted,
  async handle({ em }, { data, actor }) {
    const { memberId, destinationBranchId } = data;
    const stay: Stay = { ...data, endedOn: null };
    const found = await readStay(em, stay);
    if (!isToDo(decideStayBeginning(data, found))) return;
    const branchId = found.destination?.unitId ?? destinationBranchId ?? '';
    await writeStay(em, branchId, { ...stay, beforeOn: found.nextFrom });
    await tellPlacement(em, memberId, actor);
  },
});

/** The stay is over: the temporary membership ends, also when its beginning is heard afterwards. */
export const finishStay = defineReaction({
  name: 'end-temporary-membership',
  event: TemporaryStayEnded,
  async handle({ em }, { data, actor }) {
    const { memberId, destinationBranchId } = data;
    const found = await readStay(em, data);
    const verdict = decideStayEnd(data, found);
    if (verdict.act === 'END') await endStay(em, verdict.membershipId, data);
    else if (isToDo(verdict))
      await writeStay(em, found.destination?.unitId ?? destinationBranchId ?? '', data);
    else return;
    await tellPlacement(em, memberId, actor);
  },
});
