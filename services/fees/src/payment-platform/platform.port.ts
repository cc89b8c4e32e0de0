/** With what somebody paid: a bank, an e-wallet, Mobile Money. */
export const onlineMethods = ['BANK', 'E_WALLET', 'MOBILE_MONEY'] as const;
export type OnlineMethod = (typeof onlineMethods)[number];

/** An order as the payment page shows it. `returnUrl` is where the payer is sent when they are done. */
export type CheckoutOrder = {
  number: string;
  total: bigint;
  /** `Thanh toán lệ phí cho hồ sơ <number>` */
  content: string;
  beneficiary: string;
  returnUrl: string;
  expiresAt: Date;
};

/** What became of an order at the platform. What is PAID has everything else, what is FAILED a reason. */
export type PlatformPayment =
  | { status: 'NOT_STARTED' | 'PENDING' }
  | { status: 'PAID'; providerRef: string; amount: bigint; paidAt: Date; method: OnlineMethod }
  | { status: 'FAILED'; reason: string };

/** Money back to whoever paid `providerRef`, once a `refundId`. */
export type RefundOrder = {
  refundId: string;
  number: string;
  providerRef: string;
  amount: bigint;
  reason: string;
};

/** How a refund stands at the platform. */
export type PlatformRefund = { status: 'PENDING' | 'PAID' } | { status: 'FAILED'; reason: string };

/** One thing that a callback tells; `messageId` is the platform's, and the same when it tells the same again. */
export type CallbackMessage = { messageId: string; number: string } & (
  | { kind: 'PAID'; providerRef: string; amount: bigint; paidAt: Date; method: OnlineMethod }
  | { kind: 'FAILED'; reason: string }
  | { kind: 'REFUND_PAID'; refundId: string }
  | { kind: 'REFUND_FAILED'; refundId: string; reason: string }
);

/** Why a callback is not believed: not signed by the platform, signed too long ago, or signed but not as agreed. */
export type CallbackDisbelieved = { disbelieved: 'SIGNATURE' | 'TIME' | 'SHAPE' };

/**
 * The national payment platform, as far as fees uses it. Everything is idempotent by our numbers (`number`, `refundId`): asked
 * again it answers the same; what an answer repeats of them is held against the question. @throws PlatformUnavailable when it does not answer, or not as agreed.
 */
export type PaymentPlatform = {
  /** The name in the path of its callbacks and in `payment_order.provider`. */
  name: string;
  openCheckout(order: CheckoutOrder): Promise<{ url: string; providerRef: string }>;
  query(number: string): Promise<PlatformPayment>;
  /** Orders a refund, or says how it stands when it has been ordered before. */
  refund(order: RefundOrder): Promise<PlatformRefund>;
  /** Where the platform shows its own receipt of a payment. */
  receiptUrl(providerRef: string): string;
  /** Reads a callback; the signature is checked before anything is parsed. */
  readCallback(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    rawBody: Uint8Array,
  ): readonly CallbackMessage[] | CallbackDisbelieved;
};

/** The platform does not answer, answers an error, or answers something else than agreed. */
export class PlatformUnavailable extends Error {
  override name = 'PlatformUnavailable';
}
