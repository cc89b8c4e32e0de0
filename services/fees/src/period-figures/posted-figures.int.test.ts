import { randomUUID } from 'node:crypto';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { handedOver, placeOrder, success } from '../../test/orders-stage.ts';
import { openOrders } from '../../test/paying-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';
import { findPeriodFigures, paidOf, remittedOf, toRemitOf } from './period-figures.ts';

let house: Awaited<ReturnType<typeof openOrders>>;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

const months = ['2026-05', '2026-06', '2026-07'];
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

type Paid = { branch: string; total: bigint; isCash: boolean; isBack: boolean };

/** Pays an order of one member through the ledger's own functions, and takes some of them back. */
async function payOne(branch: string, amount: bigint, isCash: boolean, isBack: boolean): Promise<Paid> {
  const member = await house.owing(branch, months, amount.toString());
  const em = house.em();
  const order = await placeOrder(em, [member], { mode: isCash ? 'CASH' : 'SELF', unitId: branch });
  const payment = isCash ? handedOver(order) : success(order);
  await em.transactional((inside) => confirmPayments(inside, [payment], '2026-07-06'));
  if (isBack) {
    const refundId = randomUUID();
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on) values (?, ?, 'PAYMENT', ?, 'APPROVED', 'x', '2026-07-06')`,
      [refundId, order.id, order.total],
    );
    await em.transactional((inside) =>
      reverseOrder(inside, { orderId: order.id, refundId, bookedOn: '2026-07-06' }),
    );
  }
  return { branch, total: order.total, isCash, isBack };
}

test(`the figures are those of the ledger, whatever was paid, in notes or online, and given back (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const paid: Paid[] = [];
  for (let count = 0; count < 24; count++) {
    const branch = random() < 0.5 ? units.branch1 : units.branch2;
    const amount = 1_000n + BigInt(Math.floor(random() * 300_000));
    paid.push(await payOne(branch, amount, random() < 0.4, random() < 0.3));
  }
  const asked = [units.branch1, units.branch2, units.committee, units.ward, units.province];
  const figures = await findPeriodFigures(
    house.em(),
    asked.map((unitId) => ({ unitId, from: '2026-07', through: '2026-07' })),
  );
  const sumOf = (branches: readonly string[], of: (one: Paid) => bigint) =>
    paid.filter(({ branch }) => branches.includes(branch)).reduce((sum, one) => sum + of(one), 0n);
  const both = [units.branch1, units.branch2];
  const below: string[][] = [[units.branch1], [units.branch2], both, both, both];
  const balances = await house
    .em()
    .execute<{ account: string; unit: string | null; amount: string }[]>(
      'select account, unit_id as unit, sum(amount) as amount from ledger_entry group by account, unit_id',
    );
  const balance = (account: string, unit: string): bigint =>
    BigInt(balances.find((row) => row.account === account && row.unit === unit)?.amount ?? 0);
  for (const [index, one] of figures.entries()) {
    const branches = below[index] ?? [];
    const unitId = asked[index] ?? '';
    expect(one.paidOnline).toBe(sumOf(branches, (each) => (each.isCash || each.isBack ? 0n : each.total)));
    expect(one.paidCash).toBe(sumOf(branches, (each) => (each.isCash && !each.isBack ? each.total : 0n)));
    expect(one.refunded).toBe(sumOf(branches, (each) => (each.isBack ? each.total : 0n)));
    expect(one.cashHeld).toBe(branches.reduce((sum, branch) => sum + balance('BRANCH_CASH', branch), 0n));
    const owedTo = -balance('UNIT_SHARE', unitId) - balance('UNFUNDED_SHARE', unitId);
    const keptAtOnce = branches.includes(unitId) ? one.received : 0n;
    expect(one.ownShare).toBe(owedTo + keptAtOnce);
    expect(toRemitOf(one)).toBe(paidOf(one) - one.retained);
    expect(remittedOf(one)).toBe(toRemitOf(one) - one.owed);
  }
});
