import { recordAudit } from '@dang/audit/record';
import type { Door, DoorParts } from '@dang/service/doors/door';
import { counterOf } from '@dang/service/metrics';
import { DatabaseError, Pool } from 'pg';
import { feesEnvironment } from '../environment.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import type { CallbackMessage } from '../payment-platform/platform.port.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { type ConfirmationQueue, confirmationQueue } from './confirmation-queue.ts';
import { failPayment } from './failed-payment.ts';
import { clockDiffers } from './payment.rules.ts';
import { refusedCallbacks } from './refused-callbacks.ts';
import { tellRefund } from './told-refund.ts';

/** Two calls are under way at most; payments never wait for a connection that an export holds. */
const CONNECTIONS = 2;
const STATEMENT_MS = 4_500;

/** What became of a message; what was wrong with it is in the audit trail, and nothing has changed. */
const leavesALine = new Set(['WRONG_AMOUNT', 'UNKNOWN_ORDER']);

/** Whether the database did not like what it was told, rather than being away, full or about to stop (classes 08, 53, 57P, 58). */
const isOfAStatement = (error: unknown): boolean =>
  error instanceof DatabaseError && !/^(08|53|57P|58)/.test(error.code ?? '');

/** The queue in which this process confirms payments, on connections of its own. */
function openQueue({ environment, clock, log }: DoorParts): ConfirmationQueue & { close(): Promise<void> } {
  const pool = new Pool({
    connectionString: environment.DATABASE_URL,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    connectionTimeoutMillis: STATEMENT_MS,
    application_name: 'fees payments',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection for payments is gone'));
  const queue = confirmationQueue(
    (payments) => confirmPayments(pool, payments, clock.today()),
    (error, payments) => {
      const isAboutOne = isOfAStatement(error);
      log.warn({ err: error, payments, isAboutOne }, 'payments cannot be confirmed together');
      return isAboutOne ? 'TRY_ALONE' : 'GIVE_UP';
    },
  );
  return { ...queue, close: () => pool.end() };
}

/**
 * `POST /callbacks/payments/<provider>`: what the payment platform tells, up to 100 messages, each counted once. The signature is
 * checked over the bytes before anything is read; a wrong one is 401, leaves a line in the audit trail and changes nothing. Of a message that is believed
 * no amount is: an order is paid with exactly its total or not at all. 200 means that everything is stored; the platform tells
 * again what got another answer.
 */
export const callbackDoor: Door = (app, parts) => {
  const { orm, environment, clock, log, metrics } = parts;
  const platform = platformOf(feesEnvironment(environment));
  const queue = openQueue(parts);
  const refuse = refusedCallbacks(orm);
  const { count } = counterOf(metrics, {
    name: 'payment_callback_messages_total',
    help: 'Messages of the payment platform, by what became of them',
    labels: ['outcome'],
  });
  app.addHook('onClose', () => queue.close());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const take = (message: CallbackMessage): Promise<string> => {
    const { messageId, number } = message;
    const now = clock.now();
    const when = { today: clock.today(), now };
    if (message.kind === 'PAID') {
      const { kind: _paid, ...payment } = message;
      const told = { provider: platform.name, ...payment, clockDiffers: clockDiffers(payment.paidAt, now) };
      return queue.confirm(told).then(({ outcome }) => outcome);
    }
    if (message.kind === 'FAILED') {
      const { reason } = message;
      return failPayment(orm.em.fork(), { provider: platform.name, messageId, number, reason }, when);
    }
    return tellRefund(orm.em.fork(), { provider: platform.name, ...message }, when);
  };

  app.post<{ Params: { provider: string }; Body: Buffer | undefined }>('/callbacks/payments/:provider', {
    // nobody's body is read for a provider that nobody knows
    async onRequest(request, reply) {
      if (request.params.provider !== platform.name) return reply.callNotFound();
    },
    async handler(request, reply) {
      const body = request.body ?? Buffer.alloc(0);
      const read = platform.readCallback(request.headers, body);
      if ('disbelieved' in read) {
        const { disbelieved: why } = read;
        count({ outcome: `REFUSED_${why}` });
        await refuse({ provider: platform.name, why, ip: request.ip, bytes: body.length });
        log.warn({ why, bytes: body.length }, 'a payment callback is not believed');
        return reply.code(why === 'SHAPE' ? 400 : 401).send({ error: why });
      }
      // the successes of one callback go together, and before failures, which then find their order paid
      const outcomes = new Map<CallbackMessage, string>();
      const paid = read.filter(({ kind }) => kind === 'PAID');
      const stored = await Promise.allSettled(
        paid.map(async (message) => outcomes.set(message, await take(message))),
      );
      const lost = stored.find((one) => one.status === 'rejected');
      if (lost) throw lost.reason;
      for (const message of read) if (!outcomes.has(message)) outcomes.set(message, await take(message));

      const results = read.map((message) => ({
        id: message.messageId,
        outcome: outcomes.get(message) ?? '',
      }));
      for (const { outcome } of results) count({ outcome });
      const lines = read
        .filter((message) => leavesALine.has(outcomes.get(message) ?? ''))
        .map((message) => ({
          action: 'paymentCallbackIgnored',
          subjectKind: 'PaymentOrder',
          subjectId: message.number,
          unitId: null,
          after: { kind: message.kind, ...('amount' in message && { amount: String(message.amount) }) },
          reason: outcomes.get(message) ?? null,
        }));
      if (lines.length > 0)
        await recordAudit(orm.em.fork(), lines, { client: { ip: request.ip, device: platform.name } });
      return { results };
    },
  });
};
