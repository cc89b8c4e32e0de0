import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Seat } from '../seat.ts';
import type { CommentItemType } from './comment-item.rules.ts';
import type { CommentItemState } from './comment-item.workflow.ts';
import { type ItemOrdering, latestFirst, orderSql } from './item-order.ts';

/** An item as lists and desks show it, with the two answers of the tree on which the actor's relations to it rest. */
export interface CommentItemRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly listId: string;
  readonly purpose: 'YEARLY' | 'PERSONNEL' | 'REWARD' | 'DISCIPLINE' | 'OTHER';
  readonly year: number;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly type: CommentItemType;
  readonly status: CommentItemState;
  readonly workplaceUnitId: string;
  readonly workplaceBranchId: string;
  readonly residenceUnitId: string;
  readonly residenceBranchId: string | null;
  readonly selfReportRequired: boolean;
  readonly sheetComplete: boolean;
  readonly correcting: boolean;
  readonly returnReason: string | null;
  /** ISO 8601 to the microsecond, so that a cursor made of it is exact. */
  readonly sentAt: string;
  readonly dueOn: string | null;
  readonly workplaceInScope: boolean;
  readonly residenceInScope: boolean;
}

/** Which items: a condition in SQL on `item`, `workplace` and `residence` (the units of the two sides), with its values. */
export interface ItemChoice {
  readonly where: string;
  readonly values: readonly unknown[];
}

export interface ItemPage {
  readonly limit: number;
  /** The cursor of the row before, in the values of the ordering. */
  readonly after: readonly (string | number)[] | null;
}

/**
 * The items of a choice that may be seen from this seat, latest first unless said otherwise. The seat's condition is part of every read: the
 * member, or a capacity that holds the workplace branch in its unit, or one of the units from the residence committee
 * down to the residence branch.
 */
export async function findItems(
  em: SqlEntityManager,
  seat: Seat,
  choice: ItemChoice,
  page: ItemPage,
  ordering: ItemOrdering = latestFirst,
): Promise<CommentItemRow[]> {
  const { where, whereValues, by, byValues } = orderSql(ordering, page.after);
  return em.execute(`${visibleItems} and ${choice.where} ${where} order by ${by} limit ?`, [
    ...seatValues(seat),
    ...choice.values,
    ...whereValues,
    ...byValues,
    page.limit,
  ]);
}

const owners = { memberId: 'item.member_id', listId: 'item.list_id' } as const;

/** The first items of each of these members, or lists, that may be seen from this seat, narrowed to a choice, latest first, in one query. */
export async function findItemsOf(
  em: SqlEntityManager,
  seat: Seat,
  owner: keyof typeof owners,
  ownerIds: readonly string[],
  page: ItemPage,
  choice: ItemChoice = { where: 'true', values: [] },
): Promise<Map<string, CommentItemRow[]>> {
  const cursor = page.after ? 'and (item.sent_at, item.id) < (?::timestamptz, ?::uuid)' : '';
  const rows: CommentItemRow[] = await em.execute(
    `select * from (
       select visible.*, row_number() over (
         partition by "${owner}" order by "sentAt"::timestamptz desc, id desc
       ) as place
       from (${visibleItems} and ${owners[owner]} in (?) and ${choice.where} ${cursor}) visible
     ) ranked
     where place <= ? order by place`,
    [...seatValues(seat), ownerIds, ...choice.values, ...(page.after ?? []), page.limit],
  );
  return Map.groupBy(rows, (row) => row[owner]);
}

const visibleItems = `
  select item.id, item.version, item.number, item.list_id as "listId", list.purpose, list.year,
    item.member_id as "memberId", member.full_name as "memberName", item.type, item.status,
    item.workplace_unit_id as "workplaceUnitId", item.workplace_branch_id as "workplaceBranchId",
    item.residence_unit_id as "residenceUnitId", item.residence_branch_id as "residenceBranchId",
    item.self_report_required as "selfReportRequired", item.sheet_complete as "sheetComplete",
    exists (select from comment_sheet sheet where sheet.item_id = item.id and sheet.replaces_id is not null
      and sheet.status in ('DRAFT', 'SUBMITTED', 'APPROVED')) as correcting,
    item.return_reason as "returnReason", to_json(item.sent_at)#>>'{}' as "sentAt", item.due_on as "dueOn",
    seen."workplaceInScope", seen."residenceInScope"
  from comment_item item
  join comment_list list on list.id = item.list_id
  left join member_copy member on member.id = item.member_id
  left join unit_copy workplace on workplace.id = item.workplace_branch_id
  left join unit_copy residence on residence.id = item.residence_place_id
  cross join lateral (
    select coalesce(index(workplace.path, ?::ltree) >= 0, false) as "workplaceInScope",
      coalesce(
        item.residence_unit_id = any(array[?]::uuid[]) and index(residence.path, ?::ltree) >= 0, false
      ) as "residenceInScope"
  ) seen
  where (item.member_id = ?::uuid or seen."workplaceInScope" or seen."residenceInScope")`;

function seatValues(seat: Seat): unknown[] {
  return [seat.scopeUnitId, seat.chain, seat.scopeUnitId, seat.memberId];
}
