import { randomUUID } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { handedOver, type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { accountBalances, foldBalances, shareBalances } from './balances.ts';
import { confirmPayments } from './confirm-payments.ts';
import { postRefundPaid, reverseOrder } from './reverse-order.ts';
import { verifyLedger } from './verify-ledger.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let client: Client;
let member: string;
const { branch1, committee, ward, province, central } = units;

beforeAll(async () => {
  fees = await openFees();
  ({ client } = await openConnection(fees.environment.DATABASE_URL, 'test'));
});
afterAll(async () => {
  await client.end();
  await fees.close();
});
beforeEach(async () => {
  await fees.em().execute('truncate charge_run');
  member = randomUUID();
  await fees.hear(heard.approved(member, branch1, '60000', '2026-06'));
  for (const month of ['2026-06', '2026-07']) await chargeMonth(fees.em(), month, ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where status = 'DRAFT'`);
});

const place = (mode: 'SELF' | 'CASH' = 'SELF') => placeOrder(fees.em(), [member], { unitId: branch1, mode });
const confirm = (order: PlacedOrder, isCash = false) =>
  confirmPayments(fees.em(), [isCash ? handedOver(order) : success(order)], '2026-07-06');
async function reverse({ id: orderId, total }: PlacedOrder, bookedOn = '2026-08-03'): Promise<string> {
  const refundId = randomUUID();
  await fees.em().transactional(async (em) => {
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on)
       values (?, ?, 'PAYMENT', ?, 'APPROVED', 'Nộp nhầm', ?)`,
      [refundId, orderId, total.toString(), bookedOn],
    );
    await reverseOrder(em, { orderId, refundId, bookedOn });
  });
  return refundId;
}
const everyBalance = async () => {
  const { rows } = await client.query(
    `select account, sum(amount)::int from ledger_entry group by account, unit_id having sum(amount) <> 0`,
  );
  return rows;
};

describe('a payment that is taken back', () => {
  test('leaves nothing on any account once the money is gone, and the charges owed again', async () => {
    const order = await place();
    await confirm(order);
    const refundId = await reverse(order);
    expect(await accountBalances(fees.em(), 'UNIT_SHARE', null)).toEqual(new Map());
    await fees.em().transactional((em) => postRefundPaid(em, { refundId, bookedOn: '2026-08-04' }));
    await fees.em().transactional((em) => postRefundPaid(em, { refundId, bookedOn: '2026-08-05' }));
    expect(await everyBalance()).toEqual([]);
    expect(await fees.charges(member)).toEqual([
      '2026-06 branch1 60000 REFUNDED',
      '2026-07 branch1 60000 REFUNDED',
    ]);
    expect(await fees.standing(member)).toMatchObject({
      openMonths: ['2026-06', '2026-07'],
      outstanding: '120000',
    });
    expect((await verifyLedger(client)).faults).toEqual([]);
  });

  test('is counted off in the month of the refund', async () => {
    const order = await place();
    await confirm(order);
    await fees.em().execute('truncate totals_delta');
    await reverse(order);
    const rows = await fees.em().execute(
      `select to_char(period, 'YYYY-MM') as period, to_char(paid_month, 'YYYY-MM') as month, paid::int, payers,
         payers_of_month as newcomers, (select sum(kept) from unnest(kept_amounts) as kept)::int as kept, due::int
       from totals_delta where paid_month is not null order by 1`,
    );
    const row = { month: '2026-08', paid: -60_000, payers: -1, newcomers: 0, kept: -60_000, due: 0 };
    expect(rows).toEqual([
      { period: '2026-06', ...row },
      { period: '2026-07', ...row },
    ]);
  });

  test('can be paid again, and taken back again', async () => {
    const first = await place();
    await confirm(first);
    await reverse(first);
    const second = await place();
    await confirm(second);
    expect(await fees.standing(member)).toMatchObject({ openMonths: [], paidThrough: '2026-07' });
    expect((await verifyLedger(client)).faults).toEqual([]);
    await reverse(second);
    expect((await verifyLedger(client)).faults).toEqual([]);
  });

  test('in notes goes the way back: the branch owes nothing upward any more', async () => {
    const order = await place('CASH');
    await confirm(order, true);
    expect(await accountBalances(fees.em(), 'BRANCH_CASH', [branch1])).toEqual(new Map([[branch1, 36_000n]]));
    const refundId = await reverse(order);
    for (const account of ['BRANCH_CASH', 'UNFUNDED_SHARE', 'UNIT_SHARE'] as const)
      expect(await accountBalances(fees.em(), account, null)).toEqual(new Map());
    await fees.em().transactional((em) => postRefundPaid(em, { refundId, bookedOn: '2026-08-04' }));
    expect((await verifyLedger(client)).faults).toEqual([]);
  });

  test('must be one that stands: not twice, and not before it is paid', async () => {
    const order = await place();
    await expect(reverse(order)).rejects.toThrow('not one that can be taken back');
    await confirm(order);
    await reverse(order);
    await expect(reverse(order)).rejects.toThrow('refund_one_of_a_payment');
    const again = { orderId: order.id, refundId: randomUUID(), bookedOn: '2026-08-04' };
    await expect(fees.em().transactional((em) => reverseOrder(em, again))).rejects.toThrow('taken back');
  });
});

describe('what is owed to units', () => {
  const shares = {
    [branch1]: 84_000n,
    [committee]: 18_000n,
    [ward]: 9_000n,
    [province]: 4_500n,
    [central]: 4_500n,
  };

  test('is the same before, between and after folding', async () => {
    const order = await place();
    await confirm(order);
    const asked = () => shareBalances(fees.em(), null);
    expect(Object.fromEntries(await asked())).toEqual(shares);
    await foldBalances(client);
    expect(Object.fromEntries(await asked())).toEqual(shares);
    expect(await foldBalances(client)).toBe(0);
    await reverse(order);
    expect(await asked()).toEqual(new Map());
    await foldBalances(client);
    expect(await asked()).toEqual(new Map());
    expect((await verifyLedger(client)).faults).toEqual([]);
  });

  test('is told of the units that are asked for', async () => {
    const order = await place();
    await confirm(order);
    expect(await shareBalances(fees.em(), [ward, randomUUID()])).toEqual(new Map([[ward, 9_000n]]));
    expect(await shareBalances(fees.em(), [])).toEqual(new Map());
    await reverse(order);
  });
});
