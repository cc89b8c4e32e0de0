const DAY_MS = 86_400_000;

/** Whether the moment of a payment, as its provider tells it, is more than a day off ours: kept, and flagged. */
export const clockDiffers = (paidAt: Date, now: Date): boolean =>
  Math.abs(paidAt.getTime() - now.getTime()) > DAY_MS;
