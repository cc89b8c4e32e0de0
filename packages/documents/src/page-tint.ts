/** Patterned paper: the colour of the page, and of the fine lines on it. */
export type PageTint = { page: string; lines: string };

const STEP = 9;
const WAVE = 4;

/** Lays patterned paper under a page that nothing is written on yet: a tint with fine waves. What is written later keeps its own colours. */
export function drawTint(doc: PDFKit.PDFDocument, { page, lines }: PageTint): void {
  const { width, height } = doc.page;
  doc.save();
  doc.rect(0, 0, width, height).fill(page);
  doc.lineWidth(0.35).strokeColor(lines);
  for (let y = STEP; y < height; y += STEP) {
    doc.moveTo(0, y);
    for (let x = 0; x < width; x += width / WAVE)
      doc.quadraticCurveTo(
        x + width / WAVE / 2,
        y + (Math.round(x) % 2 === 0 ? STEP : -STEP),
        x + width / WAVE,
        y,
      );
  }
  doc.stroke();
  doc.restore();
}
