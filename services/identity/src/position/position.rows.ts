import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actsRightly, type HeldPosition } from './position.rules.ts';

const columns = `id, kind, member_id as "memberId", unit_id as "unitId", role, title, from_date as "from", to_date as "to",
  ended_on as "endedOn", ended_reason as "endedReason"`;

/** A position, delegation or system right by its id, ended or not. */
export async function findHeldPosition(em: SqlEntityManager, id: string): Promise<HeldPosition | null> {
  return (await findHeldPositions(em, [id]))[0] ?? null;
}

/** Those of the positions, delegations and system rights that exist, in no particular order. */
export async function findHeldPositions(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<HeldPosition[]> {
  return em.execute(`select ${columns} from held_position where id = any(array[?]::uuid[])`, [ids]);
}

/** Everything that these members hold or have held, newest first. */
export async function heldPositionsOf(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<HeldPosition[]> {
  return em.execute(
    `select ${columns} from held_position where member_id = any(array[?]::uuid[]) order by from_date desc, id`,
    [memberIds],
  );
}

/** Does the actor hold today, as the database says now, what the token says they act in? */
export async function holdsCapacity(em: SqlEntityManager, actor: Actor, today: string): Promise<boolean> {
  if (!actor.capacity) return false;
  return actsRightly(actor, await findHeldPosition(em, actor.capacity.positionId), today);
}

/** Somebody in office, as others see them. */
export type OfficerRow = {
  unitId: string;
  positionId: string;
  memberId: string;
  name: string;
  role: Role;
  title: string;
};

/**
 * Who holds an approved position or delegation in these units today, secretaries first. System rights are no
 * office, and whoever helps people or reads totals decides nothing in the unit.
 */
export async function officersOn(
  em: SqlEntityManager,
  unitIds: readonly string[],
  today: string,
): Promise<OfficerRow[]> {
  return em.execute(
    `select held.unit_id as "unitId", held.id as "positionId", held.member_id as "memberId", member.full_name as name,
       held.role, held.title
     from held_position held
     join member on member.id = held.member_id
     where held.unit_id = any(array[?]::uuid[]) and held.kind <> 'ADMIN_GRANT'
       and held.role not in ('SUPPORT_AGENT', 'ANALYST') and held.ended_on is null
       and held.from_date <= ? and coalesce(held.to_date >= ?, true)
     order by held.unit_id,
       array_position(array['BRANCH_SECRETARY', 'COMMITTEE_SECRETARY', 'BRANCH_DEPUTY_SECRETARY',
         'COMMITTEE_DEPUTY_SECRETARY', 'BRANCH_COMMITTEE_MEMBER'], held.role) nulls last,
       member.full_name, held.id`,
    [unitIds, today, today],
  );
}

/** Those of the branches whose secretary is in office. */
export async function branchesWithSecretary(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select unit_id as id from position
     where unit_id = any(array[?]::uuid[]) and ended_on is null and role = 'BRANCH_SECRETARY'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
