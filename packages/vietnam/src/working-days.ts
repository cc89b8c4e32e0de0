/** Which days are worked: Monday to Friday, but for the days off, and the Saturdays or Sundays worked in their place. Days are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  readonly daysOff: ReadonlySet<string>;
  readonly workedWeekendDays: ReadonlySet<string>;
}

const dayInMs = 86_400_000;

/** Whether a day is worked. Throws a RangeError on anything but a day `YYYY-MM-DD`. */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  return isWorked(calendar, date, timeOf(date));
}

/** Whether the day that begins at this time (UTC) is worked. */
function isWorked(calendar: WorkingCalendar, date: string, time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6) return calendar.workedWeekendDays.has(date);
  return !calendar.daysOff.has(date);
}

/**
 * The day on whose end a term of `count` working days runs out. The day of the event itself is not counted: 3 working days
 * from Thursday 26/11/2026 end on Tuesday 01/12/2026.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: string, count: number): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a number of working days`);
  let time = timeOf(date);
  for (let left = count; left > 0; ) {
    time += dayInMs;
    if (isWorked(calendar, dateOf(time), time)) left -= 1;
  }
  return dateOf(time);
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. The inverse of `addWorkingDays`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0;
  for (let time = timeOf(from) + dayInMs; time <= timeOf(to); time += dayInMs) {
    if (isWorked(calendar, dateOf(time), time)) count += 1;
  }
  return count;
}

function timeOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || dateOf(time) !== date) throw new RangeError(`${date} is not a day YYYY-MM-DD`);
  return time;
}

/** Twenty years; a desk counts sixty days for each of its dossiers, mostly the same ones. */
const MOST_DAYS = 7_300;
const written = new Map<number, string>();

function dateOf(time: number): string {
  const known = written.get(time);
  if (known !== undefined) return known;
  if (written.size === MOST_DAYS) written.clear();
  const date = new Date(time).toISOString().slice(0, 10);
  written.set(time, date);
  return date;
}
