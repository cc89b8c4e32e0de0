import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: what it should be called (folders by `/`), and its bytes. */
export type ArchiveEntry = { name: string; bytes: Buffer };

const NAME_LIMIT = 120;
/** The moment that stands beside every name; nobody asks when an archive was put together. */
const MTIME = new Date('2026-01-01T00:00:00Z');

/** A name that every system can write, whatever was asked for; the same again gets a number before its ending. */
function safeName(wanted: string, taken: Set<string>): string {
  const parts = wanted
    .normalize('NFC')
    .split(/[/\\]/)
    .map((part) => part.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '').replace(/^[\s.]+|[\s.]+$/g, ''))
    .filter((part) => part !== '');
  const whole = parts.length === 0 ? 'tep' : parts.join('/');
  const [, stem = whole, ending = ''] = /^(.*?)(\.\w{1,8})?$/s.exec(whole) ?? [];
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : ` (${number})`;
    const name = `${[...stem].slice(0, NAME_LIMIT).join('')}${mark}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/**
 * An archive made while it is read: the next file is asked for only when the one before has left, so that a hundred sheets take
 * the memory of two, and whoever stops reading ends the asking. Names are made safe and unique. When a file cannot be had, the
 * stream breaks off with that error: a reader never takes a part for the whole. The same files give the same bytes.
 */
export function streamZip(entries: AsyncIterable<ArchiveEntry>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const taken = new Set<string>();
  const closed = new Promise<void>((resolve) => out.once('close', resolve));
  const fill = async () => {
    for await (const { name, bytes } of entries) {
      if (out.destroyed) return;
      const source = Readable.from([bytes]);
      const left = new Promise<void>((resolve) => source.once('end', resolve));
      zip.addReadStream(source, safeName(name, taken), { mtime: MTIME, size: bytes.length });
      await Promise.race([left, closed]);
    }
    zip.end();
  };
  fill().catch((error: Error) => out.destroy(error));
  return out;
}
