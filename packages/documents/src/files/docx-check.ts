import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { FileFault } from './file-fault.ts';
import { hasSecretMark, isSecretStamp } from './secret-mark.rules.ts';

const ENTRY_LIMIT = 2_000;
const TOTAL_BYTES = 200 * 1024 * 1024;
const PART_BYTES = 32 * 1024 * 1024;
/** What is taken apart letter by letter, all parts together: a report of a thousand pages has less. */
const READ_BYTES = 16 * 1024 * 1024;
/** Text packs ten- to thirtyfold; a part that swells more, and beyond a few pages, was made to swell. */
const RATIO_LIMIT = 200;
const SMALL_BYTES = 1024 * 1024;

/** What runs, or carries a file of another kind that nobody could look into. */
const unwelcome =
  /vbaProject|vbaData|activeX|\/embeddings\/|\/afchunk|\.(bin|exe|dll|js|vbs|hta|scr|html?|mht)$/i;
const isText = /\.(xml|rels)$/i;
const isRels = /\.rels$/i;
/** Parts where somebody reads: the text, its headers and footers, and what the file says of itself. */
const isRead = /^(word\/(document|header\d*|footer\d*)|docProps\/(core|app|custom))\.xml$/i;

class Fault extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
// no tag has a `<` in it: whoever writes a million of them does not make us read on from each to the end
const plain = (xml: string): string =>
  unescaped(xml.replace(/<w:(?:br|tab)\b[^<>]*>/g, ' ').replace(/<[^<>]*>/g, ''));

/** A tag with its attributes whole; a `>` may stand in their values. */
const relationship = /<(?:[\w.-]+:)?Relationship((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;

/** What a tag says of itself by its attributes, as whoever reads XML understands it. */
const saidBy = (attributes: string): Map<string, string> =>
  new Map(
    [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')],
    ),
  );

/**
 * Is everything of this part inside the file, but for links, and for the place of Word's own template, which it writes down? A template,
 * picture or frame from elsewhere is fetched when the document is opened. A tag that we do not read whole is none of Word's.
 */
function staysInside(rels: string): boolean {
  const tags = [...rels.matchAll(relationship)];
  if (tags.length !== (rels.match(/<(?:[\w.-]+:)?Relationship(?![\w.-])/g)?.length ?? 0)) return false;
  return tags.every(([, attributes = '']) => {
    const said = saidBy(attributes);
    if (said.get('TargetMode')?.trim().toLowerCase() !== 'external') return true;
    return (
      /\/hyperlink$/.test(said.get('Type') ?? '') || /^file:\/\/\/[a-z]:/i.test(said.get('Target') ?? '')
    );
  });
}

/** Letters that we would read as others than Word does. */
const isOtherwiseEncoded = (text: string): boolean =>
  /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text);

function checkText(name: string, bytes: Buffer): void {
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') || text.includes('\0') || /<!(DOCTYPE|ENTITY)/i.test(text))
    throw new Fault('FILE_CONTENT');
  const isTypes = /^\[content_types\]\.xml$/i.test(name);
  if ((isTypes || isRels.test(name)) && isOtherwiseEncoded(text)) throw new Fault('FILE_CONTENT');
  if (isTypes && /macroEnabled|vbaProject/i.test(unescaped(text))) throw new Fault('FILE_CONTENT');
  if (isRels.test(name) && !staysInside(text)) throw new Fault('FILE_CONTENT');
  if (!isRead.test(name)) return;
  const isProperty = /^docProps/i.test(name);
  const pieces = text.split(isProperty ? /<\/[\w:]+>/ : /<\/w:p>/).map(plain);
  if (pieces.some(isProperty ? (piece) => hasSecretMark(piece) || isSecretStamp(piece) : isSecretStamp))
    throw new Fault('FILE_CLASSIFIED');
}

/** Unpacks one part and counts what comes; its text when it is one that is read. */
async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  const isKept = isText.test(entry.fileName);
  const chunks: Buffer[] = [];
  let count = 0;
  const stream: Readable = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    count += chunk.length;
    if (count > room || (isKept && count > PART_BYTES)) throw new Fault('FILE_BOMB');
    if (isKept) chunks.push(chunk);
  }
  if (isKept) checkText(entry.fileName, Buffer.concat(chunks));
  return count;
}

async function walk(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true });
  if (zip.entryCount > ENTRY_LIMIT) throw new Fault('FILE_BOMB');
  if (zip.comment.length > 0) throw new Fault('FILE_CONTENT');
  const names = new Set<string>();
  let total = 0;
  let read = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    const name = fileName.toLowerCase();
    if (names.has(name) || names.size >= ENTRY_LIMIT) throw new Fault('FILE_CONTENT');
    names.add(name);
    if (entry.isEncrypted() || unwelcome.test(fileName)) throw new Fault('FILE_CONTENT');
    if (name.endsWith('/')) continue;
    const swells = uncompressedSize > SMALL_BYTES && uncompressedSize > RATIO_LIMIT * compressedSize;
    if (isRead.test(fileName) || isRels.test(fileName)) read += uncompressedSize;
    if (swells || read > READ_BYTES || total + uncompressedSize > TOTAL_BYTES) throw new Fault('FILE_BOMB');
    total += await unpack(zip, entry, TOTAL_BYTES - total);
  }
  if (!names.has('word/document.xml') || !names.has('[content_types].xml')) throw new Fault('FILE_CONTENT');
}

/**
 * Looks at a DOCX: an archive and nothing else from its first byte to its last, every part unpacked and counted, no path that leads
 * out, no macro, no file inside it, nothing fetched from elsewhere, and no paragraph or property that says it is secret.
 */
export async function checkDocx(bytes: Buffer): Promise<FileFault | null> {
  const startsAsArchive = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  if (!startsAsArchive || bytes.subarray(0, 1_024).includes('%PDF-')) return 'FILE_CONTENT';
  try {
    await walk(bytes);
    return null;
  } catch (error) {
    // whatever the reader of archives stumbles over is the file's fault: it is all in memory
    return error instanceof Fault ? error.fault : 'FILE_CONTENT';
  }
}
