import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { findPlacement } from '@dang/reference/members';
import { chainOf, withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { Resolvers } from '../generated/graph.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { type OfficerRow, officersOn } from './position.rows.ts';
import { type HeldPosition, isCurrent } from './position.rules.ts';

/** The units whose officers somebody may see: their own branch and all above it, and their scope where they read officers. */
async function unitsInSight(
  context: GraphContext,
  actor: Actor,
  unitIds: readonly string[],
): Promise<Set<string>> {
  const { em } = context;
  const placement = actor.memberId ? await findPlacement(em, actor.memberId) : null;
  const chain = placement?.branchId ? await chainOf(em, placement.branchId) : [];
  const inSight = new Set(chain.map(({ id }) => id));
  const scope = scopeUnitOf(actor, 'OFFICERS_READ');
  if (scope) for (const id of await withinScope(em, unitIds, scope)) inSight.add(id);
  return inSight;
}

function officersOf(context: GraphContext, actor: Actor, unitId: string): Promise<OfficerRow[] | null> {
  return loaderOf<string, OfficerRow[] | null>(context, 'officers', async (ids) => {
    const inSight = await unitsInSight(context, actor, ids);
    const seen = ids.filter((id) => inSight.has(id));
    const rows = seen.length > 0 ? await officersOn(context.em, seen, context.clock.today()) : [];
    const byUnit = Map.groupBy(rows, (row) => row.unitId);
    return ids.map((id) => (inSight.has(id) ? (byUnit.get(id) ?? []) : null));
  }).load(unitId);
}

export const positionResolvers: Resolvers = {
  OrgUnit: {
    __resolveReference: ({ id }) => ({ id }),
    officers: ({ id }: { id: string }, _args, context) =>
      context.actor && officersOf(context, context.actor, id),
  },
  Officer: {
    member: ({ memberId }: OfficerRow, _args, context) => visibleMember(context, context.actor, memberId),
  },
  HeldPosition: {
    unit: ({ unitId }: HeldPosition) => ({ id: unitId }),
    through: ({ to }: HeldPosition) => to,
    current: (held: HeldPosition, _args, context) => isCurrent(held, context.clock.today()),
  },
};
