import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BranchMonth } from '../branch-dues/branch-dues.ts';
import { openStatusList } from './charge.workflow.ts';

/**
 * Takes back open charges of months that nobody here is owed for certain: after the letter of a member who has left the province, and of a stay
 * outside of the system from its letter to the return. They were made before the letter was heard of. What is paid, waived or in an order stays,
 * and so does every month in which somebody charges. Answers the branches and months that lost a charge.
 */
export async function dropReleasedCharges(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<BranchMonth[]> {
  return em.execute<BranchMonth[]>(
    plannedOnce(`delete from dues_charge charge
     using (
       select member_id, paid_through as after, 'infinity'::date as through from charging_ground where kind = 'LEAVE'
         and member_id = any(array[?]::uuid[])
       union all
       select letter.member_id, letter.paid_through, back.paid_through
       from charging_ground back
       join charging_ground letter on letter.member_id = back.member_id and letter.kind = 'LETTER' and not letter.voided
         and letter.transfer_id = back.transfer_id
       where back.kind = 'RETURN' and back.member_id = any(array[?]::uuid[]) and not exists (
         select from charging_ground stay where stay.member_id = back.member_id and stay.kind = 'STAY' and stay.id = back.id)
     ) released
     where charge.member_id = released.member_id and charge.period > released.after and charge.period <= released.through
       and charge.status in (${openStatusList}) and charge.status <> 'IN_PAYMENT' and charge.paid = 0
       and not exists (
         select from charging where charging.member_id = charge.member_id
           and charge.period between charging.from_period and coalesce(charging.to_period, 'infinity'))
     returning charge.branch_id as "branchId", charge.period`),
    [memberIds, memberIds],
  );
}
