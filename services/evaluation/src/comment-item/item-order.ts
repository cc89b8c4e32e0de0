import type { CursorValues } from '@dang/service/keyset';
import { z } from 'zod';
import { isOverdue } from './comment-item.rules.ts';
import { awaitedStates, type CommentItemState } from './comment-item.workflow.ts';

export type CommentItemOrder = 'LATEST_FIRST' | 'OLDEST_FIRST' | 'OVERDUE_FIRST';

/** What an item is ordered by: when it was sent (ISO 8601 to the microsecond), its id, and whether it is overdue. */
interface Ordered {
  readonly id: string;
  readonly sentAt: string;
  readonly dueOn: string | null;
  readonly status: CommentItemState;
}

/** An order of items, total by the moment of sending and the id. Texts are SQL on `item`; `values` fill the places of `columns`. */
export interface ItemOrdering {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
  readonly direction: 'asc' | 'desc';
  /** The places of a cursor, to be compared with the columns. */
  readonly cursor: string;
  readonly shape: z.ZodType<(string | number)[]>;
  readonly cursorOf: (row: Ordered) => CursorValues;
}

const moment = z.iso.datetime({ offset: true });
const bySending = {
  columns: ['item.sent_at', 'item.id'],
  values: [],
  cursor: '?::timestamptz, ?::uuid',
  shape: z.tuple([moment, z.guid()]),
  cursorOf: ({ sentAt, id }: Ordered) => [sentAt, id],
};

export const latestFirst: ItemOrdering = { ...bySending, direction: 'desc' };

/** The order by that name on a day (`YYYY-MM-DD`). What is overdue comes first, the one sent first before all. */
export function orderingOf(order: CommentItemOrder, today: string): ItemOrdering {
  if (order === 'LATEST_FIRST') return latestFirst;
  if (order === 'OLDEST_FIRST') return { ...bySending, direction: 'asc' };
  return {
    columns: [
      'case when item.due_on < ?::date and item.status = any(array[?]::text[]) then 0 else 1 end',
      ...bySending.columns,
    ],
    values: [today, awaitedStates],
    direction: 'asc',
    cursor: '?::int, ?::timestamptz, ?::uuid',
    shape: z.tuple([z.union([z.literal(0), z.literal(1)]), moment, z.guid()]),
    cursorOf: (row) => [isOverdue(row, today) ? 0 : 1, row.sentAt, row.id],
  };
}

/** The condition that follows a cursor, and the order itself, with the values of each. */
export function orderSql(
  { columns, values, direction, cursor }: ItemOrdering,
  after: readonly unknown[] | null,
) {
  const sign = direction === 'asc' ? '>' : '<';
  return {
    where: after ? `and (${columns.join(', ')}) ${sign} (${cursor})` : '',
    whereValues: after ? [...values, ...after] : [],
    by: columns.map((column) => `${column} ${direction}`).join(', '),
    byValues: values,
  };
}
