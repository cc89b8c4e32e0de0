import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { recordMembers } from '../member/recorded-members.ts';
import { sendAfter } from './following.ts';

/**
 * An account in use belongs where its owner's activity is, and so does a change that they have asked for: a transfer, a
 * correction and a reorganisation all end in a placement. Where the copy of placements is newer already, that one holds.
 */
export const moveAccountsWithMembers = defineReaction({
  name: 'move-accounts-with-members',
  event: PlacementRecorded,
  async handle({ em, clock }, { data }) {
    const placed = data.placements.filter(({ branchId }) => branchId !== null);
    if (placed.length === 0) return;
    const moves = await em.execute<{ from: string; to: string }[]>(
      `select told."memberId" as "from", told."branchId" as "to"
       from json_to_recordset(?::json) as told("memberId" uuid, "branchId" uuid, version bigint)
       left join placement_copy known on known.member_id = told."memberId"
       where coalesce(known.version <= told.version, true)`,
      [JSON.stringify(placed)],
    );
    await em.execute(
      `update account set branch_id = move."to"
       from json_to_recordset(?::json) as move("from" uuid, "to" uuid)
       where account.member_id = move."from" and account.status in ('ACTIVE', 'LOCKED')
         and account.branch_id is distinct from move."to"`,
      [JSON.stringify(moves)],
    );
    await sendAfter(em, clock, 'ACCOUNT_CHANGE', 'member_id', moves);
  },
});

/**
 * What waits with a unit that has ended goes to its successor, and what waits with the superior of a unit that was moved to
 * the new superior; forms and members that name an ended branch as the residence name its successor. Numbers stay.
 */
export const followReorganisation = defineReaction({
  name: 'accounts-follow-reorganisation',
  event: ReorganisationApplied,
  async handle({ em, clock }, { data }) {
    const successions = data.successions.map(({ unitId, successorId }) => ({
      from: unitId,
      to: successorId,
    }));
    const moves = [...successions, ...data.movedUnitIds.map((id) => ({ from: id, to: id }))];
    await sendAfter(em, clock, 'ACCOUNT', 'branch_id', moves);
    await sendAfter(em, clock, 'ACCOUNT_CHANGE', 'branch_id', moves);
    const ended = JSON.stringify(successions);
    const pairs = 'json_to_recordset(?::json) as move("from" uuid, "to" uuid)';
    await em.execute(
      `update account set branch_id = move."to" from ${pairs}
       where account.branch_id = move."from" and account.status in ('DRAFT', 'REJECTED')`,
      [ended],
    );
    await em.execute(
      `update account set residence_branch_id = move."to" from ${pairs} where residence_branch_id = move."from"`,
      [ended],
    );
    const residents = await em.execute<{ id: string }[]>(
      `update member set residence_branch_id = move."to", version = version + 1 from ${pairs}
       where residence_branch_id = move."from" returning member.id`,
      [ended],
    );
    await recordMembers(
      em,
      residents.map(({ id }) => id),
    );
  },
});
