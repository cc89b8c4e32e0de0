import type { LetterType } from './layout.ts';

export const boxStatuses = ['CROSSED_OUT', 'PENDING', 'NEXT', 'RETURNED', 'SIGNED', 'OUTSIDE'] as const;
export type BoxStatus = (typeof boxStatuses)[number];

/** A letter as plain data. */
export interface LetterRow {
  readonly id: string;
  readonly dossierId: string;
  readonly type: LetterType;
  readonly status: 'ISSUED' | 'CLOSED' | 'VOID';
  readonly number: number;
  readonly registerYear: number;
  readonly issuedOn: string;
  readonly duesPaidThrough: string;
  readonly replacesLetterId: string | null;
  /** Where the member stands in the list of the branch that issued it (số SĐV). */
  readonly branchListNumber: number | null;
  /** What the printed letter is numbered that came from outside. */
  readonly outsideNumber: string | null;
}

export const letterColumns = `l.id, l.dossier_id as "dossierId", l.type, l.status, l.number, l.register_year as "registerYear",
  l.issued_on as "issuedOn", l.dues_paid_through as "duesPaidThrough", l.replaces_letter_id as "replacesLetterId",
  l.outside_number as "outsideNumber", l.branch_list_number as "branchListNumber"`;

/** A box of a letter as plain data, with its number in the register of its unit. */
export interface BoxRow {
  readonly letterId: string;
  readonly index: number;
  readonly status: BoxStatus;
  readonly crossedOut: boolean;
  /** Filled by hand by somebody outside of the system; `unitName` says who, where it is known. */
  readonly outside: boolean;
  readonly unitName: string | null;
  readonly unitId: string | null;
  /** The unit that acts for it today: itself, or the one that goes on in its place when it has ended. */
  readonly actingUnitId: string | null;
  readonly toUnitId: string | null;
  readonly addressee: string | null;
  readonly content: string | null;
  readonly comment: string | null;
  readonly correction: string | null;
  readonly registerNumber: number | null;
  readonly registerYear: number | null;
  readonly signedByName: string | null;
  readonly signedByTitle: string | null;
  readonly signedAt: Date | null;
  readonly signatureId: string | null;
  readonly correctedByName: string | null;
  readonly correctedByTitle: string | null;
  readonly correctedAt: Date | null;
  readonly correctionSignatureId: string | null;
}

/** What a `select` of boxes lists, from `letter_box b`, its `register_entry r` and its `unit_succession s`. */
export const boxColumns = `b.letter_id as "letterId", b.box_index as index, b.status, b.status = 'CROSSED_OUT' as "crossedOut", b.status = 'OUTSIDE' as outside, b.unit_name as "unitName",
  b.unit_id as "unitId", coalesce(s.successor_id, b.unit_id) as "actingUnitId", b.to_unit_id as "toUnitId", b.addressee, b.content, b.comment, b.correction,
  r.seq as "registerNumber", r.year as "registerYear", b.signed_by_name as "signedByName",
  b.signed_by_title as "signedByTitle", b.signed_at as "signedAt", b.signature_id as "signatureId", b.corrected_by_name as "correctedByName",
  b.corrected_by_title as "correctedByTitle", b.corrected_at as "correctedAt", b.correction_signature_id as "correctionSignatureId"`;
