import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';

/**
 * Lets approved waivers take effect on the charges that are made already and still owed: exempt months are waived, reduced ones get what
 * is left of the rate, half-up; what is charged beside an exempt month for the past is waived too; announced months of a deferral may be paid late. A credit that went into a charge which needs less of it
 * is given back. What is paid or in payment stays. Each charge once a waiver, by its trace in `charge_change`, so that it may be
 * done again. Tells the standings that changed. Needs a transaction.
 */
export async function applyWaivers(
  em: SqlEntityManager,
  ids: readonly string[],
  today: string,
): Promise<void> {
  if (ids.length === 0) return;
  // a payer who takes one into an order at this moment is waited for: the statement then sees it in payment
  await em.execute(
    `select from dues_charge charge join waiver on waiver.member_id = charge.member_id
       and charge.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
     where waiver.id = any(?::uuid[]) order by charge.member_id, charge.period for update of charge`,
    [uuidArray(ids)],
  );
  const touched = await em.execute<{ memberId: string; branchId: string; period: string }[]>(
    `with covered as (
       select waiver.id, waiver.kind, waiver.percent, waiver.deferred_until, charge.period, charge.member_id, charge.amount,
         charge.status, coalesce((select sum(amount_before - amount_after) from charge_change change
           where change.member_id = charge.member_id and change.period = charge.period and change.kind = 'CREDIT'), 0)::bigint as credit
       from waiver
       join dues_charge charge on charge.member_id = waiver.member_id
         and charge.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
       where waiver.id = any(?::uuid[]) and waiver.status = 'APPROVED'
         and charge.status in ('DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED')),
     lowered as (
       select covered.*, case when kind = 'EXEMPT' then 0 else reduced_dues(amount + credit, percent) end as owed
       from covered
       where (kind = 'EXEMPT' or percent is not null)
         and not exists (select from charge_change known
           where known.cause_id = covered.id and known.member_id = covered.member_id and known.period = covered.period)),
     changed as (
       update dues_charge charge set
         amount = case when kind = 'EXEMPT' then lowered.amount + credit else greatest(owed - credit, 0) end,
         status = case when kind = 'EXEMPT' then 'WAIVED' when owed > credit then charge.status else 'PAID' end
       from lowered where charge.period = lowered.period and charge.member_id = lowered.member_id
       returning charge.member_id, charge.branch_id, charge.period),
     deferred as (
       update dues_charge charge set status = 'DEFERRED'
       from covered where covered.kind = 'DEFER' and covered.deferred_until >= ?::date and covered.status in ('ANNOUNCED', 'OVERDUE')
         and charge.period = covered.period and charge.member_id = covered.member_id
       returning charge.member_id, charge.branch_id, charge.period),
     adjusted as (
       update extra_charge extra set status = 'WAIVED'
       from waiver
       where waiver.id = any(?::uuid[]) and waiver.status = 'APPROVED' and waiver.kind = 'EXEMPT'
         and extra.member_id = waiver.member_id and extra.origin = 'ARREARS_ADJUSTMENT'
         and extra.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
         and extra.status in ('DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED')
       returning extra.member_id, extra.branch_id, extra.period),
     traced as (
       insert into charge_change (period, member_id, kind, amount_before, amount_after, cause_id, made_on)
       select period, member_id, 'WAIVER', amount, greatest(owed - credit, 0), id, ?::date from lowered
       union all
       select period, member_id, 'CREDIT', 0, credit - owed, id, ?::date from lowered where credit > owed),
     returned as (
       insert into dues_credit (member_id, amount, remaining, cause_id, made_on)
       select member_id, sum(credit - owed), sum(credit - owed), id, ?::date from lowered where credit > owed
       group by member_id, id)
     select member_id as "memberId", branch_id as "branchId", period from changed
     union select member_id, branch_id, period from deferred
     union select member_id, branch_id, period from adjusted`,
    [uuidArray(ids), today, uuidArray(ids), today, today, today],
  );
  await refreshStandings(em, [...new Set(touched.map(({ memberId }) => memberId))]);
  await refreshBranchDues(em, touched);
}
