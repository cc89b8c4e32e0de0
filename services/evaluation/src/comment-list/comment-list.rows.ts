import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RowFigures } from './comment-list.rules.ts';
import type { CommentListState } from './comment-list.workflow.ts';
import type { CommentPurpose } from './row.rules.ts';

/** A list as the workplace sees it. Moments are ISO 8601 to the microsecond. */
export interface CommentListRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly unitId: string;
  readonly scope: 'BRANCH' | 'COMMITTEE';
  readonly year: number;
  readonly purpose: CommentPurpose;
  readonly purposeNote: string | null;
  readonly campaignId: string | null;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly paperReference: string | null;
  readonly status: CommentListState;
  readonly createdAt: string;
  readonly createdByMemberId: string | null;
  readonly createdByRole: string | null;
  readonly createdByName: string;
  readonly createdByTitle: string;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
  readonly approvedByTitle: string | null;
  readonly rejectionReason: string | null;
  readonly submittedAt: string | null;
  readonly sentAt: string | null;
  readonly sentByName: string | null;
  readonly sentByTitle: string | null;
  readonly completedAt: string | null;
  readonly approvalSignatureId: string | null;
  readonly sendSignatureId: string | null;
}

export interface CampaignRow {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly name: string;
  readonly from: string;
  readonly through: string;
}

const listColumns = `list.id, list.version, list.number, list.unit_id as "unitId", list.scope, list.year, list.purpose,
  list.purpose_note as "purposeNote", list.campaign_id as "campaignId", list.channel,
  list.paper_reference as "paperReference", list.status, list.created_by_member_id as "createdByMemberId",
  list.created_by_role as "createdByRole", to_json(list.created_at)#>>'{}' as "createdAt",
  list.created_by_name as "createdByName", list.created_by_title as "createdByTitle",
  to_json(list.approved_at)#>>'{}' as "approvedAt", list.approved_by_name as "approvedByName",
  list.approved_by_title as "approvedByTitle", list.reject_reason as "rejectionReason",
  to_json(list.submitted_at)#>>'{}' as "submittedAt", to_json(list.sent_at)#>>'{}' as "sentAt",
  list.sent_by_name as "sentByName", list.sent_by_title as "sentByTitle",
  to_json(list.completed_at)#>>'{}' as "completedAt", list.approval_signature_id as "approvalSignatureId",
  list.send_signature_id as "sendSignatureId"`;

/** Those of the lists whose unit lies in the scope unit. */
export async function findLists(
  em: SqlEntityManager,
  ids: readonly string[],
  scopeUnitId: string,
): Promise<CommentListRow[]> {
  return em.execute(
    `select ${listColumns} from comment_list list join unit_copy unit on unit.id = list.unit_id
     where list.id in (?) and index(unit.path, ?::ltree) >= 0`,
    [ids, scopeUnitId],
  );
}

/** The list, whoever may see it; null when there is none. */
export async function findList(em: SqlEntityManager, id: string): Promise<CommentListRow | null> {
  const [row]: CommentListRow[] = await em.execute(
    `select ${listColumns} from comment_list list where list.id = ?`,
    [id],
  );
  return row ?? null;
}

/** The list, locked until the transaction ends; null when there is none. */
export async function lockList(em: SqlEntityManager, id: string): Promise<CommentListRow | null> {
  const [row]: CommentListRow[] = await em.execute(
    `select ${listColumns} from comment_list list where list.id = ? for update`,
    [id],
  );
  return row ?? null;
}

/** Which page of the lists of a subtree: in these states, where any are named. */
export interface ListPage {
  readonly limit: number;
  readonly after: readonly [createdAt: string, id: string] | null;
  readonly statuses: readonly string[] | null;
  readonly year: number | null;
}

/** The lists of a subtree, given by its path, latest first. */
export async function findListsBelow(
  em: SqlEntityManager,
  path: string,
  page: ListPage,
): Promise<CommentListRow[]> {
  const cursor = page.after ? 'and (list.created_at, list.id) < (?::timestamptz, ?::uuid)' : '';
  const states = page.statuses ? 'and list.status = any(array[?]::text[])' : '';
  const year = page.year === null ? '' : 'and list.year = ?';
  return em.execute(
    `select ${listColumns} from comment_list list join unit_copy unit on unit.id = list.unit_id
     where unit.path <@ ?::ltree ${states} ${year} ${cursor}
     order by list.created_at desc, list.id desc limit ?`,
    [
      path,
      ...(page.statuses ? [page.statuses] : []),
      ...(page.year === null ? [] : [page.year]),
      ...(page.after ?? []),
      page.limit,
    ],
  );
}

/** How many rows each of these lists has. */
export async function findRowFigures(
  em: SqlEntityManager,
  listIds: readonly string[],
): Promise<Map<string, RowFigures>> {
  const rows: (RowFigures & { listId: string })[] = await em.execute(
    `select list_id as "listId", count(*)::int as rows,
       count(*) filter (where residence_unit_id is null)::int as "withoutResidence"
     from comment_list_row where list_id = any(array[?]::uuid[]) group by list_id`,
    [listIds],
  );
  const figures = new Map(rows.map((row): [string, RowFigures] => [row.listId, row]));
  return new Map(listIds.map((id) => [id, figures.get(id) ?? { rows: 0, withoutResidence: 0 }]));
}

const campaignColumns = `id, version, year, name, open_from::text as "from", close_on::text as "through"`;

/** Every campaign, latest first: one a year. */
export async function findCampaigns(em: SqlEntityManager): Promise<CampaignRow[]> {
  return em.execute(`select ${campaignColumns} from comment_campaign order by year desc`);
}

/** The campaign of a year, or null. */
export async function findCampaignOf(em: SqlEntityManager, year: number): Promise<CampaignRow | null> {
  const [row]: CampaignRow[] = await em.execute(
    `select ${campaignColumns} from comment_campaign where year = ?`,
    [year],
  );
  return row ?? null;
}
