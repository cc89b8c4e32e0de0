import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { readOrderNumber } from '@dang/vietnam/identifiers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders, orderFields } from '../../test/paying-stage.ts';
import { endOrder } from './end-order.ts';

let house: Orders;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

const end = (orderId: string, to: 'FAILED' | 'EXPIRED' | 'CANCELLED', today = '2026-07-06') =>
  house.em().transactional((em) => endOrder(em, { orderId, to, reason: 'thử', today }));

describe('an order for one’s own dues', () => {
  test('T20: three months missed are suggested and paid together, oldest first', async () => {
    const member = await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07'], '116532');
    const { data, errors } = await house.execute(
      `{ me { dues { bill { months mostMonths total totalInWords hint sentence lines { month origin amount status why } } } } }`,
      {},
      testActor({ memberId: member }),
    );
    expect(errors).toBeUndefined();
    expect(data?.me.dues.bill).toEqual({
      months: 3,
      mostMonths: 3,
      total: 349_596,
      totalInWords: 'Ba trăm bốn mươi chín nghìn năm trăm chín mươi sáu đồng',
      hint: 'Đóng cho tháng 05/2026, 06/2026, 07/2026',
      sentence:
        'Quý đảng viên đang nộp đảng phí, tổng số tiền là 349.596 VND (Số tiền bằng chữ: Ba trăm bốn mươi chín nghìn năm trăm chín mươi sáu đồng)',
      lines: [
        {
          month: '2026-05',
          origin: 'REGULAR',
          amount: 116_532,
          status: 'OVERDUE',
          why: 'Truy thu đảng phí tháng 05/2026',
        },
        {
          month: '2026-06',
          origin: 'REGULAR',
          amount: 116_532,
          status: 'OVERDUE',
          why: 'Truy thu đảng phí tháng 06/2026',
        },
        {
          month: '2026-07',
          origin: 'REGULAR',
          amount: 116_532,
          status: 'ANNOUNCED',
          why: 'Đảng phí tháng 07/2026',
        },
      ],
    });
    const { order, refusal } = await house.payDues(member, 3, { total: 349_596 });
    expect(refusal).toBeNull();
    expect(order).toMatchObject({
      mode: 'SELF',
      formLabel: 'Nộp cho chính mình',
      status: 'INITIATED',
      total: 349_596,
      lineCount: 3,
      memberCount: 1,
      months: ['2026-05', '2026-06', '2026-07'],
      payer: { id: member },
      unit: { id: units.branch1 },
    });
    expect(await house.stateOf(member)).toEqual([
      '2026-05 IN_PAYMENT',
      '2026-06 IN_PAYMENT',
      '2026-07 IN_PAYMENT',
    ]);
  });

  test('T38: numbers count by unit and day, with the digits of the unit and without its empty sub-committee', async () => {
    const [first, second, elsewhere] = await Promise.all([
      house.owing(units.branch2, ['2026-07']),
      house.owing(units.branch2, ['2026-07']),
      house.owing(units.branch22, ['2026-07']),
    ]);
    const one = (await house.payDues(first, 1)).order;
    const two = (await house.payDues(second, 1)).order;
    expect(one.number).toBe('G22.99.DP-05200044002-260706-0001');
    expect(two.number).toMatch(/-260706-0002$/);
    expect((await house.payDues(elsewhere, 1)).order.number).toBe('G22.99.DP-05201021022-260706-0001');
    expect(readOrderNumber(two.number)).toMatchObject({ orgDigits: '05200044002', sequence: 2 });
  });

  test('two months of three take the oldest two', async () => {
    const member = await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07']);
    const { order } = await house.payDues(member, 2);
    expect(order.months).toEqual(['2026-05', '2026-06']);
    expect(await house.stateOf(member)).toEqual([
      '2026-05 IN_PAYMENT',
      '2026-06 IN_PAYMENT',
      '2026-07 ANNOUNCED',
    ]);
  });

  test('what stands beside a month is paid with it', async () => {
    const member = await house.owing(units.branch1, ['2026-06', '2026-07']);
    await house.em().execute(
      `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
       values ('2026-06-01', ?, 'ARREARS_ADJUSTMENT', 1, ?, 10000, ?, '2026-07-01'),
         ('2026-07-01', ?, 'VOLUNTARY', 1, ?, 50000, ?, '2026-07-01')`,
      [member, units.branch1, randomUUID(), member, units.branch1, randomUUID()],
    );
    const { order } = await house.payDues(member, 2);
    expect(order.total).toBe(180_000);
    expect(
      order.lines.edges.map(
        ({ node }: { node: { month: string; origin: string } }) => `${node.month} ${node.origin}`,
      ),
    ).toEqual(['2026-06 REGULAR', '2026-06 ARREARS_ADJUSTMENT', '2026-07 REGULAR', '2026-07 VOLUNTARY']);
    await end(order.id, 'EXPIRED');
    expect(await house.stateOf(member)).toEqual([
      '2026-06 OVERDUE',
      '2026-06 OVERDUE',
      '2026-07 ANNOUNCED',
      '2026-07 ANNOUNCED',
    ]);
  });

  test.each([
    [0, 'MONTHS_INVALID'],
    [-1, 'MONTHS_INVALID'],
    [2, 'ADVANCE_NOT_ALLOWED'],
    [1_000, 'ADVANCE_NOT_ALLOWED'],
  ])('%i months of the one that is owed is refused %s', async (months, code) => {
    const member = await house.owing(units.branch1, ['2026-07']);
    expect((await house.payDues(member, months)).refusal).toMatchObject({ code, field: 'months' });
    expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED']);
  });

  test.each(['DRAFT', 'WAIVED'])('what is %s cannot be paid: there is nothing', async (status) => {
    const member = await house.owing(units.branch1, ['2026-07']);
    await house
      .em()
      .execute('update dues_charge set status = ?::dues_charge_status where member_id = ?', [status, member]);
    expect((await house.payDues(member, 1)).refusal.code).toBe('NOTHING_TO_PAY');
  });

  test.each([
    [59_999, 'AMOUNT_INVALID'],
    [-60_000, 'AMOUNT_INVALID'],
  ])('an amount of %i, which is not what is owed, is refused', async (total, code) => {
    const member = await house.owing(units.branch1, ['2026-07']);
    expect((await house.payDues(member, 1, { total })).refusal).toMatchObject({ code, field: 'total' });
  });

  test('a fraction of a đồng is not even an amount', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    await expect(house.payDues(member, 1, { total: 60_000.5 })).rejects.toThrow('BAD_USER_INPUT');
  });

  test('the same key is the same order for ever, and another input a conflict', async () => {
    const actor = testActor({ memberId: await house.owing(units.branch1, ['2026-06', '2026-07']) });
    const idempotencyKey = randomUUID();
    const pay = (months: number) =>
      house.act(actor, 'payDues', { idempotencyKey, months }, `order { ${orderFields} }`);
    const first = await pay(1);
    expect((await pay(1)).order).toEqual(first.order);
    expect((await pay(2)).refusal.code).toBe('IDEMPOTENCY_CONFLICT');
    const [kept] = await house
      .em()
      .execute('select kept_until = $$infinity$$ as forever from idempotency_key where key = ?', [
        idempotencyKey,
      ]);
    expect(kept).toEqual({ forever: true });
  });

  test('one who places orders without end is slowed down', async () => {
    const actor = testActor({ memberId: await house.owing(units.branch1, ['2026-07']) });
    const { order } = await house.act(actor, 'payDues', { months: 1 }, 'order { id number }');
    await end(order.id, 'CANCELLED');
    await house.em().execute(
      `insert into payment_order (number, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at,
         initiated_on, expires_at)
       select number || '-' || n, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at, initiated_on,
         expires_at
       from payment_order, generate_series(1, 99) n where id = ?`,
      [order.id],
    );
    expect((await house.act(actor, 'payDues', { months: 1 }, 'order { id }')).refusal.code).toBe(
      'RATE_LIMITED',
    );
  });
});

describe('two payers at once', () => {
  test('exactly one order has the charge', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.payDues(member, 1)));
    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    for (const { refusal } of answers.filter(({ order }) => !order))
      expect(['CHARGE_NOT_PAYABLE', 'NOTHING_TO_PAY']).toContain(refusal.code);
  });
});

describe('the end of an order without money', () => {
  let member: string;
  let order: { id: string; number: string };
  beforeEach(async () => {
    member = await house.owing(units.branch1, ['2026-06', '2026-07']);
    order = (await house.payDues(member, 2)).order;
    await house.drainOutbox();
  });

  test.each(['FAILED', 'EXPIRED', 'CANCELLED'] as const)(
    '%s frees the charges and tells everybody',
    async (to) => {
      expect(await end(order.id, to)).toBe(true);
      expect(await house.stateOf(member)).toEqual(['2026-06 OVERDUE', '2026-07 ANNOUNCED']);
      const seen = await house.orderAs(
        testActor({ memberId: member }),
        order.id,
        'status version failure history { action fromState toState reason }',
      );
      expect(seen).toMatchObject({ status: to, version: 2, failure: 'thử' });
      expect(seen.history.map(({ toState }: { toState: string }) => toState)).toEqual(['INITIATED', to]);
      const told = await house.drainOutbox();
      expect(told.map(({ type }) => type.split('.')[2])).toEqual(['DossierStateChanged', 'PaymentFailed']);
      expect(told[0]?.data).toMatchObject({
        dossierId: order.id,
        procedure: 'DUES_PAYMENT',
        state: to,
        version: 2,
        closedOn: expect.any(String),
      });
      expect(told[1]?.data).toMatchObject({ orderId: order.id, number: order.number, outcome: to });
    },
  );

  test('comes once', async () => {
    expect(await end(order.id, 'FAILED')).toBe(true);
    expect(await end(order.id, 'EXPIRED')).toBe(false);
    expect(await end(randomUUID(), 'EXPIRED')).toBe(false);
  });

  test('in the next month, what was announced is overdue', async () => {
    await end(order.id, 'EXPIRED', '2026-08-01');
    expect(await house.stateOf(member)).toEqual(['2026-06 OVERDUE', '2026-07 OVERDUE']);
  });

  test('the charges can be paid again, by another order', async () => {
    await end(order.id, 'EXPIRED');
    const again = await house.payDues(member, 2);
    expect(again.order.number).not.toBe(order.number);
    expect(await end(order.id, 'FAILED')).toBe(false);
    expect(await house.stateOf(member)).toEqual(['2026-06 IN_PAYMENT', '2026-07 IN_PAYMENT']);
  });
});
