import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A list as the workplace sees it. Moments are ISO 8601 to the microsecond. */
export interface CommentListRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly unitId: string;
  readonly scope: 'BRANCH' | 'COMMITTEE';
  readonly year: number;
  readonly purpose: 'YEARLY' | 'PERSONNEL' | 'REWARD' | 'DISCIPLINE' | 'OTHER';
  readonly campaignId: string | null;
  readonly status: 'DRAFT' | 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'SENT' | 'COMPLETED';
  readonly createdAt: string;
  readonly createdByName: string;
  readonly createdByTitle: string;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
  readonly approvedByTitle: string | null;
  readonly rejectionReason: string | null;
  readonly sentAt: string | null;
}

export interface CampaignRow {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly from: string;
  readonly through: string;
}

const listColumns = `list.id, list.version, list.number, list.unit_id as "unitId", list.scope, list.year, list.purpose,
  list.campaign_id as "campaignId", list.status, to_json(list.created_at)#>>'{}' as "createdAt",
  list.created_by_name as "createdByName", list.created_by_title as "createdByTitle",
  to_json(list.approved_at)#>>'{}' as "approvedAt", list.approved_by_name as "approvedByName",
  list.approved_by_title as "approvedByTitle", list.reject_reason as "rejectionReason",
  to_json(list.sent_at)#>>'{}' as "sentAt"`;

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

/** The lists of a subtree, given by its path, latest first. */
export async function findListsBelow(
  em: SqlEntityManager,
  path: string,
  page: { readonly limit: number; readonly after: readonly [createdAt: string, id: string] | null },
): Promise<CommentListRow[]> {
  const cursor = page.after ? 'and (list.created_at, list.id) < (?::timestamptz, ?::uuid)' : '';
  return em.execute(
    `select ${listColumns} from comment_list list join unit_copy unit on unit.id = list.unit_id
     where unit.path <@ ?::ltree ${cursor}
     order by list.created_at desc, list.id desc limit ?`,
    [path, ...(page.after ?? []), page.limit],
  );
}

/** Every campaign, latest first: one a year. */
export async function findCampaigns(em: SqlEntityManager): Promise<CampaignRow[]> {
  return em.execute(
    `select id, year, name, open_from as "from", close_on as "through" from comment_campaign order by year desc`,
  );
}
