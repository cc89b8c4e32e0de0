import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { chargeMonth } from '../src/charge/charge-month.ts';
import { feesEnvironment } from '../src/environment.ts';
import { platformOf } from '../src/payment-platform/platform.ts';
import { openTestDoors } from './doors-stage.ts';
import { heard, openFees, units } from './fees-stage.ts';
import { type PlacedOrder, placeOrder } from './orders-stage.ts';
import { openPlatform } from './platform-stand-in.ts';

const everything = [
  'payment_order',
  'dues_charge',
  'refund',
  'ledger_transaction',
  'ledger_entry',
  'totals_delta',
  'dues_standing',
  'outbox',
];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Fees with its side doors open, the payment platform that tells it what has been paid, and members who owe two months. */
export async function openPayments(scheme: 'HMAC' | 'RSA' = 'HMAC') {
  const port = await freePort();
  const callbackUrl = `http://127.0.0.1:${port}/callbacks/payments/national`;
  const standIn = await openPlatform({ scheme, callbackUrl });
  const fees = await openFees({ ...standIn.environment, PORT_FEES_DOORS: String(port) });
  const doors = openTestDoors(fees);
  await doors.app.listen({ host: '127.0.0.1', port });
  const platform = platformOf(feesEnvironment(fees.environment));

  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n ?? 0;
  let seen = 0;
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    fees.em().execute<T[]>(sql, values) as Promise<T[]>;
  return {
    fees,
    standIn,
    doors,
    platform,
    callbackUrl,
    rows,
    /** How many rows there are of what stands behind `from`. */
    count,
    /** How many postings there are of an order or a refund. */
    postings: ({ id }: { id: string }) => count('ledger_transaction where subject_id = ?', id),
    /** Pays at the platform; what its callback was answered. */
    pay: async (...numbers: string[]) => (await standIn.pay({ numbers })).body.told,
    /** Members of Chi bộ 1 who owe two announced months. */
    async membersWhoOwe(count: number): Promise<string[]> {
      const members = Array.from({ length: count }, () => randomUUID());
      await fees.hear(...members.map((member) => heard.approved(member, units.branch1, '60000', '2026-06')));
      for (const month of ['2026-06', '2026-07']) {
        await fees.em().execute('truncate charge_run');
        await chargeMonth(fees.em(), month, units.ward);
      }
      await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where status = 'DRAFT'`);
      return members;
    },
    /** An order of a member, with its page open at the platform. */
    async order(
      memberId: string,
      months: string[] = ['2026-06', '2026-07'],
    ): Promise<PlacedOrder & { url: string }> {
      const placed = await placeOrder(fees.em(), [memberId], { unitId: units.branch1, months });
      const { url } = await platform.openCheckout({
        number: placed.number,
        total: placed.total,
        content: `Thanh toán lệ phí cho hồ sơ ${placed.number}`,
        beneficiary: 'Thành ủy Hà Nội',
        returnUrl: 'http://127.0.0.1/don-hang',
        expiresAt: new Date('2026-07-08T00:00:00+07:00'),
      });
      return { ...placed, url };
    },
    /** `SUCCEEDED PAID PAID`: the order, and the charges in it. */
    async state({ id }: { id: string }): Promise<string> {
      const [order] = await rows<{ text: string }>(
        `select concat_ws(' ', known.status, (select string_agg(charge.status::text, ' ' order by line.line)
           from order_line line join dues_charge charge using (period, member_id) where line.order_id = known.id)) as text
         from payment_order known where known.id = ?`,
        [id],
      );
      return order?.text ?? '';
    },
    /** What everything that a payment may change looks like now. */
    async everything(): Promise<string> {
      const parts = everything.map(
        (table) => `coalesce((select md5(string_agg(t::text, ',' order by t::text)) from ${table} t), '-')`,
      );
      const [row] = await rows<{ text: string }>(`select concat_ws(' ', ${parts.join(', ')}) as text`);
      return row?.text ?? '';
    },
    /** The lines of the audit trail since the last call: `paymentCallbackRefused SIGNATURE`. */
    async auditLines(): Promise<string[]> {
      const lines = await rows<{ text: string }>(
        `select action || ' ' || reason as text from audit_entry where action like 'paymentCallback%' order by id`,
      );
      const news = lines.slice(seen).map(({ text }) => text);
      seen = lines.length;
      return news;
    },
    /** The orders' question to the platform is due. */
    async queryNow(): Promise<void> {
      await fees.em().execute(`update payment_order set next_query_at = '2026-07-01'
        where status in ('INITIATED', 'PROCESSING')`);
      await fees.runJob('query-payments');
    },
    async close(): Promise<void> {
      await doors.close();
      await fees.close();
      await standIn.close();
    },
  };
}

export type Payments = Awaited<ReturnType<typeof openPayments>>;

/** Waits for what comes by itself; gives up after five seconds. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
