import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { TableFault, type TableLimits } from './table-row.ts';

const PARTS_LIMIT = 2_000;
/** Spreadsheets shrink to a tenth; what unpacks to three hundred times its size was made to hurt. */
const RATIO_LIMIT = 300;
const RATIO_FROM_BYTES = 10_000_000;

const named = <T>(act: (done: (error: Error | null, value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    act((error, value) =>
      error ? reject(new TableFault(0, `not a usable XLSX file: ${error.message}`)) : resolve(value),
    );
  });

function refuseBomb(entry: Entry, limits: TableLimits): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new TableFault(0, 'the file is protected by a password');
  if (uncompressedSize > limits.sheetBytes) throw new TableFault(0, `${fileName} unpacks to too many bytes`);
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * RATIO_LIMIT) {
    throw new TableFault(0, `${fileName} unpacks to ${RATIO_LIMIT} times its size`);
  }
}

/** The parts of an XLSX file by name, each unpacked only when it is read, and never beyond what it declares. */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws TableFault for a file that is no zip, is protected, or unpacks to far more than it is. */
  static async open(file: string, limits: TableLimits): Promise<ZipParts> {
    const zip = await named<ZipFile>((done) =>
      open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, done),
    );
    try {
      const entries = new Map<string, Entry>();
      await named<null>((done) => {
        zip.on('error', (error: Error) => done(error, null));
        zip.on('end', () => done(null, null));
        zip.on('entry', (entry: Entry) => {
          entries.set(entry.fileName, entry);
          if (entries.size > PARTS_LIMIT) done(new Error('too many parts'), null);
          else zip.readEntry();
        });
        zip.readEntry();
      });
      for (const entry of entries.values()) refuseBomb(entry, limits);
      return new ZipParts(zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The part as text, in chunks. @throws TableFault when it is not there or cannot be unpacked. */
  async *text(name: string, bytesLimit: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw new TableFault(0, `the file has no part ${name}`);
    if (entry.uncompressedSize > bytesLimit) throw new TableFault(0, `${name} is too large`);
    const stream = await named<Readable>((done) => this.#zip.openReadStream(entry, done));
    stream.setEncoding('utf8');
    try {
      for await (const chunk of stream) yield chunk as string;
    } catch (error) {
      throw new TableFault(0, `${name} cannot be unpacked: ${(error as Error).message}`);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.#zip.close();
  }
}
