import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Rows } from './cell.ts';
import { streamCsv, streamXlsx } from './stream-rows.ts';

/** Writes a table as a CSV file that spreadsheets open as they should, as `streamCsv` streams it. */
export const writeCsv = (file: string, header: readonly string[], rows: Rows): Promise<void> =>
  pipeline(streamCsv(rows, { header }), createWriteStream(file));

/** Writes a table as an XLSX file, as `streamXlsx` streams it. */
export const writeXlsx = (file: string, header: readonly string[], rows: Rows): Promise<void> =>
  pipeline(streamXlsx(rows, { header }), createWriteStream(file));
