import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { OrderMode } from '../order/order.rules.ts';

/** A charge of a member that was paid; the day is `YYYY-MM-DD`, the amount whole đồng as text. */
export interface PaymentRow {
  readonly memberId: string;
  readonly orderId: string;
  readonly line: number;
  /** When, as ISO text in UTC to the microsecond. */
  readonly at: string;
  readonly period: string;
  readonly origin: string;
  readonly amount: string;
  readonly paidOn: string;
  readonly mode: OrderMode;
  readonly method: string | null;
  readonly number: string;
  readonly refunded: boolean;
}

/** Where a payment stands in the list: when it was made, its order and its line. */
export type PaymentPlace = readonly [at: string, orderId: string, line: number];

const END: PaymentPlace = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 32_767];

/** Up to `limit` payments of each member, newest first, after the place `after`; one query for all of them. */
export async function findPayments(
  em: SqlEntityManager,
  memberIds: readonly string[],
  { after, limit }: { after: PaymentPlace | null; limit: number },
): Promise<Map<string, PaymentRow[]>> {
  const rows = await em.execute<PaymentRow[]>(
    `select payment.*
     from unnest(?::uuid[]) as asked (member_id)
     cross join lateral (
       select line.member_id as "memberId", line.order_id as "orderId", line.line,
         to_char(placed.paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         to_char(line.period, 'YYYY-MM') as period, line.origin, line.amount, placed.paid_on as "paidOn", placed.mode,
         placed.method, placed.number, placed.status = 'REFUNDED' as refunded
       from order_line line join payment_order placed on placed.id = line.order_id
       where line.member_id = asked.member_id and placed.status in ('SUCCEEDED', 'REFUNDED')
         and (placed.paid_at, line.order_id, line.line) < (?::timestamptz, ?::uuid, ?::smallint)
       order by placed.paid_at desc, line.order_id desc, line.line desc
       limit ?) as payment`,
    [uuidArray(memberIds), ...(after ?? END), limit],
  );
  const lists = new Map(memberIds.map((id): [string, PaymentRow[]] => [id, []]));
  for (const row of rows) lists.get(row.memberId)?.push(row);
  return lists;
}
