import { create } from 'qrcode';

/** Draws a QR code of the text as vectors (error correction M), dark modules of a row joined into bars. */
export function drawQr(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = side / modules.size;
  doc.fillColor('#000000');
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      doc.rect(x + from * unit, y + row * unit, (column - from + 1) * unit, unit);
    }
  }
  doc.fill();
}
