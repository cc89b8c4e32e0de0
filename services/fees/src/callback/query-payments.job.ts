import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { feesEnvironment } from '../environment.ts';
import { type ConfirmedPayment, confirmPayments } from '../ledger/confirm-payments.ts';
import { endOrder } from '../order/end-order.ts';
import {
  type PaymentPlatform,
  type PlatformPayment,
  PlatformUnavailable,
} from '../payment-platform/platform.port.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { failPayment } from './failed-payment.ts';
import { afterQuery, clockDiffers, nextQueryAt } from './payment.rules.ts';

const BATCH = 32;
const ORDERS_A_RUN = 3_200;

type Waiting = { id: string; number: string; expiresAt: Date; queries: number };
type Answered = { order: Waiting; payment: PlatformPayment };

/**
 * Takes the orders whose question has come due, and puts the next question off before this one is asked: whoever dies in between
 * leaves nothing behind that is not asked again.
 */
async function takeWaiting(em: SqlEntityManager, now: Date): Promise<Waiting[]> {
  const rows = await em.execute<(Omit<Waiting, 'expiresAt'> & { expiresAt: string })[]>(
    `update payment_order set queries = queries + 1, next_query_at = ?::timestamptz
     where id in (select id from payment_order
       where status in ('INITIATED', 'PROCESSING') and next_query_at <= ?::timestamptz
       order by next_query_at limit ? for update skip locked)
     returning id, number, expires_at as "expiresAt", queries`,
    [nextQueryAt(now, 1), now, BATCH],
  );
  return rows.map((row) => ({ ...row, expiresAt: new Date(row.expiresAt) }));
}

/** Asks about each, all at once; the platform that does not answer is asked again later. */
async function ask(platform: PaymentPlatform, orders: readonly Waiting[]): Promise<Answered[]> {
  const answers = await Promise.all(
    orders.map((order) =>
      platform.query(order.number).then(
        (payment): Answered => ({ order, payment }),
        (error: unknown) => {
          if (error instanceof PlatformUnavailable) return null;
          throw error;
        },
      ),
    ),
  );
  return answers.filter((answer) => answer !== null);
}

async function confirmAll(
  { em, clock }: JobContext,
  provider: string,
  answered: readonly Answered[],
): Promise<void> {
  const payments = answered.flatMap(({ order: { number }, payment }): ConfirmedPayment[] => {
    if (payment.status !== 'PAID') return [];
    const { status: _paid, ...paid } = payment;
    const messageId = `query ${paid.providerRef}`;
    return [{ provider, messageId, number, ...paid, clockDiffers: clockDiffers(paid.paidAt, clock.now()) }];
  });
  if (payments.length > 0) await confirmPayments(em, payments, clock.today());
}

/** Acts on the answers about one batch. */
async function settle(context: JobContext, provider: string, answered: readonly Answered[]): Promise<void> {
  const { em, clock } = context;
  const now = clock.now();
  const today = clock.today();
  const confirmed: Answered[] = [];
  const again: Waiting[] = [];
  for (const { order, payment } of answered) {
    const { id: orderId, number, expiresAt, queries } = order;
    const next = afterQuery(payment, { expiresAt, now });
    if (next === 'CONFIRM') confirmed.push({ order, payment });
    else if (next === 'EXPIRE') {
      const end = { orderId, to: 'EXPIRED', reason: null, today, at: now } as const;
      await em.transactional((inside) => endOrder(inside, end));
    } else if (next === 'FAIL' && payment.status === 'FAILED') {
      const told = { provider, messageId: `query ${number} ${queries}`, number, reason: payment.reason };
      await failPayment(em, told, { today, now });
    } else again.push(order);
  }
  await confirmAll(context, provider, confirmed);
  if (again.length === 0) return;
  await em.execute(
    `update payment_order set next_query_at = "nextAt"
     from jsonb_to_recordset(?::jsonb) as later("orderId" uuid, "nextAt" timestamptz)
     where id = "orderId" and status in ('INITIATED', 'PROCESSING')`,
    [JSON.stringify(again.map(({ id, queries }) => ({ orderId: id, nextAt: nextQueryAt(now, queries) })))],
  );
}

/**
 * Asks the platform about orders that have had no result for a quarter of an hour: a callback may be lost, and somebody may have
 * closed the page. What it does not answer about stays as it is, also after 24 hours: the payer may have paid.
 */
export const queryPayments: Job = {
  name: 'query-payments',
  cron: '* * * * *',
  async run(context) {
    const { em, environment, clock, log } = context;
    const platform = platformOf(feesEnvironment(environment));
    let asked = 0;
    while (asked < ORDERS_A_RUN) {
      const orders = await takeWaiting(em, clock.now());
      if (orders.length === 0) return;
      asked += orders.length;
      const answered = await ask(platform, orders);
      await settle(context, platform.name, answered);
      if (answered.length === 0) {
        log.warn({ orders: orders.length }, 'the payment platform does not answer: it is asked again later');
        return;
      }
    }
  },
};
