import { subtreePath } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';

/** What a member has overdue in a branch; the amount is whole đồng as text. */
export interface ArrearsRow {
  readonly branchId: string;
  readonly memberId: string;
  readonly months: readonly Month[];
  readonly amount: string;
}

/** An alert as it was found. */
export interface AlertRow {
  readonly id: string;
  readonly memberId: string;
  readonly branchId: string;
  readonly year: number;
  readonly months: readonly Month[];
  readonly alertedOn: string;
}

/** Who has months overdue in a unit and below it, ordered by branch and member, after the given place. */
export async function findArrears(
  em: SqlEntityManager,
  unitId: string,
  { after, limit }: { after: readonly [branchId: string, memberId: string] | null; limit: number },
): Promise<ArrearsRow[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  return em.execute(
    `select unit.id as "branchId", late.member_id as "memberId", late.months, late.amount
     from (
       select id from unit_copy where path <@ ?::ltree ${after ? 'and id >= ?::uuid' : ''} order by id) as unit
     cross join lateral (
       select member_id, sum(amount - paid) as amount,
         array_agg(distinct to_char(period, 'YYYY-MM')) as months
       from member_charge
       where branch_id = unit.id and status = 'OVERDUE' ${after ? 'and (unit.id, member_id) > (?::uuid, ?::uuid)' : ''}
       group by member_id) as late
     order by unit.id, late.member_id
     limit ?`,
    [path, ...(after ? [after[0], ...after] : []), limit],
  );
}

/** The alerts of a unit and everything below it, the latest first, after the given one. */
export async function findAlerts(
  em: SqlEntityManager,
  unitId: string,
  { year, after, limit }: { year: number | null; after: string | null; limit: number },
): Promise<AlertRow[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  return em.execute(
    `select alert.id, alert.member_id as "memberId", alert.branch_id as "branchId", alert.year, alert.months,
       alert.alerted_on as "alertedOn"
     from arrears_alert alert
     join unit_copy unit on unit.id = alert.branch_id and unit.path <@ ?::ltree
     where (?::int is null or alert.year = ?::int) and (?::uuid is null or alert.id < ?::uuid)
     order by alert.id desc
     limit ?`,
    [path, year, year, after, after, limit],
  );
}
