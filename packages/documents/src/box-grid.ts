import type { Face } from './faces.ts';

/** A text of a box. `strike`: no longer valid, but to be read; `mark`: written in the colour of seals, as corrections are. */
export type BoxText = {
  text: string;
  face?: Face;
  strike?: boolean;
  mark?: boolean;
  align?: 'left' | 'center' | 'right';
};

/** A box of a form: what it is called, what it says from the top down, the visible part of a digital signature at its foot. */
export type GridBox = {
  heading: string;
  texts: readonly BoxText[];
  seal?: readonly string[];
  /** Of no use in this paper: a line goes from corner to corner. */
  crossedOut?: boolean;
};

/** Where on the page boxes stand, in points. */
type GridPlace = { x: number; width: number; bottom: number; size: number; ink: string };

const PAD = 5;
const GAP = 2;
const FAINT = '#555555';
const SEAL_INK = '#b01c1c';
const SMALLEST = 5;

const sealHeight = (doc: PDFKit.PDFDocument, seal: readonly string[], width: number, size: number): number =>
  seal.length === 0
    ? 0
    : seal.reduce((sum, line, index) => {
        doc.font(index === 0 ? 'bold' : 'regular').fontSize(size - 0.5);
        return sum + doc.heightOfString(line, { width: width - 2 * PAD });
      }, 2 * PAD);

function heightOf(
  doc: PDFKit.PDFDocument,
  { heading, texts, seal = [] }: GridBox,
  width: number,
  size: number,
) {
  const inner = width - 2 * PAD;
  const head = doc.font('bold').fontSize(size).heightOfString(heading, { width: inner });
  const body = texts.reduce((sum, { text, face = 'regular' }) => {
    doc.font(face).fontSize(size);
    return sum + doc.heightOfString(text, { width: inner }) + GAP;
  }, 0);
  return head + GAP + body + sealHeight(doc, seal, inner, size) + 2 * PAD;
}

function drawSeal(
  doc: PDFKit.PDFDocument,
  seal: readonly string[],
  { x, width, size }: { x: number; width: number; size: number },
): void {
  const top = doc.y;
  doc.y = top + PAD - 1;
  for (const [index, line] of seal.entries()) {
    doc.font(index === 0 ? 'bold' : 'regular').fontSize(size - 0.5);
    doc.fillColor(SEAL_INK).text(line, x + PAD, doc.y, { width: width - 2 * PAD });
  }
  doc.lineWidth(0.8).strokeColor(SEAL_INK);
  doc.rect(x, top, width, doc.y + PAD - 2 - top).stroke();
}

function drawBox(
  doc: PDFKit.PDFDocument,
  { heading, texts, seal = [], crossedOut = false }: GridBox,
  place: { x: number; y: number; width: number; height: number; size: number; ink: string },
): void {
  const { x, y, width, height, size, ink } = place;
  doc.lineWidth(0.7).strokeColor(ink).rect(x, y, width, height).stroke();
  if (crossedOut)
    doc
      .lineWidth(0.7)
      .moveTo(x, y + height)
      .lineTo(x + width, y)
      .stroke();
  const inner = width - 2 * PAD;
  doc.font('bold').fontSize(size);
  doc.fillColor(FAINT).text(heading, x + PAD, y + PAD, { width: inner });
  for (const { text, face = 'regular', strike = false, mark = false, align = 'left' } of texts) {
    doc.font(face).fontSize(size);
    doc.fillColor(mark ? SEAL_INK : strike ? FAINT : ink);
    doc.text(text, x + PAD, doc.y + GAP, { width: inner, align, strike });
  }
  if (seal.length > 0) {
    doc.y += GAP;
    drawSeal(doc, seal, { x: x + PAD, width: inner, size });
  }
}

/**
 * Draws numbered boxes two by two, from the place where the page was written last; a row that does not fit begins a page, and one that no page could
 * hold is written in smaller letters.
 */
export function drawBoxGrid(doc: PDFKit.PDFDocument, place: GridPlace, boxes: readonly GridBox[]): void {
  const { x, width: whole, bottom, ink } = place;
  const width = whole / 2;
  const room = doc.page.height - 2 * bottom;
  for (let at = 0; at < boxes.length; at += 2) {
    const row = boxes.slice(at, at + 2);
    const heightAt = (size: number) => Math.max(...row.map((box) => heightOf(doc, box, width, size)));
    let size = place.size;
    while (heightAt(size) > room && size > SMALLEST) size -= 0.5;
    const height = heightAt(size);
    if (doc.y + height > doc.page.height - bottom) doc.addPage();
    const y = doc.y;
    for (const [side, box] of row.entries())
      drawBox(doc, box, { x: x + side * width, y, width, height, size, ink });
    doc.y = y + height;
  }
  doc.x = x;
}
