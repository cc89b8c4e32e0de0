/** A column: its header, its part of the width (the parts are weighed against each other), and on which side its texts stand. */
export type TableColumn = { header: string; width: number; align?: 'left' | 'center' | 'right' };

/** Where on the page a table stands, in points. */
type TablePlace = { x: number; width: number; bottom: number; size: number; ink: string };

const PAD = 3;

/** Draws a ruled table from the place where the page was written last; a row that does not fit begins a page under a new header. */
export function drawTable(
  doc: PDFKit.PDFDocument,
  { x, width, bottom, size, ink }: TablePlace,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): void {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / whole) * width);

  const drawRow = (texts: readonly string[], face: 'regular' | 'bold'): void => {
    doc.font(face).fontSize(size).fillColor(ink).lineWidth(0.5).strokeColor('#888888');
    const heights = texts.map((text, index) =>
      doc.heightOfString(text, { width: (widths[index] ?? 0) - 2 * PAD }),
    );
    const height = Math.max(...heights, size) + 2 * PAD;
    if (doc.y + height > doc.page.height - bottom) {
      doc.addPage();
      if (face === 'regular') drawHeader();
      doc.font(face).fontSize(size).fillColor(ink).lineWidth(0.5).strokeColor('#888888');
    }
    const top = doc.y;
    let left = x;
    for (const [index, text] of texts.entries()) {
      const cell = widths[index] ?? 0;
      doc.rect(left, top, cell, height).stroke();
      const align = face === 'bold' ? 'center' : (columns[index]?.align ?? 'left');
      doc.text(text, left + PAD, top + PAD, { width: cell - 2 * PAD, align });
      left += cell;
    }
    doc.y = top + height;
  };
  const drawHeader = () =>
    drawRow(
      columns.map(({ header }) => header),
      'bold',
    );

  drawHeader();
  for (const row of rows) drawRow(row, 'regular');
  doc.x = x;
}
