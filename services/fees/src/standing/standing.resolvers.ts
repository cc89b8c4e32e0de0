import { canSeeMember } from '@dang/reference/members';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { chargesOfMember } from '../charge/charge.resolvers.ts';
import { findChargings } from '../charging/charging.rows.ts';
import type { Charging } from '../charging/charging.rules.ts';
import type { Resolvers } from '../generated/graph.ts';
import { type DuesRow, findDraftMonths, findDues } from './standing.rows.ts';

/** Whether the actor may see this member's dues: their own, or by the scope of their capacity; asked once for all. */
function isVisible(context: GraphContext, memberId: string): Promise<boolean> {
  return loaderOf(context, 'members visible for DUES_READ', async (ids: readonly string[]) => {
    const visible = await canSeeMember(context.em, context.actor, ids, 'DUES_READ');
    return ids.map((id) => visible.has(id));
  }).load(memberId);
}

function duesOf(context: GraphContext, memberId: string): Promise<DuesRow | null> {
  return loaderOf(context, 'dues', async (ids: readonly string[]) => {
    const rows = await findDues(context.em, ids, context.clock.month());
    const known = new Map(rows.map((row) => [row.memberId, row]));
    return ids.map((id) => known.get(id) ?? null);
  }).load(memberId);
}

function chargingsOfMember(context: GraphContext, memberId: string): Promise<readonly Charging[]> {
  return loaderOf(context, 'chargings', async (ids: readonly string[]) => {
    const lists = await findChargings(context.em, ids);
    return ids.map((id) => lists.get(id) ?? []);
  }).load(memberId);
}

export const standingResolvers: Resolvers = {
  Query: {
    me: (_root, _args, { actor }) => (actor?.memberId ? { id: actor.memberId } : null),
  },
  Member: {
    __resolveReference: async ({ id }, context) => ((await isVisible(context, id)) ? { id } : null),
    dues: async ({ id }, _args, context) => ((await isVisible(context, id)) ? duesOf(context, id) : null),
  },
  MemberDues: {
    chargedBy: ({ chargedBy }: DuesRow) => (chargedBy === null ? null : { id: chargedBy }),
    async chargedFrom({ memberId }: DuesRow, _args, context) {
      const last = (await chargingsOfMember(context, memberId)).at(-1);
      return last && last.to === null ? last.from : null;
    },
    chargings: async ({ memberId }: DuesRow, _args, context) => [
      ...(await chargingsOfMember(context, memberId)),
    ],
    draftMonths: ({ memberId }: DuesRow, _args, context) =>
      loaderOf(context, 'draft months', async (ids: readonly string[]) => {
        const lists = await findDraftMonths(context.em, ids);
        return ids.map((id) => lists.get(id) ?? []);
      }).load(memberId),
    charges: ({ memberId }: DuesRow, args, context) => chargesOfMember(context, memberId, args),
  },
  DuesCharging: {
    branch: ({ branchId }: Charging) => ({ id: branchId }),
    through: ({ to }: Charging) => to,
  },
};
