import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { feesEnvironment } from '../environment.ts';
import { PlatformUnavailable } from '../payment-platform/platform.port.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { endOrder, startProcessing } from './end-order.ts';
import { relationsTo, signedIn } from './order.access.ts';
import { findOrders } from './order.rows.ts';
import { actOn, doneWith, type OrderAct } from './order-acts.ts';

/** A page of the platform that is open for an order. */
export interface Checkout {
  readonly provider: string;
  readonly url: string;
}

/**
 * Opens the payment page of an order at the platform, outside of any transaction: the order waits already, so that nothing is lost
 * when we die here. Idempotent by the order's number. Null: there is nothing to open for this actor, and `noteCheckout` says why.
 * Refuses `PLATFORM_UNAVAILABLE`; the order stays as it is.
 */
export async function openCheckout(
  context: GraphContext,
  orderId: string,
  returnUrl: string,
): Promise<Refusal | Checkout | null> {
  const environment = feesEnvironment(context.environment);
  const [order] = await findOrders(context.em, [orderId]);
  if (!order || !(await relationsTo(context, order)).has('PAYER')) return null;
  const platform = platformOf(environment);
  if (order.checkoutUrl !== null && order.status === 'PROCESSING')
    return { provider: platform.name, url: order.checkoutUrl };
  if (order.status !== 'INITIATED' || new Date(order.expiresAt) <= context.clock.now()) return null;
  try {
    const { url } = await platform.openCheckout({
      number: order.number,
      total: BigInt(order.total),
      content: `Thanh toán lệ phí cho hồ sơ ${order.number}`,
      beneficiary: environment.CENTRAL_ACCOUNT_NAME,
      returnUrl,
      expiresAt: new Date(order.expiresAt),
    });
    return { provider: platform.name, url };
  } catch (error) {
    if (!(error instanceof PlatformUnavailable)) throw error;
    context.log.warn({ err: error, order: order.number }, 'the payment platform does not open a page');
    return refuse('PLATFORM_UNAVAILABLE');
  }
}

/** Notes that the page is open: the order is `PROCESSING` from now on. Runs inside `mutate`. */
export async function noteCheckout(
  em: SqlEntityManager,
  context: GraphContext,
  act: OrderAct,
  checkout: Checkout | null,
): Promise<Refusal | Done> {
  const acted = await actOn(em, context, act, { action: 'PAY' });
  if (isRefusal(acted)) return acted;
  const { order } = acted;
  if (checkout === null) return refuse('WRONG_STATE');
  const page = { orderId: order.id, provider: checkout.provider, checkoutUrl: checkout.url };
  const started = await startProcessing(em, { ...page, at: context.clock.now(), actor: signedIn(context) });
  if (!started) throw new Error(`order ${order.number} is ${order.status} and could not be paid`);
  return doneWith(order, 'PROCESSING');
}

/** Whether the payer has not begun at the platform, or why that cannot be known: asked outside of any transaction. */
export async function notStarted(context: GraphContext, orderId: string): Promise<true | RefusalCode> {
  const [order] = await findOrders(context.em, [orderId]);
  if (order?.status !== 'PROCESSING' || !(await relationsTo(context, order)).has('PAYER')) return true;
  try {
    const { status } = await platformOf(feesEnvironment(context.environment)).query(order.number);
    return status === 'NOT_STARTED' ? true : 'WRONG_STATE';
  } catch (error) {
    if (!(error instanceof PlatformUnavailable)) throw error;
    return 'PLATFORM_UNAVAILABLE';
  }
}

/** Gives an order up: its charges are free again. Runs inside `mutate`. */
export async function cancelOrder(
  em: SqlEntityManager,
  context: GraphContext,
  act: OrderAct,
  isNotStarted: true | RefusalCode,
): Promise<Refusal | Done> {
  const acted = await actOn(em, context, act, { action: 'CANCEL', facts: { notStarted: isNotStarted } });
  if (isRefusal(acted)) return acted;
  const { order } = acted;
  await endOrder(em, {
    orderId: order.id,
    to: 'CANCELLED',
    reason: null,
    today: context.clock.today(),
    at: context.clock.now(),
    actor: signedIn(context),
  });
  return doneWith(order, 'CANCELLED');
}
