import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { defineReaction } from '@dang/events/reaction';
import { environmentOf } from '../environment.ts';
import { endAllHeld } from '../position/position.reactions.ts';
import { followCrossing, keepCrossing } from './crossing.rows.ts';
import { makeReceivedMember } from './received-member.ts';

/**
 * A branch outside of the system has received the member for good. They hold nothing here any more (T74); their account stays, so that they read what
 * is theirs, and gives no right beyond that.
 */
export const memberLeft = defineReaction({
  name: 'member-left-province',
  event: MemberTransferredOut,
  async handle({ em, clock }, { data, time }) {
    const { transferId, memberId, leftOn } = data;
    const last = await keepCrossing(em, { transferId, memberId, direction: 'OUT', on: leftOn, at: time });
    if (last === null) return;
    await followCrossing(em, memberId, last);
    await endAllHeld(em, clock, { memberId, leftOn, isGone: last === 'OUT' });
  },
});

/** A member came with a letter from outside and was admitted: who is not known here becomes known, who had left is active again. */
export const memberCame = defineReaction({
  name: 'member-came-to-province',
  event: MemberTransferredIn,
  async handle(context, { data, time }) {
    const { em } = context;
    const { transferId, memberId, completedOn: on } = data;
    const last = await keepCrossing(em, { transferId, memberId, direction: 'IN', on, at: time });
    if (last === null) return;
    await makeReceivedMember(em, environmentOf(context), data);
    await followCrossing(em, memberId, last);
  },
});
