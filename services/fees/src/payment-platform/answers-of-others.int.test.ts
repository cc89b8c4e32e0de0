import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPlatform } from '../../test/platform-stand-in.ts';
import { httpBank } from '../bank/http-bank.ts';
import { httpPlatform } from './http-platform.ts';
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.ts';

type Answer = { status: number; headers: Headers; body: Buffer };

let standIn: Awaited<ReturnType<typeof openPlatform>>;
/** Who stands between us and the others, and gives the last answer of a door again while `isStale`. */
let isStale = false;
let url = '';
const last = new Map<string, Answer>();
const between = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const path = request.url ?? '';
  const door = path.split('/').slice(0, 3).join('/');
  const ask = async (): Promise<Answer> => {
    const answer = await fetch(`${new URL(standIn.environment.BANK_URL ?? '').origin}${path}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      body: parts.length > 0 ? Buffer.concat(parts) : null,
    });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const answer = (isStale && last.get(door)) || (await ask());
  last.set(door, answer);
  const signed = ['x-time', 'x-signature'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(signed)).end(answer.body);
});
beforeAll(async () => {
  standIn = await openPlatform();
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
});
afterAll(async () => {
  between.closeAllConnections();
  between.close();
  await standIn?.close();
});

test('that one order is paid is not believed of another, although the platform has signed it', async () => {
  const platform = httpPlatform({
    name: 'national',
    url: `${url}/payments`,
    scheme: readSignatureScheme(standIn.environment.PAYMENT_KEY as string) as SignatureScheme,
    timeoutMs: 2_000,
  });
  const numbers = ['G22.99.DP-05200044001-260706-9001', 'G22.99.DP-05200044001-260706-9002'] as const;
  const expiresAt = new Date('2026-07-07T09:00:00+07:00');
  const page = { content: '', beneficiary: '', returnUrl: 'http://127.0.0.1/don-hang', expiresAt };
  for (const number of numbers) await platform.openCheckout({ ...page, number, total: 60_000n });
  await standIn.pay({ numbers: [numbers[0]] });
  expect(await platform.query(numbers[0])).toMatchObject({ status: 'PAID' });
  isStale = true;
  await expect(platform.query(numbers[1])).rejects.toThrow('its answer is about something else');
  expect(await platform.query(numbers[0])).toMatchObject({ status: 'PAID' });
  isStale = false;
  expect(await platform.query(numbers[1])).toEqual({ status: 'NOT_STARTED' });
});

test('nor that one payout is settled of another, nor the statement of one day of the next', async () => {
  const secret = standIn.environment.BANK_SECRET as string;
  const bank = httpBank({ url: `${url}/bank`, secret, timeoutMs: 2_000 });
  const order = { account: '0011', bankCode: 'VCB', holder: 'Chi bộ 1', amount: 42_000n, content: '' };
  await bank.instruct({ ...order, payoutId: 'one' });
  expect(await bank.statusOf('one')).toMatchObject({ status: 'SETTLED' });
  isStale = true;
  await expect(bank.statusOf('two')).rejects.toThrow('its answer is about something else');
  isStale = false;
  await bank.statement('2026-07-06');
  isStale = true;
  await expect(bank.statement('2026-07-05')).rejects.toThrow('its answer is about something else');
  isStale = false;
});
