import { randomUUID } from 'node:crypto';
import { isRefusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { allocate } from '../src/allocation/allocate.ts';
import { uuidArray } from '../src/charging/charging.rows.ts';
import type { ConfirmedPayment } from '../src/ledger/confirm-payments.ts';

/** A charge as an order's line needs it. */
interface OpenCharge {
  readonly memberId: string;
  readonly branchId: string;
  readonly period: string;
  readonly origin: string;
  readonly seq: number;
  readonly category: string;
  readonly amount: string;
  readonly status: string;
}

/** An order as it was initiated. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly total: bigint;
}

let numbers = 0;

/**
 * Puts every open, announced charge of these members (or those of `months` only) into one order and locks them, as initiating
 * does, in the fewest statements: for tests that need an order to be there and do not look at how it came about. With
 * `orNothing`, an order of nothing is only answered.
 */
export async function placeOrder(
  em: SqlEntityManager,
  memberIds: readonly string[],
  {
    mode = 'SELF',
    unitId,
    months = null,
    initiatedOn = '2026-07-06',
    orNothing = false,
  }: {
    mode?: 'SELF' | 'BRANCH' | 'CASH';
    unitId: string;
    months?: readonly string[] | null;
    initiatedOn?: string;
    orNothing?: boolean;
  },
): Promise<PlacedOrder> {
  return em.transactional(async (em) => {
    const charges = await em.execute<OpenCharge[]>(
      `select member_id as "memberId", branch_id as "branchId", to_char(period, 'YYYY-MM') as period, origin, seq, category,
         amount, status
       from member_charge
       where member_id = any(?::uuid[]) and status in ('ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED')
         and (?::text[] is null or to_char(period, 'YYYY-MM') = any(?::text[]))
       order by period, member_id, origin, seq`,
      [uuidArray(memberIds), ...Array(2).fill(months && `{${months.join(',')}}`)],
    );
    const allocations = await allocate(
      em,
      charges.map(({ period, branchId, amount }) => ({ period, branchId, amount: BigInt(amount) })),
    );
    if (isRefusal(allocations)) throw new Error(allocations.code);
    numbers += 1;
    const order = {
      id: randomUUID(),
      number: `G22.99.DP-05200044001-260706-${String(numbers).padStart(4, '0')}`,
      total: charges.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    };
    if (orNothing && order.total === 0n) return order;
    await em.execute(
      `insert into payment_order (id, number, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at,
         initiated_on, expires_at, provider, checkout_url)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::date + interval '1 day', ?, ?)`,
      [
        order.id,
        order.number,
        unitId,
        mode,
        mode === 'CASH' ? 'INITIATED' : 'PROCESSING',
        randomUUID(),
        memberIds[0],
        order.total.toString(),
        initiatedOn,
        initiatedOn,
        initiatedOn,
        mode === 'CASH' ? null : 'SANDBOX',
        mode === 'CASH' ? null : 'https://pay.example/',
      ],
    );
    const lines = charges.map((charge, index) => ({
      ...charge,
      line: index + 1,
      period: `${charge.period}-01`,
      policyId: allocations[index]?.policyId,
      units: uuidArray(allocations[index]?.units ?? []),
      amounts: `{${allocations[index]?.amounts.join(',')}}`,
    }));
    const rows = `jsonb_to_recordset(?::jsonb) as row(line smallint, period date, "memberId" uuid, origin charge_origin,
      seq smallint, "branchId" uuid, category dues_category, amount bigint, status dues_charge_status, "policyId" text,
      units uuid[], amounts bigint[])`;
    await em.execute(
      `insert into order_line (order_id, line, period, member_id, origin, seq, branch_id, category, amount, status_before,
         policy_id, share_units, share_amounts)
       select ?, line, period, "memberId", origin, seq, "branchId", category, amount, status, "policyId", units, amounts from ${rows}`,
      [order.id, JSON.stringify(lines)],
    );
    for (const table of ['dues_charge', 'extra_charge']) {
      const isThat =
        table === 'dues_charge'
          ? `row.origin = 'REGULAR'`
          : 'charge.origin = row.origin and charge.seq = row.seq';
      await em.execute(
        `update ${table} charge set status = 'IN_PAYMENT', order_id = ? from ${rows}
         where charge.period = row.period and charge.member_id = "memberId" and ${isThat}`,
        [order.id, JSON.stringify(lines)],
      );
    }
    return order;
  });
}

/** Ends an order without payment: its charges are as they were before it. */
export async function abandonOrder(
  em: SqlEntityManager,
  { id }: PlacedOrder,
  to: 'FAILED' | 'EXPIRED' | 'CANCELLED' = 'EXPIRED',
): Promise<void> {
  await em.transactional(async (em) => {
    await em.execute(
      'update payment_order set status = ?::order_status, version = version + 1 where id = ?',
      [to, id],
    );
    for (const table of ['dues_charge', 'extra_charge'])
      await em.execute(
        `update ${table} charge set status = status_before, order_id = null from order_line line
         where line.order_id = ? and charge.order_id = line.order_id and charge.period = line.period
           and charge.member_id = line.member_id`,
        [id],
      );
  });
}

/** The success of an order as the payment platform tells it, unless said otherwise. */
export const success = (order: PlacedOrder, more: Partial<ConfirmedPayment> = {}): ConfirmedPayment => ({
  provider: 'SANDBOX',
  messageId: randomUUID(),
  number: order.number,
  providerRef: `ref-${order.number}`,
  amount: order.total,
  paidAt: new Date('2026-07-06T03:00:00Z'),
  method: 'BANK',
  clockDiffers: false,
  ...more,
});

/** The confirmation of cash by a second person. */
export const handedOver = (order: PlacedOrder): ConfirmedPayment =>
  success(order, {
    provider: 'CASH',
    messageId: order.id,
    providerRef: order.id,
    method: 'CASH',
    confirmedBy: { accountId: randomUUID() },
  });
