import { scopeUnitOf } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';

/** Inspection reads what people of a unit owe, and every reading leaves a line in the trail (T82); one statement a request. */
async function noteUnits(context: GraphContext, unitIds: readonly string[]): Promise<void> {
  if (context.actor?.capacity?.role !== 'INSPECTION_OFFICER' || unitIds.length === 0) return;
  const lines = unitIds.map((unitId) => ({
    action: 'readDuesOfUnit',
    subjectKind: 'unit',
    subjectId: unitId,
    unitId,
  }));
  await recordAudit(context.em.fork(), lines, context);
}

/**
 * Whether the unit lies in the scope of the actor's capacity for reading the dues of its people; asked once for all units of a request.
 * What an inspection may read by it is kept before it is shown.
 */
export function isInDuesScope(context: GraphContext, unitId: string): Promise<boolean> {
  return loaderOf(context, 'units whose dues are read', async (unitIds: readonly string[]) => {
    const scope = context.actor && scopeUnitOf(context.actor, 'DUES_READ');
    const within = scope ? await withinScope(context.em, unitIds, scope) : new Set();
    await noteUnits(
      context,
      unitIds.filter((id) => within.has(id)),
    );
    return unitIds.map((id) => within.has(id));
  }).load(unitId);
}
