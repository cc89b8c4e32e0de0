import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import { success } from '../../test/orders-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';
import { endOrder } from './end-order.ts';

let house: Orders;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

/** A member of branch 1 who is moved to branch 21 from July on while June and July, and 7,000 beside July, wait for their payment. */
async function movedWhilePaying() {
  const memberId = await house.owing(units.branch1, ['2026-06', '2026-07'], '50000');
  await house.em().execute(
    `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
       values ('2026-07-01', ?, 'ARREARS_ADJUSTMENT', 1, ?, 7000, uuidv7(), '2026-07-01')`,
    [memberId, units.branch1],
  );
  const { order, refusal } = await house.payDues(memberId, 2, { total: 107_000 });
  expect(refusal).toBeNull();
  await house.hear(heard.movedBy(randomUUID(), [memberId], units.branch21, '2026-07-01'));
  const end = { orderId: order.id, to: 'FAILED', reason: 'thử', today: '2026-07-06' } as const;
  return {
    memberId,
    order,
    fail: () => house.em().transactional((em) => endOrder(em, end)),
    pay: () => confirmPayments(house.em(), [success({ ...order, total: BigInt(order.total) })], '2026-07-06'),
    async refund() {
      const refundId = randomUUID();
      await house.em().transactional(async (em) => {
        await em.execute(
          `insert into refund (id, order_id, kind, provider_ref, amount, reason, requested_on)
           values (?, ?, 'PAYMENT', ?, ?, 'thử', '2026-07-06')`,
          [refundId, order.id, `ref-${order.number}`, order.total],
        );
        await reverseOrder(em, { orderId: order.id, refundId, bookedOn: '2026-07-06' });
      });
    },
    async charges() {
      const rows: { line: string; branch: string }[] = await house.em().execute(
        `select to_char(period, 'MM') || ' ' || origin || ' ' || status as line, branch_id as branch
           from member_charge where member_id = ? order by period, origin`,
        [memberId],
      );
      return rows.map(({ line, branch }) => `${line} ${branch === units.branch1 ? 'branch1' : 'branch21'}`);
    },
  };
}

const nothingWrong = async () =>
  expect([await house.ledgerFaults(), await house.totalsFaults()]).toEqual([[], []]);

test('what an order frees goes to the branch that charges its month by now', async () => {
  const { charges, fail } = await movedWhilePaying();
  expect(await charges()).toEqual([
    '06 REGULAR IN_PAYMENT branch1',
    '07 REGULAR IN_PAYMENT branch1',
    '07 ARREARS_ADJUSTMENT IN_PAYMENT branch1',
  ]);
  await fail();
  expect(await charges()).toEqual([
    '06 REGULAR OVERDUE branch1',
    '07 REGULAR ANNOUNCED branch21',
    '07 ARREARS_ADJUSTMENT ANNOUNCED branch21',
  ]);
  await nothingWrong();
});

test('paid late all the same, it is the branch’s for which the order was placed; given back, it is owed where the member is', async () => {
  const { charges, fail, pay, refund } = await movedWhilePaying();
  await fail();
  expect(await pay()).toMatchObject([{ outcome: 'CONFIRMED_LATE' }]);
  expect(await charges()).toEqual([
    '06 REGULAR PAID branch1',
    '07 REGULAR PAID branch1',
    '07 ARREARS_ADJUSTMENT PAID branch1',
  ]);
  await nothingWrong();
  await refund();
  expect(await charges()).toEqual([
    '06 REGULAR REFUNDED branch1',
    '07 REGULAR REFUNDED branch21',
    '07 ARREARS_ADJUSTMENT REFUNDED branch21',
  ]);
  await nothingWrong();
});
