import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ChangeRequestState } from './change-request.workflow.ts';

/** A change of information as stored; the values are opened only where a field asks for them. Days are `YYYY-MM-DD`. */
export type ChangeRequestRow = {
  id: string;
  version: number;
  status: Exclude<ChangeRequestState, 'NEW'>;
  accountId: string;
  memberId: string;
  number: string;
  branchId: string;
  /** The direct superior of the branch, as the tree says now. */
  superiorId: string | null;
  approverUnitId: string;
  changesSealed: string;
  important: boolean;
  note: string | null;
  submittedOn: string;
  decidedOn: string | null;
  rejectionReason: string | null;
};

const columns = `request.id, request.version, request.status, request.account_id as "accountId",
  request.member_id as "memberId", request.number, request.branch_id as "branchId", branch.parent_id as "superiorId",
  request.approver_unit_id as "approverUnitId", request.changes_sealed as "changesSealed", request.important,
  request.note, request.submitted_on as "submittedOn", request.decided_on as "decidedOn",
  request.rejection_reason as "rejectionReason"`;

/** Where the page before ended: the day of asking and the id of its last row. */
export type ChangePlace = [submittedOn: string, id: string];

/** The change, or null. */
export async function findChange(em: SqlEntityManager, id: string): Promise<ChangeRequestRow | null> {
  const [row]: ChangeRequestRow[] = await em.execute(
    `select ${columns} from account_change_request request
     left join unit_copy branch on branch.id = request.branch_id where request.id = ?`,
    [id],
  );
  return row ?? null;
}

/** What this account has asked for, newest first. */
export async function findOwnChanges(
  em: SqlEntityManager,
  accountId: string,
  limit: number,
  after: ChangePlace | null,
): Promise<ChangeRequestRow[]> {
  return em.execute(
    `select ${columns} from account_change_request request
     left join unit_copy branch on branch.id = request.branch_id
     where request.account_id = ? and (request.submitted_on, request.id) < (?::date, ?::uuid)
     order by request.submitted_on desc, request.id desc limit ?`,
    [accountId, after?.[0] ?? '9999-12-31', after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
  );
}

/** What waits for this unit, longest waiting first: of its own members, and of those below whom it must decide on. */
export async function findPendingChanges(
  em: SqlEntityManager,
  unitId: string,
  limit: number,
  after: ChangePlace | null,
): Promise<ChangeRequestRow[]> {
  return em.execute(
    `select ${columns}
     from unit_copy branch
     join account_change_request request on request.branch_id = branch.id
       and request.status = case when branch.id = ? then 'PENDING_BRANCH' else 'PENDING_SUPERIOR' end
     where (branch.id = ? or branch.parent_id = ?)
       and request.status in ('PENDING_BRANCH', 'PENDING_SUPERIOR')
       and (request.submitted_on, request.id) > (?::date, ?::uuid)
     order by request.submitted_on, request.id
     limit ?`,
    [
      unitId,
      unitId,
      unitId,
      after?.[0] ?? '0001-01-01',
      after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}
