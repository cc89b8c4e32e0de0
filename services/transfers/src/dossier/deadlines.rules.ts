import { addWorkingDays, type WorkingCalendar } from '@dang/vietnam/working-days';
import type { DossierRow } from './dossier.row.ts';

/** A transfer is done within this many working days from the day the decision takes effect (24-QĐ/TW as amended, kept in 2026). */
export const TRANSFER_TERM_WORKING_DAYS = 60;
/** The member presents the letter within this many working days of the introduction. */
export const PRESENTATION_TERM_WORKING_DAYS = 30;

export type TransferFlag = 'OVERDUE_60' | 'OVERDUE_PRESENT';

type Dates = Pick<DossierRow, 'effectiveDate' | 'introducedOn' | 'presentedOn' | 'closedOn'>;

const endOfTransferTerm = (calendar: WorkingCalendar, effectiveDate: string) =>
  addWorkingDays(calendar, effectiveDate, TRANSFER_TERM_WORKING_DAYS);

const endOfPresentationTerm = (calendar: WorkingCalendar, introducedOn: string) =>
  addWorkingDays(calendar, introducedOn, PRESENTATION_TERM_WORKING_DAYS);

/** Does a request on this day come later than the term of the whole transfer? It is accepted, with a reason (T66). */
export const requestIsLate = (
  calendar: WorkingCalendar,
  effectiveDate: string,
  requestedOn: string,
): boolean => requestedOn > endOfTransferTerm(calendar, effectiveDate);

/** The day on whose end the running term ends: the presentation's from the introduction until it is made, else the transfer's. */
export function dueOnOf(calendar: WorkingCalendar, dates: Dates): string | null {
  if (dates.closedOn !== null) return null;
  if (dates.introducedOn !== null && dates.presentedOn === null)
    return endOfPresentationTerm(calendar, dates.introducedOn);
  return endOfTransferTerm(calendar, dates.effectiveDate);
}

/** The terms that have passed, on this day or when the dossier was closed. Flags change no state and no version. */
export function flagsOf(calendar: WorkingCalendar, dates: Dates, today: string): TransferFlag[] {
  const until = dates.closedOn ?? today;
  const flags: TransferFlag[] = [];
  if (until > endOfTransferTerm(calendar, dates.effectiveDate)) flags.push('OVERDUE_60');
  if (
    dates.introducedOn !== null &&
    (dates.presentedOn ?? until) > endOfPresentationTerm(calendar, dates.introducedOn)
  )
    flags.push('OVERDUE_PRESENT');
  return flags;
}
