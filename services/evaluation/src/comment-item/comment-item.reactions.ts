import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { awaitedStates } from './comment-item.workflow.ts';
import { publishItemStates } from './item-state.events.ts';

/**
 * A member who has completed an official transfer takes the comments still awaited along: the new branch receives the
 * sheet, and the item's history says so. Delivered, received, accepted and cancelled items stay where they are.
 *
 * Each transfer counts once, and transfers that arrive in any order end the same: the item lies where the latest one (by
 * day of completion) has led, with one line of history each.
 */
export const followMember = defineReaction({
  name: 'commentItemsFollowMember',
  event: TransferCompleted,
  async handle({ em, service }, { data, time }) {
    const noted = await em.execute(
      `insert into member_move
         (transfer_id, member_id, number, origin_branch_id, destination_branch_id, completed_on, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning transfer_id`,
      [
        data.transferId,
        data.memberId,
        data.number,
        data.originBranchId,
        data.destinationBranchId,
        data.completedOn,
        time.toISOString(),
      ],
    );
    if (noted.length === 0) return;
    await publishItemStates(em, service, await followAwaitedItems(em, data.memberId));
  },
});

/**
 * A member is on record where their latest transfer has led. What was sent in between, for the branch that they had left by then, was
 * not there yet when the transfer was heard: it follows now. A placement for any other reason moves nothing here.
 */
export const followPlacedMember = defineReaction({
  name: 'commentItemsFollowPlacedMember',
  event: PlacementRecorded,
  async handle({ em, service }, { data }) {
    const left: { memberId: string }[] = await em.execute(
      `select distinct item.member_id as "memberId"
       from jsonb_to_recordset(?::jsonb) as placed("memberId" uuid, "branchId" uuid)
       join comment_item item on item.member_id = placed."memberId" and item.status in (?)
         and item.workplace_branch_id <> placed."branchId"
       cross join lateral (
         select move.destination_branch_id from member_move move where move.member_id = item.member_id
         order by move.completed_on desc, move.recorded_at desc, move.transfer_id desc limit 1) latest
       where latest.destination_branch_id = placed."branchId" order by 1`,
      [JSON.stringify(data.placements), awaitedStates],
    );
    for (const { memberId } of left)
      await publishItemStates(em, service, await followAwaitedItems(em, memberId));
  },
});

/**
 * Brings the member's awaited items to where the member's known transfers have led, and answers the ids of those that
 * changed. A transfer counts for an item when it was completed after the item was sent, or when the item was still sent
 * for the branch that it left (a late event); so does every later one.
 */
async function followAwaitedItems(em: SqlEntityManager, memberId: string): Promise<string[]> {
  // Whoever changes these items at this moment goes first; the next statement then sees their new states.
  await em.execute('select from comment_item where member_id = ? and status in (?) order by id for update', [
    memberId,
    awaitedStates,
  ]);
  const changed: { id: string }[] = await em.execute(
    `with move as (
       select item.id as item_id, item.status, item.sent_at, move.*,
         bool_or(
           move.completed_on > day.sent_on
           or move.completed_on = day.sent_on and move.destination_branch_id <> item.home_branch_id
           or move.completed_on < day.sent_on and move.origin_branch_id = item.home_branch_id
         ) over (partition by item.id order by move.completed_on, move.recorded_at, move.transfer_id) as counts,
         row_number() over (
           partition by item.id order by move.completed_on desc, move.recorded_at desc, move.transfer_id desc
         ) as from_last
       from comment_item item
       cross join lateral (select (item.sent_at at time zone 'Asia/Ho_Chi_Minh')::date as sent_on) day
       join member_move move on move.member_id = item.member_id
       where item.member_id = ? and item.status in (?)
     ), line as (
       insert into comment_item_history (item_id, at, action, from_state, to_state, unit_id, reason, transfer_id)
       select item_id,
         (completed_on + (recorded_at at time zone 'Asia/Ho_Chi_Minh')::time) at time zone 'Asia/Ho_Chi_Minh',
         'FOLLOW_MEMBER', status, status, destination_branch_id,
         'Đảng viên đã chuyển sinh hoạt đảng chính thức, hồ sơ ' || number, transfer_id
       from move where counts
       on conflict (item_id, transfer_id) do nothing
       returning item_id
     )
     update comment_item item
     set workplace_unit_id = coalesce(succession.successor_id, move.destination_branch_id),
       workplace_branch_id = coalesce(succession.successor_id, move.destination_branch_id), version = item.version + 1
     from move left join unit_succession succession on succession.unit_id = move.destination_branch_id
     where move.item_id = item.id and move.from_last = 1 and item.id in (select item_id from line)
     returning item.id`,
    [memberId, awaitedStates],
  );
  return changed.map((row) => row.id);
}
