import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { openPayments } from '../../test/payments-stage.ts';

let payments: Awaited<ReturnType<typeof openPayments>>;
let house: Orders;
beforeAll(async () => {
  payments = await openPayments();
  house = await openOrders(payments.fees);
});
afterAll(() => payments.close());

/** A member with an order that waits, and what they can do with it. */
async function ordered() {
  const member = await house.owing(units.branch1, ['2026-07']);
  const actor = testActor({ memberId: member });
  const { order } = await house.payDues(member, 1);
  const fields = 'order { id version status checkoutUrl }';
  const page = { orderId: order.id, returnUrl: 'http://127.0.0.1/don-hang' };
  return {
    member,
    actor,
    order,
    open: (expectedVersion: number, more: object = {}) =>
      house.act(actor, 'openCheckout', { ...page, expectedVersion, ...more }, fields),
    cancel: (expectedVersion: number) =>
      house.act(actor, 'cancelDuesOrder', { orderId: order.id, expectedVersion }, fields),
    see: (fields = 'status version') => house.orderAs(actor, order.id, fields),
  };
}

describe('the payment page', () => {
  test('is opened after the order is kept, shows what is paid to whom, and is the same when opened again', async () => {
    const { order, open, see } = await ordered();
    const idempotencyKey = randomUUID();
    const opened = (await open(1, { idempotencyKey })).order;
    expect(opened).toMatchObject({ status: 'PROCESSING', version: 2 });
    const page = await (await fetch(opened.checkoutUrl)).text();
    expect(page).toContain(`Thanh toán lệ phí cho hồ sơ ${order.number}`);
    expect(page).toContain('Thành ủy Hà Nội');
    expect(page).toContain('60.000');
    expect((await open(1, { idempotencyKey })).order).toEqual(opened);
    expect((await open(2)).order).toEqual(opened);
    expect(await see('history { action }')).toEqual({ history: [{ action: 'INITIATE' }, { action: 'PAY' }] });
  });

  test('while the platform is away, the order stays as it is and can be tried again', async () => {
    const { order, open, see } = await ordered();
    await payments.standIn.arm({ error500: order.number });
    expect((await open(1)).refusal.code).toBe('PLATFORM_UNAVAILABLE');
    expect(await see()).toEqual({ status: 'INITIATED', version: 1 });
    await payments.standIn.arm({});
    expect((await open(1)).order.status).toBe('PROCESSING');
  });

  test('of a paid order is closed', async () => {
    const { order, open, see, member } = await ordered();
    await open(1);
    await payments.standIn.pay({ numbers: [order.number], method: 'BANK' });
    expect(await see('status version checkoutUrl method paidOn overdue')).toEqual({
      status: 'SUCCEEDED',
      version: 3,
      checkoutUrl: null,
      method: 'BANK',
      paidOn: '2026-07-06',
      overdue: false,
    });
    expect((await open(3)).refusal.code).toBe('WRONG_STATE');
    expect(await house.stateOf(member)).toEqual(['2026-07 PAID']);
  });

  test('is shown to who may pay, not to who only reads', async () => {
    const { order, open } = await ordered();
    await open(1);
    const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });
    expect(await house.orderAs(secretary, order.id, 'status checkoutUrl')).toEqual({
      status: 'PROCESSING',
      checkoutUrl: null,
    });
  });
});

describe('giving an order up', () => {
  test('before its page is open frees the charges at once', async () => {
    const { member, cancel, see } = await ordered();
    expect((await cancel(1)).order.status).toBe('CANCELLED');
    expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED']);
    expect(await see('availableActions { action }')).toEqual({ availableActions: [] });
  });

  test('with its page open, works as long as nobody has begun to pay', async () => {
    const { open, cancel } = await ordered();
    await open(1);
    expect((await cancel(2)).order.status).toBe('CANCELLED');
  });

  test('is too late when the platform says that it is paid: its callback was lost', async () => {
    const { order, open, cancel, see } = await ordered();
    await open(1);
    await payments.standIn.arm({ silence: order.number });
    await payments.standIn.pay({ numbers: [order.number] });
    await payments.standIn.arm({});
    expect((await cancel(2)).refusal.code).toBe('WRONG_STATE');
    expect(await see()).toEqual({ status: 'PROCESSING', version: 2 });
  });

  test('cannot be judged while the platform is away', async () => {
    const { order, open, cancel } = await ordered();
    await open(1);
    await payments.standIn.arm({ error500: order.number });
    expect((await cancel(2)).refusal.code).toBe('PLATFORM_UNAVAILABLE');
    await payments.standIn.arm({});
  });

  test('and paid all the same, it is taken while its charges are unpaid', async () => {
    const { order, member, open, cancel, see } = await ordered();
    await open(1);
    await cancel(2);
    await payments.standIn.pay({ numbers: [order.number] });
    expect(await see('status paidLate')).toEqual({ status: 'SUCCEEDED', paidLate: true });
    expect(await house.stateOf(member)).toEqual(['2026-07 PAID']);
  });
});
