import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import type { ReactionContext } from '@dang/events/reaction';
import { defineReaction } from '@dang/events/reaction';
import { keepSuccessions } from '@dang/reference/successions';
import { nearestCommune } from '../comment-list/member-facts.rows.ts';
import { publishItemStates } from './item-state.events.ts';
import { placesNow } from './places-now.ts';

/** A member who belongs to another branch from now on, without a transfer. */
interface Placed {
  readonly memberId: string;
  readonly branchId: string;
}

/** What the history of an item says of it. */
interface Line {
  readonly action: 'FOLLOW_REORGANISATION' | 'FOLLOW_CORRECTION';
  readonly reason: string;
}

/**
 * The open items of these members follow to the branch where they now are; what their committee asked for stays with the
 * committee, unless a correction leads out of it: nobody could receive there any more. Items that lie there already are not touched, so doing it again changes nothing.
 */
async function followMembers(
  { em, service, clock }: ReactionContext,
  placed: readonly Placed[],
  { action, reason }: Line,
): Promise<void> {
  const moved: { id: string }[] = await em.execute(
    `with moved as (
       update comment_item item
       set workplace_branch_id = placed."branchId", version = item.version + 1,
         workplace_unit_id = case when item.workplace_unit_id = item.workplace_branch_id or ? and exists (
             select from unit_copy place
             where place.id = placed."branchId" and index(place.path, item.workplace_unit_id::text::ltree) < 0)
           then placed."branchId" else item.workplace_unit_id end
       from jsonb_to_recordset(?::jsonb) as placed("memberId" uuid, "branchId" uuid)
       where item.member_id = placed."memberId" and item.closed_on is null and item.workplace_branch_id <> placed."branchId"
       returning item.id, item.status, item.workplace_branch_id),
     line as (
       insert into comment_item_history (item_id, at, action, from_state, to_state, unit_id, reason)
       select id, ?, ?, status, status, workplace_branch_id, ? from moved)
     select id from moved`,
    [action === 'FOLLOW_CORRECTION', JSON.stringify(placed), clock.now(), action, reason],
  );
  await publishItemStates(
    em,
    service,
    moved.map(({ id }) => id),
  );
}

/** A reorganisation has put members into another branch. */
const followReorganisedMembers = defineReaction({
  name: 'commentItemsFollowReorganisedMembers',
  event: PlacementRecorded,
  async handle(context, { data }) {
    const placed = data.placements.flatMap(({ memberId, branchId, reorganisationId }) =>
      branchId && reorganisationId ? [{ memberId, branchId }] : [],
    );
    if (placed.length === 0) return;
    await followMembers(context, placed, {
      action: 'FOLLOW_REORGANISATION',
      reason: 'Sắp xếp tổ chức đảng: đảng viên về chi bộ mới',
    });
  },
});

/** The branch on record of a member was wrong. */
const followCorrectedMember = defineReaction({
  name: 'commentItemsFollowCorrectedMember',
  event: MemberCorrected,
  async handle(context, { data: { memberId, toBranchId: branchId, reason } }) {
    const line = {
      action: 'FOLLOW_CORRECTION',
      reason: `Đính chính chi bộ nơi sinh hoạt: ${reason}`,
    } as const;
    await followMembers(context, [{ memberId, branchId }], line);
  },
});

/** An item that does not lie where `now` says. */
const hasMoved = `(item.workplace_unit_id, item.workplace_branch_id, item.residence_unit_id, item.residence_branch_id)
  is distinct from (now.workplace_unit_id, now.workplace_branch_id, now.residence_unit_id, now.residence_branch_id)`;

/**
 * Units have ended: on both sides of every open item, on every list that is not completed, and where members on unsent lists
 * live, the one that goes on stands in its place. Where the residence branch now lies in another commune, whether it has ended or was
 * moved, that commune receives and approves. Whoever has read a list whose rows change so finds another version.
 */
const followEndedUnits = defineReaction({
  name: 'commentItemsFollowEndedUnits',
  event: ReorganisationApplied,
  async handle({ em, service, clock }, { data }) {
    await keepSuccessions(em, data.successions);
    // whoever sends one of these lists at this moment goes first; the next statements then see its items
    await em.execute(
      `select from comment_list where status in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED')
         or status <> 'COMPLETED' and unit_id in (select unit_id from unit_succession)
       order by id for update`,
    );
    await em.execute(
      `update comment_list list set unit_id = succession.successor_id, version = list.version + 1
       from unit_succession succession
       where succession.unit_id = list.unit_id and list.status <> 'COMPLETED'`,
    );
    await em.execute(
      `with now as (
         select listed.list_id, listed.member_id,
           coalesce(nullif(commune.id, listed.residence_unit_id), host.successor_id, listed.residence_unit_id) as unit_id,
           coalesce(home.successor_id, listed.residence_branch_id) as branch_id
         from comment_list_row listed join comment_list list on list.id = listed.list_id
         left join unit_succession host on host.unit_id = listed.residence_unit_id
         left join unit_succession home on home.unit_id = listed.residence_branch_id
         left join unit_copy place on place.id = coalesce(home.successor_id, listed.residence_branch_id)
         ${nearestCommune}
         where list.status in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED')),
       changed as (
         update comment_list_row listed set residence_unit_id = now.unit_id, residence_branch_id = now.branch_id
         from now
         where listed.list_id = now.list_id and listed.member_id = now.member_id
           and (listed.residence_unit_id, listed.residence_branch_id) is distinct from (now.unit_id, now.branch_id)
         returning listed.list_id)
       update comment_list set version = version + 1 where id in (select list_id from changed)`,
    );
    // and whoever acts on one of these items: what they have decided is read anew
    await em.execute(
      `select from comment_item where id in (
         select item.id from comment_item item join (${placesNow} where item.closed_on is null) now on now.id = item.id
         where ${hasMoved})
       order by id for update`,
    );
    const moved: { id: string }[] = await em.execute(
      `with now as (${placesNow} where item.closed_on is null),
       moved as (
         update comment_item item
         set workplace_unit_id = now.workplace_unit_id, workplace_branch_id = now.workplace_branch_id,
           residence_unit_id = now.residence_unit_id, residence_branch_id = now.residence_branch_id,
           version = item.version + 1
         from now
         where item.id = now.id and ${hasMoved}
         returning item.id, item.status, item.residence_unit_id),
       line as (
         insert into comment_item_history (item_id, at, action, from_state, to_state, unit_id, reason)
         select id, ?, 'FOLLOW_REORGANISATION', status, status, residence_unit_id, ? from moved)
       select id from moved`,
      [clock.now(), `Sắp xếp tổ chức đảng theo Quyết định số ${data.decisionNumber}`],
    );
    await publishItemStates(
      em,
      service,
      moved.map(({ id }) => id),
    );
  },
});

export const rehomingReactions = [followReorganisedMembers, followCorrectedMember, followEndedUnits];
