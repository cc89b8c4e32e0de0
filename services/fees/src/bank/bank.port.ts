/** What the bank is told to pay from the central account. The account number is in clear: it goes nowhere else. */
export type PayoutOrder = {
  payoutId: string;
  account: string;
  bankCode: string;
  holder: string;
  amount: bigint;
  content: string;
};

/** How a payout stands at the bank; `UNKNOWN` when it never heard of it. */
export type BankPayout =
  | { status: 'UNKNOWN' }
  | { status: 'PENDING' | 'SETTLED'; bankRef: string }
  | { status: 'FAILED'; bankRef: string; reason: string };

/** A movement on the central account: positive came in, negative went out. `bookedOn` is the bank's day. */
export type StatementLine = {
  reference: string;
  counterparty: string;
  amount: bigint;
  bookedOn: string;
  content: string;
};

/**
 * The bank of the central account. What an answer repeats of the question (`payoutId`, `day`) is held against it. `instruct` is idempotent by `payoutId`: told again it answers the same reference.
 * @throws BankUnavailable when it does not answer, or not as agreed.
 */
export type Bank = {
  instruct(order: PayoutOrder): Promise<{ bankRef: string }>;
  statusOf(payoutId: string): Promise<BankPayout>;
  /** Everything that moved on a day (`YYYY-MM-DD`); the same `id` for the same day. */
  statement(day: string): Promise<{ id: string; lines: readonly StatementLine[] }>;
};

/** The bank does not answer, answers an error, or answers something else than agreed. */
export class BankUnavailable extends Error {
  override name = 'BankUnavailable';
}
