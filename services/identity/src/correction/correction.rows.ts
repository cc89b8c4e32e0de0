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

/** One step in the life of a correction. */
export type CorrectionStepRow = {
  correctionId: string;
  at: Date;
  action: string;
  fromState: string | null;
  toState: string;
  byName: string | null;
  byTitle: string | null;
  unitId: string | null;
  unitName: string | null;
  reason: string | null;
};

/** Every step of these corrections, oldest first. */
export async function findSteps(em: SqlEntityManager, ids: readonly string[]): Promise<CorrectionStepRow[]> {
  const rows = await em.execute<(Omit<CorrectionStepRow, 'at'> & { at: string })[]>(
    `select history.correction_id as "correctionId", history.at, history.action, history.from_state as "fromState",
       history.to_state as "toState", history.by_name as "byName", history.by_title as "byTitle",
       history.unit_id as "unitId", unit.name as "unitName", history.reason
     from member_correction_history history left join unit_copy unit on unit.id = history.unit_id
     where history.correction_id = any(array[?]::uuid[])
     order by history.correction_id, history.step`,
    [ids],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
