import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import { onDay } from '../unit/unit.resolvers.ts';
import type { UnitRow } from '../unit/unit.rows.ts';
import {
  isVisible,
  membershipsOf,
  membersPageOf,
  officialCountOf,
  officialOn,
  placementOf,
} from './membership.loaders.ts';
import type { MemberPlace, MembershipRow } from './membership.rows.ts';

/** A member whom the actor may see: every `Member` that this service hands out has passed `isVisible` or a scope. */
type MemberRow = { id: string; branchId?: string };

const place = z.tuple([z.string(), z.guid()]);

const placeAfter = (after: string | null): MemberPlace | null => {
  if (after === null) return null;
  const [nameKey, memberId] = decodeCursor(after, place);
  return { nameKey, memberId };
};

/** Does the unit lie, as the tree is today, in the unit in which the actor may read members? */
async function liesInScope(context: GraphContext, unit: UnitRow): Promise<boolean> {
  const scope = context.actor && scopeUnitOf(context.actor, 'MEMBER_READ');
  if (!scope) return false;
  const today = context.clock.today();
  const now = unit.asOf === today ? unit : await unitOnOrLast(context, unit.id, today);
  return now?.path.includes(scope) ?? false;
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
      (await isVisible(context, id)) ? { id } : null,

    branch: async ({ id, branchId }: MemberRow, _, context) =>
      unitToday(context, branchId ?? (await placementOf(context, id))?.branchId),

    temporaryBranch: async ({ id }: MemberRow, _, context) =>
      unitToday(context, (await placementOf(context, id))?.temporaryBranchId),

    residenceBranch: async ({ id }: MemberRow, _, context) =>
      unitToday(context, (await placementOf(context, id))?.residenceBranchId),

    membership: ({ id }: MemberRow, { asOf }, context) =>
      officialOn(context, id, asOf ?? context.clock.today()),

    memberships: ({ id }: MemberRow, _, context) => membershipsOf(context, id),
  },

  Membership: {
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
      const wide = then.type === 'CENTRAL' || then.type === 'PROVINCE';
      const rows = await membersPageOf(context, {
        path: then.path,
        wide,
        kind,
        day: then.asOf,
        limit,
        after: placeAfter(after),
      });
      const { edges, pageInfo } = connection(rows, first, ({ nameKey, memberId }) => [nameKey, memberId]);
      const isNow = kind === 'OFFICIAL' && then.asOf === context.clock.today();
      return {
        pageInfo,
        edges: edges.map(({ node: membership, cursor }) => ({
          node: { id: membership.memberId, ...(isNow ? { branchId: membership.unitId } : {}) },
          membership,
          cursor,
        })),
      };
    },

    async membershipCount(unit: UnitRow, { asOf }, context) {
      const then = await onDay(context, unit, asOf);
      return then === null ? 0 : officialCountOf(context, then.path, then.asOf);
    },
  },
};
