import { addMonths, lastDayOf, monthOf } from '@dang/vietnam/month';
import type { Bar } from '../dossier/bar.ts';
import type { TransferReason } from '../dossier/dossier.row.ts';
import { printed } from '../letter/letter.rules.ts';

/** A stay as it is asked for. Days are `YYYY-MM-DD`; `through` is its last day. */
export interface StayTerm {
  readonly from: string;
  readonly through: string;
  readonly purpose?: string | null;
  /** Number and day of the document of the Secretariat by which a stay may be longer. */
  readonly specialDocument?: string | null;
}

/** No stay is shorter than this many months (QĐ 24-QĐ/TW). */
const SHORTEST = 3;
/** Who studies full time may stay 2 years; everybody else less than one. */
const STUDY_LIMIT = 24;
const LIMIT = 12;
/** Even the Secretariat names an end. */
const SPECIAL_LIMIT = 120;
const PURPOSE_LIMIT = 500;
const DOCUMENT_LIMIT = 300;

/** The same day so many months later, or the last of that month when it has none such. */
function monthsLater(day: string, count: number): string {
  const month = addMonths(monthOf(day), count);
  const sameDay = `${month}-${day.slice(8)}`;
  const last = lastDayOf(month);
  return sameDay < last ? sameDay : last;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The longest that a stay for this reason may last: its last day. A year is not reached by who does not study. */
function lastPossibleDay({ from, specialDocument }: StayTerm, reason: TransferReason | null): string {
  if (specialDocument?.trim()) return monthsLater(from, SPECIAL_LIMIT);
  const end = dayBefore(monthsLater(from, reason === 'STUDY' ? STUDY_LIMIT : LIMIT));
  return reason === 'STUDY' ? end : dayBefore(end);
}

/**
 * Why a stay of this length is no temporary transfer, or null: under 3 months nobody transfers; at 12 months (full-time study: beyond 24) the
 * transfer is an official one, unless the Secretariat has decided otherwise (QĐ 24-QĐ/TW; T75). The limits hold for the whole stay, extensions
 * included.
 */
export function lengthBar(term: StayTerm, reason: TransferReason | null): Bar | null {
  if (term.through < dayBefore(monthsLater(term.from, SHORTEST)))
    return { code: 'STAY_TOO_SHORT', field: 'through' };
  return term.through > lastPossibleDay(term, reason) ? { code: 'STAY_TOO_LONG', field: 'through' } : null;
}

/** Why this term cannot be asked for on this day, or null. */
export function stayBar(term: StayTerm, reason: TransferReason | null, today: string): Bar | null {
  const { from, through } = term;
  if (from > monthsLater(today, 12)) return { code: 'INVALID_INPUT', field: 'from' };
  if (through < from || through <= today) return { code: 'INVALID_INPUT', field: 'through' };
  return textsBar(term) ?? lengthBar(term, reason);
}

/** Why these words beside a term are too many, or null. */
export function textsBar({
  purpose,
  specialDocument,
}: Pick<StayTerm, 'purpose' | 'specialDocument'>): Bar | null {
  if ((purpose ?? '').length > PURPOSE_LIMIT) return { code: 'INVALID_INPUT', field: 'purpose' };
  return (specialDocument ?? '').length > DOCUMENT_LIMIT
    ? { code: 'INVALID_INPUT', field: 'specialDocument' }
    : null;
}

/**
 * Why a stay cannot last until the day that is asked for now, or null: it must be later than the term and than today, and within the limits for
 * the whole stay.
 */
export function extensionBar(
  stay: StayTerm,
  asked: { readonly through: string; readonly specialDocument?: string | null },
  { reason, today }: { readonly reason: TransferReason | null; readonly today: string },
): Bar | null {
  const { through } = asked;
  if (through <= stay.through || through <= today) return { code: 'INVALID_INPUT', field: 'through' };
  const specialDocument = asked.specialDocument?.trim() || stay.specialDocument;
  return (
    textsBar({ specialDocument: specialDocument ?? null }) ??
    lengthBar({ from: stay.from, through, specialDocument: specialDocument ?? null }, reason)
  );
}

/** What the branch writes of a member who goes back, or why it cannot be all: nothing at all, or more than the box holds. */
export function commentBar(comment: string): Bar | null {
  if (comment.trim() === '') return { code: 'STAY_COMMENT_REQUIRED', field: 'comment' };
  return comment.length > COMMENT_LIMIT ? { code: 'INVALID_INPUT', field: 'comment' } : null;
}

const COMMENT_LIMIT = 2000;

/** Why this cannot be an evaluation note, or null. */
export const noteBar = (note: string): Bar | null =>
  note.trim() === '' || note.length > COMMENT_LIMIT ? { code: 'INVALID_INPUT', field: 'note' } : null;

/** What box 5 says beside the comment: how long the member stayed, to which month dues are paid, and back to whom. */
export function commentBoxContent(
  fullName: string,
  stay: { readonly startedOn: string; readonly today: string; readonly duesPaidThrough: string },
  addressee: string | null,
): string {
  const { startedOn, today, duesPaidThrough } = stay;
  const onward = addressee === null ? '' : `; kính chuyển ${addressee}`;
  return `Đồng chí ${fullName} đã sinh hoạt đảng tạm thời tại chi bộ từ ngày ${printed(startedOn)} đến ngày ${printed(today)}, đã đóng đảng phí hết tháng ${printed(duesPaidThrough)}; nay giới thiệu trở về nơi sinh hoạt đảng chính thức${onward}.`;
}

/** What a member may do in a branch. */
interface Rights {
  /** Null outside of every system. */
  readonly branchId: string | null;
  readonly canVote: boolean;
  readonly canStand: boolean;
  readonly canElect: boolean;
}

/**
 * What a member may do where while the stay runs: everything where they belong (a probationary member has none of the three anyway), at the place of the
 * stay all but voting, standing and electing (QĐ 24-QĐ/TW; T77).
 */
export function rightsDuring(
  { startedOn, endedOn }: { readonly startedOn: string | null; readonly endedOn: string | null },
  dossier: {
    readonly officialDate: string | null;
    readonly originBranchId: string | null;
    readonly destinationBranchId: string | null;
  },
): Rights[] {
  if (startedOn === null || endedOn !== null) return [];
  const all = (branchId: string | null, may: boolean) => ({
    branchId,
    canVote: may,
    canStand: may,
    canElect: may,
  });
  return [
    all(dossier.originBranchId, dossier.officialDate !== null),
    all(dossier.destinationBranchId, false),
  ];
}
