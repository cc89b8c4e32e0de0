import { addMonths } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { holdRuns } from '../charge/charge-month.ts';
import { makingOf } from '../charge/make-charges.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { duesRun } from '../charging/dues-start.ts';
import { ADVANCE_LIMIT } from '../order/order.rules.ts';
import type { AdvanceMonth } from './advance.rules.ts';

type Row = Omit<AdvanceMonth, 'full' | 'draft' | 'credit'> & {
  full: string;
  draft: string | null;
  credit: string;
};

/**
 * The months that these members may pay in advance by decision, oldest first: from the present one on, as far as it is not announced
 * yet, 12 months at most (domain 6.10). One query for all of them.
 */
export async function findAdvanceMonths(
  em: SqlEntityManager,
  memberIds: readonly string[],
  month: Month,
): Promise<Map<string, AdvanceMonth[]>> {
  const rows = await em.execute<Row[]>(
    `select asked.member_id as "memberId", to_char(due.period, 'YYYY-MM') as period, unit.id as "branchId",
       coalesce(charge.category, rate.category) as category, rate.monthly_amount as "full", less.percent,
       coalesce(less.kind = 'EXEMPT', false) as "isExempt", charge.amount as draft,
       coalesce((select sum(remaining) from dues_credit where member_id = asked.member_id), 0) as credit
     from unnest(?::uuid[]) as asked(member_id)
     join waiver allowed on allowed.member_id = asked.member_id and allowed.kind = 'ADVANCE' and allowed.status = 'APPROVED'
     cross join lateral (
       select step::date as period from generate_series(greatest(allowed.from_period, ?::date)::timestamp,
         least(allowed.to_period, ?::date)::timestamp, interval '1 month') as step) as due
     join charging on charging.member_id = asked.member_id
       and due.period between charging.from_period and coalesce(charging.to_period, 'infinity')
     left join unit_succession succession on succession.unit_id = charging.branch_id
     join unit_copy unit on unit.id = coalesce(succession.successor_id, charging.branch_id) and ${duesRun('unit', 'due.period')}
     join dues_rate rate on rate.member_id = asked.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
       and due.period between rate.from_period and coalesce(rate.to_period, 'infinity')
     left join waiver less on less.member_id = asked.member_id and less.status = 'APPROVED'
       and (less.kind = 'EXEMPT' or less.percent is not null)
       and due.period between less.from_period and coalesce(less.to_period, 'infinity')
     left join dues_charge charge on charge.member_id = asked.member_id and charge.period = due.period
     where charge.status is null or charge.status = 'DRAFT'
     order by asked.member_id, due.period`,
    [uuidArray(memberIds), `${month}-01`, `${addMonths(month, ADVANCE_LIMIT)}-01`],
  );
  const lists = new Map(memberIds.map((id): [string, AdvanceMonth[]] => [id, []]));
  for (const { full, draft, credit, ...row } of rows)
    lists.get(row.memberId)?.push({
      ...row,
      full: BigInt(full),
      draft: draft === null ? null : BigInt(draft),
      credit: BigInt(credit),
    });
  return lists;
}

/** Keeps everybody else from making charges of this member until the transaction ends. */
export async function holdCharging(em: SqlEntityManager, memberId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('charging ' || ?::uuid, 0))`, [memberId]);
  const rows = await em.execute<{ branchId: string }[]>(
    `select distinct branch_id as "branchId" from charging where member_id = ? and to_period is null`,
    [memberId],
  );
  await holdRuns(
    em,
    rows.map(({ branchId }) => branchId),
  );
}

/** Makes the charges of these months that are not there yet, as the month's run would: drafts, for the order that takes them. */
export async function makeAdvanceCharges(
  em: SqlEntityManager,
  months: readonly AdvanceMonth[],
): Promise<void> {
  const missing = months.filter(({ draft }) => draft === null);
  if (missing.length === 0) return;
  for (const { period } of missing) await em.execute('select open_dues_month(?)', [`${period}-01`]);
  const rows = missing.map(({ memberId, period, branchId, category, full }) => ({
    memberId,
    period: `${period}-01`,
    branchId,
    category,
    full: String(full),
  }));
  await em.execute(
    `with ${makingOf(`
       select row.period, "memberId" as member_id, "branchId" as branch_id, row.category, "full" as full_amount
       from jsonb_to_recordset(?::jsonb) as row(period date, "memberId" uuid, "branchId" uuid, category dues_category, "full" bigint)`)}
     select period from made`,
    [JSON.stringify(rows)],
  );
}
