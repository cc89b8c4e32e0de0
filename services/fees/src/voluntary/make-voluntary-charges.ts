import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
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

const inForce = (period: string) => `contribution.status in ('APPROVED', 'ENDED')
  and ${period} between contribution.from_period and coalesce(contribution.to_period, 'infinity')`;

/**
 * Makes what members of a subtree give voluntarily in a month: part of the month's run of a commune, whose `path` is given as text.
 * It is announced with the month. Running it again makes nothing.
 */
export async function makeVoluntaryCharges(
  em: SqlEntityManager,
  period: Month,
  path: string,
  today: string,
): Promise<void> {
  const day = `${period}-01`;
  await em.execute(
    `with due as (
       select ?::date as period, charging.branch_id, contribution.id, contribution.member_id, contribution.amount, contribution.category
       from unit_copy unit
       join charging on charging.branch_id = unit.id
       join voluntary_contribution contribution on contribution.member_id = charging.member_id and ${inForce('?::date')}
       where unit.path <@ ?::ltree and ${duesRun('unit', '?::date')}
         and ?::date between charging.from_period and coalesce(charging.to_period, 'infinity'))
     ${makeDue('DRAFT')}`,
    [day, day, path, day, day, today],
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
