import { scopeUnitOf } from '@dang/access/actor';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';

/** Whether the unit lies in the scope of the actor's capacity for reading dues; asked once for all units of a request. */
export function isInDuesScope(context: GraphContext, unitId: string): Promise<boolean> {
  return loaderOf(context, 'units in the scope of DUES_READ', async (unitIds: readonly string[]) => {
    const scope = context.actor && scopeUnitOf(context.actor, 'DUES_READ');
    const within = scope ? await withinScope(context.em, unitIds, scope) : new Set();
    return unitIds.map((id) => within.has(id));
  }).load(unitId);
}
