import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { countMembers, type HeadcountKey } from './headcount.rows.ts';
import type { MembershipRow, MembersPage, PlacementRow } from './membership.rows.ts';
import {
  findMemberships,
  findMembersPages,
  findOfficialOn,
  findPlacements,
  membersWithin,
} from './membership.rows.ts';

const cacheOnText = <Key, Value>(
  context: GraphContext,
  name: string,
  find: (keys: readonly Key[]) => Promise<Value[]>,
) => loaderOf<string, Value>(context, name, (keys) => find(keys.map((key) => JSON.parse(key) as Key)));

/**
 * May the actor see where this member belongs? Themselves always; in a capacity with MEMBER_READ everybody whose official
 * or temporary branch lies in the capacity's unit today. Whom one may not see reads as if they were not there.
 */
export async function isVisible(context: GraphContext, memberId: string): Promise<boolean> {
  const { actor } = context;
  if (actor === null) return false;
  if (actor.memberId === memberId) return true;
  const scope = scopeUnitOf(actor, 'MEMBER_READ');
  if (scope === null) return false;
  const within = loaderOf<string, boolean>(context, 'visible members', async (ids) => {
    const seen = await membersWithin(context.em, ids, scope, context.clock.today());
    return ids.map((id) => seen.has(id));
  });
  return within.load(memberId);
}

/** Where a member's activity is today. */
export const placementOf = (context: GraphContext, memberId: string): Promise<PlacementRow | null> =>
  loaderOf<string, PlacementRow | null>(context, 'placements', (ids) => findPlacements(context.em, ids)).load(
    memberId,
  );

/** The official membership of a member on a day. */
export const officialOn = (
  context: GraphContext,
  memberId: string,
  day: string,
): Promise<MembershipRow | null> =>
  cacheOnText<{ memberId: string; day: string }, MembershipRow | null>(
    context,
    'official memberships',
    (keys) => findOfficialOn(context.em, keys),
  ).load(JSON.stringify({ memberId, day }));

/** Every membership of a member, the latest first. */
export const membershipsOf = (context: GraphContext, memberId: string): Promise<MembershipRow[]> =>
  loaderOf<string, MembershipRow[]>(context, 'memberships', (ids) => findMemberships(context.em, ids)).load(
    memberId,
  );

/** A page of the members of a unit and of everything below it. */
export const membersPageOf = (context: GraphContext, page: MembersPage): Promise<MembershipRow[]> =>
  cacheOnText<MembersPage, MembershipRow[]>(context, 'members pages', (pages) =>
    findMembersPages(context.em, pages),
  ).load(JSON.stringify(page));

/** Number of members of a kind below a path of unit ids on a day. */
export const headcountOf = (context: GraphContext, key: HeadcountKey): Promise<number> =>
  cacheOnText<HeadcountKey, number>(context, 'headcounts', (keys) =>
    countMembers(context.em, keys, context.clock.today()),
  ).load(JSON.stringify(key));
