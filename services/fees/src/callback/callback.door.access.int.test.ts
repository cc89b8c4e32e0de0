import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { placeOrder } from '../../test/orders-stage.ts';
import { paymentSecret } from '../../test/outside.ts';
import { openPayments } from '../../test/payments-stage.ts';
import { hmacScheme } from '../payment-platform/signature-scheme.ts';
import { signMessage } from '../payment-platform/signed-message.ts';

let stage: Awaited<ReturnType<typeof openPayments>>;
let owing: string[];
beforeAll(async () => {
  stage = await openPayments();
  owing = await stage.membersWhoOwe(12);
});
afterEach(() => stage.standIn.arm({}));
afterAll(() => stage.close());

const newOrder = () => stage.order(owing.pop() ?? '');
const path = '/callbacks/payments/national';
const scheme = hmacScheme(Buffer.from(paymentSecret, 'base64'));
const knock = async (body: string | Buffer, headers: Record<string, string>, url = path) => {
  const { statusCode } = await stage.doors.app.inject({ method: 'POST', url, headers, payload: body });
  return statusCode;
};
const signed = (body: string, of = scheme, now = Date.now(), at = path) => ({
  'content-type': 'application/json',
  ...signMessage(of, at, Buffer.from(body), now),
});
const message = (number: string, more: object = {}) => ({
  kind: 'PAID',
  id: randomUUID(),
  number,
  ref: `PAY-${randomUUID()}`,
  amount: 120_000,
  paidAt: '2026-07-06T09:00:00+07:00',
  method: 'BANK',
  ...more,
});
const counted = async (outcome: string) => {
  const metric = await stage.fees.metrics.getSingleMetric('payment_callback_messages_total')?.get();
  return metric?.values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
};

describe('strangers at the door of callbacks', () => {
  test('with a wrong signature get 401, change nothing, and are in the audit trail (T35)', async () => {
    const order = await newOrder();
    const before = await stage.everything();
    await stage.standIn.arm({ wrongSignature: order.number });
    const { body } = await stage.standIn.pay({ numbers: [order.number] });
    expect(body.told).toBe(401);
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toContain('paymentCallbackRefused SIGNATURE');
    expect(await counted('REFUSED_SIGNATURE')).toBeGreaterThan(0);
    await stage.standIn.arm({});
  });

  test('who sign with a key of their own, for another path, another body, or not at all get 401', async () => {
    const order = await newOrder();
    const body = JSON.stringify({ messages: [message(order.number)] });
    const before = await stage.everything();
    const other = JSON.stringify({ messages: [message(order.number, { amount: 1 })] });
    const attempts: Record<string, string>[] = [
      signed(body, hmacScheme(randomBytes(32))),
      signed(body, scheme, Date.now(), '/callbacks/payments/other'),
      signed(other),
      { 'content-type': 'application/json' },
      { ...signed(body), 'x-signature': '' },
      { ...signed(body), 'x-time': '0' },
    ];
    for (const headers of attempts) expect(await knock(body, headers)).toBe(401);
    expect(await stage.everything()).toBe(before);
  });

  test('who send again after five minutes what they have overheard get 401', async () => {
    const order = await newOrder();
    const body = JSON.stringify({ messages: [message(order.number)] });
    const before = await stage.everything();
    expect(await knock(body, signed(body, scheme, Date.now() - 301_000))).toBe(401);
    expect(await knock(body, signed(body, scheme, Date.now() + 301_000))).toBe(401);
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toContain('paymentCallbackRefused TIME');
  });

  test('of another provider find no door, whatever they carry', async () => {
    const body = JSON.stringify({ messages: [message('x')] });
    expect(await knock(body, signed(body), '/callbacks/payments/momo')).toBe(404);
    expect(await knock(body, signed(body), '/callbacks/payments')).toBe(404);
    expect((await stage.doors.app.inject({ method: 'GET', url: path })).statusCode).toBe(404);
  });

  test('with more than 256 kB, more than 100 messages or nonsense are refused, signed or not', async () => {
    const before = await stage.everything();
    const huge = JSON.stringify({ messages: [message('x'.repeat(300_000))] });
    expect(await knock(huge, signed(huge))).toBe(413);
    const nonsense = [
      JSON.stringify({ messages: Array.from({ length: 101 }, () => message('x')) }),
      JSON.stringify({ messages: [] }),
      JSON.stringify({ messages: [message('x', { amount: -1 })] }),
      JSON.stringify({ messages: [message('x', { amount: 1.5 })] }),
      JSON.stringify({ messages: [message('x', { amount: '120000' })] }),
      JSON.stringify({ messages: [message('x', { paidAt: 'hôm qua' })] }),
      JSON.stringify({ messages: [message('x', { method: 'CASH' })] }),
      JSON.stringify({ messages: [{ kind: 'GIFT', id: 'x', number: 'y' }] }),
      '[]',
      '{',
      '',
    ];
    for (const body of nonsense)
      expect([body.slice(0, 40), await knock(body, signed(body))]).toEqual([body.slice(0, 40), 400]);
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toContain('paymentCallbackRefused SHAPE');
  });

  test('who try thousands of times leave a few lines', async () => {
    await Promise.all(Array.from({ length: 300 }, () => knock('{}', { 'content-type': 'application/json' })));
    const [row] = await stage.rows<{ lines: number }>(
      `select count(*)::int as lines from audit_entry where action = 'paymentCallbackRefused'`,
    );
    expect(row?.lines).toBeLessThanOrEqual(20);
    expect(await counted('REFUSED_SIGNATURE')).toBeGreaterThanOrEqual(300);
  });
});

describe('a callback that is signed but wrong', () => {
  test('in its amount is answered, and changes nothing but the trail', async () => {
    const order = await newOrder();
    const before = await stage.everything();
    await stage.auditLines();
    await stage.standIn.arm({ wrongAmount: order.number });
    const { body } = await stage.standIn.pay({ numbers: [order.number] });
    expect(body.told).toBe(200);
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toEqual(['paymentCallbackIgnored WRONG_AMOUNT']);
  });

  test('about notes that a branch collects is about no order of the platform', async () => {
    const cash = await placeOrder(stage.fees.em(), [owing.pop() ?? ''], {
      unitId: units.branch1,
      mode: 'CASH',
    });
    const before = await stage.everything();
    await stage.auditLines();
    for (const more of [{}, { kind: 'FAILED', reason: 'hết tiền' }]) {
      const body = JSON.stringify({ messages: [message(cash.number, more)] });
      expect(await knock(body, signed(body))).toBe(200);
    }
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toHaveLength(2);
  });

  test('in its order is answered, and changes nothing but the trail', async () => {
    const before = await stage.everything();
    for (const more of [{}, { kind: 'FAILED', reason: 'hết tiền' }]) {
      const body = JSON.stringify({ messages: [message('G22.99.DP-05200044001-260706-9999', more)] });
      expect(await knock(body, signed(body))).toBe(200);
    }
    expect(await stage.everything()).toBe(before);
    expect(await stage.auditLines()).toEqual([
      'paymentCallbackIgnored UNKNOWN_ORDER',
      'paymentCallbackIgnored UNKNOWN_ORDER',
    ]);
  });
});
