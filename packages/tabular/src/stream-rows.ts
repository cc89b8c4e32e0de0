import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import { type Cell, type Rows, written } from './cell.ts';
import {
  contentTypes,
  packageRels,
  rowXml,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookRels,
} from './xlsx-parts.ts';

/** One sheet of a workbook: its name, the lines above the header, the bold header, and the rows. */
export type Sheet = {
  name: string;
  title?: readonly string[];
  header: readonly string[];
  rows: Rows;
  /** Widths of the columns in letters; the others are as wide as the program makes them. */
  widths?: readonly number[];
};

/** How many rows a sheet holds before the next one begins; a spreadsheet takes 1,048,576. */
const SHEET_ROWS = 1_000_000;
const CHUNK_CHARS = 65_536;
/** Rows of CSV that are written as one piece: a piece a row costs ten times as much, and memory with it. */
const CSV_ROWS_A_CHUNK = 500;
/** Fast and still a fifth of the text; the default level takes three times as long for a tenth less. */
const COMPRESSION_LEVEL = 2;
/** Every part of every book carries the same time, so that the same rows give the same bytes. */
const MADE_AT = new Date('2026-01-01T00:00:00Z');

function iteratorOf(rows: Rows): AsyncIterator<readonly Cell[]> | Iterator<readonly Cell[]> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}

/** Puts one part after another into a zip and waits until it has been read out, so that only one is under way. */
class Parts {
  readonly #zip = new ZipFile();
  readonly output = new PassThrough();
  constructor() {
    this.#zip.on('error', (error: unknown) => this.output.destroy(error as Error));
    this.#zip.outputStream.pipe(this.output);
  }

  async stream(name: string, text: AsyncIterable<string>): Promise<void> {
    const source = Readable.from(text, { objectMode: false, highWaterMark: CHUNK_CHARS });
    const stop = () => source.destroy();
    this.output.once('close', stop);
    this.#zip.addReadStream(source, name, { mtime: MADE_AT, compressionLevel: COMPRESSION_LEVEL });
    await once(source, 'close');
    this.output.off('close', stop);
    if (source.errored) throw source.errored;
  }

  text(name: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text), name, { mtime: MADE_AT });
  }

  end(): void {
    this.#zip.end();
  }
}

/** The text of one sheet in chunks: at most `limit` rows, the rest stays with the iterator. `first` was taken from it already. */
async function* sheetText(
  sheet: Sheet,
  first: readonly Cell[] | undefined,
  next: () => Promise<readonly Cell[] | undefined>,
  limit: number,
): AsyncGenerator<string> {
  let text = sheetStart(sheet.widths ?? []);
  let line = 0;
  for (const title of sheet.title ?? []) text += rowXml(++line, [title], 'title');
  text += rowXml(++line, sheet.header, 'header');
  const last = line + limit;
  for (let row = first; row !== undefined; row = line < last ? await next() : undefined) {
    text += rowXml(++line, row, 'body');
    if (text.length < CHUNK_CHARS) continue;
    yield text;
    text = '';
  }
  yield text + sheetEnd;
}

async function writeBook(parts: Parts, sheets: readonly Sheet[], sheetRows: number): Promise<void> {
  const names: string[] = [];
  const addSheet = (name: string, text: AsyncIterable<string>) => {
    names.push(name);
    return parts.stream(`xl/worksheets/sheet${names.length}.xml`, text);
  };
  for (const sheet of sheets) {
    const iterator = iteratorOf(sheet.rows);
    const next = async () => {
      const { done, value } = await iterator.next();
      return done ? undefined : value;
    };
    try {
      let first = await next();
      for (let part = 1; part === 1 || first !== undefined; part++) {
        if (parts.output.destroyed) return;
        await addSheet(
          part === 1 ? sheet.name : `${sheet.name} (${part})`,
          sheetText(sheet, first, next, sheetRows),
        );
        first = await next();
      }
    } finally {
      await iterator.return?.();
    }
  }
  parts.text('xl/workbook.xml', workbook(names));
  parts.text('xl/_rels/workbook.xml.rels', workbookRels(names.length));
  parts.text('xl/styles.xml', styles);
  parts.text('[Content_Types].xml', contentTypes(names.length));
  parts.text('_rels/.rels', packageRels);
  parts.end();
}

/**
 * A workbook of several sheets as a stream of bytes, in constant memory whatever the number of rows: a sheet that is full goes on in
 * the next one (`Name (2)`). Numbers and amounts (`bigint`, grouped by thousands) are numbers in the sheet, texts are inline and
 * never a formula. The same rows give the same bytes. Whoever stops reading ends the reading of the rows.
 */
export function streamBook(
  sheets: readonly Sheet[],
  { sheetRows = SHEET_ROWS }: { sheetRows?: number } = {},
): Readable {
  const parts = new Parts();
  writeBook(parts, sheets, sheetRows).catch((error: Error) => parts.output.destroy(error));
  return parts.output;
}

/** A table as XLSX, as a stream of bytes in constant memory: a new sheet each 1,000,000 rows (`sheetRows`), bold header. */
export function streamXlsx(
  rows: Rows,
  { header, sheetRows, name = 'Sheet' }: { header: readonly string[]; sheetRows?: number; name?: string },
): Readable {
  return streamBook([{ name, header, rows }], sheetRows === undefined ? {} : { sheetRows });
}

/** A table as CSV that spreadsheets open as they should (UTF-8 with BOM, no formula), as a stream of bytes in constant memory. */
export function streamCsv(rows: Rows, { header }: { header: readonly string[] }): Readable {
  const text = async function* () {
    let waiting = [header.map(written)];
    let isFirst = true;
    const taken = () => {
      const csv = stringify(waiting, { bom: isFirst });
      waiting = [];
      isFirst = false;
      return csv;
    };
    for await (const row of rows) {
      waiting.push(row.map(written));
      if (waiting.length >= CSV_ROWS_A_CHUNK) yield taken();
    }
    if (waiting.length > 0) yield taken();
  };
  return Readable.from(text(), { objectMode: false, highWaterMark: CHUNK_CHARS });
}
