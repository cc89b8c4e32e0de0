import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import { onDay } from '../unit/unit.resolvers.ts';
import type { UnitRow } from '../unit/unit.rows.ts';
import {
  headcountOf,
  isVisible,
  membershipsOf,
  membersPageOf,
  officialOn,
  placementOf,
} from './membership.loaders.ts';
import type { MemberPlace, MembershipRow } from './membership.rows.ts';
import { type MembershipKind, membershipRights } from './membership.rules.ts';

/**
 * A parent of `Member` fields. `isSeen` says that the actor may see the member today; a list of a past day also names
 * those who have left the scope since, and of them it tells nothing but that they were there.
 */
type MemberRow = { id: string; branchId?: string; isSeen?: boolean };

const place = z.tuple([z.string(), z.guid()]);

const placeAfter = (after: string | null): MemberPlace | null => {
  if (after === null) return null;
  const [nameKey, memberId] = decodeCursor(after, place);
  return { nameKey, memberId };
};

/** A field of a member, null when the actor may not see the member today. */
const ofSeen =
  <Args, Result>(read: (member: MemberRow, args: Args, context: GraphContext) => Promise<Result>) =>
  async (member: MemberRow, args: Args, context: GraphContext): Promise<Result | null> =>
    member.isSeen || (await isVisible(context, member.id)) ? read(member, args, context) : null;

/** Does the unit lie, as the tree is today, in the unit in which the actor may read members? */
async function liesInScope(context: GraphContext, unit: UnitRow): Promise<boolean> {
  const scope = context.actor && scopeUnitOf(context.actor, 'MEMBER_READ');
  if (!scope) return false;
  const today = context.clock.today();
  const now = unit.asOf === today ? unit : await unitOnOrLast(context, unit.id, today);
  return now?.path.includes(scope) ?? false;
}

/** Does nearly every member lie in it? */
const isWide = ({ type }: UnitRow): boolean => type === 'CENTRAL' || type === 'PROVINCE';

async function headcount(
  context: GraphContext,
  unit: UnitRow,
  kind: MembershipKind,
  asOf: string | null | undefined,
): Promise<number> {
  const then = await onDay(context, unit, asOf);
  return then === null
    ? 0
    : headcountOf(context, { path: then.path, kind, day: then.asOf, wide: isWide(then) });
}

const unitToday = (context: GraphContext, id: string | null | undefined) =>
  id == null ? null : unitOnOrLast(context, id, context.clock.today());

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Who belongs where, as plain rows: every field is one statement for all members of a request. */
export const membershipResolvers: Resolvers = {
  Query: {
    me: (_, __, { actor }) => (actor?.memberId ? { id: actor.memberId } : null),
  },

  Member: {
    __resolveReference: async ({ id }: MemberRow, context: GraphContext) =>
      (await isVisible(context, id)) ? { id, isSeen: true } : null,

    branch: ofSeen(async ({ id, branchId }, _, context) =>
      unitToday(context, branchId ?? (await placementOf(context, id))?.branchId),
    ),

    temporaryBranch: ofSeen(async ({ id }, _, context) =>
      unitToday(context, (await placementOf(context, id))?.temporaryBranchId),
    ),

    residenceBranch: ofSeen(async ({ id }, _, context) =>
      unitToday(context, (await placementOf(context, id))?.residenceBranchId),
    ),

    membership: ofSeen(({ id }, { asOf }: { asOf?: string | null }, context) =>
      officialOn(context, id, asOf ?? context.clock.today()),
    ),

    memberships: ofSeen(({ id }, _, context) => membershipsOf(context, id)),
  },

  Membership: {
    rights: ({ kind }: MembershipRow) => membershipRights(kind),

    unit({ unitId, to, from }: MembershipRow, _, context) {
      const today = context.clock.today();
      const lastDay = to === null || to > today ? today : dayBefore(to);
      return unitOnOrLast(context, unitId, lastDay < from ? from : lastDay);
    },
  },

  OrgUnit: {
    async members(unit: UnitRow, { kind, asOf, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const then = await onDay(context, unit, asOf);
      if (then === null || !(await liesInScope(context, then))) return null;
      const rows = await membersPageOf(context, {
        path: then.path,
        wide: isWide(then),
        kind,
        day: then.asOf,
        limit,
        after: placeAfter(after),
      });
      const { edges, pageInfo } = connection(rows, first, ({ nameKey, memberId }) => [nameKey, memberId]);
      const isSeen = then.asOf === context.clock.today();
      const isNow = kind === 'OFFICIAL' && isSeen;
      return {
        pageInfo,
        edges: edges.map(({ node: membership, cursor }) => ({
          node: { id: membership.memberId, isSeen, ...(isNow ? { branchId: membership.unitId } : {}) },
          membership,
          cursor,
        })),
      };
    },

    membershipCount: (unit: UnitRow, { asOf }, context) => headcount(context, unit, 'OFFICIAL', asOf),

    temporaryMembershipCount: (unit: UnitRow, { asOf }, context) =>
      headcount(context, unit, 'TEMPORARY', asOf),
  },
};
