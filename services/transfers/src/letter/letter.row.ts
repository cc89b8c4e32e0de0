export const boxStatuses = ['CROSSED_OUT', 'PENDING', 'NEXT', 'RETURNED', 'SIGNED'] as const;
export type BoxStatus = (typeof boxStatuses)[number];

/** A letter as plain data. */
export interface LetterRow {
  readonly id: string;
  readonly dossierId: string;
  readonly type: 'TEN_BOX';
  readonly status: 'ISSUED' | 'CLOSED' | 'VOID';
  readonly number: number;
  readonly registerYear: number;
  readonly issuedOn: string;
  readonly duesPaidThrough: string;
  readonly replacesLetterId: string | null;
}

export const letterColumns = `l.id, l.dossier_id as "dossierId", l.type, l.status, l.number, l.register_year as "registerYear",
  l.issued_on as "issuedOn", l.dues_paid_through as "duesPaidThrough", l.replaces_letter_id as "replacesLetterId"`;

/** A box of a letter as plain data, with its number in the register of the unit that signed it. */
export interface BoxRow {
  readonly letterId: string;
  readonly index: number;
  readonly status: BoxStatus;
  readonly crossedOut: boolean;
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
}

/** What a `select` of boxes lists, from `letter_box b`, its `register_entry r` and its `unit_succession s`. */
export const boxColumns = `b.letter_id as "letterId", b.box_index as index, b.status, b.unit_id is null as "crossedOut",
  b.unit_id as "unitId", coalesce(s.successor_id, b.unit_id) as "actingUnitId", b.to_unit_id as "toUnitId", b.addressee, b.content, b.comment, b.correction,
  r.seq as "registerNumber", r.year as "registerYear", b.signed_by_name as "signedByName",
  b.signed_by_title as "signedByTitle", b.signed_at as "signedAt"`;
