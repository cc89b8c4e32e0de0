import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPlatform } from '../../test/platform-stand-in.ts';
import { httpPlatform } from './http-platform.ts';
import type { CheckoutOrder, PaymentPlatform } from './platform.port.ts';
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.ts';

const order = (number: string): CheckoutOrder => ({
  number,
  total: 60_000n,
  content: `Thanh toán lệ phí cho hồ sơ ${number}`,
  beneficiary: 'Thành ủy Hà Nội',
  returnUrl: 'http://127.0.0.1/don-hang',
  expiresAt: new Date('2026-07-07T09:00:00+07:00'),
});
const newNumber = (() => {
  let serial = 0;
  return () => `G22.99.DP-05200044001-260706-${String(++serial).padStart(4, '0')}`;
})();

describe.each(['HMAC', 'RSA'] as const)('the payment platform, signed by %s', (scheme) => {
  let standIn: Awaited<ReturnType<typeof openPlatform>>;
  let platform: PaymentPlatform;
  const adapter = (key: string, timeoutMs = 10_000) =>
    httpPlatform({
      name: 'national',
      url: standIn.environment.PAYMENT_URL as string,
      scheme: readSignatureScheme(key) as SignatureScheme,
      timeoutMs,
    });
  beforeAll(async () => {
    standIn = await openPlatform({ scheme });
    platform = adapter(standIn.environment.PAYMENT_KEY as string);
  });
  afterEach(() => standIn.arm({}));
  afterAll(() => standIn.close());

  test('opens the same page for the same order, and another total is another order', async () => {
    const number = newNumber();
    const first = await platform.openCheckout(order(number));
    expect(first.url).toContain('/payments/pages/CK-');
    expect(await platform.openCheckout(order(number))).toEqual(first);
    await expect(platform.openCheckout({ ...order(number), total: 1n })).rejects.toThrow('it answered 409');
  });

  test('says what became of an order: nothing, opened, failed, paid', async () => {
    const number = newNumber();
    expect(await platform.query(number)).toEqual({ status: 'NOT_STARTED' });
    const { url } = await platform.openCheckout(order(number));
    expect(await platform.query(number)).toEqual({ status: 'NOT_STARTED' });
    expect(await (await fetch(url)).text()).toContain(`Thanh toán lệ phí cho hồ sơ ${number}`);
    expect(await platform.query(number)).toEqual({ status: 'PENDING' });
    await standIn.pay({ numbers: [number], result: 'FAILED' });
    expect(await platform.query(number)).toEqual({ status: 'FAILED', reason: 'Ngân hàng từ chối giao dịch' });
    await standIn.pay({ numbers: [number], method: 'E_WALLET', paidAt: '2026-07-06T09:30:00+07:00' });
    expect(await platform.query(number)).toEqual({
      status: 'PAID',
      providerRef: expect.stringMatching(/^PAY-/),
      amount: 60_000n,
      paidAt: new Date('2026-07-06T02:30:00Z'),
      method: 'E_WALLET',
    });
    const paid = await platform.query(number);
    if (paid.status !== 'PAID') throw new Error(paid.status);
    const receipt = await (await fetch(platform.receiptUrl(paid.providerRef))).text();
    expect(receipt).toContain('60.000 VND');
    expect(receipt).toContain('09:30:00 6/7/2026');
  });

  test('pays back once a refund, and says when it is done', async () => {
    const number = newNumber();
    await platform.openCheckout(order(number));
    await standIn.pay({ numbers: [number] });
    const paid = await platform.query(number);
    if (paid.status !== 'PAID') throw new Error(paid.status);
    const { providerRef } = paid;
    const refund = { refundId: randomUUID(), number, providerRef, amount: 60_000n, reason: 'Nộp nhầm' };
    expect(await platform.refund(refund)).toEqual({ status: 'PENDING' });
    await expect(platform.refund({ ...refund, amount: 1n })).rejects.toThrow('it answered 409');
    await soon();
    expect(await platform.refund(refund)).toEqual({ status: 'PAID' });

    await standIn.arm({ refundFails: 'next' });
    const other = { ...refund, refundId: randomUUID() };
    await platform.refund(other);
    await soon();
    expect(await platform.refund(other)).toEqual({
      status: 'FAILED',
      reason: 'Ngân hàng của người nộp từ chối',
    });
  });

  test('that fails, or takes longer than we wait, is unavailable, and asked again it answers', async () => {
    const number = newNumber();
    await standIn.arm({ error500: 'next' });
    await expect(platform.query(number)).rejects.toThrow('it answered 500');
    await standIn.arm({ slow: 'next' });
    const hasty = adapter(standIn.environment.PAYMENT_KEY as string, 1_000);
    await expect(hasty.query(number)).rejects.toThrow('no answer: TimeoutError');
    expect(await platform.query(number)).toEqual({ status: 'NOT_STARTED' });
  });

  test('gives nothing to somebody with another key, and is not believed with another', async () => {
    const stranger = adapter(`hmac:${Buffer.alloc(32, 9).toString('base64')}`);
    await expect(stranger.query(newNumber())).rejects.toThrow('it answered 401');
    const body = Buffer.from('{"messages":[]}');
    expect(stranger.readCallback({ 'x-time': String(Date.now()), 'x-signature': 'AAAA' }, body)).toEqual({
      disbelieved: 'SIGNATURE',
    });
  });
});

test('a platform that is not there is unavailable', async () => {
  const scheme = readSignatureScheme(`hmac:${Buffer.alloc(32, 9).toString('base64')}`) as SignatureScheme;
  const nowhere = httpPlatform({ name: 'national', url: 'http://127.0.0.1:9', scheme, timeoutMs: 1_000 });
  await expect(nowhere.query('G22')).rejects.toThrow('no answer');
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 150));
