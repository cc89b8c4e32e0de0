import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPayments, type Payments } from '../../test/payments-stage.ts';

describe.each(['HMAC', 'RSA'] as const)(
  'payments of which a platform that signs by %s tells nothing',
  (scheme) => {
    let stage: Payments;
    let owing: string[];
    beforeAll(async () => {
      stage = await openPayments(scheme);
      owing = await stage.membersWhoOwe(12);
    });
    afterEach(() => stage.standIn.arm({}));
    afterAll(() => stage.close());

    const newOrder = () => stage.order(owing.pop() ?? '');

    test('are found paid by asking, once, whatever is told later', async () => {
      const order = await newOrder();
      await stage.standIn.arm({ late: order.number });
      await stage.pay(order.number);
      await stage.queryNow();
      expect(await stage.state(order)).toBe('SUCCEEDED PAID PAID');
      await stage.standIn.tellLate();
      expect(await stage.postings(order)).toBe(1);
    });

    test('and that nobody has begun, expire and free their charges; being paid stays as it is', async () => {
      const [untouched, opened] = [await newOrder(), await newOrder()];
      await fetch(opened.url);
      await stage.queryNow();
      expect(await stage.state(untouched)).toMatch(/^EXPIRED (ANNOUNCED|OVERDUE) ANNOUNCED$/);
      expect(await stage.state(opened)).toBe('PROCESSING IN_PAYMENT IN_PAYMENT');
      await stage.fees
        .em()
        .execute(`update payment_order set expires_at = '2026-07-05' where id = ?`, [opened.id]);
      await stage.queryNow();
      expect(await stage.state(opened)).toMatch(/^EXPIRED/);
      expect(await stage.pay(opened.number)).toBe(200);
      expect(await stage.state(opened)).toBe('SUCCEEDED PAID PAID');
    });

    test('and have failed, end as failed', async () => {
      const order = await newOrder();
      await stage.standIn.arm({ silence: order.number });
      await stage.standIn.pay({ numbers: [order.number], result: 'FAILED' });
      await stage.queryNow();
      expect(await stage.state(order)).toMatch(/^FAILED/);
    });

    test('stay as they are while the platform does not answer, however long, and are asked about later', async () => {
      const order = await newOrder();
      await stage.fees
        .em()
        .execute(`update payment_order set expires_at = '2026-07-05' where id = ?`, [order.id]);
      for (const fault of ['error500', 'slow']) {
        await stage.standIn.arm({ [fault]: 'always' });
        await stage.queryNow();
        expect(await stage.state(order)).toBe('PROCESSING IN_PAYMENT IN_PAYMENT');
      }
      await stage.standIn.arm({});
      const [{ isLater } = { isLater: false }] = await stage.rows<{ isLater: boolean }>(
        `select next_query_at between now() and now() + interval '2 hours' as "isLater" from payment_order where id = ?`,
        [order.id],
      );
      expect(isLater).toBe(true);
      await stage.queryNow();
      expect(await stage.state(order)).toMatch(/^EXPIRED/);
    });

    test('and that were paid with another sum, wait for the right one until their time is over, and free their charges', async () => {
      const [corrected, never] = [await newOrder(), await newOrder()];
      const total = (order: { id: string }, amount: number) =>
        stage.fees.em().execute('update payment_order set total = ? where id = ?', [amount, order.id]);
      await stage.standIn.arm({ silence: 'always' });
      for (const order of [corrected, never]) {
        await stage.pay(order.number);
        await total(order, 119_999);
      }
      await stage.queryNow();
      for (const order of [corrected, never])
        expect(await stage.state(order)).toBe('PROCESSING IN_PAYMENT IN_PAYMENT');

      await total(corrected, 120_000);
      await stage.fees
        .em()
        .execute(`update payment_order set expires_at = '2026-07-05' where id = ?`, [never.id]);
      await stage.queryNow();
      expect(await stage.state(corrected)).toBe('SUCCEEDED PAID PAID');
      expect(await stage.state(never)).toMatch(/^EXPIRED (ANNOUNCED|OVERDUE) ANNOUNCED$/);
      expect(await stage.postings(never)).toBe(0);
    });

    test('are not asked about before their time, nor is cash', async () => {
      const order = await newOrder();
      await stage.fees.em().execute('update payment_order set next_query_at = null where id = ?', [order.id]);
      await stage.fees.runJob('query-payments');
      expect(await stage.state(order)).toBe('PROCESSING IN_PAYMENT IN_PAYMENT');
    });
  },
);
