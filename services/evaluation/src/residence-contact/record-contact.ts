import { CommentIntroductionAccepted } from '@dang/events/contracts/evaluation/comment-introduction-accepted';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** An item by which a member is introduced, as it lies with the residence branch that accepts. */
export interface Introduction {
  readonly id: string;
  readonly number: string;
  readonly memberId: string;
  readonly workplaceUnitId: string;
  readonly residenceBranchId: string | null;
}

/**
 * Puts the member on the list of those who keep contact with this branch where they live ("đảng viên 213", Regulation
 * 213-QĐ/TW), in the place of any branch before, and tells everybody. Whoever is on its list already stays there since the day
 * they came; whoever has become a member of the branch itself comes onto no list. Needs the transaction of the act that accepts; `acceptedOn` is `YYYY-MM-DD`.
 */
export async function recordResidenceContact(
  em: SqlEntityManager,
  { id, number, memberId, workplaceUnitId, residenceBranchId }: Introduction,
  acceptedOn: string,
): Promise<void> {
  if (residenceBranchId === null) throw new Error(`item ${number} lies with no residence branch`);
  await em.execute(
    `insert into residence_contact as known (member_id, branch_id, item_id, since)
     select ?, ?, ?, ? where not exists (select from placement_copy where member_id = ? and branch_id = ?)
     on conflict (member_id) do update set branch_id = excluded.branch_id, item_id = excluded.item_id,
       since = case when known.branch_id = excluded.branch_id then known.since else excluded.since end`,
    [memberId, residenceBranchId, id, acceptedOn, memberId, residenceBranchId],
  );
  const data = { itemId: id, number, memberId, workplaceUnitId, residenceBranchId, acceptedOn };
  await recordEvents(em, CommentIntroductionAccepted, [{ aggregateId: id, data }]);
}
