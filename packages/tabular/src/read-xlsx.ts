import type { SaxesTagPlain } from 'saxes';
import { readHeader, rowOf, TableFault, type TableLimits, type TableRow } from './table-row.ts';
import { type Book, localName, readBook, xmlParser } from './xlsx-book.ts';
import { ZipParts } from './zip-parts.ts';

const DAY_MS = 86_400_000;
const COLUMNS_LIMIT = 16_384;

/** The column of a cell address, `C5` is 2; -1 where it names none. */
export function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A day that a spreadsheet counts from 1900 (or 1904) on, as `dd/mm/yyyy`. */
function dayOf(serial: number, is1904: boolean): string {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(epoch + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return iso.split('-').reverse().join('/');
}

/** The largest day that a spreadsheet can show: 31/12/9999. */
const lastSerial = 2_958_465;

type OpenCell = { column: number; type: string; style: number; value: string };

function textOf(cell: OpenCell, row: number, book: Book): string {
  if (cell.type === 's') {
    const text = book.strings[Number(cell.value)];
    if (text === undefined) throw new TableFault(row, 'a cell names a text that is not there');
    return text;
  }
  if (cell.type !== 'n' || cell.value === '') return cell.value;
  const number = Number(cell.value);
  if (!Number.isFinite(number)) throw new TableFault(row, 'a number that is none');
  const isDay = book.datesAt.has(cell.style) && number >= 0 && number <= lastSerial;
  if (isDay) return dayOf(number, book.is1904);
  return Number.isSafeInteger(number) ? String(number) : cell.value;
}

type SheetRow = { row: number; values: string[] };

/** Collects the rows of a sheet as its text comes in: what `take` answers was finished since the last call. */
function sheetRows(book: Book): { write(text: string): void; end(): void; take(): SheetRow[] } {
  const parser = xmlParser(book.sheet);
  let done: SheetRow[] = [];
  let current: SheetRow = { row: 0, values: [] };
  let cell: OpenCell | null = null;
  let isValue = false;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const { attributes } = tag;
    const local = localName(tag);
    if (local === 'row') {
      const row = attributes.r ? Number(attributes.r) : current.row + 1;
      if (!Number.isInteger(row) || row <= current.row)
        throw new TableFault(current.row, 'rows out of order');
      current = { row, values: [] };
    } else if (local === 'c') {
      const column = attributes.r ? columnOf(attributes.r) : current.values.length;
      if (column < 0 || column >= COLUMNS_LIMIT)
        throw new TableFault(current.row, 'a cell outside of the sheet');
      cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
    } else if (local === 'f') {
      throw new TableFault(current.row, 'a cell holds a formula; paste the values instead');
    } else if (local === 'v' || local === 't') isValue = true;
  });
  parser.on('text', (text) => {
    if (isValue && cell) cell.value += text;
  });
  parser.on('closetag', (tag) => {
    const local = localName(tag);
    if (local === 'v' || local === 't') isValue = false;
    else if (local === 'c' && cell) {
      while (current.values.length < cell.column) current.values.push('');
      current.values[cell.column] = textOf(cell, current.row, book);
      cell = null;
    } else if (local === 'row') done.push(current);
  });
  return {
    write: (text) => void parser.write(text),
    end: () => void parser.close(),
    take() {
      const rows = done;
      done = [];
      return rows;
    },
  };
}

/** The rows of the first sheet of an XLSX file, one at a time; formulas are refused. @throws TableFault */
export async function* readXlsx(file: string, limits: TableLimits): AsyncGenerator<TableRow> {
  const parts = await ZipParts.open(file, limits);
  try {
    const book = await readBook(parts, limits);
    const rows = sheetRows(book);
    let header: string[] | null = null;
    const read = function* (): Generator<TableRow> {
      for (const { row, values } of rows.take()) {
        if (!header) header = readHeader(values, limits);
        else {
          const one = rowOf(row, header, values, limits);
          if (one) yield one;
        }
      }
    };
    for await (const chunk of parts.text(book.sheet, limits.sheetBytes)) {
      rows.write(chunk);
      yield* read();
    }
    rows.end();
    yield* read();
    if (!header) throw new TableFault(0, 'the first sheet is empty');
  } finally {
    parts.close();
  }
}
