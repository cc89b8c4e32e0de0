import type { TransferKind } from '../dossier/workflows.ts';

/** Forms of introduction letters (12-HD/BTCTW): four in all, of which the one for abroad is only named. */
export const letterTypes = ['TEN_BOX', 'EIGHT_BOX', 'INTERNAL', 'ABROAD'] as const;
export type LetterType = (typeof letterTypes)[number];

/** How the boxes of a letter lie: boxes 1 to `lastOrigin` are the origin's, `arrival` is the destination branch's own. */
export interface LetterLayout {
  readonly boxes: 8 | 10;
  readonly lastOrigin: number;
  readonly arrival: number;
  /** The box in which the destination branch comments on a stay, and begins the way back; null where nobody comes back. */
  readonly comment: number | null;
}

/** Every letter begins with the origin branch. */
export const FIRST_BOX = 1;

const tenBoxes: LetterLayout = { boxes: 10, lastOrigin: 5, arrival: 10, comment: null };
const eightBoxes: LetterLayout = { boxes: 8, lastOrigin: 2, arrival: 4, comment: 5 };

/** The layout of a letter, by what it is for. */
export const layoutOf = (kind: TransferKind): LetterLayout => (kind === 'OFFICIAL' ? tenBoxes : eightBoxes);

/** The layout of a letter, by its boxes. */
export const layoutOfBoxes = (boxes: { readonly length: number }): LetterLayout =>
  boxes.length === eightBoxes.boxes ? eightBoxes : tenBoxes;

/** In which of its two registers a unit enters the letter: whoever sends the member on introduces, whoever takes them receives. */
export function directionOf(layout: LetterLayout, index: number): 'OUT' | 'IN' {
  if (index <= layout.lastOrigin) return 'OUT';
  if (layout.comment === null || index < layout.comment) return 'IN';
  return index <= layout.comment + 1 ? 'OUT' : 'IN';
}
