import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';

/** How a member stands, with the rate of this month; amounts are whole đồng as text. */
export interface DuesRow {
  readonly memberId: string;
  readonly monthlyAmount: string | null;
  readonly chargedBy: string | null;
  readonly paidThrough: Month | null;
  readonly openMonths: readonly Month[];
  readonly outstanding: string;
}

/**
 * How these members stand in `month`, in no particular order; of whom nothing is known there is no row. The amount is the
 * rate in force in that month, or the next one approved.
 */
export async function findDues(
  em: SqlEntityManager,
  memberIds: readonly string[],
  month: Month,
): Promise<DuesRow[]> {
  return em.execute(
    `select standing.member_id as "memberId", rate.monthly_amount as "monthlyAmount", standing.charged_by as "chargedBy",
       standing.paid_through as "paidThrough", standing.open_months as "openMonths", standing.outstanding
     from dues_standing standing
     left join lateral (
       select monthly_amount from dues_rate
       where member_id = standing.member_id and status in ('APPROVED', 'SUPERSEDED')
         and coalesce(to_period, 'infinity') >= ?::date
       order by from_period limit 1) as rate on true
     where standing.member_id = any(?::uuid[])`,
    [`${month}-01`, uuidArray(memberIds)],
  );
}

/** The months of each member that are charged but not announced, oldest first; a member without any is not in the map. */
export async function findDraftMonths(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<Map<string, Month[]>> {
  const rows = await em.execute<{ memberId: string; months: Month[] }[]>(
    `select member_id as "memberId", array_agg(to_char(period, 'YYYY-MM') order by period) as months
     from dues_charge where member_id = any(?::uuid[]) and status = 'DRAFT' group by member_id`,
    [uuidArray(memberIds)],
  );
  return new Map(rows.map(({ memberId, months }) => [memberId, months]));
}
