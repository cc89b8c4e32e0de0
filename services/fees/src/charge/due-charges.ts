import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type BranchMonth, refreshBranchDues } from '../branch-dues/branch-dues.ts';
import type { Month } from '../charging/charging.rules.ts';
import { duesRun } from '../charging/dues-start.ts';
import { openStatusList } from './charge.workflow.ts';
import { makingOf } from './make-charges.ts';
import { dropReleasedCharges } from './released-charges.ts';

/** A member and the first month for which a charge may be made after the fact; null: none. */
export interface DueMember {
  readonly memberId: string;
  readonly dueFrom: Month | null;
}

const readdressing = (table: 'dues_charge' | 'extra_charge'): string =>
  `update ${table} charge set branch_id = coalesce(succession.successor_id, charging.branch_id)
   from charging left join unit_succession succession on succession.unit_id = charging.branch_id
   where charging.member_id = any(array[?]::uuid[])
     and charge.member_id = charging.member_id
     and charge.period between charging.from_period and coalesce(charging.to_period, 'infinity')
     and charge.branch_id <> coalesce(succession.successor_id, charging.branch_id)
     and charge.status in (${openStatusList}) and charge.status <> 'IN_PAYMENT'
   returning charge.period, old.branch_id as "left", new.branch_id as "now"`;

/**
 * Gives every open charge, and what stands beside it, to the branch that charges its month, or that goes on in its place; what is paid, waived, or in an
 * order that is not decided stays where it was: its money goes to the branch for which the order was placed. A month in
 * which nobody charges, because a letter is under way, keeps its branch until the letter's fate is known. Answers the
 * branches and months, both those that lost a charge and those that got one.
 */
export async function readdressOpenCharges(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<BranchMonth[]> {
  const moved = await em.execute<{ period: string; left: string; now: string }[]>(
    plannedOnce(`with regular as (${readdressing('dues_charge')}), beside as (${readdressing('extra_charge')})
     select * from regular union select * from beside`),
    [memberIds, memberIds],
  );
  return moved.flatMap(({ period, left, now }) => [
    { branchId: left, period },
    { branchId: now, period },
  ]);
}

/**
 * Gives charges that an order held, and that are open again, to the branch that charges their month by now, and takes back those of who has left. The caller holds the
 * members (`holdChargings`) since before it freed them, so that no move is missed.
 */
export async function readdressFreedCharges(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<void> {
  await refreshBranchDues(em, [
    ...(await readdressOpenCharges(em, memberIds)),
    ...(await dropReleasedCharges(em, memberIds)),
  ]);
}

/**
 * Makes the charges that are missing now: of each month from `dueFrom` on in which a branch charges the member, and which
 * is already run for a commune above that branch, or lies between a transfer's letter and its completion (T73), a stay's and its beginning or end. The
 * key (month, member) makes each once. A month without an approved rate,
 * or before the branch's dues start, gets none.
 */
export async function makeDueCharges(
  em: SqlEntityManager,
  members: readonly DueMember[],
): Promise<BranchMonth[]> {
  const asked = members.flatMap(({ memberId, dueFrom }) =>
    dueFrom === null ? [] : [{ memberId, dueFrom: `${dueFrom}-01` }],
  );
  if (asked.length === 0) return [];
  const missing = await em.execute<BranchMonth[]>(
    plannedOnce(`with asked as (
       select * from jsonb_to_recordset(?::jsonb) as row("memberId" uuid, "dueFrom" date)),
     due as (
       select charging.member_id, run.period::date
       from asked
       join charging on charging.member_id = "memberId"
       join unit_copy branch on branch.id = charging.branch_id
       join charge_run run on run.unit_id = any(string_to_array(branch.path::text, '.')::uuid[])
       union
       select ground.member_id, month::date
       from asked
       join charging_ground ground on ground.member_id = "memberId" and ground.kind in ('TRANSFER', 'STAY', 'RETURN')
       cross join lateral generate_series(
         ground.paid_through + interval '1 month', ground.decided_on, interval '1 month') month)
     select charging.member_id as "memberId", unit.id as "branchId", due.period,
       rate.category, rate.monthly_amount as "fullAmount"
     from asked
     join due on due.member_id = "memberId" and due.period >= "dueFrom"
     join charging on charging.member_id = "memberId"
       and due.period between charging.from_period and coalesce(charging.to_period, 'infinity')
     join dues_rate rate on rate.member_id = "memberId" and rate.status in ('APPROVED', 'SUPERSEDED')
       and due.period between rate.from_period and coalesce(rate.to_period, 'infinity')
     left join unit_succession succession on succession.unit_id = charging.branch_id
     join unit_copy unit on unit.id = coalesce(succession.successor_id, charging.branch_id) and ${duesRun('unit', 'due.period')}
     where not exists (
       select from dues_charge known where known.period = due.period and known.member_id = "memberId")`),
    [JSON.stringify(asked)],
  );
  if (missing.length === 0) return [];
  for (const day of new Set(missing.map(({ period }) => period))) {
    await em.execute('select open_dues_month(?)', [day]);
  }
  return em.execute<BranchMonth[]>(
    `with ${makingOf(`
       select distinct row.period, "memberId" as member_id, "branchId" as branch_id, row.category, "fullAmount" as full_amount
       from jsonb_to_recordset(?::jsonb) as row(period date, "memberId" uuid, "branchId" uuid, category dues_category,
         "fullAmount" bigint)
       where not exists (
         select from dues_charge known where known.period = row.period and known.member_id = "memberId")`)}
     select branch_id as "branchId", period from made`,
    [JSON.stringify(missing)],
  );
}
