import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPayments, type Payments, until } from '../../test/payments-stage.ts';

describe.each(['HMAC', 'RSA'] as const)(
  'payments that go back through a platform that signs by %s',
  (scheme) => {
    let stage: Payments;
    let owing: string[];
    beforeAll(async () => {
      stage = await openPayments(scheme);
      owing = await stage.membersWhoOwe(4);
    });
    afterEach(() => stage.standIn.arm({}));
    afterAll(() => stage.close());

    const newOrder = () => stage.order(owing.pop() ?? '');

    /** A duplicate that an officer has approved and the platform was told of. */
    async function approvedRefund(more: Record<string, string> = {}) {
      const order = await newOrder();
      await stage.pay(order.number);
      await stage.standIn.pay({ numbers: [order.number], again: true });
      const [refund] = await stage.rows<{ id: string; ref: string }>(
        `update refund set status = 'INSTRUCTED' where order_id = ? returning id, provider_ref as ref`,
        [order.id],
      );
      const { id = '', ref = '' } = refund ?? {};
      await stage.standIn.arm(more);
      await stage.platform.refund({
        refundId: id,
        number: order.number,
        providerRef: ref,
        amount: 120_000n,
        reason: 'Trùng',
      });
      return id;
    }
    const statusOf = async (id: string) =>
      (await stage.rows<{ status: string }>('select status from refund where id = ?', [id]))[0]?.status;

    test('have left the central account when the platform says so, once', async () => {
      const id = await approvedRefund();
      await until(async () => (await statusOf(id)) === 'PAID');
      expect(await stage.postings({ id })).toBe(2);
      const [row] = await stage.rows<{ open: string }>(
        `select sum(amount) filter (where account = 'REFUND_PAYABLE')::text as open
       from ledger_entry join ledger_transaction made on made.id = transaction_id where subject_id = ?`,
        [id],
      );
      expect(row?.open).toBe('0');
      const told = (await stage.fees.drainOutbox()).map(({ type }) => type.split('.')[2]);
      expect(told).toContain('PaymentRefunded');
    });

    test('and are refused, are still owed', async () => {
      const id = await approvedRefund({ refundFails: 'next' });
      await until(async () => (await statusOf(id)) === 'FAILED');
      expect(await stage.postings({ id })).toBe(1);
    });

    test('without anybody’s approval, or unknown, change nothing', async () => {
      const before = await stage.everything();
      const unknown = { refundId: randomUUID(), number: 'x', providerRef: 'y', amount: 1n, reason: '' };
      await stage.platform.refund(unknown);
      await until(
        async () =>
          (await stage.count(`provider_message where order_number = 'x' and outcome = 'IGNORED'`)) === 1,
      );
      expect(await stage.everything()).toBe(before);
    });
  },
);
