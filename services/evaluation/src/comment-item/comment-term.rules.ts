import { addWorkingDays, type WorkingCalendar } from '@dang/vietnam/working-days';

/** "Thời gian thực hiện: 3 ngày", counted in working days from the day after sending (A15). */
const TERM_WORKING_DAYS = 3;

/**
 * The last day on which a sheet is in time: the day on which the campaign closes, else the third working day after the day of
 * sending. A campaign that has closed by then gives no term. Days are `YYYY-MM-DD`.
 */
export function dueDay(calendar: WorkingCalendar, sentOn: string, campaignClosesOn: string | null): string {
  if (campaignClosesOn !== null && campaignClosesOn >= sentOn) return campaignClosesOn;
  return addWorkingDays(calendar, sentOn, TERM_WORKING_DAYS);
}

/** The last of the days on which a term that ends there is said to end soon today: the next working day. */
export const soonThrough = (calendar: WorkingCalendar, today: string): string =>
  addWorkingDays(calendar, today, 1);
