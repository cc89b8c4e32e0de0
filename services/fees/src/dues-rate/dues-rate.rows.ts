import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { DossierKind, DuesDossier } from '../decision/dossier.ts';
import type { DuesCategory } from '../dues-rule/dues-rule.ts';
import { duesRateWorkflow } from './dues-rate.workflow.ts';

/** What a member declared to pay a month, as it is read; amounts are whole đồng as text, days `YYYY-MM-DD`. */
export interface DuesRateRow extends DuesDossier {
  readonly category: DuesCategory;
  readonly declaredBase: string | null;
  readonly baseMonth: Month | null;
  readonly ruleId: string | null;
  readonly proposedAmount: string | null;
  readonly explanation: string | null;
  readonly monthlyAmount: string;
  readonly voluntaryAmount: string;
  readonly from: Month;
  readonly through: Month | null;
  readonly note: string | null;
  readonly declaredOn: string | null;
  readonly decidedOn: string | null;
  readonly decidedByName: string | null;
  readonly decidedByTitle: string | null;
  readonly decisionReason: string | null;
}

const columns = `rate.id, rate.version, rate.number, rate.member_id as "memberId", rate.branch_id as "branchId",
  rate.approver_unit_id as "approverUnitId", rate.status, rate.category, rate.declared_base as "declaredBase",
  to_char(rate.base_month, 'YYYY-MM') as "baseMonth", rate.rule_id as "ruleId", rate.proposed_amount as "proposedAmount",
  rate.explanation, rate.monthly_amount as "monthlyAmount", rate.voluntary_amount as "voluntaryAmount",
  to_char(rate.from_period, 'YYYY-MM') as "from", to_char(rate.to_period, 'YYYY-MM') as through, rate.note,
  rate.declared_on as "declaredOn", coalesce(rate.decided_on, rate.approved_on) as "decidedOn",
  rate.approved_by_name as "decidedByName", rate.approved_by_title as "decidedByTitle", rate.decision_reason as "decisionReason"`;

/** The rates by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
async function findRates(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<DuesRateRow[]> {
  return em.execute(
    `select ${columns} from dues_rate rate where rate.id = any(?::uuid[]) ${lock ? 'for update' : ''}`,
    [uuidArray(ids)],
  );
}

/** Every rate of these members, the latest month first; one statement. */
export async function findRatesOf(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<DuesRateRow[][]> {
  const rows = await em.execute<DuesRateRow[]>(
    `select ${columns} from dues_rate rate where rate.member_id = any(?::uuid[])
     order by rate.from_period desc, rate.id desc`,
    [uuidArray(memberIds)],
  );
  const lists = Map.groupBy(rows, ({ memberId }) => memberId);
  return memberIds.map((id) => lists.get(id) ?? []);
}

/** A page of the rates that wait for the decision of a unit, the longest waiting first. */
export async function findWaitingRates(
  em: SqlEntityManager,
  unitId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<DuesRateRow[]> {
  return em.execute(
    `select ${columns} from dues_rate rate
     where rate.approver_unit_id = ? and rate.status = 'PENDING' ${after === null ? '' : 'and rate.id > ?::uuid'}
     order by rate.id limit ?`,
    [unitId, ...(after === null ? [] : [after]), limit],
  );
}

/** The dossiers of declared rates. */
export const duesRateKind: DossierKind<DuesRateRow> = {
  table: 'dues_rate',
  workflow: duesRateWorkflow,
  permission: 'DUES_RATE_APPROVE',
  idField: 'duesRateId',
  find: findRates,
};
