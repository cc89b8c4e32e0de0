import type { ChargeStatus } from '../charge/charge.workflow.ts';
import type { OrderStatus } from './order.workflow.ts';

/** How an order is paid and by whom. */
export type OrderMode = 'SELF' | 'BRANCH' | 'CASH';

/** `Hình thức nộp` of each mode (domain 6.6). */
export const formLabels: Readonly<Record<OrderMode, string>> = {
  SELF: 'Nộp cho chính mình',
  BRANCH: 'Nộp cho chi bộ',
  CASH: 'Nộp tiền mặt qua chi bộ',
};

/** An order holds no more charges than this. */
export const LINES_LIMIT = 500;

/** Orders that one account places in a day: a unit has 9,999 numbers a day for everybody. */
export const ORDERS_A_DAY = 100;

/** Months after the present one that may be paid at once, by decision (A7). */
export const ADVANCE_LIMIT = 12;

/** The statuses in which a charge can be taken into an order. */
export const payableStatuses: readonly ChargeStatus[] = ['ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'];

/** The statuses in which an order still waits for its money. */
export const waitingStatuses: readonly OrderStatus[] = ['INITIATED', 'PROCESSING'];

const HOUR_MS = 3_600_000;
const ONLINE_HOURS = 24;
const CASH_HOURS = 24 * 31;
const FIRST_QUERY_MS = 15 * 60_000;

/**
 * Until when an order that is placed `at` a moment of business is waited for, and when the platform is asked about it first, which is a
 * quarter of an hour from the `real` moment on; notes are nobody's to ask about.
 */
export function waitingTimes(
  mode: OrderMode,
  at: Date,
  real: Date,
): { expiresAt: Date; nextQueryAt: Date | null } {
  const hours = mode === 'CASH' ? CASH_HOURS : ONLINE_HOURS;
  return {
    expiresAt: new Date(at.getTime() + hours * HOUR_MS),
    nextQueryAt: mode === 'CASH' ? null : new Date(real.getTime() + FIRST_QUERY_MS),
  };
}

const RETURN_URL_LIMIT = 500;

/**
 * An address to which the payment page may send the payer back: one of the front ends that are named, and in development, where none
 * need be, any. Null for anything else: whoever pays follows this address from a page that they trust.
 */
export function readReturnUrl(
  text: string,
  { production, origins }: { production: boolean; origins: readonly string[] },
): string | null {
  if (text.length > RETURN_URL_LIMIT || !URL.canParse(text)) return null;
  const { protocol, href, username, origin } = new URL(text);
  if (username !== '' || (protocol !== 'https:' && (protocol !== 'http:' || production))) return null;
  const isOurs = origins.length === 0 ? !production : origins.includes(origin);
  return isOurs ? href : null;
}
