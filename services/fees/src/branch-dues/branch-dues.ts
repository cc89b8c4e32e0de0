import { BranchDuesRecorded } from '@dang/events/contracts/fees/branch-dues-recorded';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A branch and a month, of which a charge has changed; `period` is the first day of the month. */
export interface BranchMonth {
  readonly branchId: string;
  readonly period: string;
}

/** The figures of a branch and month as they are told; amounts are whole đồng as text. */
export interface BranchDuesRow {
  readonly branchId: string;
  readonly month: string;
  readonly version: number;
  readonly due: string;
  readonly paid: string;
  readonly members: number;
  readonly payers: number;
}

/** No event carries more rows than this. */
const ROWS_AN_EVENT = 500;

/** SQL that keeps every other count of a branch and month waiting until the transaction ends. */
export const branchMonthLock = (branchId: string, period: string): string =>
  `pg_advisory_xact_lock(hashtextextended('branch dues ' || ${branchId} || ${period}, 0))`;

/**
 * Keeps every other count of these branches and months waiting until the transaction ends, so that the later one holds the
 * charges of both. Needs a transaction.
 */
async function holdBranchMonths(em: SqlEntityManager, touched: readonly BranchMonth[]): Promise<void> {
  await em.execute(
    `select ${branchMonthLock('"branchId"', 'period')}
     from (select distinct "branchId", period from jsonb_to_recordset(?::jsonb) as row("branchId" uuid, period date)
       order by 1, 2) as touched`,
    [JSON.stringify(touched)],
  );
}

/** Publishes these figures, at most 500 rows an event. Needs a transaction. */
export async function tellBranchDues(
  em: SqlEntityManager,
  branches: readonly BranchDuesRow[],
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(branches.length / ROWS_AN_EVENT) }, (_, index) =>
    branches.slice(index * ROWS_AN_EVENT, (index + 1) * ROWS_AN_EVENT),
  );
  await recordEvents(
    em,
    BranchDuesRecorded,
    batches.map((batch) => ({ aggregateId: batch[0]?.branchId ?? '', data: { branches: batch } })),
  );
}

/**
 * Counts anew what these branches were charged for these months and what of it is paid, in one statement, and publishes the
 * rows that changed. Waived charges are nobody's due. Needs a transaction; two at once for one branch and month wait for
 * each other, so that the later count holds the charges of both.
 */
export async function refreshBranchDues(
  em: SqlEntityManager,
  touched: readonly BranchMonth[],
): Promise<void> {
  if (touched.length === 0) return;
  await holdBranchMonths(em, touched);
  const wanted = JSON.stringify(touched);
  const changed = await em.execute<(Omit<BranchDuesRow, 'version'> & { version: string })[]>(
    `with counted as (
       select wanted."branchId" as branch_id, wanted.period, coalesce(sum(amount), 0) as due, coalesce(sum(paid), 0) as paid,
         count(charge.member_id)::int as members, count(*) filter (where status = 'PAID')::int as payers
       from (select distinct "branchId", period from jsonb_to_recordset(?::jsonb) as row("branchId" uuid, period date)) wanted
       left join dues_charge charge on charge.branch_id = wanted."branchId" and charge.period = wanted.period
         and charge.status <> 'WAIVED'
       group by wanted."branchId", wanted.period)
     insert into branch_dues as known (branch_id, period, due, paid, members, payers)
     select * from counted
     where members > 0
       or exists (select from branch_dues told where told.branch_id = counted.branch_id and told.period = counted.period)
     order by branch_id, period
     on conflict (branch_id, period) do update set version = known.version + 1, due = excluded.due, paid = excluded.paid,
       members = excluded.members, payers = excluded.payers
     where (known.due, known.paid, known.members, known.payers)
       is distinct from (excluded.due, excluded.paid, excluded.members, excluded.payers)
     returning branch_id as "branchId", to_char(period, 'YYYY-MM') as month, version, due::text, paid::text, members, payers`,
    [wanted],
  );
  await tellBranchDues(
    em,
    changed.map((row) => ({ ...row, version: Number(row.version) })),
  );
}
