import { type Refusal, refuse } from '@dang/service/refusal';
import { addMonths, lastDayOf, monthOf, monthsBetween } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';

export type WaiverKind = 'EXEMPT' | 'REDUCE_30' | 'REDUCE_50' | 'REDUCE_70' | 'DEFER' | 'ADVANCE';
export type WaiverGround =
  | 'PARTY_AGE'
  | 'SOCIAL_PENSION'
  | 'SPECIAL_HARDSHIP'
  | 'HARDSHIP'
  | 'EXEMPT_FROM_ACTIVITY';

/** What is asked for; months are whole, days `YYYY-MM-DD`. */
export interface WaiverWish {
  readonly kind: WaiverKind;
  readonly ground: WaiverGround;
  readonly fromMonth: Month;
  readonly throughMonth: Month | null;
  readonly deferredUntil: string | null;
  readonly requestReference: string | null;
  /** The decision that exempts from Party activity, and its months. */
  readonly exemptedBy: string | null;
  readonly exemptedFrom: Month | null;
  readonly exemptedThrough: Month | null;
}

/** Full years in the Party after which nobody owes dues (QĐ 01-QĐ/TW). */
export const EXEMPT_AFTER_YEARS = 50;
const MOST_MONTHS = 12;
const MONTHS_BACK = 12;

const groundsOf: Readonly<Record<WaiverKind, readonly WaiverGround[]>> = {
  EXEMPT: ['PARTY_AGE', 'SOCIAL_PENSION', 'SPECIAL_HARDSHIP', 'HARDSHIP'],
  REDUCE_30: ['HARDSHIP'],
  REDUCE_50: ['HARDSHIP'],
  REDUCE_70: ['HARDSHIP'],
  DEFER: ['EXEMPT_FROM_ACTIVITY'],
  ADVANCE: ['EXEMPT_FROM_ACTIVITY'],
};

/** By how many per cent the dues are reduced; null for what is no reduction. */
export const percentOf = (kind: WaiverKind): number | null =>
  kind.startsWith('REDUCE_') ? Number(kind.slice('REDUCE_'.length)) : null;

/** The first month without dues of who was admitted on this day: the one after the 50th anniversary (T14). */
export function exemptFrom(joinDate: string): Month {
  return addMonths(monthOf(joinDate), EXEMPT_AFTER_YEARS * 12 + 1);
}

/**
 * Why what is asked for cannot be decided on (QĐ 01-QĐ/TW; R3, R4), or null. `joinDate` is the day of admission; null: not known.
 * Refuses: `INVALID_INPUT` for a ground that does not fit, months in disorder or more than a year away; `WAIVER_TOO_LONG` for
 * hardship and advance payment of more than 12 months (T13), and beyond the exemption from activity; `REQUEST_REQUIRED` without the
 * written request or that exemption; `WAIVER_NOT_ENTITLED` before 50 full years in the Party.
 */
export function barTo(
  wish: WaiverWish,
  { joinDate, today }: { joinDate: string | null; today: string },
): Refusal | null {
  const { kind, ground, fromMonth, throughMonth } = wish;
  if (!groundsOf[kind].includes(ground)) return refuse('INVALID_INPUT', { field: 'ground' });
  const distance = monthsBetween(monthOf(today), fromMonth);
  if (distance < -MONTHS_BACK || distance > MOST_MONTHS)
    return refuse('INVALID_INPUT', { field: 'fromMonth' });
  if (throughMonth !== null && throughMonth < fromMonth)
    return refuse('INVALID_INPUT', { field: 'throughMonth' });
  if (ground === 'EXEMPT_FROM_ACTIVITY') return barToLater(wish, today);
  if (ground === 'PARTY_AGE') {
    if (joinDate !== null && exemptFrom(joinDate) <= fromMonth) return null;
    const why = `chưa đủ ${EXEMPT_AFTER_YEARS} năm tuổi đảng vào tháng trước`;
    return refuse('WAIVER_NOT_ENTITLED', { field: 'fromMonth', params: { why } });
  }
  if (wish.requestReference === null) return refuse('REQUEST_REQUIRED', { field: 'requestReference' });
  if (ground !== 'HARDSHIP') return null;
  if (throughMonth === null) return refuse('INVALID_INPUT', { field: 'throughMonth' });
  return tooLong(fromMonth, throughMonth, MOST_MONTHS);
}

function tooLong(from: Month, through: Month, most: number): Refusal | null {
  if (monthsBetween(from, through) < most) return null;
  return refuse('WAIVER_TOO_LONG', { field: 'throughMonth', params: { most } });
}

/** Late and advance payment go with an exemption from activity, and at most as far as it (R3). */
function barToLater(wish: WaiverWish, today: string): Refusal | null {
  const { kind, fromMonth, throughMonth, deferredUntil, exemptedBy, exemptedFrom, exemptedThrough } = wish;
  if (exemptedBy === null || exemptedFrom === null || exemptedThrough === null)
    return refuse('REQUEST_REQUIRED', { field: 'exemptedBy' });
  if (exemptedThrough < exemptedFrom) return refuse('INVALID_INPUT', { field: 'exemptedThrough' });
  if (throughMonth === null) return refuse('INVALID_INPUT', { field: 'throughMonth' });
  const most = monthsBetween(exemptedFrom, exemptedThrough) + 1;
  if (fromMonth < exemptedFrom || throughMonth > exemptedThrough)
    return refuse('WAIVER_TOO_LONG', { field: 'throughMonth', params: { most } });
  if (kind === 'ADVANCE') return tooLong(fromMonth, throughMonth, MOST_MONTHS);
  if (deferredUntil === null || deferredUntil < today)
    return refuse('INVALID_INPUT', { field: 'deferredUntil' });
  if (deferredUntil <= lastDayOf(exemptedThrough)) return null;
  return refuse('WAIVER_TOO_LONG', { field: 'deferredUntil', params: { most } });
}
