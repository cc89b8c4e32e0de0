import { open } from 'node:fs/promises';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { standardLimits, TableFault, type TableLimits, type TableRow } from './table-row.ts';

const zipMark = Buffer.from('PK\u0003\u0004');
const oldExcelMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The rows of a CSV or XLSX file under the names in its first row, one at a time and whatever the size; which of the two
 * it is, its content says. Rows without anything in them are left out. @throws TableFault for what is no table.
 */
export async function* readRows(file: string, limits: Partial<TableLimits> = {}): AsyncGenerator<TableRow> {
  const all = { ...standardLimits, ...limits };
  const handle = await open(file);
  const mark = Buffer.alloc(4);
  try {
    const { size } = await handle.stat();
    if (size > all.fileBytes) throw new TableFault(0, `the file has more than ${all.fileBytes} bytes`);
    await handle.read(mark, 0, 4, 0);
  } finally {
    await handle.close();
  }
  if (mark.equals(oldExcelMark))
    throw new TableFault(0, 'an old or protected Excel file; save it as XLSX or CSV');
  yield* mark.equals(zipMark) ? readXlsx(file, all) : readCsv(file, all);
}
