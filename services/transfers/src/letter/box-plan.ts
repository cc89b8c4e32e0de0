import type { LetterType } from './layout.ts';
import type { NewBox } from './letter.rules.ts';

/** A letter that is issued with the signature of its first box. `duesPaidThrough` is `YYYY-MM`. */
export interface NewLetter {
  readonly type: LetterType;
  readonly duesPaidThrough: string;
  readonly branchListNumber: number | null;
  readonly boxes: readonly NewBox[];
}

/** A box as it would be signed: where it stands in which letter, which unit signs it, and what it says. */
export interface BoxPlan {
  readonly letterId: string;
  readonly index: number;
  readonly unitId: string;
  readonly content: string;
  readonly comment?: string | null;
  /** What corrects a signed box: its words stay, struck out. */
  readonly correction?: string;
  /** The letter that this box begins; left out when it is there already. */
  readonly letter?: NewLetter;
}

/** Do two plans lead to the same letter? */
export const isSamePlan = (one: BoxPlan, other: BoxPlan): boolean => wordsOf(one) === wordsOf(other);

const wordsOf = ({ letterId, index, unitId, content, comment, correction, letter }: BoxPlan): string =>
  JSON.stringify([
    letterId,
    index,
    unitId,
    content,
    comment?.trim() || null,
    correction ?? null,
    letter ?? null,
  ]);
