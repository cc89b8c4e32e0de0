import { type Actor, hasPermission, scopeUnitOf } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { subtreePath } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** From where the actor of this request looks at comments, as this service's copy of the tree says now. */
export interface Seat {
  /** Their own member id, where they may read their own data. */
  readonly memberId: string | null;
  /** The unit of their capacity, where it may read comments. */
  readonly scopeUnitId: string | null;
  readonly role: Role | null;
  /** The units from the root down to that unit; empty without one. */
  readonly chain: readonly string[];
}

/** The seat of this request's actor, found once a request. Nobody signed in sits nowhere and sees nothing. */
export function seatOf(context: GraphContext): Promise<Seat> {
  return loaderOf(context, 'seat', (keys: readonly 'mine'[]) =>
    Promise.all(keys.map(() => seatAt(context.em, context.actor))),
  ).load('mine');
}

/** The same inside a transaction: what its own statements have read so far counts. */
export async function seatAt(em: SqlEntityManager, actor: Actor | null): Promise<Seat> {
  const memberId = actor && hasPermission(actor, 'OWN_DATA') ? actor.memberId : null;
  const scopeUnitId = actor && scopeUnitOf(actor, 'COMMENT_READ');
  if (!scopeUnitId) return { memberId, scopeUnitId: null, role: null, chain: [] };
  const path = await subtreePath(em, scopeUnitId);
  return { memberId, scopeUnitId, role: actor.capacity?.role ?? null, chain: path?.split('.') ?? [] };
}

/**
 * The path of a unit that lies in the seat's unit, to be bound as a constant in the next query; null for a unit outside it
 * or unknown. Asked once for all units of a request.
 */
export function pathInScope(context: GraphContext, unitId: string): Promise<string | null> {
  return loaderOf(context, 'paths in scope', async (unitIds: readonly string[]) => {
    const { scopeUnitId } = await seatOf(context);
    if (!scopeUnitId) return unitIds.map(() => null);
    const rows: { id: string; path: string }[] = await context.em.execute(
      'select id, path::text from unit_copy where id in (?) and index(path, ?::ltree) >= 0',
      [unitIds, scopeUnitId],
    );
    return unitIds.map((id) => rows.find((row) => row.id === id)?.path ?? null);
  }).load(unitId);
}
