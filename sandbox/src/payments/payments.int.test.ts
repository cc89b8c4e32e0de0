import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../sandbox.ts';

const secret = Buffer.alloc(32, 7);
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    client: { clientId: 'x', clientSecret: 'not used by these tests', redirectUris: ['http://127.0.0.1:9/'] },
    payments: {
      key: `hmac:${secret.toString('base64')}`,
      callbackUrl: 'http://127.0.0.1:9/callbacks/payments/national',
      bankSecret: 'a secret that is not asked for here',
      clockStart: '2026-07-06',
    },
  });
});
afterAll(() => sandbox.close());

const order = (number: string, more: object = {}) => ({
  number,
  total: 60_000,
  content: `Thanh toán lệ phí cho hồ sơ ${number}`,
  beneficiary: 'Thành ủy Hà Nội',
  returnUrl: 'http://127.0.0.1:9/don-hang',
  expiresAt: '2026-07-07T17:00:00Z',
  ...more,
});
const ask = async (path: string, asked: object, key = secret) => {
  const body = JSON.stringify(asked);
  const time = String(Date.now());
  const signature = createHmac('sha256', key).update(`${time}\n${path}\n${body}`).digest('base64');
  const headers = { 'content-type': 'application/json', 'x-time': time, 'x-signature': signature };
  return fetch(`${sandbox.url}/payments${path}`, { method: 'POST', headers, body });
};
const open = async (number: string, more: object = {}): Promise<string> => {
  const { url } = (await (await ask('/checkout', order(number, more))).json()) as { url: string };
  return url;
};
const press = (url: string, result: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'BANK', result }) });

describe('the stand-in of the payment platform', () => {
  test('opens nothing for a request that is not signed by the system', async () => {
    expect((await ask('/checkout', order('A'), Buffer.alloc(32))).status).toBe(401);
    expect((await fetch(`${sandbox.url}/payments/query`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await ask('/checkout', order('A', { total: 0.5 }))).status).toBe(400);
  });

  test('shows what was ordered as text, whatever it holds', async () => {
    const page = await (await fetch(await open('B', { beneficiary: '<script>alert(1)</script>' }))).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>');
  });

  test('lets an order be paid once, and shows how it ended to whoever comes back', async () => {
    const url = await open('C');
    expect(await (await press(url, 'PAID')).text()).toContain('Thanh toán thành công');
    expect(await (await press(url, 'FAILED')).text()).toContain('Thanh toán thành công');
    expect(await (await fetch(url)).text()).toContain('Biên lai thanh toán');
    expect(sandbox.account.on('2026-07-06').filter(({ reference }) => reference === 'C')).toHaveLength(1);
  });

  test('takes no money for an order whose time is over', async () => {
    const url = await open('D', { expiresAt: '2026-07-05T00:00:00Z' });
    expect(await (await press(url, 'PAID')).text()).toContain('Giao dịch đã hết hạn');
    expect(await (await ask('/query', { number: 'D' })).json()).toEqual({
      number: 'D',
      status: 'NOT_STARTED',
    });
  });

  test('knows no page and no receipt that nobody has made', async () => {
    for (const path of ['/pages/CK-0', '/receipts/PAY-0'])
      expect((await fetch(`${sandbox.url}/payments${path}`)).status).toBe(404);
  });
});
