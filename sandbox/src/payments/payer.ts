import type { ArmedFaults } from '../armed-faults.ts';
import type { CentralAccount } from '../bank/central-account.ts';
import { type Callbacks, newMessageId, type Told } from './callbacks.ts';
import type { Checkout, Method, Payment, PaymentBook, Refund } from './payment-book.ts';

/**
 * What can go wrong between the platform and us. Of callbacks: `double` (told twice), `late` (kept back until
 * `POST /payments/late`), `outOfOrder` (the failure of an attempt before is told after the success), `wrongAmount`, `wrongSignature`,
 * `silence` (nothing is told). Of its API: `error500`, `slow`. `refundFails`: refunds are refused by the payer's bank.
 */
export const paymentFaults = [
  'double',
  'late',
  'outOfOrder',
  'wrongAmount',
  'wrongSignature',
  'silence',
  'error500',
  'slow',
  'refundFails',
] as const;
export type PaymentFaults = ArmedFaults<(typeof paymentFaults)[number]>;

type Parts = { book: PaymentBook; callbacks: Callbacks; faults: PaymentFaults; account: CentralAccount };

/** What payers do at the platform, and how we are told of it. `told` is the status that we answered; null: nothing was told. */
export class Payer {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Pays orders; more than one is told in one callback. */
  async pay(
    orders: readonly Checkout[],
    method: Method,
    paidAt?: string,
  ): Promise<{ payments: Payment[]; told: number | null }> {
    const { book, account } = this.#parts;
    const payments = orders.map((order) => {
      const payment = book.pay(order, method, paidAt);
      account.receive({
        reference: order.number,
        counterparty: 'Cổng thanh toán quốc gia',
        amount: payment.amount,
        content: `${order.content} ${payment.ref}`,
      });
      return payment;
    });
    const messages = orders.map((order, index) => paidMessage(order, payments[index] as Payment));
    return { payments, told: await this.#tell(messages) };
  }

  /** The payer gives up, or their bank refuses. */
  async fail(order: Checkout, reason: string): Promise<{ told: number | null }> {
    order.failure = reason;
    return {
      told: await this.#tell([{ kind: 'FAILED', id: newMessageId(), number: order.number, reason }]),
    };
  }

  /** Carries out a refund that was ordered, and tells what became of it. */
  async settleRefund(refund: Refund): Promise<void> {
    const { refundId, number, failure } = refund;
    refund.status = failure === undefined ? 'PAID' : 'FAILED';
    const about = { id: newMessageId(), number, refundId };
    if (failure === undefined)
      this.#parts.account.pay({
        reference: refundId,
        counterparty: 'Cổng thanh toán quốc gia',
        amount: refund.amount,
        content: `Hoàn tiền ${number}`,
      });
    await this.#tell([
      failure === undefined
        ? { kind: 'REFUND_PAID', ...about }
        : { kind: 'REFUND_FAILED', ...about, reason: failure },
    ]);
  }

  async #tell(messages: readonly Told[]): Promise<number | null> {
    const { callbacks, faults } = this.#parts;
    const [first] = messages;
    if (!first) return null;
    const { number } = first;
    const strikes = (fault: (typeof paymentFaults)[number]) => faults.strikes(fault, number);
    if (strikes('silence')) return null;
    if (strikes('late')) {
      for (const message of messages) callbacks.withhold(message);
      return null;
    }
    const isPayment = first.kind === 'PAID';
    if (isPayment && strikes('wrongSignature')) return callbacks.tell(messages, 'wrong');
    if (isPayment && strikes('wrongAmount')) {
      const wrong = messages.map((message) => ({ ...message, amount: (message.amount as number) + 1_000 }));
      return callbacks.tell(wrong);
    }
    const told = await callbacks.tell(messages);
    if (isPayment && strikes('double')) await callbacks.tell(messages);
    if (isPayment && strikes('outOfOrder'))
      await callbacks.tell([
        { kind: 'FAILED', id: newMessageId(), number, reason: 'Lần thanh toán trước không thành' },
      ]);
    return told;
  }
}

const paidMessage = (order: Checkout, payment: Payment): Told => ({
  kind: 'PAID',
  id: newMessageId(),
  number: order.number,
  ...payment,
});
