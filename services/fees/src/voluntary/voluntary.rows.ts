import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { DossierKind, DuesDossier } from '../decision/dossier.ts';
import { voluntaryWorkflow } from './voluntary.workflow.ts';

/** What a member gives beyond the rate, as it is read; the amount is whole đồng as text. */
export interface VoluntaryRow extends DuesDossier {
  readonly rateId: string;
  readonly amount: string;
  readonly from: Month;
  readonly through: Month | null;
  readonly requestedOn: string;
  readonly decidedOn: string | null;
  readonly decidedBy: { readonly name: string; readonly title: string | null } | null;
  readonly decisionReason: string | null;
}

const columns = `part.id, part.version, part.number, part.member_id as "memberId", part.branch_id as "branchId",
  part.approver_unit_id as "approverUnitId", part.status, part.rate_id as "rateId", part.amount,
  to_char(part.from_period, 'YYYY-MM') as "from", to_char(part.to_period, 'YYYY-MM') as through,
  part.requested_on as "requestedOn", part.decided_on as "decidedOn", part.decided_by as "decidedBy",
  part.decision_reason as "decisionReason"`;

async function findVoluntary(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<VoluntaryRow[]> {
  return em.execute(
    `select ${columns} from voluntary_contribution part where part.id = any(?::uuid[]) ${lock ? 'for update' : ''}`,
    [uuidArray(ids)],
  );
}

/** What each of these members gives or gave, the latest month first; one statement. */
export async function findVoluntaryOf(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<VoluntaryRow[][]> {
  const rows = await em.execute<VoluntaryRow[]>(
    `select ${columns} from voluntary_contribution part where part.member_id = any(?::uuid[])
     order by part.from_period desc, part.id desc`,
    [uuidArray(memberIds)],
  );
  const lists = Map.groupBy(rows, ({ memberId }) => memberId);
  return memberIds.map((id) => lists.get(id) ?? []);
}

/** A page of what waits for the decision of a unit, the longest waiting first. */
export async function findWaitingVoluntary(
  em: SqlEntityManager,
  unitId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<VoluntaryRow[]> {
  return em.execute(
    `select ${columns} from voluntary_contribution part
     where part.approver_unit_id = ? and part.status = 'PENDING' ${after === null ? '' : 'and part.id > ?::uuid'}
     order by part.id limit ?`,
    [unitId, ...(after === null ? [] : [after]), limit],
  );
}

/** The dossiers of what is given beyond the rate. */
export const voluntaryKind: DossierKind<VoluntaryRow> = {
  table: 'voluntary_contribution',
  workflow: voluntaryWorkflow,
  permission: 'DUES_RATE_APPROVE',
  idField: 'contributionId',
  find: findVoluntary,
};
