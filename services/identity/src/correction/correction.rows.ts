import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CorrectionState } from './correction.workflow.ts';

/** A correction as stored, with what its decision needs. Days are `YYYY-MM-DD`. */
export type CorrectionRow = {
  id: string;
  version: number;
  number: string;
  status: CorrectionState;
  memberId: string;
  memberName: string;
  fromBranchId: string | null;
  toBranchId: string;
  deciderUnitId: string;
  reason: string;
  effectiveOn: string;
  proposedOn: string;
  proposerAccountId: string;
  proposerMemberId: string | null;
  /** The branch of the member as the tree says now. */
  placedIn: string | null;
  decidedOn: string | null;
  rejectionReason: string | null;
};

const select = `select correction.id, correction.version, correction.number, correction.status,
    correction.member_id as "memberId", member.full_name as "memberName", correction.from_branch_id as "fromBranchId",
    correction.to_branch_id as "toBranchId", correction.decider_unit_id as "deciderUnitId", correction.reason,
    correction.effective_on as "effectiveOn", correction.proposed_on as "proposedOn",
    correction.proposer_account_id as "proposerAccountId", correction.proposer_member_id as "proposerMemberId",
    placement.branch_id as "placedIn", correction.decided_on as "decidedOn",
    correction.rejection_reason as "rejectionReason"
  from member_correction correction
  join member on member.id = correction.member_id
  left join placement_copy placement on placement.member_id = correction.member_id`;

/** The correction, or null. */
export async function findCorrection(em: SqlEntityManager, id: string): Promise<CorrectionRow | null> {
  const [row]: CorrectionRow[] = await em.execute(`${select} where correction.id = ?`, [id]);
  return row ?? null;
}

/** Where the page before ended: the day of the proposal and the id of its last row. */
export type CorrectionPlace = [proposedOn: string, id: string];

/** Corrections that wait for this unit, longest waiting first. */
export async function findWaiting(
  em: SqlEntityManager,
  unitId: string,
  limit: number,
  after: CorrectionPlace | null,
): Promise<CorrectionRow[]> {
  return em.execute(
    `${select}
     where correction.status = 'PROPOSED' and correction.decider_unit_id = ?
       and (correction.proposed_on, correction.id) > (?::date, ?::uuid)
     order by correction.proposed_on, correction.id
     limit ?`,
    [unitId, after?.[0] ?? '0001-01-01', after?.[1] ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

/** What this account has proposed, the newest first, after the given id. */
export async function findProposed(
  em: SqlEntityManager,
  accountId: string,
  limit: number,
  after: string | null,
): Promise<CorrectionRow[]> {
  return em.execute(
    `${select} where correction.proposer_account_id = ? and correction.id < ?::uuid order by correction.id desc limit ?`,
    [accountId, after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
  );
}
