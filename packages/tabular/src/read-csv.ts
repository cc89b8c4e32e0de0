import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { readHeader, rowOf, TableFault, type TableLimits, type TableRow } from './table-row.ts';

const HEAD_BYTES = 65_536;
const RECORD_CHARS = 1_000_000;

/** What separates the cells: whichever of `,` `;` and tab the first line holds most of outside of quotes. */
export function separatorOf(head: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(head)?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best), ',');
}

/** The bytes of a letter that this chunk begins and does not end. */
function unfinishedBytes(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Lets UTF-8 through and nothing else: old Vietnamese encodings would come out as other letters. */
function utf8Only(): Transform {
  let rest = Buffer.alloc(0);
  const fault = () => new TableFault(0, 'the file is not in UTF-8; save it as “CSV UTF-8”');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = bytes.length - unfinishedBytes(bytes);
      rest = Buffer.from(bytes.subarray(whole));
      const ready = bytes.subarray(0, whole);
      done(isUtf8(ready) ? null : fault(), ready);
    },
    flush: (done) => done(rest.length === 0 ? null : fault()),
  });
}

/** The rows of a CSV file (RFC 4180, UTF-8 with or without BOM), one at a time. @throws TableFault */
export async function* readCsv(file: string, limits: TableLimits): AsyncGenerator<TableRow> {
  const handle = await open(file);
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  await handle.close();
  const parser = parse({
    bom: true,
    delimiter: separatorOf(head.toString('utf8', 0, bytesRead)),
    relax_column_count: true,
    max_record_size: RECORD_CHARS,
  });
  const source = createReadStream(file, { highWaterMark: 262_144 });
  const checked = utf8Only();
  source.on('error', (error) => parser.destroy(error));
  checked.on('error', (error) => parser.destroy(error));
  source.pipe(checked).pipe(parser);
  let row = 0;
  let header: string[] | null = null;
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      row++;
      if (!header) header = readHeader(values, limits);
      else {
        const read = rowOf(row, header, values, limits);
        if (read) yield read;
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TableFault(row + 1, error.message);
    throw error;
  } finally {
    source.destroy();
  }
  if (!header) throw new TableFault(0, 'the file is empty');
}
