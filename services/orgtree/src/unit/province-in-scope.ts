import { scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { GraphContext } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findProvince } from '../guide/guide.rows.ts';
import { findUnitsOn } from './unit.rows.ts';

/** The id of the province, when the actor's permission holds for all of it; null otherwise. */
export async function provinceInScope(
  em: SqlEntityManager,
  { actor, clock, environment }: GraphContext,
  permission: Permission,
): Promise<string | null> {
  const scope = actor && scopeUnitOf(actor, permission);
  const id = scope ? await findProvince(em, environment.PROVINCE_CODE, clock.today()) : null;
  const [province] = id === null ? [] : await findUnitsOn(em, [{ id, day: clock.today(), orLast: false }]);
  return scope && province?.path.includes(scope) ? province.id : null;
}
