/** One choice of a question: its words, and whether its box is ticked. */
export type Choice = { label: string; ticked: boolean };

/** Where on the page choices stand, in points. */
type ChoicesPlace = { x: number; width: number; size: number; ink: string };

const BOX = 9.5;
const GAP = 5;

/** Draws boxes with their words side by side, from the place where the page was written last; a ticked box holds an `X`. */
export function drawChoices(
  doc: PDFKit.PDFDocument,
  { x, width, size, ink }: ChoicesPlace,
  choices: readonly Choice[],
): void {
  const column = width / choices.length;
  const top = doc.y;
  let bottom = top;
  for (const [index, { label, ticked }] of choices.entries()) {
    const left = x + index * column;
    doc
      .lineWidth(0.8)
      .strokeColor(ink)
      .rect(left, top + 1.5, BOX, BOX)
      .stroke();
    doc.fillColor(ink);
    if (ticked) doc.font('bold').fontSize(BOX).text('X', left, top, { width: BOX, align: 'center' });
    doc.font(ticked ? 'bold' : 'regular').fontSize(size);
    doc.text(label, left + BOX + GAP, top, { width: column - BOX - 2 * GAP });
    bottom = Math.max(bottom, doc.y);
  }
  doc.x = x;
  doc.y = bottom;
}
