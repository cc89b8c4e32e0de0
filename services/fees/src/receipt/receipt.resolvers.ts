import { type GraphContext, loaderOf } from '@dang/service/context';
import { signUrl } from '@dang/service/doors/signed-url';
import type { ChargeRow } from '../charge/charge.rows.ts';
import { feesEnvironment } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { readsCovered } from '../order/order.access.ts';
import type { OrderRow } from '../order/order.rows.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { findPayingOrders, findPostedPayments, type PostedPayment } from './receipt.rows.ts';
import { receiptNumber } from './receipt-form.ts';
import { verifyUrlOf } from './verification-code.ts';

/** How long a link to a receipt is good. */
const LINK_MS = 15 * 60_000;

const linkTo = ({ environment }: GraphContext, path: string): string =>
  signUrl(feesEnvironment(environment), path, { expiresAt: new Date(Date.now() + LINK_MS) });

const postedOf = (context: GraphContext, orderId: string): Promise<PostedPayment | null> =>
  loaderOf<string, PostedPayment | null>(context, 'posted payments', async (ids) => {
    const posted = await findPostedPayments(context.em, ids);
    return ids.map((id) => posted.get(id) ?? null);
  }).load(orderId);

async function receiptsOf(order: OrderRow, context: GraphContext) {
  if (order.paidOn === null || order.status === 'SUCCEEDED_DUPLICATE') return [];
  const posted = await postedOf(context, order.id);
  if (!posted) return [];
  const environment = feesEnvironment(context.environment);
  const common = {
    issuedOn: order.paidOn,
    verifyUrl: verifyUrlOf(environment, posted),
  };
  const number = receiptNumber(order.number);
  const url = linkTo(context, `/files/receipts/${order.id}`);
  if (order.mode === 'CASH') return [{ ...common, kind: 'CASH' as const, number, url }];
  const ref = order.providerRef;
  return [
    { ...common, kind: 'DVC' as const, number, url },
    {
      ...common,
      kind: 'NATIONAL_PAYMENT' as const,
      number: ref === null || readsCovered(context) ? order.number : ref,
      url: ref === null || readsCovered(context) ? null : platformOf(environment).receiptUrl(ref),
    },
  ];
}

const payingOrder = (context: GraphContext, memberId: string, period: string): Promise<string | null> =>
  loaderOf<string, string | null>(context, 'orders that paid charges', async (keys) => {
    const asked = keys.map((key) => ({ period: key.slice(0, 7), memberId: key.slice(8) }));
    const orders = await findPayingOrders(context.em, asked);
    return keys.map((key) => orders.get(key) ?? null);
  }).load(`${period} ${memberId}`);

/** Receipts of orders and charges. */
export const receiptResolvers: Resolvers = {
  DuesOrder: {
    receipts: (order: OrderRow, _, context) => receiptsOf(order, context),
  },
  DuesCharge: {
    async receiptUrl({ memberId, period, status }: ChargeRow, _, context) {
      if (status !== 'PAID') return null;
      const orderId = await payingOrder(context, memberId, period);
      return orderId && linkTo(context, `/files/receipts/${orderId}/${memberId}`);
    },
  },
};
