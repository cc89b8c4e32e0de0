import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ClientBase, Pool } from 'pg';
import { countConfirmed } from './payment-counters.ts';

/**
 * What a provider, or a second person of a branch, says of an order: it is paid. `providerRef` names the payment, `messageId` the
 * message. Of cash both are the order's id, and provider and method are `CASH`.
 */
export interface ConfirmedPayment {
  readonly provider: string;
  readonly messageId: string;
  readonly number: string;
  readonly providerRef: string;
  readonly amount: bigint;
  readonly paidAt: Date;
  readonly method: 'BANK' | 'E_WALLET' | 'MOBILE_MONEY' | 'CASH';
  /** The provider's time is more than 24 hours off ours. */
  readonly clockDiffers: boolean;
  /** Who confirmed cash, as it stays in the history. */
  readonly confirmedBy?: object;
}

/** What became of it; see `confirm_payments` in `migrations/confirm-payments.ts`. */
export type PaymentOutcome =
  | 'CONFIRMED'
  | 'CONFIRMED_LATE'
  | 'DUPLICATE'
  | 'REPEATED'
  | 'WRONG_AMOUNT'
  | 'UNKNOWN_ORDER';

export interface PaymentAnswer {
  readonly number: string;
  readonly outcome: PaymentOutcome;
  readonly orderId: string | null;
}

const RING_MS = 10;
const RING = `select pg_notify('outbox', '')`;
const ringing = new WeakSet<Pool | ClientBase>();

/**
 * Wakes the relay a moment after payments were confirmed, once for all that came meanwhile. Nothing is lost when it does not
 * happen: the relay looks by itself every second.
 */
function ringSoon(on: Pool | ClientBase): void {
  if (ringing.has(on)) return;
  ringing.add(on);
  setTimeout(() => {
    ringing.delete(on);
    on.query(RING).catch(() => {});
  }, RING_MS).unref();
}

const isEntityManager = (on: SqlEntityManager | Pool | ClientBase): on is SqlEntityManager => 'execute' in on;

/**
 * Confirms payments in one round trip and, unless `on` is in a transaction, in one transaction: order, charges, ledger,
 * totals, standings and events. All or nothing; a payment that is not what it should be is an outcome, not an error. The
 * answers stand in the order of the payments. `today` is the day of business.
 */
export async function confirmPayments(
  on: SqlEntityManager | Pool | ClientBase,
  payments: readonly ConfirmedPayment[],
  today: string,
): Promise<PaymentAnswer[]> {
  const told = JSON.stringify(payments.map((each) => ({ ...each, amount: Number(each.amount) })));
  if (isEntityManager(on)) {
    const answers = await on.execute<PaymentAnswer[]>(
      'select number, outcome, order_id as "orderId" from confirm_payments(?::jsonb, ?::date)',
      [told, today],
    );
    await on.execute(RING);
    // whoever is in a transaction counts once it is committed
    if (!on.isInTransaction()) countConfirmed(payments, answers);
    return answers;
  }
  const { rows } = await on.query<PaymentAnswer>({
    name: 'confirm_payments',
    text: 'select number, outcome, order_id as "orderId" from confirm_payments($1::jsonb, $2::date)',
    values: [told, today],
  });
  ringSoon(on);
  countConfirmed(payments, rows);
  return rows;
}
