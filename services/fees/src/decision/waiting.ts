import { scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { signedIn } from './signed-in.ts';

const cursor = z.tuple([z.guid()]);

interface Asked {
  readonly unitId?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * A page of what waits for the decision of a unit (left out: the one in which the actor acts), the longest waiting first. Null for a
 * unit that does not lie in the scope of their capacity.
 */
export async function waitingFor<Row extends { readonly id: string }>(
  context: GraphContext,
  permission: Permission,
  asked: Asked,
  find: (
    em: SqlEntityManager,
    unitId: string,
    page: { limit: number; after: string | null },
  ) => Promise<readonly Row[]>,
): Promise<Connection<Row> | null> {
  const { first, limit, after } = pageArgs(asked.first, asked.after);
  const place = after === null ? null : decodeCursor(after, cursor)[0];
  const scope = scopeUnitOf(signedIn(context), permission);
  const unitId = asked.unitId ?? scope;
  if (scope === null || unitId === null || !(await isWithin(context.em, unitId, scope))) return null;
  return connection(await find(context.em, unitId, { limit, after: place }), first, ({ id }) => [id]);
}
