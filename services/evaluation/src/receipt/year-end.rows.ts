import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A member of a unit and the comment for the review of a year. Moments are ISO 8601; null while the sheet is still to come. */
export interface YearEndRow {
  readonly itemId: string;
  readonly year: number;
  /** Empty when nothing is known of the member yet. */
  readonly memberName: string;
  readonly deliveredAt: string | null;
  readonly receivedAt: string | null;
}

/** How far the comments of a unit and year are, in members. */
export interface YearEndCounts {
  readonly requested: number;
  readonly delivered: number;
  readonly received: number;
}

const source = `
  from comment_item item
  join unit_copy workplace on workplace.id = item.workplace_branch_id
  left join member_copy member on member.id = item.member_id
  left join year_end_comment comment on comment.member_id = item.member_id and comment.year = item.yearly_year
  where item.yearly_year = ? and item.status <> 'CANCELLED'`;

const columns = `item.id as "itemId", item.yearly_year as year, coalesce(member.full_name, '') as "memberName",
  to_json(comment.delivered_at)#>>'{}' as "deliveredAt", to_json(comment.received_at)#>>'{}' as "receivedAt"`;

/** The members of a subtree, given by its path, on whom the yearly comment was asked for, by name. */
export function findYearEndRows(
  em: SqlEntityManager,
  path: string,
  year: number,
  page: { readonly limit: number; readonly after: readonly [memberName: string, itemId: string] | null },
): Promise<YearEndRow[]> {
  const cursor = page.after ? `and (coalesce(member.full_name, ''), item.id) > (?, ?::uuid)` : '';
  return em.execute(
    `select ${columns} ${source} and workplace.path <@ ?::ltree ${cursor} order by 3, item.id limit ?`,
    [year, path, ...(page.after ?? []), page.limit],
  );
}

/** How many were asked for, sent and filed in a subtree and year. */
export async function countYearEnd(em: SqlEntityManager, path: string, year: number): Promise<YearEndCounts> {
  const [counts]: YearEndCounts[] = await em.execute(
    `select count(*)::int as requested, count(comment.delivered_at)::int as delivered,
       count(comment.received_at)::int as received
     ${source} and workplace.path <@ ?::ltree`,
    [year, path],
  );
  return counts ?? { requested: 0, delivered: 0, received: 0 };
}

/** The comment of a year on each of these items' members, by the id of the item. */
export async function findYearEndOf(
  em: SqlEntityManager,
  year: number,
  itemIds: readonly string[],
): Promise<Map<string, YearEndRow>> {
  const rows: YearEndRow[] = await em.execute(`select ${columns} ${source} and item.id in (?)`, [
    year,
    itemIds,
  ]);
  return new Map(rows.map((row) => [row.itemId, row]));
}
