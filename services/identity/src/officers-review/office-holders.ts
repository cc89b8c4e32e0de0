import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { Role } from '@dang/access/role';
import { subtreePath, withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { actsInOffice, signedIn } from '../account/account-view.ts';
import { findOfficeHolders, type OfficeHolderRow } from './officers-review.rows.ts';
import { reviewIntervalDays } from './officers-review.rules.ts';

/** A parent of `OfficeHolder` fields: the row, and in whose eyes. */
export type OfficeHolderView = OfficeHolderRow & { viewer: Actor };

type Arguments = {
  unitId?: string | null;
  first?: number | null;
  after?: string | null;
  dueOnly?: boolean | null;
};

const cursorShape = z.tuple([z.string(), z.guid()]);
const DAY_MS = 86_400_000;

/** The day before which whatever was not looked at since is due. */
const dueBefore = (today: string): string =>
  new Date(Date.parse(today) - reviewIntervalDays * DAY_MS).toISOString().slice(0, 10);

/** A page of who holds what in the wanted unit and below; empty where the viewer has none of the permissions. */
export async function officeHolders(
  context: GraphContext,
  { unitId, first, after, dueOnly }: Arguments,
  {
    roles,
    permissions,
    withLater = false,
  }: { roles: readonly Role[] | null; permissions: readonly Permission[]; withLater?: boolean },
): Promise<Connection<OfficeHolderView>> {
  const { em, clock } = context;
  const viewer = signedIn(context);
  const page = pageArgs(first, after);
  const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
  const scope = permissions.map((permission) => scopeUnitOf(viewer, permission)).find((id) => id !== null);
  const wanted = unitId ?? scope;
  const isOpen =
    wanted &&
    scope &&
    (await actsInOffice(context, viewer)) &&
    (await withinScope(em, [wanted], scope)).size > 0;
  const path = isOpen ? await subtreePath(em, wanted) : null;
  const today = clock.today();
  const which = { roles, today, withLater, dueBefore: dueOnly ? dueBefore(today) : null };
  const rows = path === null ? [] : await findOfficeHolders(em, { ...which, path }, page.limit, place);
  const views = rows.map((row): OfficeHolderView => ({ ...row, viewer }));
  return connection(views, page.first, ({ unitCode, held }) => [unitCode, held.id]);
}
