import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { DossierKind, DuesDossier } from '../decision/dossier.ts';
import type { WaiverGround, WaiverKind } from './waiver.rules.ts';
import { waiverWorkflow } from './waiver.workflow.ts';

/** What files of waivers are kept as. */
export const WAIVER_FILES = 'Waiver';

/** An exemption, reduction, late or advance payment as it is read; days are `YYYY-MM-DD`. */
export interface WaiverRow extends DuesDossier {
  readonly branchId: string;
  readonly approverUnitId: string;
  readonly kind: WaiverKind;
  readonly ground: WaiverGround;
  readonly from: Month;
  readonly through: Month | null;
  readonly deferredUntil: string | null;
  readonly channel: 'ONLINE' | 'PAPER' | 'SYSTEM';
  readonly requestReference: string | null;
  readonly exemptedBy: string | null;
  readonly exemptedFrom: Month | null;
  readonly exemptedThrough: Month | null;
  readonly reason: string;
  readonly requestedOn: string;
  readonly decidedOn: string | null;
  readonly decidedBy: { readonly name: string; readonly title: string | null } | null;
  readonly decisionReason: string | null;
  readonly endedOn: string | null;
}

const columns = `waiver.id, waiver.version, waiver.number, waiver.member_id as "memberId", waiver.branch_id as "branchId",
  waiver.approver_unit_id as "approverUnitId", waiver.status, waiver.entered_by_account_id as "enteredBy", waiver.kind, waiver.ground,
  to_char(waiver.from_period, 'YYYY-MM') as "from", to_char(waiver.to_period, 'YYYY-MM') as through,
  waiver.deferred_until as "deferredUntil", waiver.channel, waiver.request_reference as "requestReference",
  waiver.exempted_by as "exemptedBy", to_char(waiver.exempted_from, 'YYYY-MM') as "exemptedFrom",
  to_char(waiver.exempted_through, 'YYYY-MM') as "exemptedThrough", waiver.reason, waiver.requested_on as "requestedOn",
  waiver.decided_on as "decidedOn", waiver.decided_by as "decidedBy", waiver.decision_reason as "decisionReason",
  waiver.ended_on as "endedOn"`;

async function findWaivers(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<WaiverRow[]> {
  return em.execute(
    `select ${columns} from waiver where waiver.id = any(?::uuid[]) ${lock ? 'for update' : ''}`,
    [uuidArray(ids)],
  );
}

/** Every waiver of these members, the latest month first; one statement. */
export async function findWaiversOf(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<WaiverRow[][]> {
  const rows = await em.execute<WaiverRow[]>(
    `select ${columns} from waiver where waiver.member_id = any(?::uuid[]) order by waiver.from_period desc, waiver.id desc`,
    [uuidArray(memberIds)],
  );
  const lists = Map.groupBy(rows, ({ memberId }) => memberId);
  return memberIds.map((id) => lists.get(id) ?? []);
}

/** A page of what waits for the decision of a unit, the longest waiting first. */
export async function findWaitingWaivers(
  em: SqlEntityManager,
  unitId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<WaiverRow[]> {
  return em.execute(
    `select ${columns} from waiver
     where waiver.approver_unit_id = ? and waiver.status = 'PENDING' ${after === null ? '' : 'and waiver.id > ?::uuid'}
     order by waiver.id limit ?`,
    [unitId, ...(after === null ? [] : [after]), limit],
  );
}

const amountKinds = ['EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70'];

/** Is another decision of the same kind, or another one on the amount, in force in any of these months? */
export async function overlapsDecided(
  em: SqlEntityManager,
  {
    id,
    memberId,
    kind,
    from,
    through,
  }: Pick<WaiverRow, 'memberId' | 'kind' | 'from' | 'through'> & { id: string | null },
): Promise<boolean> {
  const kinds = amountKinds.includes(kind) ? amountKinds : [kind];
  const rows = await em.execute(
    `select from waiver
     where member_id = ? and status = 'APPROVED' and kind = any(array[?]::text[]) and id is distinct from ?::uuid
       and daterange(from_period, to_period, '[]') && daterange(?::date, ?::date, '[]') limit 1`,
    [memberId, kinds, id, `${from}-01`, through && `${through}-01`],
  );
  return rows.length > 0;
}

/** The dossiers of waivers. */
export const waiverKind: DossierKind<WaiverRow> = {
  table: 'waiver',
  workflow: waiverWorkflow,
  permission: 'DUES_WAIVE',
  idField: 'waiverId',
  find: findWaivers,
};
