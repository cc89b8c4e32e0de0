/**
 * One block of signatures: whose, and what stands below it. `lines` stand below the note (who has confirmed); `seal` is the visible
 * part of a digital signature, framed: who, in which title, for which organisation, when.
 */
export type Signature = {
  title: string;
  note: string;
  name?: string;
  lines?: readonly string[];
  seal?: readonly string[];
};

/** Where on the page the blocks stand, in points, and the sizes of their letters. */
type BlocksPlace = { x: number; width: number; body: number; small: number; ink: string };

const SPACE = 62;
const SEAL_INK = '#b01c1c';
const PAD = 6;

/** What blocks of this many lines take, at most: nobody tears a signature. */
export const blocksHeight = (blocks: readonly Signature[]): number =>
  Math.max(...blocks.map(({ lines = [], seal = [] }) => SPACE + 60 + 14 * (lines.length + seal.length)));

function drawSeal(
  doc: PDFKit.PDFDocument,
  lines: readonly string[],
  { x, width, small }: { x: number; width: number; small: number },
): void {
  const top = doc.y + 6;
  doc.y = top + PAD;
  for (const [index, line] of lines.entries()) {
    doc
      .font(index === 0 ? 'bold' : 'regular')
      .fontSize(small)
      .fillColor(SEAL_INK);
    doc.text(line, x + PAD, doc.y, { width: width - 2 * PAD, align: 'left' });
  }
  doc.lineWidth(0.9).strokeColor(SEAL_INK);
  doc.rect(x, top, width, doc.y + PAD - top).stroke();
  doc.y += PAD;
}

/** Draws blocks side by side, from the place where the page was written last. */
export function drawSignatures(
  doc: PDFKit.PDFDocument,
  { x, width: whole, body, small, ink }: BlocksPlace,
  blocks: readonly Signature[],
): void {
  const width = whole / blocks.length;
  const top = doc.y + 6;
  let bottom = top + SPACE + 34;
  for (const [index, { title, note, name, lines = [], seal }] of blocks.entries()) {
    const place = { width: width - 12, align: 'center' } as const;
    const left = x + index * width + 6;
    doc.font('bold').fontSize(body).fillColor(ink).text(title, left, top, place);
    doc.font('italic').fontSize(small).text(note, left, doc.y, place);
    for (const line of lines)
      doc
        .font('regular')
        .fontSize(small)
        .text(line, left, doc.y + 6, place);
    if (seal) drawSeal(doc, seal, { x: left, width: width - 12, small });
    const below = Math.max(top + SPACE + 16, doc.y + 8);
    if (name !== undefined) doc.font('bold').fontSize(body).fillColor(ink).text(name, left, below, place);
    bottom = Math.max(bottom, doc.y + 4);
  }
  doc.x = x;
  doc.y = bottom;
}
