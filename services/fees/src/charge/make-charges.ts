/**
 * SQL that makes charges from a query of what is due at the approved rates (`period`, `member_id`, `branch_id`, `category`,
 * `full_amount`), as a chain of CTEs after `with`; `made` are the new rows. In the same statement
 * - a member who is exempt gets the charge `WAIVED`, with the rate's amount, and one whose dues are reduced pays what is left of
 *   them, half-up to a whole đồng (domain.md 6.9, A6);
 * - what was paid too much before is set against it, the oldest credit and the oldest month first; what comes to 0 is paid;
 * - `charge_change` keeps why an amount is not the rate, on the first day of the month that it is about.
 *
 * A charge that is there already is an error: the query leaves it out, and the caller keeps everybody else from making it
 * meanwhile.
 */
export const makingOf = (query: string): string => `
  wanted as (${query}),
  due as (
    select wanted.*, waiver.id as waiver_id, coalesce(waiver.kind = 'EXEMPT', false) as is_exempt,
      case when waiver.percent is null then full_amount else (full_amount * (100 - waiver.percent) + 50) / 100 end as amount
    from wanted
    left join (
      select id, member_id, kind, percent, from_period, coalesce(to_period, 'infinity') as to_period from waiver
      where member_id = any((select array_agg(member_id) from wanted)::uuid[]) and status = 'APPROVED'
        and (kind = 'EXEMPT' or percent is not null)
      offset 0) as waiver
      on waiver.member_id = wanted.member_id and wanted.period between waiver.from_period and waiver.to_period),
  credit as (
    select id, member_id, sum(remaining) over following - remaining as starts, sum(remaining) over following as ends
    from dues_credit where remaining > 0 and member_id in (select member_id from due)
    window following as (partition by member_id order by id)),
  demand as (
    select period, member_id, amount, sum(amount) over following - amount as starts, sum(amount) over following as ends
    from due where (select exists (select from credit)) and not is_exempt and member_id in (select member_id from credit)
    window following as (partition by member_id order by period)),
  used as (
    select credit.id, demand.member_id, demand.period, demand.ends - greatest(demand.starts, credit.starts) as before,
      least(demand.ends, credit.ends) - greatest(demand.starts, credit.starts) as used
    from demand join credit on credit.member_id = demand.member_id
      and greatest(demand.starts, credit.starts) < least(demand.ends, credit.ends)),
  spent as (
    update dues_credit set remaining = remaining - sum.used
    from (select id, sum(used) as used from used group by id) as sum where dues_credit.id = sum.id),
  lowered as (
    select member_id, period, sum(used) as used from used group by member_id, period),
  changed as (
    insert into charge_change (period, member_id, kind, amount_before, amount_after, cause_id, made_on)
    select period, member_id, 'WAIVER', full_amount, case when is_exempt then 0 else amount end, waiver_id, period
    from due where waiver_id is not null
    union all
    select period, member_id, 'CREDIT', before, before - used, id, period from used),
  priced as (
    select due.period, due.member_id, due.branch_id, due.category, due.amount - coalesce(lowered.used, 0) as amount,
      (case when is_exempt then 'WAIVED' when due.amount = coalesce(lowered.used, 0) then 'PAID' else 'DRAFT' end)::dues_charge_status as status
    from due left join lowered on lowered.member_id = due.member_id and lowered.period = due.period),
  made as (
    insert into dues_charge (period, member_id, branch_id, category, amount, status)
    select * from priced order by branch_id, member_id
    returning period, member_id, branch_id, amount, status)`;
