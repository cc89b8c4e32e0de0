import { type Actor, hasPermission, scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import { findUnits, isWithin, type UnitRow } from '@dang/reference/units';
import { type Refusal, refuse } from '@dang/service/refusal';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import { Member } from '../member/member.entity.ts';
import { holdsCapacity } from '../position/position.rows.ts';

/** How far an administrator reaches: strictly below their unit, or in it as well. */
export type Reach = { permission: Permission; strictly: boolean };

/**
 * The unit when it is in this administrator's reach today, else null. The operator of the system reaches everything
 * (domain 2.2).
 */
export async function unitInReach(
  em: SqlEntityManager,
  actor: Actor,
  unitId: string,
  { permission, strictly }: Reach,
  today: string,
): Promise<UnitRow | null> {
  const scope = scopeUnitOf(actor, permission);
  if (!scope || !(await holdsCapacity(em, actor, today))) return null;
  const [unit] = await findUnits(em, [unitId]);
  if (!unit || hasPermission(actor, 'SYSTEM_OPERATE')) return unit ?? null;
  if (strictly && unit.id === scope) return null;
  return (await isWithin(em, unit.id, scope)) ? unit : null;
}

/**
 * The member behind an account to whom this administrator may give something: an active one whose branch is in the
 * administrator's unit, and never themselves.
 */
export async function memberInReach(
  em: SqlEntityManager,
  actor: Actor,
  accountId: string,
  permission: Permission,
): Promise<Member | Refusal> {
  const field = 'accountId';
  if (accountId === actor.accountId) return refuse('OWN_CASE', { field });
  const scope = scopeUnitOf(actor, permission);
  const [near] = await em.execute(
    `select from account
     left join placement_copy placement on placement.member_id = account.member_id
     join unit_copy branch on branch.id = coalesce(placement.branch_id, account.branch_id)
     where account.id = ? and (? or index(branch.path, ?::ltree) >= 0)`,
    [accountId, hasPermission(actor, 'SYSTEM_OPERATE'), scope],
  );
  const account = near
    ? await em.findOne(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!account) return refuse('NOT_FOUND', { field });
  if (account.memberId && account.memberId === actor.memberId) return refuse('OWN_CASE', { field });
  if (account.status !== 'ACTIVE' || !account.memberId) return refuse('ACCOUNT_NOT_ACTIVE', { field });
  const member = await em.findOneOrFail(Member, account.memberId);
  const exclusion = await exclusionOf(em, member);
  return exclusion ? refuse(exclusion, { field }) : member;
}
