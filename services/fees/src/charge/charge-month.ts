import { subtreePath } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { duesRun } from '../charging/dues-start.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';

/** What a run of a month has done in a commune: nothing when it was done before. */
export interface ChargeRun {
  readonly charges: number;
  readonly amount: bigint;
}

/**
 * Makes the month's charge, in `DRAFT` with the approved rate, of every member whom a branch of the commune charges in
 * that month (domain.md 6.8). Once for ever a commune and month, by its marker, in one transaction of few statements:
 * running it again, or twice at once, makes no row and no event. A member who already has the month's charge, made by
 * another commune before a transfer, gets no second one. Branches in which dues start after this month are left out; while
 * no branch of the commune has started, the month is not marked, so that it can be run later. Throws when the commune is
 * not among the copies of the units.
 */
export async function chargeMonth(
  em: SqlEntityManager,
  period: Month,
  communeId: string,
): Promise<ChargeRun> {
  return em.transactional(async (em) => {
    const path = await subtreePath(em, communeId);
    if (path === null) throw new Error(`no such unit to charge: ${communeId}`);
    const day = `${period}-01`;
    await em.execute('select open_dues_month(?)', [day]);
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [runLock(communeId)]);
    if (!(await hasStarted(em, path, day))) return { charges: 0, amount: 0n };
    const marked = await em.execute(
      'insert into charge_run (unit_id, period) values (?, ?) on conflict do nothing returning unit_id',
      [communeId, day],
    );
    if (marked.length === 0) return { charges: 0, amount: 0n };
    const [made] = await em.execute<
      { charges: number; amount: string; members: string[]; branches: string[] }[]
    >(
      `with made as (
         insert into dues_charge (period, member_id, branch_id, amount)
         select ?::date, charging.member_id, charging.branch_id, rate.monthly_amount
         from unit_copy unit
         join charging on charging.branch_id = unit.id
         join dues_rate rate on rate.member_id = charging.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
         where unit.path <@ ?::ltree
           and ${duesRun('unit', '?::date')}
           and ?::date between charging.from_period and coalesce(charging.to_period, 'infinity')
           and ?::date between rate.from_period and coalesce(rate.to_period, 'infinity')
           and not exists (select from dues_charge known where known.period = ?::date and known.member_id = charging.member_id)
         order by charging.branch_id, charging.member_id
         returning member_id, branch_id, amount)
       select count(*)::int as charges, coalesce(sum(amount), 0)::bigint as amount,
         coalesce(array_agg(member_id), '{}') as members,
         coalesce(array_agg(distinct branch_id), '{}') as branches
       from made`,
      [day, path, day, day, day, day],
    );
    if (!made) throw new Error('a count answers one row');
    const run = { charges: made.charges, amount: BigInt(made.amount) };
    await em.execute('update charge_run set charges = ?, amount = ? where unit_id = ? and period = ?', [
      run.charges,
      run.amount,
      communeId,
      day,
    ]);
    await refreshStandings(em, made.members);
    await refreshBranchDues(
      em,
      made.branches.map((branchId) => ({ branchId, period: day })),
    );
    return run;
  });
}

/** Do dues run in any unit of the commune in the month that begins on this day? */
async function hasStarted(em: SqlEntityManager, path: string, day: string): Promise<boolean> {
  const rows = await em.execute(
    `select from unit_copy unit where unit.path <@ ?::ltree and ${duesRun('unit', '?::date')} limit 1`,
    [path, day],
  );
  return rows.length > 0;
}

const runLock = (unitId: string): string => `charge run ${unitId}`;

/**
 * Keeps the runs of every commune above these branches waiting until the transaction ends, so that a month is either run
 * before who charges is changed, or after, and nobody falls between the two.
 */
export async function holdRuns(em: SqlEntityManager, branchIds: readonly string[]): Promise<void> {
  await em.execute(
    `select pg_advisory_xact_lock_shared(hashtextextended('charge run ' || id, 0))
     from (
       select distinct unnest(string_to_array(path::text, '.')) as id
       from unit_copy where id = any(?::uuid[])
       order by 1) as above`,
    [uuidArray(branchIds)],
  );
}
