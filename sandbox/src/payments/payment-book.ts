import { randomBytes } from 'node:crypto';
import type { Clock } from '@dang/service/clock';
import { z } from 'zod';

export const methods = ['BANK', 'E_WALLET', 'MOBILE_MONEY'] as const;
export type Method = (typeof methods)[number];

/** Body of a checkout. */
export const checkoutShape = z.object({
  number: z.string().min(1).max(100),
  total: z.int().positive(),
  content: z.string().max(200),
  beneficiary: z.string().max(100),
  returnUrl: z.url({ protocol: /^https?$/ }),
  expiresAt: z.iso.datetime(),
});

/** Body of a refund. */
export const refundShape = z.object({
  refundId: z.uuid(),
  number: z.string().min(1).max(100),
  ref: z.string().min(1).max(100),
  amount: z.int().positive(),
  reason: z.string().max(500),
});

/** Money that has arrived; an order that was paid twice has two. */
export type Payment = { ref: string; amount: number; paidAt: string; method: Method };
export type Checkout = z.infer<typeof checkoutShape> & {
  ref: string;
  isOpened: boolean;
  failure: string | null;
  payments: Payment[];
};
export type Refund = z.infer<typeof refundShape> & {
  status: 'PENDING' | 'PAID' | 'FAILED';
  failure?: string;
};

const ORDERS_LIMIT = 200_000;

/** What the platform knows: orders by number, refunds by our id. It forgets everything when it ends. */
export class PaymentBook {
  readonly #orders = new Map<string, Checkout>();
  readonly #refunds = new Map<string, Refund>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The checkout of an order, made on the first call; null when the number is known with another total. */
  open(order: z.infer<typeof checkoutShape>): Checkout | null {
    const known = this.#orders.get(order.number);
    if (known) return known.total === order.total ? known : null;
    const made = { ...order, ref: newRef('CK'), isOpened: false, failure: null, payments: [] };
    this.#orders.set(order.number, made);
    if (this.#orders.size > ORDERS_LIMIT) this.#orders.delete(this.#orders.keys().next().value as string);
    return made;
  }

  find(number: string): Checkout | undefined {
    return this.#orders.get(number);
  }

  findByRef(ref: string): Checkout | undefined {
    for (const order of this.#orders.values()) if (order.ref === ref) return order;
    return undefined;
  }

  findPayment(ref: string): { order: Checkout; payment: Payment } | undefined {
    for (const order of this.#orders.values()) {
      const payment = order.payments.find((one) => one.ref === ref);
      if (payment) return { order, payment };
    }
    return undefined;
  }

  isOver(order: Checkout): boolean {
    return Date.parse(order.expiresAt) <= this.#clock.now().getTime();
  }

  /** The payer pays, at this moment of the business clock unless said otherwise. */
  pay(order: Checkout, method: Method, paidAt = this.#clock.now().toISOString()): Payment {
    const payment = { ref: newRef('PAY'), amount: order.total, paidAt, method };
    order.payments.push(payment);
    order.failure = null;
    return payment;
  }

  /** How an order stands, as the API answers it. */
  statusOf(number: string): Record<string, unknown> {
    const order = this.#orders.get(number);
    const [payment] = order?.payments ?? [];
    if (payment) return { status: 'PAID', ...payment };
    if (order?.failure) return { status: 'FAILED', reason: order.failure };
    return { status: order?.isOpened ? 'PENDING' : 'NOT_STARTED' };
  }

  findRefund(refundId: string): Refund | undefined {
    return this.#refunds.get(refundId);
  }

  /** Records a refund once; it fails when that payment is not known or was smaller. */
  refund(order: z.infer<typeof refundShape>, failure?: string): Refund {
    const paid = this.findPayment(order.ref);
    const fault = paid && paid.payment.amount >= order.amount ? failure : 'Không tìm thấy giao dịch gốc';
    const made: Refund = { ...order, status: 'PENDING', ...(fault !== undefined && { failure: fault }) };
    this.#refunds.set(order.refundId, made);
    return made;
  }
}

const newRef = (kind: string): string => `${kind}-${randomBytes(9).toString('hex').toUpperCase()}`;
