import { type Actor, hasPermission } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Which unit should decide on a waiting account, and which one does: null when nobody is in office up to the root. */
export type Decider = { unitId: string | null; deciderId: string | null };

/** The unit whose decision a waiting account needs, in SQL over `account` and its `branch`. */
export const decidingUnitSql = `case account.status when 'PENDING_BRANCH' then branch.id else branch.parent_id end`;

/** Nobody is in office there, on a day given twice: one look at all offices, where `unit_in_charge` looks at one account's. */
export const vacantUnitSql = `${decidingUnitSql} not in (
    select unit_id from position
    where ended_on is null and from_date <= ? and coalesce(to_date >= ?, true)
      and role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY', 'COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY'))`;

/** Who decides on those of the accounts that wait, one statement however many. */
export async function decidersOf(
  em: SqlEntityManager,
  accountIds: readonly string[],
  today: string,
): Promise<Map<string, Decider>> {
  const rows = await em.execute<(Decider & { id: string })[]>(
    `select account.id, ${decidingUnitSql} as "unitId", unit_in_charge(${decidingUnitSql}, ?::date) as "deciderId"
     from account join unit_copy branch on branch.id = account.branch_id
     where account.id = any(array[?]::uuid[]) and account.status in ('PENDING_BRANCH', 'PENDING_SUPERIOR')`,
    [today, accountIds],
  );
  return new Map(rows.map(({ id, ...decider }) => [id, decider]));
}

/** The unit that decides for this one: itself, or the nearest above that has a secretary or deputy in office. */
export async function unitInCharge(
  em: SqlEntityManager,
  unitId: string,
  today: string,
): Promise<string | null> {
  const [row] = await em.execute<{ id: string | null }[]>('select unit_in_charge(?, ?::date) as id', [
    unitId,
    today,
  ]);
  return row?.id ?? null;
}

const leaders: readonly Role[] = [
  'BRANCH_SECRETARY',
  'BRANCH_DEPUTY_SECRETARY',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY_SECRETARY',
];

/**
 * Does the actor decide in place of a unit that has nobody in office? The leaders of the nearest unit above that has some;
 * where there are none up to the root, as on the first day of a province, the operator of the system (domain 5.7).
 */
export function standsIn(decider: Decider | undefined, actor: Actor, holdsCapacity: boolean): boolean {
  const { capacity } = actor;
  if (!decider || !capacity || !holdsCapacity || decider.deciderId === decider.unitId) return false;
  if (decider.deciderId === null) return hasPermission(actor, 'SYSTEM_OPERATE');
  return capacity.unitId === decider.deciderId && leaders.includes(capacity.role);
}
