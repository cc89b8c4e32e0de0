import { isWorkingDay, type WorkingCalendar } from '@dang/vietnam/working-days';

/** A day that was announced; a kind of null: taken back to what its weekday says. Days are `YYYY-MM-DD`. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: 'DAY_OFF' | 'WORKED' | null;
  readonly reason: string | null;
}

const YEARS_AHEAD = 2;
const DAYS_LIMIT = 100;
const REASON_LIMIT = 500;

const weekdaysAlone: WorkingCalendar = { daysOff: new Set(), workedWeekendDays: new Set() };

/** The field of the input that cannot be taken, or null; `reason` has been tidied. What is over keeps the calendar by which it was counted. */
export function faultyField(
  { days, reason }: { days: readonly Pick<CalendarDay, 'day' | 'kind'>[]; reason: string },
  today: string,
): 'days' | 'reason' | null {
  if (reason === '' || reason.length > REASON_LIMIT) return 'reason';
  if (days.length === 0 || days.length > DAYS_LIMIT) return 'days';
  if (new Set(days.map(({ day }) => day)).size < days.length) return 'days';
  const year = Number(today.slice(0, 4));
  const isPossible = ({ day, kind }: Pick<CalendarDay, 'day' | 'kind'>) =>
    Number(day.slice(0, 4)) >= year &&
    Number(day.slice(0, 4)) <= year + YEARS_AHEAD &&
    (kind !== 'WORKED' || !isWorkingDay(weekdaysAlone, day));
  return days.every(isPossible) ? null : 'days';
}

/** The days of a year: what was shipped, with every day that was entered since in its place, in their order. */
export function daysOfYear(
  shipped: WorkingCalendar,
  entered: readonly CalendarDay[],
  year: number,
): CalendarDay[] {
  const days = new Map<string, CalendarDay>();
  for (const day of shipped.daysOff) days.set(day, { day, kind: 'DAY_OFF', reason: null });
  for (const day of shipped.workedWeekendDays) days.set(day, { day, kind: 'WORKED', reason: null });
  for (const each of entered) days.set(each.day, each);
  return [...days.values()]
    .filter(({ day, kind }) => kind !== null && day.startsWith(`${year}-`))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
