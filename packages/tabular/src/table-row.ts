/** One row of a table: its number as a spreadsheet counts (the header is 1), and its cells by header. */
export type TableRow = {
  row: number;
  cells: Record<string, string>;
  /** Cells beyond the last header: the row has slipped, whoever reads it should refuse it. */
  surplus: number;
};

/** A file that is no table, or too large to be one. `row` says where, 0 the file as a whole. */
export class TableFault extends Error {
  readonly row: number;
  constructor(row: number, message: string) {
    super(row === 0 ? message : `row ${row}: ${message}`);
    this.name = 'TableFault';
    this.row = row;
  }
}

/** What a reader takes in at most. `textBytes` bounds what is unpacked from an XLSX file and is not the sheet itself. */
export type TableLimits = {
  fileBytes: number;
  sheetBytes: number;
  textBytes: number;
  rows: number;
  columns: number;
  cellChars: number;
};

export const standardLimits: TableLimits = {
  fileBytes: 1_000_000_000,
  sheetBytes: 4_000_000_000,
  textBytes: 100_000_000,
  rows: 2_000_000,
  columns: 200,
  cellChars: 32_767,
};

/** The header of a table; blank names are columns that nobody reads. Refuses none at all, too many, and a name twice. */
export function readHeader(cells: readonly string[], limits: TableLimits): string[] {
  const names = cells.map((cell) => cell.normalize('NFC').trim().replace(/\s+/g, ' '));
  while (names.at(-1) === '') names.pop();
  if (names.length === 0) throw new TableFault(1, 'the first row must hold the names of the columns');
  if (names.length > limits.columns) throw new TableFault(1, `more than ${limits.columns} columns`);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw new TableFault(1, `the column “${twice}” stands there twice`);
  return names;
}

/** The cells of a row under their headers, blanks around them taken off; null for a row without anything in it. */
export function rowOf(
  row: number,
  header: readonly string[],
  values: readonly string[],
  limits: TableLimits,
): TableRow | null {
  if (row - 1 > limits.rows) throw new TableFault(row, `more than ${limits.rows} rows`);
  const cells: Record<string, string> = Object.create(null);
  let isEmpty = true;
  let surplus = 0;
  for (let index = 0; index < Math.max(header.length, values.length); index++) {
    const value = (values[index] ?? '').trim();
    if (value.length > limits.cellChars)
      throw new TableFault(row, `a cell of more than ${limits.cellChars} letters`);
    if (value !== '') isEmpty = false;
    const name = header[index];
    if (name) cells[name] = value;
    else if (name === undefined && value !== '') surplus++;
  }
  return isEmpty ? null : { row, cells, surplus };
}
