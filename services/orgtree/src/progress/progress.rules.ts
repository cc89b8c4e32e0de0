/** How long the steps of a course of progress are. */
export type ProgressStep = 'WEEK' | 'MONTH';

/** A stretch of days, both included. */
export type Stretch = { from: string; through: string };

/** As many steps as one question may have: a year of weeks. */
export const STEPS_LIMIT = 60;

const DAY_MS = 86_400_000;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The first day of the week (Monday) or month in which a day lies. */
function startOf(day: string, by: ProgressStep): string {
  if (by === 'MONTH') return `${day.slice(0, 7)}-01`;
  return dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The first day of the week or month after the one that begins on this day. */
const nextStart = (start: string, by: ProgressStep): string =>
  by === 'WEEK' ? dayAfter(start, 7) : startOf(dayAfter(start, 31), 'MONTH');

/**
 * The calendar weeks (from Monday) or months that a stretch is made of; the first and the last are cut to it. Null when it is
 * turned around, or longer than `STEPS_LIMIT` steps.
 */
export function stepsOf({ from, through }: Stretch, by: ProgressStep): Stretch[] | null {
  if (through < from) return null;
  const steps: Stretch[] = [];
  for (let start = startOf(from, by); start <= through; start = nextStart(start, by)) {
    if (steps.length === STEPS_LIMIT) return null;
    const last = dayAfter(nextStart(start, by), -1);
    steps.push({ from: start < from ? from : start, through: last > through ? through : last });
  }
  return steps;
}
