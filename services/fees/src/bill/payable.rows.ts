import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { payableStatuses } from '../order/order.rules.ts';
import type { ChargeToPay } from '../order/order-charges.ts';

type Row = Omit<ChargeToPay, 'amount'> & { amount: string };

const payableList = payableStatuses.map((status) => `'${status}'`).join(', ');

/** What these members can pay now, oldest month first and the regular charge before what stands beside it; one query for all. */
export async function findPayables(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<Map<string, ChargeToPay[]>> {
  const rows = await em.execute<Row[]>(
    `select to_char(period, 'YYYY-MM') as period, member_id as "memberId", origin, seq, branch_id as "branchId", category,
       amount, status
     from member_charge
     where member_id = any(?::uuid[]) and status in (${payableList})
     order by member_id, period, origin, seq`,
    [uuidArray(memberIds)],
  );
  const lists = new Map(memberIds.map((id): [string, ChargeToPay[]] => [id, []]));
  for (const row of rows) lists.get(row.memberId)?.push({ ...row, amount: BigInt(row.amount) });
  return lists;
}

/** A member of a branch, or somebody who owes it dues, as the collector sees them. */
export interface BranchMemberRow {
  readonly memberId: string;
  /** What is owed to the branch and can be paid now; whole đồng as text. */
  readonly amount: string;
  readonly months: readonly Month[];
  readonly inPayment: boolean;
  readonly notAnnounced: boolean;
  readonly waived: boolean;
}

/** A branch has no more members than this on one bill. */
const BRANCH_LIMIT = 2_000;

/**
 * Everybody whom the branch charges now or who has an open charge of it up to a month, with what can be paid: ordered by member. With
 * `memberIds` only those of them.
 */
export async function findBranchBill(
  em: SqlEntityManager,
  branchId: string,
  { through, memberIds }: { through: Month; memberIds: readonly string[] | null },
): Promise<BranchMemberRow[]> {
  return em.execute(
    `with charged as (
       select member_id, sum(amount) filter (where status in (${payableList})) as amount,
         array_agg(distinct to_char(period, 'YYYY-MM') order by to_char(period, 'YYYY-MM'))
           filter (where status in (${payableList})) as months,
         bool_or(status = 'IN_PAYMENT') as "inPayment", bool_or(status = 'DRAFT') as "notAnnounced",
         bool_or(status = 'WAIVED' and period = ?::date) as waived
       from member_charge
       where branch_id = ? and period <= ?::date and status <> 'PAID'
       group by member_id)
     select member_id as "memberId", coalesce(amount, 0) as amount, coalesce(months, '{}') as months,
       coalesce("inPayment", false) as "inPayment", coalesce("notAnnounced", false) as "notAnnounced",
       coalesce(waived, false) as waived
     from (
       select member_id from charging
       where branch_id = ? and ?::date between from_period and coalesce(to_period, 'infinity')
       union select member_id from charged) as owing
     left join charged using (member_id)
     where (?::uuid[] is null or member_id = any(?::uuid[]))
     order by member_id limit ${BRANCH_LIMIT}`,
    [
      `${through}-01`,
      branchId,
      `${through}-01`,
      branchId,
      `${through}-01`,
      memberIds && uuidArray(memberIds),
      memberIds && uuidArray(memberIds),
    ],
  );
}

/** What the branch can be paid for these members up to a month. */
export async function findPayablesOfBranch(
  em: SqlEntityManager,
  branchId: string,
  { through, memberIds }: { through: Month; memberIds: readonly string[] | null },
): Promise<ChargeToPay[]> {
  const rows = await em.execute<Row[]>(
    `select to_char(period, 'YYYY-MM') as period, member_id as "memberId", origin, seq, branch_id as "branchId", category,
       amount, status
     from member_charge
     where branch_id = ? and period <= ?::date and status in (${payableList})
       and (?::uuid[] is null or member_id = any(?::uuid[]))
     order by period, member_id, origin, seq`,
    [branchId, `${through}-01`, memberIds && uuidArray(memberIds), memberIds && uuidArray(memberIds)],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}
