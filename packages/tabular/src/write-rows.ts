import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import writeXlsxFile from 'write-excel-file/node';

/** What a cell may hold. Days are texts as people read them. */
export type Cell = string | number | bigint | null;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, as people would type it. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell as CSV holds it. */
export const written = (cell: Cell): string =>
  typeof cell === 'string' ? harmless(cell) : String(cell ?? '');

/** Writes a table as CSV that spreadsheets open as they should: UTF-8 with BOM, no formula. Streams, whatever the size. */
export async function writeCsv(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<void> {
  const lines = async function* () {
    yield header.map(written);
    for await (const row of rows) yield row.map(written);
  };
  await pipeline(Readable.from(lines()), stringify({ bom: true }), createWriteStream(file));
}

/** The most that a sheet holds. */
const SHEET_ROWS = 1_048_575;

/** Writes a table as XLSX with a bold header. It is made in memory: for results of some ten thousand rows, not for all members. */
export async function writeXlsx(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<void> {
  const sheet: { value: string | number; fontWeight?: 'bold' }[][] = [
    header.map((name) => ({ value: harmless(name), fontWeight: 'bold' })),
  ];
  for await (const row of rows) {
    if (sheet.length > SHEET_ROWS) throw new RangeError(`a sheet holds ${SHEET_ROWS} rows`);
    sheet.push(row.map((cell) => ({ value: typeof cell === 'number' ? cell : written(cell) })));
  }
  await writeXlsxFile(sheet, {}).toFile(file);
}
