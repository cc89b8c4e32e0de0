import PDFDocument from 'pdfkit';
import { drawBoxGrid, type GridBox } from './box-grid.ts';
import { type Choice, drawChoices } from './choices.ts';
import { type Face, registerFaces } from './faces.ts';
import { drawTint, type PageTint } from './page-tint.ts';
import { drawQr } from './qr.ts';
import { blocksHeight, drawSignatures, type Signature } from './signature-blocks.ts';
import { drawTable, type TableColumn } from './table.ts';

/** What a form is called, and the moment that it carries: the same content and moment give the same bytes. */
export type FormInfo = {
  title: string;
  madeAt: Date;
  /** What stands at the foot of every page beside its number: the number of the document, say. */
  footer: string;
  layout?: 'portrait' | 'landscape';
  /** Patterned paper; white unless said otherwise. */
  tint?: PageTint;
};

const MARGIN = 54;
const BODY = 10.5;
const SMALL = 8.5;
const INK = '#1a1a1a';

/** A page of official paper being written, from the top down; what does not fit goes on on the next page. */
export class Form {
  readonly #doc: PDFKit.PDFDocument;
  readonly #width: number;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    this.#width = doc.page.width - 2 * MARGIN;
  }

  #write(text: string, face: Face, size: number, options: PDFKit.Mixins.TextOptions = {}): void {
    this.#doc
      .font(face)
      .fontSize(size)
      .fillColor(INK)
      .text(text, MARGIN, this.#doc.y, { width: this.#width, ...options });
  }

  /** Makes room: a block of this height begins on a new page rather than being torn. */
  #keep(height: number): void {
    if (this.#doc.y + height > this.#doc.page.height - MARGIN) this.#doc.addPage();
  }

  gap(points = 8): void {
    this.#doc.y += points;
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** The head of official paper: who writes on the left, the Party's name and place and day on the right. */
  heading(left: readonly string[], right: readonly string[]): void {
    const doc = this.#doc;
    const half = this.#width / 2 - 8;
    const top = doc.y;
    const column = (lines: readonly string[], x: number): number => {
      doc.y = top;
      for (const [index, line] of lines.entries())
        doc
          .font(index === 0 ? 'bold' : 'regular')
          .fontSize(BODY)
          .fillColor(INK)
          .text(line, x, doc.y, { width: half, align: 'center' });
      return doc.y;
    };
    const bottom = Math.max(column(left, MARGIN), column(right, MARGIN + half + 16));
    doc.y = bottom + 14;
  }

  /** The name of the form in capitals, and what stands below it. */
  title(text: string, subtitle?: string): void {
    this.#write(text, 'bold', 15, { align: 'center' });
    if (subtitle !== undefined) this.#write(subtitle, 'italic', BODY, { align: 'center' });
    this.gap(12);
  }

  paragraph(
    text: string,
    {
      face = 'regular',
      align = 'left',
    }: { face?: Face; align?: 'left' | 'center' | 'right' | 'justify' } = {},
  ): void {
    this.#write(text, face, BODY, { align, lineGap: 2 });
    this.gap(4);
  }

  /** A small remark. */
  remark(text: string): void {
    this.#write(text, 'italic', SMALL, { lineGap: 1 });
    this.gap(4);
  }

  /** Lines of `label: value`, the values below each other. */
  pairs(pairs: readonly (readonly [label: string, value: string])[]): void {
    const doc = this.#doc;
    const labelWidth = this.#width * 0.34;
    for (const [label, value] of pairs) {
      const valueWidth = this.#width - labelWidth;
      doc.font('regular').fontSize(BODY);
      const height = Math.max(
        doc.heightOfString(label, { width: labelWidth }),
        doc.heightOfString(value, { width: valueWidth }),
      );
      this.#keep(height);
      const top = doc.y;
      doc.fillColor('#555555').text(label, MARGIN, top, { width: labelWidth - 8 });
      doc.fillColor(INK).text(value, MARGIN + labelWidth, top, { width: valueWidth });
      doc.y = top + height + 4;
    }
  }

  /** A ruled table; its header comes again on every page. A row is one text a column. */
  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): void {
    drawTable(
      this.#doc,
      { x: MARGIN, width: this.#width, bottom: MARGIN, size: SMALL + 0.5, ink: INK },
      columns,
      rows,
    );
    this.gap(10);
  }

  /** Numbered boxes two by two; a row is never torn between pages. */
  boxes(boxes: readonly GridBox[]): void {
    drawBoxGrid(this.#doc, { x: MARGIN, width: this.#width, bottom: MARGIN, size: SMALL, ink: INK }, boxes);
    this.gap(10);
  }

  /** A QR code of this text with a caption beside it; `side` in points. */
  qr(text: string, caption: readonly string[], { side = 92 }: { side?: number } = {}): void {
    this.#keep(side);
    const doc = this.#doc;
    const top = doc.y;
    drawQr(doc, text, { x: MARGIN, y: top, side });
    doc.y = top + 8;
    for (const line of caption)
      doc
        .font('regular')
        .fontSize(SMALL)
        .fillColor(INK)
        .text(line, MARGIN + side + 14, doc.y, { width: this.#width - side - 14 });
    doc.y = Math.max(doc.y, top + side) + 10;
  }

  /** A question with its choices, of which the ticked one holds an `X`; it is never torn between pages. */
  choices(question: string, choices: readonly Choice[]): void {
    const doc = this.#doc;
    const height = doc.font('regular').fontSize(BODY).heightOfString(question, { width: this.#width });
    this.#keep(height + 26);
    this.#write(question, 'regular', BODY, { lineGap: 1 });
    this.gap(2);
    drawChoices(doc, { x: MARGIN + 14, width: this.#width - 14, size: BODY - 0.5, ink: INK }, choices);
    this.gap(6);
  }

  /** Blocks for signatures side by side; a signature is put above the name, which stands where it is known. */
  signatures(blocks: readonly Signature[]): void {
    this.#keep(blocksHeight(blocks));
    const place = { x: MARGIN, width: this.#width, body: BODY, small: SMALL, ink: INK };
    drawSignatures(this.#doc, place, blocks);
  }
}

function writeFooters(doc: PDFKit.PDFDocument, footer: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // below the margin, where a text would otherwise begin a page of its own
    doc.page.margins.bottom = 0;
    const place = { width: doc.page.width - 2 * MARGIN, lineBreak: false };
    const y = doc.page.height - MARGIN + 18;
    doc.font('regular').fontSize(8).fillColor('#555555');
    doc.text(footer, MARGIN, y, { ...place, align: 'left' });
    doc.text(`Trang ${page - start + 1}/${count}`, MARGIN, y, { ...place, align: 'right' });
  }
}

/** See `makeForm`. */
export async function writeForm(info: FormInfo, write: (form: Form) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: info.layout ?? 'portrait',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    font: '',
    info: {
      Title: info.title,
      Producer: 'dang-documents',
      Creator: 'dang-documents',
      CreationDate: info.madeAt,
      ModDate: info.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  registerFaces(doc);
  doc.font('regular');
  const { tint } = info;
  if (tint) {
    drawTint(doc, tint);
    doc.on('pageAdded', () => drawTint(doc, tint));
  }
  write(new Form(doc));
  writeFooters(doc, info.footer);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
