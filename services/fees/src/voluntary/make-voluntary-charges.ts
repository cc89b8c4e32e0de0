import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import { duesRun } from '../charging/dues-start.ts';

/** Makes the charge of each month of `due (period, branch_id, contribution columns)` that has none yet, in this status. */
const makeDue = (status: 'DRAFT' | 'ANNOUNCED') => `
  insert into extra_charge (period, member_id, origin, seq, branch_id, amount, category, status, cause_id, made_on)
  select due.period, due.member_id, 'VOLUNTARY',
    1 + coalesce((select max(seq) from extra_charge known
      where known.member_id = due.member_id and known.period = due.period and known.origin = 'VOLUNTARY'), 0),
    due.branch_id, due.amount, due.category, '${status}', due.id, ?::date
  from due
  on conflict (cause_id, member_id, period, origin) do nothing`;

/** SQL: whether the `contribution` is given in a month. */
export const inForce = (period: string) => `contribution.status in ('APPROVED', 'ENDED')
  and ${period} between contribution.from_period and coalesce(contribution.to_period, 'infinity')`;

/**
 * Makes what members give voluntarily in a month, of those whom these branches charge: part of the month's run of a commune. `day` is the
 * first of the month. It is announced with the month. Running it again makes nothing.
 */
export async function makeVoluntaryCharges(
  em: SqlEntityManager,
  day: string,
  branchIds: readonly string[],
): Promise<void> {
  await em.execute(
    `with due as (
       select ?::date as period, charging.branch_id, contribution.id, contribution.member_id, contribution.amount, contribution.category
       from voluntary_contribution contribution
       join charging on charging.member_id = contribution.member_id and charging.branch_id = any(?::uuid[])
         and ?::date between charging.from_period and coalesce(charging.to_period, 'infinity')
       where ${inForce('?::date')})
     ${makeDue('DRAFT')}`,
    [day, uuidArray(branchIds), day, day, day],
  );
}

/** Makes what a contribution gives in the months that are run already, once it is agreed on. */
export async function makeVoluntaryChargesOf(em: SqlEntityManager, id: string, today: string): Promise<void> {
  await em.execute(
    `with due as (
       select distinct run.period, charging.branch_id, contribution.id, contribution.member_id, contribution.amount,
         contribution.category
       from voluntary_contribution contribution
       join charging on charging.member_id = contribution.member_id
       join unit_copy unit on unit.id = charging.branch_id
       join charge_run run on run.unit_id = any(string_to_array(unit.path::text, '.')::uuid[])
         and run.period between charging.from_period and coalesce(charging.to_period, 'infinity')
       where contribution.id = ? and ${inForce('run.period')} and ${duesRun('unit', 'run.period')})
     ${makeDue('ANNOUNCED')}`,
    [id, today],
  );
}
