import type { PlatformPayment } from '../payment-platform/platform.port.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** Whether the moment of a payment, as its provider tells it, is more than a day off ours: kept, and flagged. */
export const clockDiffers = (paidAt: Date, now: Date): boolean =>
  Math.abs(paidAt.getTime() - now.getTime()) > DAY_MS;

/**
 * When an order is asked about again: five minutes after the first question, then twice as long each time, an hour at most.
 * `queries` counts the question that is being asked; `now` is real time.
 */
export const nextQueryAt = (now: Date, queries: number): Date =>
  new Date(now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** Math.min(queries - 1, 10), LONGEST_PAUSE_MS));

/**
 * What follows from the platform's answer about an order that got no result (domain 6.8): paid and failed are results; not started
 * after a quarter of an hour frees its charges, and so does anything that is still open when its time is over. `null`: it waits.
 */
export function afterQuery(
  { status }: PlatformPayment,
  { expiresAt, now }: { expiresAt: Date; now: Date },
): 'CONFIRM' | 'FAIL' | 'EXPIRE' | null {
  switch (status) {
    case 'PAID':
      return 'CONFIRM';
    case 'FAILED':
      return 'FAIL';
    case 'NOT_STARTED':
      return 'EXPIRE';
    case 'PENDING':
      return now >= expiresAt ? 'EXPIRE' : null;
  }
}
