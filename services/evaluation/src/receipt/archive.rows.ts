import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The papers of one member in an archive. Files by their ids, days as `YYYY-MM-DD`; null: there is none. */
export interface PaperRow {
  readonly listNumber: string;
  readonly itemNumber: string;
  readonly memberName: string;
  readonly branchName: string;
  readonly residenceName: string | null;
  readonly sheetFileId: string | null;
  readonly deliveredOn: string | null;
  readonly reportFileId: string | null;
  readonly reportComment: string | null;
  readonly reportSentOn: string | null;
}

/** Which papers: of a list and a unit, without the sheet about `withoutSheetOf`, who may not read it. */
export interface PaperChoice {
  readonly listId: string;
  readonly unitId: string;
  readonly withoutSheetOf: string | null;
}

/**
 * The sheets in force and the reports that were sent of a list, for those members whose workplace branch lies in a unit now, by name.
 * A sheet is in force until a correction of it is delivered.
 */
export function findPapers(
  em: SqlEntityManager,
  { listId, unitId, withoutSheetOf }: PaperChoice,
): Promise<PaperRow[]> {
  return em.execute(
    `select list.number as "listNumber", item.number as "itemNumber", coalesce(member.full_name, '') as "memberName",
       workplace.name as "branchName", residence.name as "residenceName", sheet.file_id as "sheetFileId",
       sheet.delivered_on::text as "deliveredOn", report.file_id as "reportFileId",
       report.general_comment as "reportComment",
       (report.sent_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "reportSentOn"
     from comment_item item
     join comment_list list on list.id = item.list_id
     join unit_copy workplace on workplace.id = item.workplace_branch_id
     left join unit_copy residence on residence.id = item.residence_unit_id
     left join member_copy member on member.id = item.member_id
     left join self_report report on report.item_id = item.id and report.status = 'SENT'
     left join lateral (
       select coalesce(signature.file_id, sheet.scan_id) as file_id,
         (sheet.delivered_at at time zone 'Asia/Ho_Chi_Minh')::date as delivered_on
       from comment_sheet sheet left join document_signature signature on signature.id = sheet.signature_id
       where sheet.item_id = item.id and sheet.status = 'DELIVERED'
       order by sheet.delivered_at desc, sheet.id desc limit 1
     ) sheet on item.member_id is distinct from ?::uuid
     where item.list_id = ? and workplace.path <@ (select path from unit_copy where id = ?)
       and (sheet.file_id is not null or report.item_id is not null)
     order by member.full_name, item.number`,
    [withoutSheetOf, listId, unitId],
  );
}
