import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type BranchDuesRow, branchMonthLock, tellBranchDues } from '../branch-dues/branch-dues.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { startedParameters, startedUnits } from '../charging/dues-start.ts';
import { refreshStandings, settleMonth } from '../standing/refresh-standings.ts';
import { inForce, makeVoluntaryCharges } from '../voluntary/make-voluntary-charges.ts';
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
  /** Who has settled a later month, or was let off this one: only their standing can change by a draft. */
  readonly ahead: readonly string[];
  /** Of whom the month is settled at once: exempt, or paid by a credit. */
  readonly settled: readonly string[];
  /** Whether anybody in the province gives something beyond the rate in this month. */
  readonly isVoluntary: boolean;
}

/**
 * Makes the month's charge, in `DRAFT` with the approved rate, of every member whom a branch of the commune charges in
 * that month (domain.md 6.8); who is exempt or has paid too much before is heeded ([makingOf]). Once for ever a commune and month, by its marker, in one transaction of few statements:
 * running it again, or twice at once, makes no row and no event. It tells the figures of the branches in one event, and how
 * only those stand of whom the month is settled at once or who had paid ahead: a draft changes nobody else's standing. A member who already has
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
    const day = `${period}-01`;
    const path = await holdRun(em, communeId, day);
    if (path === null) throw new Error(`no such unit to charge: ${communeId}`);
    const branchIds = await holdStarted(em, { communeId, path, day });
    if (branchIds.length === 0) return NOTHING;
    const made = await makeCharges(em, { communeId, day, branchIds });
    if (made.isVoluntary) await makeVoluntaryCharges(em, day, branchIds);
    await tellBranchDues(em, made.branches);
    await settleMonth(em, made.settled, day);
    await refreshStandings(em, made.ahead);
    return { charges: made.charges, amount: BigInt(made.amount) };
  });
}

/**
 * Opens the month, and waits for every other run in this commune. Answers the path of the commune. Until the charges are made, the
 * planner may not nest loops: it takes a commune for ten members and would compare everybody with everybody.
 */
async function holdRun(em: SqlEntityManager, communeId: string, day: string): Promise<string | null> {
  const [row] = await em.execute<{ path: string }[]>(
    `select path::text, open_dues_month(?), pg_advisory_xact_lock(hashtextextended(?, 0)),
       set_config('enable_nestloop', 'off', true)
     from unit_copy where id = ?`,
    [day, runLock(communeId), communeId],
  );
  return row?.path ?? null;
}

/** The units of the commune in which dues run in the month, their figures held; none when the month is run already. */
async function holdStarted(
  em: SqlEntityManager,
  { communeId, path, day }: { communeId: string; path: string; day: string },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id, ${branchMonthLock('id', '?::date')}
     from (${startedUnits} and not exists (select from charge_run where unit_id = ? and period = ?) order by unit.id offset 0) as started`,
    [day, ...startedParameters(path, day), communeId, day],
  );
  return rows.map(({ id }) => id);
}

/**
 * The charges of the month in these branches, what they add up to, and the commune's mark, in one statement. What is known of the
 * members is read by all their keys at once, which walks an index once, and then joined by hash. `offset 0` keeps the
 * planner from looking rates up in the index of their exclusion constraint, which takes twenty times as long as the other.
 */
async function makeCharges(
  em: SqlEntityManager,
  { communeId, day, branchIds }: { communeId: string; day: string; branchIds: readonly string[] },
): Promise<Made> {
  const [made] = await em.execute<Made[]>(
    `with branches as (
       select ?::uuid[] as ids),
     charged as materialized (
       select member_id, branch_id from charging
       where branch_id = any((select ids from branches)::uuid[]) and ?::date between from_period and coalesce(to_period, 'infinity')),
     ${makingOf(`
       select ?::date as period, charged.member_id, charged.branch_id, rate.category, rate.monthly_amount as full_amount
       from charged
       join (
         select member_id, category, monthly_amount, status, to_period from dues_rate
         where member_id = any((select array_agg(member_id) from charged)::uuid[]) and from_period <= ?::date
         offset 0) as rate
         on rate.member_id = charged.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
           and coalesce(rate.to_period, 'infinity') >= ?::date
       left join (
         select member_id, true as is_known from dues_charge
         where period = ?::date and member_id = any((select array_agg(member_id) from charged)::uuid[])) as known
         on known.member_id = charged.member_id
       where is_known is null`)},
     sums as (
       select branch_id, count(*) as charges, sum(amount) as amount,
         coalesce(sum(amount) filter (where status <> 'WAIVED'), 0) as due,
         count(*) filter (where status <> 'WAIVED') as members, count(*) filter (where status = 'PAID') as payers
       from priced group by branch_id),
     marked as (
       insert into charge_run (unit_id, period, charges, amount)
       select ?, ?, coalesce(sum(charges), 0), coalesce(sum(amount), 0) from sums returning charges, amount),
     added as (
       insert into branch_dues as known (branch_id, period, due, paid, members, payers)
       select branch_id, ?::date, due, 0, members, payers from sums where members > 0 order by branch_id
       on conflict (branch_id, period) do update set version = known.version + 1, due = known.due + excluded.due,
         members = known.members + excluded.members, payers = known.payers + excluded.payers
       returning branch_id, period, version, due, paid, members, payers),
     ahead as (
       select member_id from dues_charge where branch_id = any((select ids from branches)::uuid[]) and period > ?::date and status in ('PAID', 'WAIVED')
       union
       select member_id from charging_ground where paid_through >= ?::date and kind <> 'MOVE' and not voided)
     select marked.charges, marked.amount,
       (select coalesce(json_agg(json_build_object('branchId', branch_id, 'month', to_char(period, 'YYYY-MM'),
          'version', version, 'due', due::text, 'paid', paid::text, 'members', members, 'payers', payers)
          order by branch_id), '[]') from added) as branches,
       (select coalesce(array_agg(member_id), '{}') from priced
        where (select exists (select from ahead)) and member_id in (select member_id from ahead)) as ahead,
       (select coalesce(array_agg(member_id order by member_id), '{}') from priced where status <> 'DRAFT') as settled,
       exists (select from voluntary_contribution contribution where ${inForce('?::date')}) as "isVoluntary",
       set_config('enable_nestloop', 'on', true)
     from marked`,
    [uuidArray(branchIds), day, day, day, day, day, communeId, day, day, day, day, day],
  );
  if (!made) throw new Error('a run that is marked answers one row');
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
