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

/** Up to `limit` charges of a month in these branches, ordered by branch and member, after the given place. */
export async function findChargesOfMonth(
  em: SqlEntityManager,
  period: Month,
  branchIds: readonly string[],
  { after, limit }: { after: readonly [branchId: string, memberId: string] | null; limit: number },
): Promise<ChargeRow[]> {
  return em.execute(
    `select ${chargeColumns}
     from dues_charge charge
     where charge.period = ?::date and charge.branch_id = any(?::uuid[])
       ${after ? 'and (charge.branch_id, charge.member_id) > (?::uuid, ?::uuid)' : ''}
     order by charge.branch_id, charge.member_id
     limit ?`,
    [`${period}-01`, uuidArray(branchIds), ...(after ?? []), limit],
  );
}
