import { lastDayOf, monthOf } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';

/** Dues are announced before the 10th of their month, and paid by it (domain.md 6.3, 6.7). */
const DUE_DAY = 10;

/** The 10th of the month as `YYYY-MM-DD`: by then dues are announced. */
export const announceBy = (month: Month): string => `${month}-${DUE_DAY}`;

/** Whether an announcement on this day comes too late for its month; it counts all the same. */
export const isLate = (month: Month, announcedOn: string): boolean => announcedOn > announceBy(month);

/**
 * Until when members are asked to pay what is announced on this day: the 10th; after a late announcement the last day of its month,
 * and of a month gone by the day itself.
 */
export function dueOn(month: Month, announcedOn: string): string {
  if (!isLate(month, announcedOn)) return announceBy(month);
  return monthOf(announcedOn) === month ? lastDayOf(month) : announcedOn;
}
