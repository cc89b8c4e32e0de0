import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What has come of a list to a unit, in members. `path` is that of the unit to which it came. */
export interface DeliveryRow {
  readonly listId: string;
  readonly listNumber: string;
  readonly purpose: 'YEARLY' | 'PERSONNEL' | 'REWARD' | 'DISCIPLINE' | 'OTHER';
  readonly year: number;
  /** ISO 8601 to the microsecond. */
  readonly sentAt: string;
  readonly requested: number;
  readonly outstanding: number;
  readonly waiting: number;
  readonly received: number;
  readonly reportsRequested: number;
  readonly reportsSent: number;
  /** Sheets in force and reports that were sent: what an archive would hold. */
  readonly papers: number;
  readonly path: string;
}

interface DeliveryPage {
  readonly limit: number;
  readonly after: readonly [sentAt: string, listId: string] | null;
}

/** Bound first the path as it is answered, then as it is searched. A request is of the unit in which its workplace branch lies now. */
const deliveries = `
  select list.id as "listId", list.number as "listNumber", list.purpose, list.year,
    to_json(list.sent_at)#>>'{}' as "sentAt", counted.requested, counted.outstanding, counted.waiting, counted.received,
    counted."reportsRequested", counted."reportsSent", counted.sheets + counted."reportsSent" as papers, ?::text as path
  from (
    select item.list_id, count(*) filter (where fact.asks)::int as requested,
      count(*) filter (where fact.asks and item.status not in ('DELIVERED', 'RECEIVED'))::int as outstanding,
      count(*) filter (where item.status = 'DELIVERED')::int as waiting,
      count(*) filter (where item.status = 'RECEIVED')::int as received,
      count(*) filter (where item.self_report_required and item.status <> 'CANCELLED')::int as "reportsRequested",
      count(*) filter (where report.status = 'SENT')::int as "reportsSent",
      count(*) filter (where fact.has_sheet)::int as sheets
    from comment_item item
    join unit_copy workplace on workplace.id = item.workplace_branch_id
    left join self_report report on report.item_id = item.id
    cross join lateral (
      select item.type <> 'INTRODUCE' and item.status <> 'CANCELLED' as asks,
        exists (select from comment_sheet sheet where sheet.item_id = item.id and sheet.status = 'DELIVERED') as has_sheet
    ) fact
    where workplace.path <@ ?::ltree`;

const counted = `
    group by item.list_id
  ) counted
  join comment_list list on list.id = counted.list_id`;

/** What has come to a subtree, given by its path, list by list, the list sent last first. */
export function findDeliveries(
  em: SqlEntityManager,
  path: string,
  waitingOnly: boolean,
  { limit, after }: DeliveryPage,
): Promise<DeliveryRow[]> {
  const cursor = after ? 'and (list.sent_at, list.id) < (?::timestamptz, ?::uuid)' : '';
  return em.execute(
    `${deliveries} ${counted} where (counted.waiting > 0 or not ?) ${cursor}
     order by list.sent_at desc, list.id desc limit ?`,
    [path, path, waitingOnly, ...(after ?? []), limit],
  );
}

/** What has come of these lists to a subtree. */
export function findDeliveriesOf(
  em: SqlEntityManager,
  path: string,
  listIds: readonly string[],
): Promise<DeliveryRow[]> {
  return em.execute(`${deliveries} and item.list_id in (?) ${counted}`, [path, path, listIds]);
}
