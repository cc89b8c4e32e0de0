import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { VerificationCode } from './verification-code.ts';

/** The posting of a paid order, which its receipts are verified by. */
export interface PostedPayment extends VerificationCode {
  readonly orderId: string;
}

/** The postings of those of the orders that were paid; one statement. */
export async function findPostedPayments(
  em: SqlEntityManager,
  orderIds: readonly string[],
): Promise<Map<string, PostedPayment>> {
  const rows = await em.execute<{ orderId: string; transactionId: string; hash: string }[]>(
    `select subject_id as "orderId", id as "transactionId", encode(content_hash, 'hex') as hash
     from ledger_transaction where subject_id = any(?::uuid[]) and kind in ('PAYMENT', 'CASH_PAYMENT')`,
    [uuidArray(orderIds)],
  );
  return new Map(
    rows.map(({ orderId, transactionId, hash }) => [
      orderId,
      { orderId, transactionId, contentHash: Buffer.from(hash, 'hex') },
    ]),
  );
}

/** Which order paid the regular charge of a member and month; one statement. Keys are `YYYY-MM member`. */
export async function findPayingOrders(
  em: SqlEntityManager,
  keys: readonly { memberId: string; period: string }[],
): Promise<Map<string, string>> {
  const rows = await em.execute<{ period: string; memberId: string; orderId: string }[]>(
    `select distinct on (asked.period, asked.member_id) to_char(asked.period, 'YYYY-MM') as period, asked.member_id as "memberId",
       line.order_id as "orderId"
     from unnest(?::date[], ?::uuid[]) as asked(period, member_id)
     join order_line line on line.member_id = asked.member_id and line.period = asked.period and line.origin = 'REGULAR'
     join payment_order paid on paid.id = line.order_id and paid.status = 'SUCCEEDED'
     order by asked.period, asked.member_id, paid.paid_at desc`,
    [
      `{${keys.map(({ period }) => `${period}-01`).join(',')}}`,
      uuidArray(keys.map(({ memberId }) => memberId)),
    ],
  );
  return new Map(rows.map(({ period, memberId, orderId }) => [`${period} ${memberId}`, orderId]));
}

/** A paid order as its receipt says it; amounts are whole đồng as text. */
export interface ReceiptRow {
  readonly number: string;
  readonly mode: 'SELF' | 'BRANCH' | 'CASH';
  readonly status: string;
  readonly total: string;
  readonly paidAt: string;
  readonly method: string | null;
  readonly unitId: string;
  readonly payerName: string | null;
  readonly payerCard: string | null;
  readonly refundedOn: string | null;
}

/** A charge on a receipt. */
export interface ReceiptLine {
  readonly memberId: string;
  readonly name: string | null;
  readonly card: string | null;
  readonly period: string;
  readonly origin: string;
  readonly amount: string;
}

// a 12-digit card number is mostly the personal id: it stays sealed, and the receipt names the number of the file instead
const cardOf = (alias: string) => `coalesce(${alias}.legacy_card_number, ${alias}.profile_number)`;

/** What a receipt says of an order, and its lines by month and name; null when the order is not paid. */
export async function findReceipt(
  em: SqlEntityManager,
  orderId: string,
): Promise<{ order: ReceiptRow; lines: ReceiptLine[] } | null> {
  const [order] = await em.execute<ReceiptRow[]>(
    `select paid.number, paid.mode, paid.status, paid.total, paid.paid_at as "paidAt", paid.method, paid.unit_id as "unitId",
       payer.full_name as "payerName", ${cardOf('payer')} as "payerCard",
       (select back.booked_on from refund join ledger_transaction back on back.subject_id = refund.id and back.kind = 'REFUND'
        where refund.order_id = paid.id and refund.kind = 'PAYMENT') as "refundedOn"
     from payment_order paid left join member_copy payer on payer.id = paid.payer_member_id
     where paid.id = ? and paid.status in ('SUCCEEDED', 'REFUNDED')`,
    [orderId],
  );
  if (!order) return null;
  const lines = await em.execute<ReceiptLine[]>(
    `select line.member_id as "memberId", member.full_name as name, ${cardOf('member')} as card,
       to_char(line.period, 'YYYY-MM') as period, line.origin, line.amount
     from order_line line left join member_copy member on member.id = line.member_id
     where line.order_id = ? order by member.full_name, line.member_id, line.period, line.origin`,
    [orderId],
  );
  return { order, lines };
}
