import { isProfileNumber } from '@dang/vietnam/identifiers';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import type { Bar } from '../dossier/bar.ts';
import type { TransferReason } from '../dossier/dossier.row.ts';
import { decisionBar, reasonsOf } from '../dossier/request.rules.ts';
import type { Person } from './person.rules.ts';
import { personBar } from './person.rules.ts';
import type { SealedList } from './sealed-list.ts';

/** A letter on paper, as a clerk reads it. Days are `YYYY-MM-DD`, `duesPaidThrough` is `YYYY-MM`. */
export interface IncomingInput {
  readonly destinationBranchId: string;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly reason: TransferReason;
  readonly person: {
    readonly fullName: string;
    readonly gender: string;
    readonly dateOfBirth: string;
    readonly joinDate: string;
    readonly officialDate?: string | null;
    readonly cardNumber?: string | null;
    readonly profileNumber?: string | null;
  };
  readonly originText: string;
  readonly letterNumber: string;
  readonly letterDate: string;
  readonly duesPaidThrough: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly decisionIssuer: string;
  readonly effectiveDate: string;
  readonly lateReason?: string | null;
  readonly sealedFile: SealedList;
}

const monthOf = (day: string) => day.slice(0, 7);
const yearAfter = (month: string) => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`;

/** Are dues said to be paid more than a year ahead of this day? Nobody does; the months until then would be charged nowhere. */
export const isPaidTooFar = (duesPaidThrough: string, writtenOn: string): boolean =>
  duesPaidThrough > yearAfter(monthOf(writtenOn));

/**
 * Why dues cannot be paid to the end of this month (`YYYY-MM`) on a paper of this day, or null: at least to the end of its own month (12-HD/BTCTW),
 * and not too far ahead.
 */
export function barDuesMonth(duesPaidThrough: string, writtenOn: string): Bar | null {
  const isPaid = duesPaidThrough >= monthOf(writtenOn) && !isPaidTooFar(duesPaidThrough, writtenOn);
  return isPaid ? null : { code: 'INVALID_INPUT', field: 'duesPaidThrough' };
}

/**
 * Why a letter on paper cannot be entered like this, or null. It is an official transfer's, no older than its decision and not of tomorrow; dues are
 * paid at least to the end of its own month (12-HD/BTCTW). Whether the request came late was asked for on the day of the letter.
 */
export function incomingBar(
  input: Omit<IncomingInput, 'person'> & { readonly person: Person },
  { today, calendar }: { today: string; calendar: WorkingCalendar },
): Bar | null {
  const isText = (text: string, limit: number) => text.trim() !== '' && text.length <= limit;
  const wrong = (field: string): Bar => ({ code: 'INVALID_INPUT', field });
  if (input.channel === 'ONLINE') return wrong('channel');
  if (!reasonsOf.OFFICIAL.has(input.reason)) return wrong('reason');
  const person = personBar(input.person, today);
  if (person) return { ...person, field: `person.${person.field}` };
  const { profileNumber } = input.person;
  if (profileNumber !== null && !isProfileNumber(profileNumber)) return wrong('person.profileNumber');
  if (!isText(input.originText, 500)) return wrong('originText');
  if (!isText(input.letterNumber, 100)) return wrong('letterNumber');
  if (input.letterDate > today || input.letterDate < input.decisionDate) return wrong('letterDate');
  const unpaid = barDuesMonth(input.duesPaidThrough, input.letterDate);
  if (unpaid) return unpaid;
  return decisionBar(calendar, input, input.letterDate, 'OFFICIAL');
}
