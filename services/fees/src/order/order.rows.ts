import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { ActedBy } from '../dossier-step/acted-by.ts';
import type { OrderMode } from './order.rules.ts';
import type { OrderStatus } from './order.workflow.ts';
import type { OrderText } from './order-search.rules.ts';

/** An order as lists read it; days are `YYYY-MM-DD`, moments as the database writes them, the amount whole đồng as text. */
export interface OrderRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly unitId: string;
  readonly mode: OrderMode;
  readonly status: OrderStatus;
  readonly payerAccountId: string;
  readonly payerMemberId: string;
  readonly total: string;
  readonly initiatedAt: string;
  /** The same as ISO text in UTC, to the microsecond. */
  readonly placedAt: string;
  readonly initiatedOn: string;
  readonly expiresAt: string;
  readonly provider: string | null;
  readonly providerRef: string | null;
  readonly checkoutUrl: string | null;
  readonly method: string | null;
  readonly paidAt: string | null;
  readonly paidOn: string | null;
  readonly paidLate: boolean;
  readonly clockDiffers: boolean;
  readonly failure: string | null;
  readonly recordedBy: ActedBy | null;
  readonly confirmedBy: ActedBy | null;
}

const columns = `placed.id, placed.version, placed.number, placed.unit_id as "unitId", placed.mode, placed.status,
  placed.payer_account_id as "payerAccountId", placed.payer_member_id as "payerMemberId", placed.total,
  placed.initiated_at as "initiatedAt", to_char(placed.initiated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "placedAt", placed.initiated_on as "initiatedOn", placed.expires_at as "expiresAt",
  placed.provider, placed.provider_ref as "providerRef", placed.checkout_url as "checkoutUrl", placed.method,
  placed.paid_at as "paidAt", placed.paid_on as "paidOn", placed.paid_late as "paidLate",
  placed.clock_differs as "clockDiffers", placed.failure, placed.recorded_by as "recordedBy",
  placed.confirmed_by as "confirmedBy"`;

/** Orders by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findOrders(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<OrderRow[]> {
  return em.execute(
    `select ${columns} from payment_order placed where placed.id = any(?::uuid[]) ${lock ? 'for update' : ''}`,
    [uuidArray(ids)],
  );
}

/** The id of the order with this number. */
export async function findOrderId(em: SqlEntityManager, number: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>('select id from payment_order where number = ?', [number]);
  return row?.id ?? null;
}

/** What a list is narrowed to: texts found anywhere in number, day or amount, or else by status and form. */
export interface OrderFilter {
  readonly text: OrderText | null;
  readonly status: OrderStatus | null;
}

function filterOf({ text, status }: OrderFilter): { sql: string; values: unknown[] } {
  const parts: string[] = [];
  const values: unknown[] = [];
  if (status !== null) {
    parts.push('and placed.status = ?::order_status');
    values.push(status);
  }
  if (text !== null) {
    parts.push(
      `and (position(? in lower(placed.number)) > 0 or position(? in to_char(placed.initiated_on, 'DD/MM/YYYY')) > 0
         or position(? in placed.total::text) > 0 or placed.status::text = any(?::text[]) or placed.mode::text = any(?::text[]))`,
    );
    values.push(
      text.piece,
      text.piece,
      text.digits ?? '-',
      `{${text.statuses.join(',')}}`,
      `{${text.modes.join(',')}}`,
    );
  }
  return { sql: parts.join(' '), values };
}

/** Where an order stands in a list: when it was placed (ISO, to the microsecond), and its id. */
export type OrderPlace = readonly [placedAt: string, id: string];

/** A page of a list, newest first: `after` is the place of the last order seen. */
export interface OrderPage extends OrderFilter {
  readonly after: OrderPlace | null;
  readonly limit: number;
}

const END: OrderPlace = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const isBefore = '(placed.initiated_at, placed.id) < (?::timestamptz, ?::uuid)';
const newestFirst = 'order by placed.initiated_at desc, placed.id desc limit ?';

/** The orders that a member placed for themselves. */
export async function findOwnOrders(
  em: SqlEntityManager,
  memberId: string,
  page: OrderPage,
): Promise<OrderRow[]> {
  const { sql, values } = filterOf(page);
  return em.execute(
    `select ${columns} from payment_order placed
     where placed.payer_member_id = ? and placed.mode = 'SELF' and ${isBefore} ${sql} ${newestFirst}`,
    [memberId, ...(page.after ?? END), ...values, page.limit],
  );
}

/** The orders of a unit: those that its people placed for it, or those that its members placed for themselves. */
export async function findUnitOrders(
  em: SqlEntityManager,
  unitId: string,
  modes: readonly OrderMode[],
  page: OrderPage,
): Promise<OrderRow[]> {
  const { sql, values } = filterOf(page);
  return em.execute(
    `select ${columns} from payment_order placed
     where placed.unit_id = ? and placed.mode = any(?::order_mode[]) and ${isBefore} ${sql} ${newestFirst}`,
    [unitId, `{${modes.join(',')}}`, ...(page.after ?? END), ...values, page.limit],
  );
}

/** A line of an order: one charge of one member. */
export interface OrderLineRow {
  readonly orderId: string;
  readonly line: number;
  readonly period: string;
  readonly memberId: string;
  readonly origin: string;
  readonly branchId: string;
  readonly amount: string;
  readonly policyId: string;
}

/** Up to `limit` lines of each order after the line `after`; one query for all of them. */
export async function findOrderLines(
  em: SqlEntityManager,
  orderIds: readonly string[],
  { after, limit }: { after: number; limit: number },
): Promise<Map<string, OrderLineRow[]>> {
  const rows = await em.execute<OrderLineRow[]>(
    `select line.*
     from unnest(?::uuid[]) as asked (order_id)
     cross join lateral (
       select order_id as "orderId", line, to_char(period, 'YYYY-MM') as period, member_id as "memberId", origin,
         branch_id as "branchId", amount, policy_id as "policyId"
       from order_line where order_line.order_id = asked.order_id and line > ?
       order by line limit ?) as line`,
    [uuidArray(orderIds), after, limit],
  );
  const lists = new Map(orderIds.map((id): [string, OrderLineRow[]] => [id, []]));
  for (const row of rows) lists.get(row.orderId)?.push(row);
  return lists;
}

/** Those of the orders that pay dues of this member. */
export async function findOrdersOf(
  em: SqlEntityManager,
  orderIds: readonly string[],
  memberId: string | null,
): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    'select distinct order_id as id from order_line where order_id = any(?::uuid[]) and member_id = ?',
    [uuidArray(orderIds), memberId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What a list shows of the lines without reading them: how many, of how many people, and for which months. */
export interface OrderSummary {
  readonly orderId: string;
  readonly lines: number;
  readonly members: number;
  readonly months: readonly string[];
}

/** The summaries of these orders; one query for all of them. */
export async function findOrderSummaries(
  em: SqlEntityManager,
  orderIds: readonly string[],
): Promise<OrderSummary[]> {
  return em.execute(
    `select order_id as "orderId", count(*)::int as lines, count(distinct member_id)::int as members,
       array_agg(distinct to_char(period, 'YYYY-MM') order by to_char(period, 'YYYY-MM')) as months
     from order_line where order_id = any(?::uuid[]) group by order_id`,
    [uuidArray(orderIds)],
  );
}
