import type { Actor } from '@dang/access/actor';
import { PaymentFailed } from '@dang/events/contracts/fees/payment-failed';
import { recordEvents } from '@dang/events/outbox';
import { monthOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { readdressFreedCharges } from '../charge/due-charges.ts';
import { holdChargings } from '../charging/charging.rows.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { dropGivenUp } from '../voluntary/offer-voluntary.ts';
import { type OrderMode, waitingStatuses } from './order.rules.ts';
import type { OrderStatus } from './order.workflow.ts';
import { unlockCharges } from './order-charges.ts';
import { keepOrderStep } from './order-steps.ts';

const waitingList = waitingStatuses.map((status) => `'${status}'`).join(', ');

/** How an order ends without being paid. `today` is the business day; `at` the moment, by the business clock. */
export interface OrderEnd {
  readonly orderId: string;
  readonly to: 'FAILED' | 'EXPIRED' | 'CANCELLED';
  readonly reason: string | null;
  readonly today: string;
  readonly at?: Date;
  /** Who ended it; left out when the platform or the time did. */
  readonly actor?: Actor | null;
  /** What the history calls it; left out, it follows from `to`. */
  readonly action?: string;
}

const actions = { FAILED: 'FAIL', EXPIRED: 'EXPIRE', CANCELLED: 'CANCEL' } as const;

/**
 * Ends an order that waits for its money: its charges are free again, as they were before or overdue when their month has passed,
 * at the branch that charges their month by now, and everybody is told. Answers whether it did: an order that has ended, or is paid, is left as it is. Needs a transaction.
 */
export async function endOrder(em: SqlEntityManager, end: OrderEnd): Promise<boolean> {
  const { orderId, to, reason, today, at = new Date(), actor = null, action = actions[to] } = end;
  const [order] = await em.execute<
    { from: OrderStatus; number: string; mode: OrderMode; unitId: string; payerMemberId: string }[]
  >(
    `update payment_order set status = ?::order_status, version = version + 1, failure = ?, ended_at = ?, next_query_at = null
     where id = ? and status in (${waitingList})
     returning old.status as "from", number, mode, unit_id as "unitId", payer_member_id as "payerMemberId"`,
    [to, reason, at, orderId],
  );
  if (!order) return false;
  const members = await em.execute<{ memberId: string; inAdvance: boolean }[]>(
    `select member_id as "memberId", bool_or(status_before = 'DRAFT') as "inAdvance" from order_line where order_id = ? group by 1`,
    [orderId],
  );
  const memberIds = members.map(({ memberId }) => memberId);
  await holdChargings(em, memberIds);
  await unlockCharges(em, orderId, monthOf(today));
  const givenUp = await dropGivenUp(em, orderId);
  await readdressFreedCharges(em, memberIds);
  const inAdvance = members.filter((member) => member.inAdvance).map(({ memberId }) => memberId);
  await refreshStandings(em, [...new Set([...inAdvance, ...givenUp])]);
  const { from, number, mode, unitId, payerMemberId } = order;
  await keepOrderStep(em, orderId, { action, from, actor, at, reason });
  const data = { orderId, number, mode, unitId, payerMemberId, outcome: to };
  await recordEvents(em, PaymentFailed, [{ aggregateId: orderId, data }], { actor });
  return true;
}

/**
 * Notes that the payment page of an order is open at a provider: the payer is there now, or has been. Answers whether it did: only
 * an order that waits can be paid. Opening it again changes nothing. Needs a transaction.
 */
export async function startProcessing(
  em: SqlEntityManager,
  {
    orderId,
    provider,
    checkoutUrl,
    at,
    actor,
  }: { orderId: string; provider: string; checkoutUrl: string; at: Date; actor: Actor },
): Promise<boolean> {
  const [order] = await em.execute<{ from: OrderStatus }[]>(
    `update payment_order set status = 'PROCESSING', provider = ?, checkout_url = ?,
       version = version + case when status = 'INITIATED' then 1 else 0 end
     where id = ? and status in (${waitingList}) and mode <> 'CASH'
     returning old.status as "from"`,
    [provider, checkoutUrl, orderId],
  );
  if (!order) return false;
  if (order.from === 'INITIATED')
    await keepOrderStep(em, orderId, { action: 'PAY', from: order.from, actor, at });
  return true;
}
