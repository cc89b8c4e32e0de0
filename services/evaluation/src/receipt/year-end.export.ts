import { readCursor } from '@dang/service/doors/read-cursor';
import type { Cell } from '@dang/tabular/cell';
import type { Pool } from 'pg';
import { type CommentItemState, commentItemWorkflow } from '../comment-item/comment-item.workflow.ts';
import { type Choices, columnOf, criteria, criterionFields } from '../sheet/sheet.criteria.ts';
import { vietnameseDay } from './vietnamese-day.ts';

interface Exported extends Choices {
  readonly memberName: string | null;
  readonly branchName: string;
  readonly itemNumber: string;
  readonly residenceName: string | null;
  readonly residenceBranchName: string | null;
  readonly status: CommentItemState;
  readonly deliveredOn: string | null;
  readonly receivedOn: string | null;
  readonly otherComment: string | null;
}

/** The columns; the criteria by their place on the form, where their words stand in full. */
export const header: readonly string[] = [
  'TT',
  'Họ và tên đảng viên',
  'Chi bộ sinh hoạt',
  'Hồ sơ số',
  'Đảng ủy nơi cư trú',
  'Chi bộ nơi cư trú',
  'Trạng thái',
  'Ngày gửi phiếu',
  'Ngày nhận phiếu',
  ...criterionFields.map((_, index) => `Nội dung ${index + 1}`),
  'Nhận xét khác',
];

const day = (moment: string) => `(${moment} at time zone 'Asia/Ho_Chi_Minh')::date::text`;

const sql = `
  select member.full_name as "memberName", workplace.name as "branchName", item.number as "itemNumber",
    residence.name as "residenceName", home.name as "residenceBranchName", item.status,
    ${day('comment.delivered_at')} as "deliveredOn", ${day('comment.received_at')} as "receivedOn",
    ${criterionFields.map((field) => `sheet.${columnOf[field]} as "${field}"`).join(', ')},
    sheet.other_comment as "otherComment"
  from comment_item item
  join unit_copy workplace on workplace.id = item.workplace_branch_id
  left join unit_copy residence on residence.id = item.residence_unit_id
  left join unit_copy home on home.id = item.residence_branch_id
  left join member_copy member on member.id = item.member_id
  left join year_end_comment comment on comment.member_id = item.member_id and comment.year = item.yearly_year
  left join comment_sheet sheet on sheet.id = comment.sheet_id and item.member_id::text <> $3
  where item.yearly_year = $2::int and item.status <> 'CANCELLED'
    and workplace.path <@ (select path from unit_copy where id = $1::uuid)
  order by workplace.path, member.full_name, item.id`;

const labelOf = (row: Exported, field: (typeof criterionFields)[number]): string | null => {
  const choice = row[field];
  return choice === null ? null : ((criteria[field].choices as Record<string, string>)[choice] ?? null);
};

/**
 * Every member of a unit and of everything below it on whom the yearly comment was asked for, with what the sheet in force says; empty
 * cells where it is still to come, and for the member `without`, who may not read it. No personal numbers.
 */
export async function* exportedYearEnd(
  pool: Pool,
  { unitId, year, without }: { unitId: string; year: string; without: string },
): AsyncGenerator<readonly Cell[]> {
  let place = 0;
  for await (const row of readCursor<Exported>(pool, sql, [unitId, year, without])) {
    place += 1;
    yield [
      place,
      row.memberName,
      row.branchName,
      row.itemNumber,
      row.residenceName,
      row.residenceBranchName,
      commentItemWorkflow.states[row.status].label,
      vietnameseDay(row.deliveredOn),
      vietnameseDay(row.receivedOn),
      ...criterionFields.map((field) => labelOf(row, field)),
      row.otherComment,
    ];
  }
}
