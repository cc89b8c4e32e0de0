import { subtreePath } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type BranchDuesRow, holdBranchMonths, tellBranchDues } from '../branch-dues/branch-dues.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { findStarted } from '../charging/dues-start.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { makeVoluntaryCharges } from '../voluntary/make-voluntary-charges.ts';
import { makingOf } from './make-charges.ts';

/** What a run of a month has done in a commune: nothing when it was done before. */
export interface ChargeRun {
  readonly charges: number;
  readonly amount: bigint;
}

const NOTHING: ChargeRun = { charges: 0, amount: 0n };

interface Made {
  readonly charges: number;
  readonly amount: string;
  readonly branches: readonly BranchDuesRow[];
  /** Who stood as paid beyond this month, or of whom nothing was known: only their standing changes by a draft. */
  readonly ahead: readonly string[];
}

/**
 * Makes the month's charge, in `DRAFT` with the approved rate, of every member whom a branch of the commune charges in
 * that month (domain.md 6.8); who is exempt or has paid too much before is heeded ([makingOf]). Once for ever a commune and month, by its marker, in one transaction of few statements:
 * running it again, or twice at once, makes no row and no event. It tells the figures of the branches in one event, and of the
 * members nothing, because a draft changes nobody's standing but that of those who have paid ahead. A member who already has
 * the month's charge, made by another commune before a transfer, gets no second one. Branches in which dues start after
 * this month are left out; while no branch of the commune has started, the month is not marked, so that it can be run
 * later. Throws when the commune is not among the copies of the units.
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
    const branchIds = await findStarted(em, path, day);
    if (branchIds.length === 0) return NOTHING;
    const marked = await em.execute(
      'insert into charge_run (unit_id, period) values (?, ?) on conflict do nothing returning unit_id',
      [communeId, day],
    );
    if (marked.length === 0) return NOTHING;
    const made = await makeCharges(em, day, branchIds);
    const run = { charges: made.charges, amount: BigInt(made.amount) };
    await em.execute('update charge_run set charges = ?, amount = ? where unit_id = ? and period = ?', [
      run.charges,
      run.amount,
      communeId,
      day,
    ]);
    await makeVoluntaryCharges(em, day, branchIds);
    await tellBranchDues(em, made.branches);
    await refreshStandings(em, made.ahead);
    return run;
  });
}

/**
 * The charges of the month in these branches and what they add up to, in one statement. What is known of each member is looked up by
 * its key: joined, a table of the whole province would be read for every commune.
 */
async function makeCharges(em: SqlEntityManager, day: string, branchIds: readonly string[]): Promise<Made> {
  await holdBranchMonths(
    em,
    branchIds.map((branchId) => ({ branchId, period: day })),
  );
  const [made] = await em.execute<Made[]>(
    `with ${makingOf(`
       select ?::date as period, charging.member_id, charging.branch_id, rate.category, rate.monthly_amount as full_amount
       from charging
       cross join lateral (
         select category, monthly_amount from dues_rate
         where member_id = charging.member_id and status in ('APPROVED', 'SUPERSEDED')
           and from_period <= ?::date and coalesce(to_period, 'infinity') >= ?::date
         order by from_period desc limit 1) as rate
       where charging.branch_id = any(?::uuid[])
         and ?::date between charging.from_period and coalesce(charging.to_period, 'infinity')
         and (select true from dues_charge known where known.period = ?::date and known.member_id = charging.member_id) is null`)},
     added as (
       insert into branch_dues as known (branch_id, period, due, paid, members, payers)
       select branch_id, ?::date, sum(amount), 0, count(*), count(*) filter (where status = 'PAID') from made
       where status <> 'WAIVED' group by branch_id order by branch_id
       on conflict (branch_id, period) do update set version = known.version + 1, due = known.due + excluded.due,
         members = known.members + excluded.members, payers = known.payers + excluded.payers
       returning branch_id, period, version, due, paid, members, payers)
     select (select count(*)::int from made) as charges,
       (select coalesce(sum(amount), 0)::bigint from made) as amount,
       (select coalesce(json_agg(json_build_object('branchId', branch_id, 'month', to_char(period, 'YYYY-MM'),
          'version', version, 'due', due::text, 'paid', paid::text, 'members', members, 'payers', payers)
          order by branch_id), '[]') from added) as branches,
       (select coalesce(array_agg(member_id), '{}') from made
        where coalesce((select paid_through from dues_standing standing where standing.member_id = made.member_id), '9')
          >= to_char(?::date, 'YYYY-MM')) as ahead`,
    [day, day, day, uuidArray(branchIds), day, day, day, day],
  );
  if (!made) throw new Error('a count answers one row');
  return made;
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
