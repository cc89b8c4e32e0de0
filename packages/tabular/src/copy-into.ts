import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import * as copyStreams from 'pg-copy-streams';

/** What a column may be given; everything is sent as text and read by the column's type. */
export type CopyValue = string | number | bigint | boolean | null;

const CHUNK_CHARS = 65_536;

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] as string) : value;
}

/** A name of the schema: letters, digits and `_` only, so that nothing of a file can get into the statement. */
function nameOf(text: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(text)) throw new RangeError(`${text} is not a name of a table or column`);
  return text;
}

/**
 * Writes rows into a table by COPY, which is the fastest way in; nothing is kept in memory. Answers how many. Runs in the
 * transaction that the client is in, if any. @throws when a row breaks a rule of the table, then nothing is written.
 */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): Promise<number> {
  const text = async function* () {
    let chunk = '';
    for await (const row of rows) {
      chunk += `${row.map(copyText).join('\t')}\n`;
      if (chunk.length < CHUNK_CHARS) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  };
  const target = client.query(
    copyStreams.from(`copy ${nameOf(table)} (${columns.map(nameOf).join(', ')}) from stdin`),
  );
  await pipeline(Readable.from(text(), { objectMode: true, highWaterMark: 2 }), target);
  return target.rowCount;
}
