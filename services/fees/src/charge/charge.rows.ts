import { subtreePath } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { ChargeStatus } from './charge.workflow.ts';

/** A month's charge as the lists read it; amounts are whole đồng as text. */
export interface ChargeRow {
  readonly period: Month;
  readonly memberId: string;
  readonly branchId: string;
  readonly amount: string;
  readonly paid: string;
  readonly status: ChargeStatus;
}

const chargeColumns = `to_char(charge.period, 'YYYY-MM') as period, charge.member_id as "memberId",
  charge.branch_id as "branchId", charge.amount, charge.paid, charge.status`;

/** Up to `limit` charges of each member, newest month first, before the month `before`: one query for all of them. */
export async function findChargesOfMembers(
  em: SqlEntityManager,
  memberIds: readonly string[],
  { before, limit }: { before: Month | null; limit: number },
): Promise<Map<string, ChargeRow[]>> {
  const rows = await em.execute<ChargeRow[]>(
    `select charge.*
     from unnest(?::uuid[]) as asked (member_id)
     cross join lateral (
       select ${chargeColumns}
       from dues_charge charge
       where charge.member_id = asked.member_id and charge.period < ?::date
       order by charge.period desc
       limit ?) as charge`,
    [uuidArray(memberIds), before === null ? 'infinity' : `${before}-01`, limit],
  );
  const lists = new Map(memberIds.map((id): [string, ChargeRow[]] => [id, []]));
  for (const row of rows) lists.get(row.memberId)?.push(row);
  return lists;
}

/** Below more branches than this, the charges are read in order and looked at one by one, instead of branch by branch. */
const FEW_BRANCHES = 500;

/**
 * Up to `limit` charges of a month in a unit and everything below it, ordered by branch and member, after the given place. A page costs
 * the same at any depth: the index is entered at the place. Only with a `status` that is rare in a large unit is more
 * looked at than is shown.
 */
export async function findChargesOfMonth(
  em: SqlEntityManager,
  period: Month,
  unitId: string,
  wish: {
    status: ChargeStatus | null;
    after: readonly [branchId: string, memberId: string] | null;
    limit: number;
  },
): Promise<ChargeRow[]> {
  const { status, after, limit } = wish;
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  const branches = await em.execute<{ id: string }[]>(
    `select id from unit_copy where path <@ ?::ltree limit ${FEW_BRANCHES + 1}`,
    [path],
  );
  const isWide = branches.length > FEW_BRANCHES;
  return em.execute(
    `select ${chargeColumns}
     from dues_charge charge
     ${isWide ? 'join unit_copy unit on unit.id = charge.branch_id and unit.path <@ ?::ltree' : ''}
     where charge.period = ?::date
       ${isWide ? '' : 'and charge.branch_id = any(?::uuid[])'}
       ${status ? 'and charge.status = ?::dues_charge_status' : ''}
       ${after ? 'and (charge.branch_id, charge.member_id) > (?::uuid, ?::uuid)' : ''}
     order by charge.branch_id, charge.member_id
     limit ?`,
    [
      ...(isWide ? [path, `${period}-01`] : [`${period}-01`, uuidArray(branches.map(({ id }) => id))]),
      ...(status ? [status] : []),
      ...(after ?? []),
      limit,
    ],
  );
}
