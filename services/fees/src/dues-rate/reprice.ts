import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BranchMonth } from '../branch-dues/branch-dues.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { DuesCategory } from '../dues-rule/dues-rule.ts';

/** A rate that is about to hold, of one member from a month on. */
export interface ComingRate {
  readonly id: string;
  readonly memberId: string;
  readonly from: Month;
  readonly amount: bigint;
  readonly category: DuesCategory;
}

/** The amounts of a month as they were and as they are by the new rate, after the reduction that holds in it. */
const months = `
  select charge.period, charge.member_id, charge.branch_id, charge.amount, charge.status, charge.category,
    reduced_dues(rate.monthly_amount, waiver.percent) as was, reduced_dues(coming.amount, waiver.percent) as now
  from coming
  join dues_charge charge on charge.member_id = coming.member_id and charge.period >= coming.from_period
  join dues_rate rate on rate.member_id = charge.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
    and charge.period between rate.from_period and coalesce(rate.to_period, 'infinity')
  left join waiver on waiver.member_id = charge.member_id and waiver.status = 'APPROVED' and waiver.percent is not null
    and charge.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
  where charge.status <> 'WAIVED'`;

/**
 * Makes the charges that exist already fit a rate that holds from a month gone by (domain 6.8), before it takes the place of the one
 * that they were made with. An open charge rises or falls by the difference, so that the credit that went into it stays in it, and so
 * does what was charged or credited beside it while it was paid or in payment. Of one that is paid or in payment the
 * difference is charged beside it (`ARREARS_ADJUSTMENT`), or becomes a credit for what is charged next. Answers the branches and
 * months of the charges that changed. Needs a transaction that holds the member.
 */
export async function reprice(
  em: SqlEntityManager,
  { id, memberId, from, amount, category }: ComingRate,
  today: string,
): Promise<BranchMonth[]> {
  // a payer who takes one into an order at this moment is waited for: the statement then sees it in payment
  await em.execute(
    'select from dues_charge where member_id = ? and period >= ?::date order by period for update',
    [memberId, `${from}-01`],
  );
  return em.execute<BranchMonth[]>(
    `with coming as (
       select ?::uuid as id, ?::uuid as member_id, ?::date as from_period, ?::bigint as amount, ?::dues_category as category,
         ?::date as today),
     month as (${months}),
     open as (
       update dues_charge charge set amount = greatest(month.amount + month.now - month.was, 0), category = coming.category,
         status = case when month.amount + month.now > month.was then charge.status else 'PAID' end
       from month, coming
       where charge.period = month.period and charge.member_id = month.member_id
         and month.status not in ('PAID', 'IN_PAYMENT')
         and (month.now <> month.was or charge.category <> coming.category)
       returning charge.period, charge.branch_id, old.amount as before, new.amount as after),
     traced as (
       insert into charge_change (period, member_id, kind, amount_before, amount_after, cause_id, made_on)
       select open.period, coming.member_id, 'RATE', open.before, open.after, coming.id, coming.today
       from open, coming where open.before <> open.after
       union all
       select month.period, month.member_id, 'CREDIT', 0, month.was - month.now - month.amount, coming.id, coming.today
       from month, coming where month.status not in ('PAID', 'IN_PAYMENT') and month.was > month.now + month.amount),
     adjusted as (
       insert into extra_charge (period, member_id, origin, seq, branch_id, amount, category, cause_id, made_on)
       select month.period, month.member_id, 'ARREARS_ADJUSTMENT',
         1 + coalesce((select max(seq) from extra_charge known where known.member_id = month.member_id
           and known.period = month.period and known.origin = 'ARREARS_ADJUSTMENT'), 0),
         month.branch_id, month.now - month.was, coming.category, coming.id, coming.today
       from month, coming
       where month.status in ('PAID', 'IN_PAYMENT') and month.now > month.was
       returning period, branch_id),
     credited as (
       insert into dues_credit (member_id, amount, remaining, cause_id, made_on)
       select coming.member_id, sum(too_much), sum(too_much), coming.id, coming.today
       from coming, lateral (
         select month.was - month.now as too_much from month
         where month.status in ('PAID', 'IN_PAYMENT') and month.was > month.now
         union all
         select month.was - month.now - month.amount from month
         where month.status not in ('PAID', 'IN_PAYMENT') and month.was > month.now + month.amount) as surplus
       group by coming.member_id, coming.id, coming.today having sum(too_much) > 0)
     select branch_id as "branchId", period from open union select branch_id, period from adjusted`,
    [id, memberId, `${from}-01`, amount, category, today],
  );
}
