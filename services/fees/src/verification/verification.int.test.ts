import { randomUUID } from 'node:crypto';
import { sealOnce } from '@dang/audit/sealer';
import { askLimit } from '@dang/service/doors/ask-limit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { units } from '../../test/fees-stage.ts';
import { openReceipts } from '../../test/receipt-stage.ts';
import { ledgerChain } from '../ledger/content.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';

import { receiptPage } from './verification.page.ts';

let house: Awaited<ReturnType<typeof openReceipts>>;
let order: Awaited<ReturnType<typeof house.paid>>;
let url = '';
beforeAll(async () => {
  house = await openReceipts();
  order = await house.paid([house.an, house.binh]);
  url = await verifyUrlOf(order.id);
});
afterAll(() => house.close());

const verifyUrlOf = async (id: string): Promise<string> =>
  (await house.orderAs(house.secretary, id, 'receipts { verifyUrl }')).receipts[0].verifyUrl;
const asJson = async (address: string) =>
  (await house.open(address, { accept: 'application/json' })).json<Record<string, unknown>>();

/** Changes rows past the guards of the ledger, as somebody with the database in hand could, and puts them back. */
async function tampered(
  sql: string,
  values: unknown[],
  back: string,
  look: () => Promise<void>,
): Promise<void> {
  const em = house.em();
  const run = async (statement: string) => {
    await em.execute('alter table ledger_entry disable trigger user');
    await em.execute('alter table ledger_transaction disable trigger user');
    await em.execute(statement, values);
    await em.execute('alter table ledger_entry enable trigger user');
    await em.execute('alter table ledger_transaction enable trigger user');
  };
  await run(sql);
  await look();
  await run(back);
}

describe('the public page of a receipt', () => {
  test('says that it is good, and nothing of a person', async () => {
    const answer = await house.open(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    for (const said of ['Biên lai hợp lệ', order.number, '157.500 đồng', '06/07/2026', 'Chi bộ 1'])
      expect(answer.body).toContain(said);
    for (const personal of ['Phượng', 'Bình', '12345678', house.an, house.binh, 'ref-'])
      expect(answer.body).not.toContain(personal);
  });

  test('is JSON for programs', async () => {
    expect(await asJson(url)).toEqual({
      verdict: 'VALID',
      number: order.number,
      amount: 157_500,
      paidOn: '2026-07-06',
      branch: expect.stringContaining('Chi bộ 1'),
      refundedOn: null,
      sealed: false,
    });
  });

  test.each([
    ['another hash', () => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`],
    ['a made-up code', () => url.replace(/[\w-]{64}$/, 'A'.repeat(64))],
    ['no code', () => url.replace(/[\w-]{64}$/, randomUUID())],
    ['a path', () => url.replace(/[\w-]{64}$/, '..%2F..%2Fetc')],
  ])('knows nothing of %s', async (_what, forged) => {
    const answer = await house.open(forged());
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('Biên lai không hợp lệ');
    expect(await asJson(forged())).toEqual({ verdict: 'INVALID' });
  });

  test('finds out a ledger that was changed: an amount, a day', async () => {
    const entries = 'update ledger_entry set amount = amount';
    await tampered(`${entries} * 2`, [], `${entries} / 2`, async () => {
      expect(await asJson(url)).toEqual({ verdict: 'INVALID' });
    });
    const day = 'update ledger_transaction set booked_on = booked_on';
    await tampered(`${day} + 1`, [], `${day} - 1`, async () => {
      expect(await asJson(url)).toEqual({ verdict: 'INVALID' });
    });
    expect(await asJson(url)).toMatchObject({ verdict: 'VALID' });
  });

  test('finds out an order whose total was changed', async () => {
    const em = house.em();
    await em.execute('update payment_order set total = total + 1 where id = ?', [order.id]);
    expect(await asJson(url)).toEqual({ verdict: 'INVALID' });
    await em.execute('update payment_order set total = total - 1 where id = ?', [order.id]);
  });

  test('says that the money went back', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const paid = await house.paid([member], 'SELF');
    const address = await verifyUrlOf(paid.id);
    const refundId = randomUUID();
    const em = house.em();
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on) values (?, ?, 'PAYMENT', ?, 'APPROVED', 'x', '2026-07-06')`,
      [refundId, paid.id, paid.total],
    );
    await em.transactional((inside) =>
      reverseOrder(inside, { orderId: paid.id, refundId, bookedOn: '2026-07-07' }),
    );
    expect(await asJson(address)).toMatchObject({ verdict: 'REFUNDED', refundedOn: '2026-07-07' });
    const page = (await house.open(address)).body;
    expect(page).toContain('Đã hoàn tiền');
    expect(page).not.toContain('Biên lai hợp lệ');
  });

  test('knows whether the posting is in its chain, and finds out a chain that was joined anew', async () => {
    const client = new Client({ connectionString: house.environment.DATABASE_URL });
    await client.connect();
    while ((await sealOnce(client, ledgerChain)) > 0);
    await client.end();
    expect(await asJson(url)).toMatchObject({ verdict: 'VALID', sealed: true });
    expect((await house.open(url)).body).toContain('Đã niêm phong');
    const em = house.em();
    await em.execute('alter table ledger_chain disable trigger user');
    await em.execute('update ledger_chain set hash = sha256(hash)');
    expect(await asJson(url)).toEqual({ verdict: 'INVALID' });
  });

  test('lets one address ask 60 times a minute', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 65; time++) statuses.push((await house.open(url.slice(0, -3))).statusCode);
    expect(statuses.at(-1)).toBe(429);
  });
});

test('the limit counts each address by itself, forgets with the window, and stays small', () => {
  const mayAsk = askLimit(2, 1_000);
  expect([mayAsk('a', 0), mayAsk('a', 1), mayAsk('a', 2), mayAsk('b', 3)]).toEqual([true, true, false, true]);
  expect(mayAsk('a', 1_000)).toBe(true);
});

test('a name of a unit is text on the page, whatever stands in it', () => {
  const page = receiptPage({
    number: 'x',
    amount: 1n,
    paidOn: '2026-07-06',
    branch: '<script>alert("x")</script>',
    refundedOn: null,
    sealed: true,
  });
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});
