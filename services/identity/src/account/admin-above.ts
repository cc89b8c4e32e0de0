import { type Actor, hasPermission, scopeUnitOf } from '@dang/access/actor';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actsInOffice } from './account-view.ts';

/**
 * Those of the accounts that this administrator may lock: the branch of the account, where its member's activity is now,
 * lies strictly below the unit of the administrator, and so does whatever they administer: locking takes a system right away,
 * which only who stands above it may (domain 2.2). The operator of the system stands above everything.
 */
export async function accountsBelow(
  em: SqlEntityManager,
  admin: Actor,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const scope = scopeUnitOf(admin, 'ACCOUNT_LOCK');
  if (!scope) return new Set();
  if (hasPermission(admin, 'SYSTEM_OPERATE')) return new Set(accountIds);
  const rows = await em.execute<{ id: string }[]>(
    `select account.id from account
     left join placement_copy placement on placement.member_id = account.member_id
     join unit_copy branch on branch.id = coalesce(placement.branch_id, account.branch_id)
     where account.id = any(array[?]::uuid[]) and index(branch.path, ?::ltree) >= 0 and branch.id <> ?
       and (account.id = ? or not exists (
         select from admin_grant held join unit_copy unit on unit.id = held.unit_id
         where held.member_id = account.member_id and held.ended_on is null
           and (unit.id = ? or index(unit.path, ?::ltree) < 0)))`,
    [accountIds, scope, scope, admin.accountId, scope, scope],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Is the viewer an administrator above this account, in office today? One query for all accounts of a list. */
export async function isAdminAbove(
  context: GraphContext,
  viewer: Actor,
  accountId: string,
): Promise<boolean> {
  if (!scopeUnitOf(viewer, 'ACCOUNT_LOCK') || !(await actsInOffice(context, viewer))) return false;
  return loaderOf<string, boolean>(context, `admin-above:${viewer.sessionId}`, async (ids) => {
    const below = await accountsBelow(context.em, viewer, ids);
    return ids.map((id) => below.has(id));
  }).load(accountId);
}
