import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { awaitedStates, type CommentItemState } from '../comment-item/comment-item.workflow.ts';

/** From which side the comments of a unit are counted. */
export type Side = 'WORKPLACE' | 'RESIDENCE';

/** What is counted of lists and items. */
export interface Figures {
  readonly lists: number;
  readonly listsSent: number;
  readonly items: number;
  readonly delivered: number;
  readonly overdue: number;
  readonly reportsMissing: number;
  readonly states: Readonly<Partial<Record<CommentItemState, number>>>;
}

/** The figures of one part of a unit: a unit directly below it, or itself. */
export interface PartRow extends Figures {
  readonly ofUnit: string;
  readonly unitId: string;
}

/** The label below the wanted unit on the way to a place; the unit itself for what lies with it. */
const part = 'ltree2text(subpath(place.path, least(nlevel(wanted.path), nlevel(place.path) - 1), 1))';

/** Of a list, its unit; of an item, its branch at work or the lowest known unit where the member lives. */
const sides: Record<Side, { list: string; item: string }> = {
  WORKPLACE: {
    list: `select list.id, list.status, list.unit_id as place_id from comment_list list where list.year = ?`,
    item: 'item.workplace_branch_id',
  },
  RESIDENCE: {
    list: `select distinct list.id, list.status, item.residence_place_id as place_id
      from comment_list list join comment_item item on item.list_id = list.id where list.year = ?`,
    item: 'item.residence_place_id',
  },
};

/**
 * How far the comments of a year are in each of these units, part by part, in one statement. `today` decides what is overdue. Parts with
 * neither list nor item are left out.
 */
export async function findProgress(
  em: SqlEntityManager,
  unitIds: readonly string[],
  { year, side, today }: { year: number; side: Side; today: string },
): Promise<Map<string, PartRow[]>> {
  const { list, item } = sides[side];
  const rows: PartRow[] = await em.execute(
    `with wanted as (select id, path from unit_copy where id = any(array[?]::uuid[])),
     listed as (
       select wanted.id as of_unit, ${part} as unit_id, count(distinct list.id)::int as lists,
         count(distinct list.id) filter (where list.status in ('SENT', 'COMPLETED'))::int as sent
       from (${list}) list join unit_copy place on place.id = list.place_id
       join wanted on place.path <@ wanted.path
       where list.status <> 'DISCARDED' group by 1, 2),
     stated as (
       select wanted.id as of_unit, ${part} as unit_id, item.status, count(*)::int as number,
         count(*) filter (where item.due_on < ?::date and item.status = any(array[?]::text[]))::int as overdue,
         count(*) filter (where report.status <> 'SENT')::int as missing
       from comment_item item join comment_list list on list.id = item.list_id
       join unit_copy place on place.id = ${item}
       join wanted on place.path <@ wanted.path
       left join self_report report on report.item_id = item.id
       where list.year = ? and item.status <> 'CANCELLED' group by 1, 2, 3),
     counted as (
       select of_unit, unit_id, sum(number)::int as items, sum(overdue)::int as overdue, sum(missing)::int as missing,
         coalesce(sum(number) filter (where status in ('DELIVERED', 'RECEIVED')), 0)::int as delivered,
         jsonb_object_agg(status, number) as states
       from stated group by 1, 2)
     select coalesce(listed.of_unit, counted.of_unit) as "ofUnit", coalesce(listed.unit_id, counted.unit_id) as "unitId",
       coalesce(lists, 0) as lists, coalesce(sent, 0) as "listsSent", coalesce(items, 0) as items,
       coalesce(delivered, 0) as delivered, coalesce(overdue, 0) as overdue, coalesce(missing, 0) as "reportsMissing",
       coalesce(states, '{}') as states
     from listed full join counted on counted.of_unit = listed.of_unit and counted.unit_id = listed.unit_id
     left join unit_copy unit on unit.id = coalesce(listed.unit_id, counted.unit_id)::uuid
     order by unit.code, "unitId"`,
    [unitIds, year, today, awaitedStates, year],
  );
  return Map.groupBy(rows, ({ ofUnit }) => ofUnit);
}

/** The figures of all parts together. As the residence a list counts in each part that it asked. */
export function sumOf(parts: readonly Figures[]): Figures {
  const sum = (of: (figures: Figures) => number) => parts.reduce((total, each) => total + of(each), 0);
  const states: Partial<Record<CommentItemState, number>> = {};
  for (const each of parts)
    for (const [state, count] of Object.entries(each.states) as [CommentItemState, number][])
      states[state] = (states[state] ?? 0) + count;
  return {
    lists: sum((each) => each.lists),
    listsSent: sum((each) => each.listsSent),
    items: sum((each) => each.items),
    delivered: sum((each) => each.delivered),
    overdue: sum((each) => each.overdue),
    reportsMissing: sum((each) => each.reportsMissing),
    states,
  };
}
