import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { endOrder } from '../order/end-order.ts';

/** What a provider tells of a payment that did not come about. */
export type FailedPayment = { provider: string; messageId: string; number: string; reason: string };
export type FailureOutcome = 'FAILED' | 'IGNORED' | 'REPEATED' | 'UNKNOWN_ORDER';

/**
 * Ends an order whose payment has failed; one that is paid, or has ended, is left as it is (`IGNORED`): messages may come in any
 * order. The message is kept and counts once.
 */
export function failPayment(
  em: SqlEntityManager,
  { provider, messageId, number, reason }: FailedPayment,
  { today, now }: { today: string; now: Date },
): Promise<FailureOutcome> {
  return em.transactional(async (inside) => {
    const [order] = await inside.execute<{ id: string; isWaiting: boolean }[]>(
      `select id, status in ('INITIATED', 'PROCESSING') as "isWaiting" from payment_order
       where number = ? and mode <> 'CASH' for update`,
      [number],
    );
    const outcome = !order ? 'UNKNOWN_ORDER' : order.isWaiting ? 'FAILED' : 'IGNORED';
    const [kept] = await inside.execute(
      `insert into provider_message (provider, message_id, kind, order_number, outcome)
       values (?, ?, 'FAILURE', ?, ?) on conflict do nothing returning message_id`,
      [provider, messageId, number, outcome],
    );
    if (!kept) return 'REPEATED';
    if (order && outcome === 'FAILED')
      await endOrder(inside, { orderId: order.id, to: 'FAILED', reason, today, at: now });
    return outcome;
  });
}
