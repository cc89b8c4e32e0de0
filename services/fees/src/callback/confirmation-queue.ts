import type { ConfirmedPayment, PaymentAnswer } from '../ledger/confirm-payments.ts';

/** Confirms payments in one round trip, all or nothing, and answers in their order. */
export type Confirm = (payments: readonly ConfirmedPayment[]) => Promise<readonly PaymentAnswer[]>;

/** Takes payments one by one and confirms together what waits. */
export type ConfirmationQueue = {
  /** Answers when this payment has been judged and is stored; rejects when the database could not, or 5,000 wait already. */
  confirm(payment: ConfirmedPayment): Promise<PaymentAnswer>;
};

const BATCH_LIMIT = 100;
const CALLS_LIMIT = 2;
/** Half a minute of work at least: whoever waits longer is told again by the platform anyway. */
const WAITING_LIMIT = 5_000;

type Waiting = {
  payment: ConfirmedPayment;
  resolve(answer: PaymentAnswer): void;
  reject(error: unknown): void;
};

/**
 * What has come in one turn of the event loop goes together. While calls are under way whoever comes waits, and goes with
 * everybody else who waits: a lone payment waits for nobody, and at peak one commit serves many. A batch goes by order number, so that two calls lock in one order. When a batch
 * fails, `batchFailed` says whether each of its payments is tried alone: one that cannot be stored keeps no other from it, and
 * without a database there is no use in trying.
 */
export function confirmationQueue(
  confirm: Confirm,
  batchFailed: (error: unknown, payments: number) => 'TRY_ALONE' | 'GIVE_UP' = () => 'TRY_ALONE',
): ConfirmationQueue {
  const waiting: Waiting[] = [];
  let calls = 0;
  let isStarting = false;

  const alone = async ({ payment, resolve, reject }: Waiting): Promise<void> => {
    try {
      const [answer] = await confirm([payment]);
      if (!answer) throw new Error(`no answer for ${payment.number}`);
      resolve(answer);
    } catch (error) {
      reject(error);
    }
  };

  const together = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await confirm(batch.map(({ payment }) => payment));
      if (answers.length !== batch.length)
        throw new Error(`${answers.length} answers for ${batch.length} payments`);
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as PaymentAnswer);
    } catch (error) {
      const next = batchFailed(error, batch.length);
      for (const one of batch) {
        if (next === 'TRY_ALONE') await alone(one);
        else one.reject(error);
      }
    }
  };

  const go = async (): Promise<void> => {
    isStarting = false;
    calls += 1;
    try {
      while (waiting.length > 0) {
        waiting.sort(byNumber);
        const batch = waiting.splice(0, BATCH_LIMIT);
        const [only] = batch;
        await (batch.length === 1 && only ? alone(only) : together(batch));
      }
    } finally {
      calls -= 1;
    }
  };

  return {
    confirm: (payment) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= WAITING_LIMIT) {
          reject(new Error('too many payments wait already'));
          return;
        }
        waiting.push({ payment, resolve, reject });
        if (isStarting || calls >= CALLS_LIMIT) return;
        isStarting = true;
        setImmediate(() => void go());
      }),
  };
}

const byNumber = (one: Waiting, other: Waiting): number =>
  one.payment.number < other.payment.number ? -1 : Number(one.payment.number > other.payment.number);
