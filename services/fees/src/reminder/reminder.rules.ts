import { lastDayOf, monthOf } from '@dang/vietnam/month';

/** Why members are reminded; `TWO_MONTHS` goes to who has two months overdue, once a month, on whatever day. */
export type Occasion = 'DAY_8' | 'DAY_10' | 'OVERDUE' | 'MONTH_END' | 'TWO_MONTHS';

/**
 * For what members are reminded of this month's dues on this day (domain.md 6.13): on day 8, on day 10, from day 11 on that they
 * are late, and on the last day. A day that was missed is made up for until the next one; null before day 8.
 */
export function occasionOn(today: string): Exclude<Occasion, 'TWO_MONTHS'> | null {
  const day = Number(today.slice(8));
  if (today === lastDayOf(monthOf(today))) return 'MONTH_END';
  if (day >= 11) return 'OVERDUE';
  if (day >= 10) return 'DAY_10';
  return day >= 8 ? 'DAY_8' : null;
}
