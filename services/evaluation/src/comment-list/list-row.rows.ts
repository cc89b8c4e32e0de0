import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemType } from '../comment-item/comment-item.rules.ts';

/** One member on a list. */
export interface ListRow {
  readonly listId: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly branchId: string | null;
  readonly place: number;
  readonly type: CommentItemType;
  readonly selfReportRequired: boolean;
  readonly residenceUnitId: string | null;
  readonly residenceBranchId: string | null;
  readonly residenceAdjusted: boolean;
  /** The code of the rule that frees the member from the yearly comment. */
  readonly exemption: string | null;
  readonly inclusionReason: string | null;
}

const rowColumns = `listed.list_id as "listId", listed.member_id as "memberId", member.full_name as "memberName",
  coalesce(item.workplace_branch_id, placement.branch_id) as "branchId", listed.place, listed.type,
  listed.self_report_required as "selfReportRequired", listed.residence_unit_id as "residenceUnitId",
  listed.residence_branch_id as "residenceBranchId", listed.residence_adjusted as "residenceAdjusted",
  listed.exemption, listed.inclusion_reason as "inclusionReason"`;

const rowSources = `comment_list_row listed
  left join member_copy member on member.id = listed.member_id
  left join placement_copy placement on placement.member_id = listed.member_id
  left join comment_item item on item.list_id = listed.list_id and item.member_id = listed.member_id`;

/** The first rows of each of these lists after a place, in their order, in one statement. */
export async function findRowPages(
  em: SqlEntityManager,
  listIds: readonly string[],
  { limit, after }: { readonly limit: number; readonly after: number },
): Promise<Map<string, ListRow[]>> {
  const rows: ListRow[] = await em.execute(
    `select page.* from unnest(array[?]::uuid[]) as wanted(list_id)
     cross join lateral (
       select ${rowColumns} from ${rowSources}
       where listed.list_id = wanted.list_id and listed.place > ? order by listed.place limit ?) page`,
    [listIds, after, limit],
  );
  return Map.groupBy(rows, ({ listId }) => listId);
}

/** Every row of one list, or those of these members, in their order. */
export async function findRows(
  em: SqlEntityManager,
  listId: string,
  memberIds?: readonly string[],
): Promise<ListRow[]> {
  const chosen = memberIds ? 'and listed.member_id = any(array[?]::uuid[])' : '';
  return em.execute(
    `select ${rowColumns} from ${rowSources} where listed.list_id = ? ${chosen} order by listed.place`,
    [listId, ...(memberIds ? [memberIds] : [])],
  );
}

/** What a row is made with. */
export type NewRow = Pick<
  ListRow,
  | 'memberId'
  | 'type'
  | 'selfReportRequired'
  | 'residenceUnitId'
  | 'residenceBranchId'
  | 'exemption'
  | 'inclusionReason'
>;

/** Puts rows at the end of a list that is locked, in one statement. */
export async function insertRows(
  em: SqlEntityManager,
  listId: string,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await em.execute(
    `insert into comment_list_row (list_id, member_id, place, type, self_report_required, residence_unit_id,
       residence_branch_id, exemption, inclusion_reason)
     select ?, "memberId", coalesce((select max(place) from comment_list_row where list_id = ?), 0) + number, type,
       "selfReportRequired", "residenceUnitId", "residenceBranchId", exemption, "inclusionReason"
     from rows from (jsonb_to_recordset(?::jsonb) as ("memberId" uuid, type text, "selfReportRequired" boolean,
       "residenceUnitId" uuid, "residenceBranchId" uuid, exemption text, "inclusionReason" text))
       with ordinality as row("memberId", type, "selfReportRequired", "residenceUnitId", "residenceBranchId", exemption,
         "inclusionReason", number)`,
    [listId, listId, JSON.stringify(rows)],
  );
}

/** Writes what has changed of rows that are there, in one statement. */
export async function updateRows(
  em: SqlEntityManager,
  listId: string,
  rows: readonly (NewRow & Pick<ListRow, 'residenceAdjusted'>)[],
): Promise<void> {
  await em.execute(
    `update comment_list_row listed
     set type = row.type, self_report_required = row."selfReportRequired", residence_unit_id = row."residenceUnitId",
       residence_branch_id = row."residenceBranchId", residence_adjusted = row."residenceAdjusted",
       exemption = row.exemption, inclusion_reason = row."inclusionReason"
     from jsonb_to_recordset(?::jsonb) as row("memberId" uuid, type text, "selfReportRequired" boolean,
       "residenceUnitId" uuid, "residenceBranchId" uuid, "residenceAdjusted" boolean, exemption text,
       "inclusionReason" text)
     where listed.list_id = ? and listed.member_id = row."memberId"`,
    [JSON.stringify(rows), listId],
  );
}

/** How many members of a list live in one commune or ward. */
export interface ResidenceGroup {
  readonly listId: string;
  readonly residenceUnitId: string;
  readonly members: number;
  readonly selfReports: number;
}

/** The members of these lists by the commune or ward where they live, the largest group first. */
export async function findResidences(
  em: SqlEntityManager,
  listIds: readonly string[],
): Promise<Map<string, ResidenceGroup[]>> {
  const rows: ResidenceGroup[] = await em.execute(
    `select list_id as "listId", residence_unit_id as "residenceUnitId", count(*)::int as members,
       count(*) filter (where self_report_required)::int as "selfReports"
     from comment_list_row
     where list_id = any(array[?]::uuid[]) and residence_unit_id is not null
     group by list_id, residence_unit_id order by list_id, members desc, residence_unit_id`,
    [listIds],
  );
  return Map.groupBy(rows, ({ listId }) => listId);
}
