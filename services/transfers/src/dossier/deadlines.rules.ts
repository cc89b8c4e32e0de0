import { addWorkingDays, type WorkingCalendar } from '@dang/vietnam/working-days';
import type { StayRow } from '../stay/stay.rows.ts';
import type { DossierRow } from './dossier.row.ts';
import type { TransferState } from './workflows.ts';

/** A transfer is done within this many working days from the day the decision takes effect (24-QĐ/TW as amended, kept in 2026). */
export const TRANSFER_TERM_WORKING_DAYS = 60;
/** The member presents the letter within this many working days of the introduction. */
export const PRESENTATION_TERM_WORKING_DAYS = 30;

export type TransferFlag = 'OVERDUE_60' | 'OVERDUE_PRESENT' | 'OVERDUE_RETURN';

type Dates = Pick<
  DossierRow,
  'kind' | 'status' | 'effectiveDate' | 'introducedOn' | 'presentedOn' | 'closedOn'
>;
type Term = Pick<StayRow, 'through'> | null;

/** The states in which a member takes part elsewhere for a time. */
export const isStaying = (status: TransferState): boolean =>
  status === 'ACTIVE_TEMPORARY' || status === 'EXTENSION_REQUESTED';

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

/**
 * The day on whose end the running term ends, or null: of an official transfer the presentation's from the introduction until it is made,
 * else the transfer's; of a stay its last day while it runs.
 */
export function dueOnOf(calendar: WorkingCalendar, dates: Dates, stay: Term = null): string | null {
  const { kind, status, effectiveDate, introducedOn, presentedOn, closedOn } = dates;
  if (closedOn !== null || status === 'DRAFT' || effectiveDate === null) return null;
  if (kind === 'TEMPORARY') return stay !== null && isStaying(status) ? stay.through : null;
  if (introducedOn !== null && presentedOn === null) return endOfPresentationTerm(calendar, introducedOn);
  return endOfTransferTerm(calendar, effectiveDate);
}

/** The terms that have passed, on this day or when the dossier was closed. Flags change no state and no version. */
export function flagsOf(
  calendar: WorkingCalendar,
  dates: Dates,
  today: string,
  stay: Term = null,
): TransferFlag[] {
  const { kind, status, effectiveDate, introducedOn, presentedOn, closedOn } = dates;
  const until = closedOn ?? today;
  if (status === 'DRAFT' || effectiveDate === null) return [];
  if (kind === 'TEMPORARY')
    return stay !== null && isStaying(status) && until > stay.through ? ['OVERDUE_RETURN'] : [];
  const flags: TransferFlag[] = [];
  if (until > endOfTransferTerm(calendar, effectiveDate)) flags.push('OVERDUE_60');
  if (introducedOn !== null && (presentedOn ?? until) > endOfPresentationTerm(calendar, introducedOn))
    flags.push('OVERDUE_PRESENT');
  return flags;
}

/** The terms of an official transfer: by which flag each is known, and from which day of the dossier it runs how long. */
export const officialTerms = [
  { flag: 'OVERDUE_60', from: 'effectiveDate', workingDays: TRANSFER_TERM_WORKING_DAYS },
  { flag: 'OVERDUE_PRESENT', from: 'introducedOn', workingDays: PRESENTATION_TERM_WORKING_DAYS },
] as const;

/** The latest of the days from which a term of so many working days has passed today. */
export function lastPassedStart(calendar: WorkingCalendar, today: string, workingDays: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  const iso = () => day.toISOString().slice(0, 10);
  // no term of working days is shorter than the same number of days
  day.setUTCDate(day.getUTCDate() - workingDays);
  while (addWorkingDays(calendar, iso(), workingDays) >= today) day.setUTCDate(day.getUTCDate() - 1);
  return iso();
}
