import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { abandonOrder } from '../../test/orders-stage.ts';
import { openPayments, type Payments, until } from '../../test/payments-stage.ts';

describe.each(['HMAC', 'RSA'] as const)('payments told by a platform that signs by %s', (scheme) => {
  let stage: Payments;
  let owing: string[];
  beforeAll(async () => {
    stage = await openPayments(scheme);
    owing = await stage.membersWhoOwe(scheme === 'HMAC' ? 90 : 30);
  });
  afterEach(() => stage.standIn.arm({}));
  afterAll(() => stage.close());

  const newMember = () => owing.pop() ?? '';
  const newOrder = () => stage.order(newMember());

  test('on its page, somebody pays by e-wallet, and the order is paid', async () => {
    const order = await newOrder();
    const form = new URLSearchParams({ choice: 'E_WALLET', result: 'PAID' });
    const page = await (await fetch(order.url)).text();
    for (const words of [
      'Thông tin đơn hàng',
      'Thành ủy Hà Nội',
      '120.000 VND',
      'Chọn ngân hàng',
      'Chọn ví điện tử',
      'Chọn Mobile Money',
    ])
      expect(page).toContain(words);
    const answer = await (await fetch(order.url, { method: 'POST', body: form })).text();
    expect(answer).toContain('Thanh toán thành công');
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
    const [row] = await stage.rows<object>(
      'select provider, method, paid_late as late, clock_differs as differs from payment_order where id = ?',
      [order.id],
    );
    expect(row).toEqual({ provider: 'national', method: 'E_WALLET', late: false, differs: false });
  });

  test('on its page, somebody gives up: the charges are free, and paying after all is taken', async () => {
    const order = await newOrder();
    const form = new URLSearchParams({ choice: 'BANK', result: 'FAILED' });
    expect(await (await fetch(order.url, { method: 'POST', body: form })).text()).toContain(
      'Thanh toán thất bại',
    );
    expect(await stage.state(order)).toMatch(/^FAILED (ANNOUNCED|OVERDUE) ANNOUNCED$/);
    expect(await stage.pay(order.number)).toBe(200);
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
  });

  test('told twice, at once or later, are one payment and one allocation (T34)', async () => {
    const order = await newOrder();
    await stage.standIn.arm({ double: order.number });
    expect(await stage.pay(order.number)).toBe(200);
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
    expect(await stage.postings(order)).toBe(1);
  });

  test('a failure that is told after the success is passed over', async () => {
    const order = await newOrder();
    await stage.standIn.arm({ outOfOrder: order.number });
    expect(await stage.pay(order.number)).toBe(200);
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
    expect(
      await stage.count(`provider_message where order_number = ? and outcome = 'IGNORED'`, order.number),
    ).toBe(1);
  });

  test('a success that comes after the order has expired is taken while its charges are free', async () => {
    const order = await newOrder();
    await stage.standIn.arm({ late: order.number });
    expect(await stage.pay(order.number)).toBeNull();
    await abandonOrder(stage.fees.em(), order);
    await stage.standIn.tellLate();
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
  });

  test('a success that comes when the months are paid by another order waits to go back', async () => {
    const memberId = newMember();
    const first = await stage.order(memberId);
    await stage.standIn.arm({ late: first.number });
    await stage.pay(first.number);
    await abandonOrder(stage.fees.em(), first);
    const second = await stage.order(memberId);
    expect(await stage.pay(second.number)).toBe(200);
    await stage.standIn.tellLate();
    expect(await stage.state(first)).toBe('SUCCEEDED_DUPLICATE PAID PAID');
    expect(await stage.count(`refund where order_id = ? and status = 'REQUESTED'`, first.id)).toBe(1);
  });

  test('somebody who pays one order twice gets one of them back', async () => {
    const order = await newOrder();
    await stage.pay(order.number);
    await stage.standIn.pay({ numbers: [order.number], again: true });
    expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
    expect(await stage.count(`refund where order_id = ? and kind = 'DUPLICATE'`, order.id)).toBe(1);
  });

  test('a moment two days ago is taken, and flagged', async () => {
    const order = await newOrder();
    await stage.standIn.pay({ numbers: [order.number], paidAt: '2026-07-04T08:00:00+07:00' });
    const [row] = await stage.rows<object>(
      `select clock_differs as differs, to_char(paid_on, 'YYYY-MM-DD') as on from payment_order where id = ?`,
      [order.id],
    );
    expect(row).toEqual({ differs: true, on: '2026-07-04' });
  });

  test('many in one callback are answered together, the wrong one among them too', async () => {
    const orders = await Promise.all([newOrder(), newOrder(), newOrder()]);
    const [, wrong] = orders;
    await stage.fees.em().execute('update payment_order set total = total + 1 where id = ?', [wrong?.id]);
    expect(await stage.pay(...orders.map(({ number }) => number))).toBe(200);
    expect(await Promise.all(orders.map(stage.state))).toEqual([
      'SUCCEEDED PAID PAID',
      'PROCESSING IN_PAYMENT IN_PAYMENT',
      'SUCCEEDED PAID PAID',
    ]);
  });

  test('what the database cannot store is not acknowledged, and is told again', async () => {
    const order = await newOrder();
    await stage.fees.em().execute('alter function confirm_payments(jsonb, date) rename to away');
    expect(await stage.pay(order.number)).toBe(500);
    expect(await stage.state(order)).toBe('PROCESSING IN_PAYMENT IN_PAYMENT');
    await stage.fees.em().execute('alter function away(jsonb, date) rename to confirm_payments');
    await until(async () => (await stage.state(order)) === 'SUCCEEDED PAID PAID');
    expect(await stage.postings(order)).toBe(1);
  });

  test('of which one cannot be stored, the others are', async () => {
    const orders = await Promise.all([newOrder(), newOrder(), newOrder()]);
    // its charges are not held by it: a bug, for which the database undoes the whole call
    await stage.fees
      .em()
      .execute('update dues_charge set order_id = uuidv7() where order_id = ?', [orders[1]?.id]);
    expect(await stage.pay(...orders.map(({ number }) => number))).toBe(500);
    const [first, broken, third] = await Promise.all(orders.map(stage.state));
    expect([first, third]).toEqual(['SUCCEEDED PAID PAID', 'SUCCEEDED PAID PAID']);
    expect(broken).toMatch(/^PROCESSING/);
  });

  if (scheme === 'HMAC')
    test('sixty at once, each told twice, are sixty payments', async () => {
      const orders = [];
      for (let each = 0; each < 60; each++) orders.push(await newOrder());
      await stage.standIn.arm({ double: 'always' });
      const told = await Promise.all(orders.map(({ number }) => stage.pay(number)));
      expect(new Set(told)).toEqual(new Set([200]));
      expect(new Set(await Promise.all(orders.map(stage.state)))).toEqual(new Set(['SUCCEEDED PAID PAID']));
      expect(
        await stage.count(
          'ledger_transaction where subject_id = any(array[?]::uuid[])',
          orders.map(({ id }) => id),
        ),
      ).toBe(60);
      const [sum] = await stage.rows<{ sum: string; bank: string }>(
        `select sum(amount)::text as sum, (sum(amount) filter (where account = 'CENTRAL_BANK'))::text as bank
         from ledger_entry entry join ledger_transaction made on made.id = transaction_id
         where subject_id = any(array[?]::uuid[])`,
        [orders.map(({ id }) => id)],
      );
      expect(sum).toEqual({ sum: '0', bank: String(60 * 120_000) });
    });
});
