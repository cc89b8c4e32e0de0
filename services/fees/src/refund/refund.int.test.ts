import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { openPayments, type Payments } from '../../test/payments-stage.ts';

let payments: Payments;
let house: Orders;
const officer = testActor({ role: 'FINANCE_OFFICER', unitId: units.province, name: 'Kế toán Một' });
const approver = testActor({ role: 'FINANCE_OFFICER', unitId: units.province, name: 'Kế toán Hai' });
const refundFields = 'id version status amount kind requestedBy decidedBy decidedOn paidOn failure';

beforeAll(async () => {
  payments = await openPayments();
  house = await openOrders(payments.fees);
});
afterAll(() => payments.close());

/** A member pays what they owe on the page of the platform. */
async function paid(months: readonly string[] = ['2026-06', '2026-07']) {
  const member = await house.owing(units.branch1, months);
  const actor = testActor({ memberId: member });
  const { order } = await house.payDues(member, months.length);
  const opened = await house.act(
    actor,
    'openCheckout',
    { orderId: order.id, expectedVersion: 1, returnUrl: 'http://127.0.0.1/don-hang' },
    'order { status checkoutUrl }',
  );
  expect(opened.order).toMatchObject({
    status: 'PROCESSING',
    checkoutUrl: expect.stringContaining('/payments/'),
  });
  await payments.standIn.pay({ numbers: [order.number], method: 'E_WALLET' });
  const seen = await house.orderAs(actor, order.id, 'id number version status total method');
  expect(seen).toMatchObject({ status: 'SUCCEEDED', method: 'E_WALLET' });
  return { member, actor, order: seen };
}

const request = (order: { id: string; version: number }, reason = 'Nộp nhầm tháng', actor: Actor = officer) =>
  house.act(
    actor,
    'requestRefund',
    { orderId: order.id, expectedVersion: order.version, reason },
    `refund { ${refundFields} }`,
  );
const act = (actor: Actor, field: string, refund: { id: string; version: number }, more: object = {}) =>
  house.act(
    actor,
    field,
    { refundId: refund.id, expectedVersion: refund.version, ...more },
    `refund { ${refundFields} }`,
  );
const refundsOf = async (actor: Actor, orderId: string) =>
  (await house.orderAs(
    actor,
    orderId,
    `status refunds { ${refundFields} history { action label fromState toState byName } }`,
  )) as {
    status: string;
    refunds: {
      id: string;
      version: number;
      status: string;
      history: { action: string; byName: string | null }[];
    }[];
  };

/** Runs the job as the schedule would, until the platform has said that the money is back. */
async function untilPaid(actor: Actor, orderId: string): Promise<void> {
  for (let run = 0; run < 40; run += 1) {
    await house.runJob('send-refunds');
    if ((await refundsOf(actor, orderId)).refunds[0]?.status === 'PAID') return;
    await sleep(25);
  }
  throw new Error('the refund was not paid within a second');
}

describe('a payment in error', () => {
  test('is asked back by one, approved by another, ordered at the platform and paid: everything is as before', async () => {
    const { member, actor, order } = await paid();
    const central = await house.balanceOf('CENTRAL_BANK');
    const asked = (await request(order)).refund;
    expect(asked).toMatchObject({
      status: 'REQUESTED',
      amount: 120_000,
      kind: 'PAYMENT',
      requestedBy: 'Kế toán Một',
    });
    const approved = (await act(approver, 'approveRefund', asked)).refund;
    expect(approved).toMatchObject({ status: 'APPROVED', decidedBy: 'Kế toán Hai', decidedOn: '2026-07-06' });
    expect(await house.stateOf(member)).toEqual(['2026-06 REFUNDED', '2026-07 REFUNDED']);
    expect(await house.standing(member)).toMatchObject({
      openMonths: ['2026-06', '2026-07'],
      outstanding: '120000',
    });
    expect(await house.balanceOf('REFUND_PAYABLE')).toBe(-120_000);

    await untilPaid(actor, order.id);
    const { status, refunds } = await refundsOf(actor, order.id);
    expect(status).toBe('REFUNDED');
    expect(refunds[0]).toMatchObject({ status: 'PAID', paidOn: '2026-07-06' });
    expect(refunds[0]?.history.map(({ action }) => action).filter((action) => action !== 'SEND')).toEqual([
      'REQUEST',
      'APPROVE',
      'SETTLE',
    ]);
    expect(await house.balanceOf('REFUND_PAYABLE')).toBe(0);
    expect(await house.balanceOf('CENTRAL_BANK')).toBe(central - 120_000);
    expect(
      (await house.published('PaymentRefunded')).filter(
        ({ data }) => (data as { orderId: string }).orderId === order.id,
      ),
    ).toHaveLength(1);
    expect(await house.ledgerFaults()).toEqual([]);

    // and the months can be paid again
    const again = await house.payDues(member, 2);
    expect(again.order.total).toBe(120_000);
  });

  test('is not approved by who asked, nor by who paid, nor with a stale sign-in', async () => {
    const { member, order } = await paid(['2026-07']);
    const { refund } = await request(order);
    expect((await act(officer, 'approveRefund', refund)).refusal.code).toBe('SECOND_PERSON_REQUIRED');
    const payer = testActor({ role: 'FINANCE_OFFICER', unitId: units.province, memberId: member });
    expect((await act(payer, 'approveRefund', refund)).refusal.code).toBe('OWN_CASE');
    const stale = { ...approver, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect((await act(stale, 'approveRefund', refund)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await act(approver, 'approveRefund', { ...refund, version: 9 })).refusal.code).toBe(
      'VERSION_CONFLICT',
    );
    expect(await house.stateOf(member)).toEqual(['2026-07 PAID']);
  });

  test('declined with a reason, nothing changes, and it can be asked for anew', async () => {
    const { member, order } = await paid(['2026-07']);
    const { refund } = await request(order);
    expect((await act(approver, 'rejectRefund', refund, { reason: '' })).refusal.code).toBe(
      'REASON_REQUIRED',
    );
    expect((await act(approver, 'rejectRefund', refund, { reason: 'Không có căn cứ' })).refund.status).toBe(
      'REJECTED',
    );
    expect(
      (await act(officer, 'reopenRefund', { ...refund, version: 2 }, { reason: 'x' })).refusal.code,
    ).toBe('REFUND_NOT_POSSIBLE');
    expect(await house.stateOf(member)).toEqual(['2026-07 PAID']);
    expect((await request(order)).refund.status).toBe('REQUESTED');
    expect((await request(order)).refusal.code).toBe('REFUND_NOT_POSSIBLE');
  });

  test('which is not paid cannot be given back', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await house.payDues(member, 1);
    expect((await request(order)).refusal.code).toBe('REFUND_NOT_POSSIBLE');
    expect((await request({ ...order, version: 9 })).refusal.code).toBe('VERSION_CONFLICT');
    expect((await request(order, '  ')).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  });

  test('that the platform never takes does not keep the others from going back', async () => {
    const [stuck, other] = [await paid(['2026-07']), await paid(['2026-07'])];
    for (const { order } of [stuck, other]) {
      const { refund } = await request(order);
      await act(approver, 'approveRefund', refund);
    }
    await payments.standIn.arm({ error500: stuck.order.number });
    await untilPaid(other.actor, other.order.id);
    expect((await refundsOf(stuck.actor, stuck.order.id)).refunds[0]?.status).toBe('APPROVED');
    await payments.standIn.arm({});
    await untilPaid(stuck.actor, stuck.order.id);
  });

  test('waits while the platform is away, and goes back once when it is there again', async () => {
    const { actor, order } = await paid(['2026-07']);
    const { refund } = await request(order);
    await act(approver, 'approveRefund', refund);
    await payments.standIn.arm({ error500: order.number });
    await house.runJob('send-refunds');
    expect((await refundsOf(actor, order.id)).refunds[0]?.status).toBe('APPROVED');
    await payments.standIn.arm({});
    await untilPaid(actor, order.id);
    await house.runJob('send-refunds');
    const [posted] = await house
      .em()
      .execute<{ n: number }[]>(
        `select count(*)::int as n from ledger_transaction where kind = 'REFUND_PAID' and subject_id = ?`,
        [refund.id],
      );
    expect(posted?.n).toBe(1);
  });
});

describe('a refund that the payer’s bank refuses', () => {
  test('has failed, is sent again by who asked for it, and is paid then', async () => {
    const { actor, order } = await paid(['2026-07']);
    const { refund } = await request(order);
    await act(approver, 'approveRefund', refund);
    await payments.standIn.arm({ refundFails: order.number });
    let failed: Awaited<ReturnType<typeof refundsOf>>['refunds'][number] | undefined;
    for (let run = 0; run < 40 && failed?.status !== 'FAILED'; run += 1) {
      await house.runJob('send-refunds');
      await sleep(25);
      [failed] = (await refundsOf(actor, order.id)).refunds;
    }
    expect(failed).toMatchObject({ status: 'FAILED', failure: 'Ngân hàng của người nộp từ chối' });
    if (!failed) throw new Error('no refund');
    const listed = await house.execute(
      '{ waitingRefunds { edges { node { id status availableActions { action allowed } } } } }',
      {},
      officer,
    );
    const row = listed.data?.waitingRefunds.edges.find(
      ({ node }: { node: { id: string } }) => node.id === refund.id,
    );
    expect(row.node).toEqual({
      id: refund.id,
      status: 'FAILED',
      availableActions: [{ action: 'RETRY', allowed: true }],
    });
    expect((await act(officer, 'retryRefund', failed)).refund.status).toBe('APPROVED');
    await payments.standIn.arm({});
    await untilPaid(actor, order.id);
    expect(await house.balanceOf('REFUND_PAYABLE')).toBe(0);
  });
});

describe('money that came twice', () => {
  test('waits for approval like any other, can be declined and asked for again, and leaves the order paid', async () => {
    const { actor, order } = await paid(['2026-07']);
    await payments.standIn.pay({ numbers: [order.number], again: true });
    const [waiting] = (await refundsOf(actor, order.id)).refunds;
    expect(waiting).toMatchObject({
      status: 'REQUESTED',
      kind: 'DUPLICATE',
      requestedBy: null,
      amount: 60_000,
    });
    if (!waiting) throw new Error('no refund');
    const [known] = await house
      .em()
      .execute<{ ref: string }[]>('select provider_ref as ref from refund where id = ?', [waiting.id]);
    const reasons = async (reader: Actor) =>
      JSON.stringify(await house.orderAs(reader, order.id, 'providerRef history { action reason }'));
    expect(await reasons(actor)).toContain(known?.ref);
    const inspector = testActor({ role: 'INSPECTION_OFFICER', unitId: units.province });
    expect(await reasons(inspector)).toContain('RECEIVE_DUPLICATE');
    expect(await reasons(inspector)).not.toContain(known?.ref);
    const declined = await act(approver, 'rejectRefund', waiting, { reason: 'Chờ sao kê' });
    expect(declined.refund.status).toBe('REJECTED');
    const asked = await act(officer, 'reopenRefund', declined.refund, { reason: 'Sao kê có khoản này' });
    expect(asked.refund).toMatchObject({ status: 'REQUESTED', requestedBy: 'Kế toán Một' });
    expect((await act(officer, 'approveRefund', asked.refund)).refusal.code).toBe('SECOND_PERSON_REQUIRED');
    const approved = await act(approver, 'approveRefund', asked.refund);
    expect(approved.refund.status).toBe('APPROVED');
    await untilPaid(actor, order.id);
    expect((await refundsOf(actor, order.id)).status).toBe('SUCCEEDED');
    expect(await house.balanceOf('REFUND_PAYABLE')).toBe(0);
    expect(await house.ledgerFaults()).toEqual([]);
  });
});

describe('notes', () => {
  test('go back by the hands of the branch, which confirms it', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const collector = testActor({ role: 'BRANCH_DELEGATE', unitId: units.branch1 });
    const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });
    const input = { branchId: units.branch1, members: [{ memberId: member, months: 1 }], total: 60_000 };
    const { order } = await house.act(collector, 'recordCash', input, 'order { id }');
    const confirmed = await house.act(
      secretary,
      'confirmCash',
      { orderId: order.id, expectedVersion: 1 },
      'order { id version status }',
    );
    const { refund } = await request(confirmed.order);
    const owner = testActor({ role: 'FINANCE_OFFICER', unitId: units.province, memberId: member });
    expect((await act(owner, 'approveRefund', refund)).refusal.code).toBe('OWN_CASE');
    const approved = (await act(approver, 'approveRefund', refund)).refund;
    await house.runJob('send-refunds');
    expect((await act(secretary, 'confirmCashReturned', approved)).refund).toMatchObject({
      status: 'PAID',
      paidOn: '2026-07-06',
    });
    expect(await house.stateOf(member)).toEqual(['2026-07 REFUNDED']);
    expect(await house.balanceOf('BRANCH_CASH')).toBe(0);
    expect(await house.ledgerFaults()).toEqual([]);
  });
});
