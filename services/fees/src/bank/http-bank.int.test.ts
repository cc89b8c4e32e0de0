import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPlatform } from '../../test/platform-stand-in.ts';
import type { Bank, PayoutOrder } from './bank.port.ts';
import { httpBank } from './http-bank.ts';

let standIn: Awaited<ReturnType<typeof openPlatform>>;
let bank: Bank;
beforeAll(async () => {
  standIn = await openPlatform();
  const { BANK_URL: url = '', BANK_SECRET: secret = '' } = standIn.environment;
  bank = httpBank({ url, secret, timeoutMs: 1_000 });
});
afterEach(() => standIn.armBank({}));
afterAll(() => standIn.close());

const payout = (): PayoutOrder => ({
  payoutId: randomUUID(),
  account: '0011004123456',
  bankCode: 'VCB',
  holder: 'Chi bộ 1',
  amount: 42_000n,
  content: 'Trích giữ lại tháng 07/2026',
});

describe('the bank', () => {
  test('pays once a payout, and shows it on the statement of the day', async () => {
    const order = payout();
    expect(await bank.statusOf(order.payoutId)).toEqual({ status: 'UNKNOWN' });
    const told = await bank.instruct(order);
    expect(await bank.instruct(order)).toEqual(told);
    await expect(bank.instruct({ ...order, amount: 1n })).rejects.toThrow('it answered 409');
    expect(await bank.statusOf(order.payoutId)).toEqual({ status: 'SETTLED', ...told });
    const { id, lines } = await bank.statement('2026-07-06');
    expect(id).toBe('statement-2026-07-06');
    expect(lines.filter(({ reference }) => reference === order.payoutId)).toEqual([
      {
        reference: order.payoutId,
        counterparty: 'Chi bộ 1',
        amount: -42_000n,
        bookedOn: '2026-07-06',
        content: 'Trích giữ lại tháng 07/2026',
      },
    ]);
    expect((await bank.statement('2026-07-07')).lines).toEqual([]);
  });

  test('may refuse a payout: then nothing has moved', async () => {
    const order = payout();
    await standIn.armBank({ reject: order.payoutId });
    const told = await bank.instruct(order);
    expect(await bank.statusOf(order.payoutId)).toEqual({
      status: 'FAILED',
      reason: 'Tài khoản thụ hưởng không tồn tại',
      ...told,
    });
    const { lines } = await bank.statement('2026-07-06');
    expect(lines.map(({ reference }) => reference)).not.toContain(order.payoutId);
  });

  test('that says nothing may have done it all the same', async () => {
    const order = payout();
    await standIn.armBank({ silence: 'next', pending: order.payoutId });
    await expect(bank.instruct(order)).rejects.toThrow('no answer: TimeoutError');
    expect(await bank.statusOf(order.payoutId)).toMatchObject({ status: 'PENDING' });
  });

  test('that fails, knows another secret, or is not there is unavailable', async () => {
    await standIn.armBank({ error500: 'next' });
    await expect(bank.statement('2026-07-06')).rejects.toThrow('it answered 500');
    const url = standIn.environment.BANK_URL as string;
    const stranger = httpBank({ url, secret: 'another secret', timeoutMs: 1_000 });
    await expect(stranger.statement('2026-07-06')).rejects.toThrow('it answered 401');
    const nowhere = httpBank({ url: 'http://127.0.0.1:9', secret: 'x', timeoutMs: 1_000 });
    await expect(nowhere.statusOf('x')).rejects.toThrow('no answer');
  });

  test('may leave out a movement, or get its amount wrong', async () => {
    await standIn.deposit({ reference: 'NT-1', amount: 18_000, bookedOn: '2026-07-08' });
    await standIn.deposit({ reference: 'NT-2', amount: 20_000, bookedOn: '2026-07-08' });
    const references = async () =>
      (await bank.statement('2026-07-08')).lines.map(({ reference, amount }) => `${reference} ${amount}`);
    expect(await references()).toEqual(['NT-1 18000', 'NT-2 20000']);
    await standIn.armBank({ missing: 'NT-1', wrongAmount: 'NT-2' });
    expect(await references()).toEqual(['NT-2 21000']);
  });
});
