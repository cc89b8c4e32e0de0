import { inflateSync } from 'node:zlib';
import type { FileFault } from './file-fault.ts';
import { holdsSecondFormat } from './second-format.rules.ts';
import { hasSecretMark } from './secret-mark.rules.ts';

/** What runs, opens, fetches, carries or hides something: none of it belongs into a piece of paper. */
const active = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Filespec',
  'FileAttachment',
  'RichMedia',
  'Movie',
  'Sound',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'XFA',
  'Encrypt',
]);
/** What nobody writes with escapes but to hide it. */
const structural = new Set(['ObjStm', 'First', 'Filter', 'FlateDecode', 'DecodeParms', 'Predictor', 'Type']);
/** More than any office writes; each costs a look around, and there is room for millions in 20 MB. */
const STREAMS = 100_000;
const OBJECT_STREAMS = 10_000;
const OBJECT_STREAM_BYTES = 16 * 1024 * 1024;
const OBJECT_STREAMS_BYTES = 64 * 1024 * 1024;
const DICTIONARY_BYTES = 4_096;

/** A name as it is meant: `/J#61vaScript` is `/JavaScript`. */
const meant = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function namesActive(text: string): boolean {
  for (const [, name = ''] of text.matchAll(/\/([^\s/<>()[\]{}%\0]{3,60})/g)) {
    if (active.has(name)) return true;
    if (name.includes('#') && (active.has(meant(name)) || structural.has(meant(name)))) return true;
  }
  return false;
}

/** A string of a PDF as it reads: literal or hexadecimal, in UTF-16, UTF-8 or one byte a letter. */
function readString(token: string): string {
  const bytes = token.startsWith('<')
    ? Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex')
    : Buffer.from(
        token
          .slice(1, -1)
          .replace(/\\([0-7]{1,3})/g, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 8) & 255),
          )
          .replace(/\\\r?\n/g, '')
          .replace(/\\(.)/gs, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign),
        'latin1',
      );
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
}

/** Where the string ends that begins here, as PDF writes one; -1 for one without an end. */
function endOfString(text: string, start: number): number {
  if (text[start] === '<') return text.indexOf('>', start);
  let place = start + 1;
  while (place < text.length && text[place] !== ')') place += text[place] === '\\' ? 2 : 1;
  return place < text.length ? place : -1;
}

/** The strings in which a file says what it is; each letter is looked at once, whatever stands there. */
function* saidStrings(text: string): Generator<string> {
  const key = /\/(?:Title|Subject|Keywords)\s*[(<]/g;
  while (key.test(text)) {
    const start = key.lastIndex - 1;
    const end = endOfString(text, start);
    if (end === -1) return;
    yield readString(text.slice(start, end + 1));
    key.lastIndex = end;
  }
}

/** The words of its XMP packets. */
function* packetWords(text: string): Generator<string> {
  for (let start = text.indexOf('<x:xmpmeta'); start !== -1; ) {
    const end = text.indexOf('</x:xmpmeta>', start);
    if (end === -1) return;
    yield* Buffer.from(text.slice(start, end), 'latin1')
      .toString('utf8')
      .split(/<[^<>]*>/);
    start = text.indexOf('<x:xmpmeta', end);
  }
}

/** What the file says of itself: title, subject and key words, in its dictionary and in its XMP packet. */
function isMarkedSecret(text: string): boolean {
  for (const said of saidStrings(text)) if (hasSecretMark(said)) return true;
  for (const word of packetWords(text)) if (hasSecretMark(word)) return true;
  return false;
}

/** Does the last `startxref` point at a table or stream of places? */
function endsWell(text: string): boolean {
  const [, offset] = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(text.slice(-1_024)) ?? [];
  if (offset === undefined) return false;
  return /^\s{0,4}(xref\s|\d{1,10} \d{1,5} obj)/.test(text.slice(Number(offset), Number(offset) + 40));
}

/** The marks of an object stream in its dictionary; `/First 5 0 R` of an outline is another thing. */
const objectStream = /\/ObjStm|\/First\s+\d+(?!\d|\s+\d+\s+R)/g;
const unread = Symbol('cannot be read as every viewer would');

/**
 * What some viewers unpack and we do not: another file, parameters that stand elsewhere, and the short names of both, which are meant
 * for pictures inside a page.
 */
const unpackedOtherwise =
  /\/Predictor\s+(?!1\b)|\/(?:F|DP|FFilter|FDecodeParms)(?![\w#])|\/DecodeParms\s*\[?\s*\d/;

/** What stands in one object stream, given its dictionary and its bytes up to `endstream`. */
function inflated(dictionary: string, bytes: Buffer): string | typeof unread {
  const isCoded = dictionary.includes('/Filter');
  if (unpackedOtherwise.test(dictionary)) return unread;
  if (isCoded && !/\/Filter\s*(\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/.test(dictionary)) return unread;
  return (isCoded ? inflateSync(bytes, { maxOutputLength: OBJECT_STREAM_BYTES }) : bytes).toString('latin1');
}

/**
 * What stands in the object streams, where names hide from a search: all of it as one text, or what is wrong with them. A mark of
 * an object stream that stands where no stream follows is wrong too, so that no trick with comments hides one.
 */
function textOfObjectStreams(bytes: Buffer, text: string): { objects: string } | { fault: FileFault } {
  const texts: string[] = [];
  let total = 0;
  let handled = 0;
  let looked = 0;
  let end = 0;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    looked += 1;
    if (looked > 2 * STREAMS || texts.length > OBJECT_STREAMS) return { fault: 'FILE_BOMB' };
    if (text.slice(index - 3, index) === 'end') continue;
    const before = text.slice(Math.max(0, index - DICTIONARY_BYTES), index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const marks = dictionary.match(objectStream)?.length ?? 0;
    if (marks === 0) continue;
    handled += marks;
    const start = index + (text[index + 6] === '\r' ? 8 : 7);
    if (end !== -1 && end < start) end = text.indexOf('endstream', start);
    try {
      const objects = end === -1 ? unread : inflated(dictionary, bytes.subarray(start, end));
      if (objects === unread) return { fault: 'FILE_CONTENT' };
      total += objects.length;
      texts.push(objects);
    } catch (error) {
      const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      return { fault: isBomb ? 'FILE_BOMB' : 'FILE_CONTENT' };
    }
    if (total > OBJECT_STREAMS_BYTES) return { fault: 'FILE_BOMB' };
  }
  const isEachRead = handled === (text.match(objectStream)?.length ?? 0);
  return isEachRead ? { objects: texts.join('\n') } : { fault: 'FILE_CONTENT' };
}

/**
 * Looks at a PDF: whole from `%PDF-` to `%%EOF`, nothing that runs, opens or carries something, not encrypted, no second format
 * inside, not called secret by its title. Later versions appended to it (as signing does) are fine.
 */
export function checkPdf(bytes: Buffer): FileFault | null {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d\s/.test(text) || !endsWell(text)) return 'FILE_CONTENT';
  if (holdsSecondFormat(bytes) || namesActive(text)) return 'FILE_CONTENT';
  const read = textOfObjectStreams(bytes, text);
  if ('fault' in read) return read.fault;
  const { objects } = read;
  if (namesActive(objects)) return 'FILE_CONTENT';
  return isMarkedSecret(text) || isMarkedSecret(objects) ? 'FILE_CLASSIFIED' : null;
}
