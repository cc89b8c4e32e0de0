import type { WorkingCalendar } from './working-days.ts';

/** Days off with the same date every year (Labour Code, Art. 112); those after the lunar calendar and the exchanged days are announced year by year. */
const sameEveryYear = ['01-01', '04-30', '05-01', '09-02'];

const announced: Readonly<
  Record<number, { readonly daysOff: readonly string[]; readonly worked: readonly string[] }>
> = {
  2025: {
    daysOff: ['01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '05-02', '09-01'],
    worked: ['04-26'],
  },
  2026: {
    daysOff: ['01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '08-31', '09-01'],
    worked: ['01-10', '08-22'],
  },
};

const years = [2025, 2026, 2027, 2028, 2029, 2030];

/** The State's calendar. A year not yet announced has its fixed days off only: add its row to `announced` when it is published. */
export const vietnameseCalendar: WorkingCalendar = {
  daysOff: new Set(
    years.flatMap((year) =>
      [...sameEveryYear, ...(announced[year]?.daysOff ?? [])].map((day) => `${year}-${day}`),
    ),
  ),
  workedWeekendDays: new Set(
    years.flatMap((year) => (announced[year]?.worked ?? []).map((day) => `${year}-${day}`)),
  ),
};
