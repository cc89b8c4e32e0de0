import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { feesEnvironment } from '../environment.ts';
import { type ConfirmedPayment, confirmPayments, type PaymentOutcome } from '../ledger/confirm-payments.ts';
import { endOrder } from '../order/end-order.ts';
import {
  type PaymentPlatform,
  type PlatformPayment,
  PlatformUnavailable,
} from '../payment-platform/platform.port.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { type ConfirmationQueue, confirmationQueue } from './confirmation-queue.ts';
import { failPayment } from './failed-payment.ts';
import { afterQuery, clockDiffers, nextQueryAt } from './payment.rules.ts';

const BATCH = 32;
const ORDERS_A_RUN = 3_200;
const OTHER_SUM = 'Số tiền nhận được không đúng với giao dịch';

type Waiting = { id: string; number: string; expiresAt: Date; queries: number };
type Answered = { order: Waiting; payment: PlatformPayment };

/**
 * Takes the orders whose question has come due, and puts the next question off before this one is asked: whoever dies in between
 * leaves nothing behind that is not asked again. Questions keep real time, whatever the day of business.
 */
async function takeWaiting(em: SqlEntityManager): Promise<Waiting[]> {
  const rows = await em.execute<(Omit<Waiting, 'expiresAt'> & { expiresAt: string })[]>(
    `update payment_order set queries = queries + 1, next_query_at = ?::timestamptz
     where id in (select id from payment_order
       where status in ('INITIATED', 'PROCESSING') and next_query_at <= now()
       order by next_query_at limit ? for update skip locked)
     returning id, number, expires_at as "expiresAt", queries`,
    [nextQueryAt(new Date(), 1), BATCH],
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

/** What the platform says is paid, as a payment to confirm; null when it is not. Each answer is judged anew. */
function paymentOf(
  { order: { number, queries }, payment }: Answered,
  provider: string,
  now: Date,
): ConfirmedPayment | null {
  if (payment.status !== 'PAID') return null;
  const { status: _paid, ...paid } = payment;
  const messageId = `query ${paid.providerRef} ${queries}`;
  return { provider, messageId, number, ...paid, clockDiffers: clockDiffers(paid.paidAt, now) };
}

/** Whether the order is paid now, by this or before; what is paid with another sum leaves it open. */
const isSettling = (outcome: PaymentOutcome): boolean =>
  ['CONFIRMED', 'CONFIRMED_LATE', 'DUPLICATE'].includes(outcome);

/**
 * Acts on the answer about one order. One that the platform calls paid, but not with its sum, ends with its time like any other: its
 * charges would be locked for ever.
 */
async function settle(
  { orm, clock }: JobContext,
  { provider, queue }: { provider: string; queue: ConfirmationQueue },
  answer: Answered,
): Promise<void> {
  const em = orm.em.fork();
  const { order, payment } = answer;
  const { id: orderId, number, expiresAt, queries } = order;
  const now = clock.now();
  const today = clock.today();
  const paid = paymentOf(answer, provider, now);
  const next = afterQuery(payment, { expiresAt, now });
  const settled = paid && isSettling((await queue.confirm(paid)).outcome);
  if (settled) return;
  if (next === 'EXPIRE' || (paid && now >= expiresAt))
    await em.transactional((inside) =>
      endOrder(inside, { orderId, to: 'EXPIRED', reason: paid && OTHER_SUM, today, at: now }),
    );
  else if (payment.status === 'FAILED') {
    const told = { provider, messageId: `query ${number} ${queries}`, number, reason: payment.reason };
    await failPayment(em, told, { today, now });
  } else
    await em.execute(
      `update payment_order set next_query_at = ? where id = ? and status in ('INITIATED', 'PROCESSING')`,
      [nextQueryAt(new Date(), queries), orderId],
    );
}

/**
 * Asks the platform about orders that have had no result for a quarter of an hour: a callback may be lost, and somebody may have
 * closed the page. What it does not answer about stays as it is, also after 24 hours: the payer may have paid. An order that cannot be
 * settled keeps no other from it.
 */
export const queryPayments: Job = {
  name: 'query-payments',
  cron: '* * * * *',
  async run(context) {
    const { orm, em, environment, clock, log } = context;
    const platform = platformOf(feesEnvironment(environment));
    const queue = confirmationQueue((payments) => confirmPayments(orm.em.fork(), payments, clock.today()));
    let asked = 0;
    while (asked < ORDERS_A_RUN) {
      const orders = await takeWaiting(em);
      if (orders.length === 0) return;
      asked += orders.length;
      const answered = await ask(platform, orders);
      const settled = await Promise.allSettled(
        answered.map((answer) => settle(context, { provider: platform.name, queue }, answer)),
      );
      for (const [index, result] of settled.entries()) {
        if (result.status === 'fulfilled') continue;
        const about = { order: answered[index]?.order.number, err: result.reason };
        log.error(about, 'an order cannot be settled: it is asked about again later');
      }
      if (answered.length === 0) {
        log.warn({ orders: orders.length }, 'the payment platform does not answer: it is asked again later');
        return;
      }
    }
  },
};
