import type { DataOf } from '@dang/events/contract';
import type { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Records the monthly dues that a registration was approved with, in the name of its approver (domain.md 5.6: "creates
 * first DuesRate"). A member who has an approved rate keeps it: later changes are declared and approved in fees only.
 * No dues, or none above zero: no rate.
 */
export async function recordFirstRate(
  em: SqlEntityManager,
  approved: DataOf<typeof AccountApproved>,
): Promise<void> {
  const { accountId, memberId, monthlyDues, monthlyDuesFrom, approvedBy, approvedOn } = approved;
  if (monthlyDues === null || monthlyDuesFrom === null || BigInt(monthlyDues) === 0n) return;
  await em.execute(
    `insert into dues_rate (member_id, monthly_amount, from_period, status, account_id,
       approved_by_member_id, approved_by_name, approved_by_title, approved_for_unit_id, approved_on)
     select ?::uuid, ?::bigint, (? || '-01')::date, 'APPROVED', ?::uuid, ?::uuid, ?, ?, ?::uuid, ?::date
     where not exists (
       select from dues_rate where member_id = ? and status in ('APPROVED', 'SUPERSEDED'))
     on conflict (account_id) do nothing`,
    [
      memberId,
      monthlyDues,
      monthlyDuesFrom,
      accountId,
      approvedBy.memberId,
      approvedBy.name,
      approvedBy.title,
      approvedBy.unitId,
      approvedOn,
      memberId,
    ],
  );
}
