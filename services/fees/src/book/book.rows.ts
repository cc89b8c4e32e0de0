import { addMonths, lastDayOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { branchesBelow, collectedLines } from '../period-figures/collected.sql.ts';

/** A member in part I of the book (mẫu S01/ĐP): amounts in đồng; an exempt member has a mark and no amounts. */
export interface BookRow {
  readonly memberId: string;
  readonly name: string;
  readonly exempt: boolean;
  /** The income on which the dues of the month are computed; null when none was declared. */
  readonly income: bigint | null;
  /** Charged for the month; owed for earlier months when it began; the two together. */
  readonly thisMonth: bigint;
  readonly arrears: bigint;
  readonly due: bigint;
  /** Collected within the month, for whatever month. */
  readonly collected: bigint;
  /** Of the month and the earlier ones, what was open when it ended. */
  readonly unpaid: bigint;
}

type Stored = Record<'memberId' | 'name' | 'thisMonth' | 'arrears' | 'collected' | 'unpaid', string> & {
  exempt: boolean;
  income: string | null;
};

/** The first day on which anything can have been collected. */
const BEGINNING = '2011-04-01';

/**
 * Part I of the book of one branch and month, by name: everybody whom the branch charged for the month, and who owed or paid it anything
 * else. Charges as they stand now, money by the day on which it was booked.
 */
export async function findBookRows(em: SqlEntityManager, branchId: string, month: Month): Promise<BookRow[]> {
  const first = `${month}-01`;
  const after = `${addMonths(month, 1)}-01`;
  const rows = await em.execute<Stored[]>(
    `with branches as (select ?::uuid as branch_id),
     ${collectedLines},
     charged as (
       select member_id, bool_or(period = ?::date and origin = 'REGULAR') as is_charged,
         coalesce(bool_or(status = 'WAIVED') filter (where period = ?::date and origin = 'REGULAR'), false) as exempt,
         coalesce(sum(amount) filter (where period = ?::date and status <> 'WAIVED'), 0) as this_month,
         coalesce(sum(amount) filter (where period < ?::date and status <> 'WAIVED'), 0) as earlier
       from member_charge where branch_id = ? and period <= ?::date group by member_id),
     taken as (
       select member_id, coalesce(sum(amount) filter (where booked_on >= ?::date), 0) as collected,
         coalesce(sum(amount) filter (where period < ?::date and booked_on < ?::date), 0) as earlier,
         coalesce(sum(amount) filter (where period <= ?::date), 0) as settled
       from collected group by member_id),
     row as (
       select member_id, coalesce(is_charged, false) as is_charged, coalesce(exempt, false) as exempt,
         coalesce(this_month, 0) as this_month, coalesce(charged.earlier, 0) - coalesce(taken.earlier, 0) as arrears,
         coalesce(collected, 0) as collected,
         coalesce(this_month, 0) + coalesce(charged.earlier, 0) - coalesce(settled, 0) as unpaid
       from charged full join taken using (member_id))
     select row.member_id as "memberId", coalesce(member.full_name, '') as name, exempt, rate.declared_base as income,
       this_month as "thisMonth", arrears, collected, unpaid
     from row
     left join member_copy member on member.id = row.member_id
     left join lateral (
       select declared_base from dues_rate rate
       where rate.member_id = row.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
         and rate.from_period <= ?::date and (rate.to_period is null or rate.to_period >= ?::date)) rate on true
     where is_charged or arrears <> 0 or collected <> 0
     order by member.full_name, row.member_id`,
    [
      branchId,
      BEGINNING,
      after,
      first,
      first,
      first,
      first,
      branchId,
      first,
      first,
      first,
      first,
      first,
      first,
      first,
    ],
  );
  return rows.map(({ thisMonth, arrears, collected, unpaid, income, ...row }) => ({
    ...row,
    income: income === null ? null : BigInt(income),
    thisMonth: BigInt(thisMonth),
    arrears: BigInt(arrears),
    due: BigInt(thisMonth) + BigInt(arrears),
    collected: BigInt(collected),
    unpaid: BigInt(unpaid),
  }));
}

/** Dues are paid at most a year ahead, so nothing older pays a month. */
const AHEAD_MONTHS = 12;

/** Of each month, how many members below the unit had not paid its regular charge when it ended, by month; waived ones do not count. */
export async function countUnpaid(
  em: SqlEntityManager,
  unitId: string,
  from: Month,
  through: Month,
): Promise<Map<Month, number>> {
  const day = lastDayOf(through);
  const rows = await em.execute<{ month: Month; unpaid: string }[]>(
    `with ${branchesBelow},
     ${collectedLines},
     charged as (
       select period, count(*) as members from member_charge
       where origin = 'REGULAR' and status <> 'WAIVED' and period between ?::date and ?::date
         and branch_id in (select branch_id from branches) group by period),
     settled as (
       select period, sum(sign) as members from collected
       where origin = 'REGULAR' and booked_on < period + interval '1 month' group by period)
     select to_char(period, 'YYYY-MM') as month, charged.members - coalesce(settled.members, 0) as unpaid
     from charged left join settled using (period)`,
    [
      unitId,
      day,
      day,
      `${addMonths(from, -AHEAD_MONTHS)}-01`,
      `${addMonths(through, 1)}-01`,
      `${from}-01`,
      `${through}-01`,
    ],
  );
  return new Map(rows.map(({ month, unpaid }) => [month, Number(unpaid)]));
}
