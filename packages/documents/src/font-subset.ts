/** Where a composite glyph names its parts, by the flags of each part (OpenType, table `glyf`). */
const WORDS = 0x01;
const SCALE = 0x08;
const MORE_PARTS = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;
const GLYPH_HEADER = 10;

/** What a PDF needs of a font, in the order in which fontkit writes it. */
const TAGS = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'] as const;
const DIRECTORY_ENTRY = 16;
const DIRECTORY_HEAD = 12;

/** The positions of the glyph numbers that a composite glyph is put together from; none in a simple one. */
function partsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  let [at, flags] = [GLYPH_HEADER, MORE_PARTS];
  while (flags & MORE_PARTS) {
    flags = outline.readUInt16BE(at);
    parts.push(at + 2);
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
  }
  return parts;
}

/** The tables of a TrueType font as its file has them. */
export class FontTables {
  readonly #tables = new Map<string, Buffer>();

  constructor(file: Buffer) {
    const count = file.readUInt16BE(4);
    for (let n = 0; n < count; n++) {
      const entry = DIRECTORY_HEAD + n * DIRECTORY_ENTRY;
      const offset = file.readUInt32BE(entry + 8);
      const bytes = file.subarray(offset, offset + file.readUInt32BE(entry + 12));
      this.#tables.set(file.toString('latin1', entry, entry + 4), bytes);
    }
  }

  /** A table that every font for a PDF has. @throws when this one lacks it */
  get(tag: string): Buffer {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table;
  }

  get hasLongOffsets(): boolean {
    return this.get('head').readInt16BE(50) === 1;
  }

  outline(glyph: number): Buffer {
    const loca = this.get('loca');
    const at = (n: number): number =>
      this.hasLongOffsets ? loca.readUInt32BE(4 * n) : 2 * loca.readUInt16BE(2 * n);
    return this.get('glyf').subarray(at(glyph), at(glyph + 1));
  }

  /** Advance and bearing; glyphs behind the last whole entry have its advance. */
  metric(glyph: number): Buffer {
    const whole = this.get('hhea').readUInt16BE(34);
    const hmtx = this.get('hmtx');
    if (glyph < whole) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
    const bearing = 4 * whole + 2 * (glyph - whole);
    return Buffer.concat([hmtx.subarray(4 * whole - 4, 4 * whole - 2), hmtx.subarray(bearing, bearing + 2)]);
  }
}

function patched(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

function offsetsOf(outlines: readonly Buffer[], isLong: boolean): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * (isLong ? 4 : 2));
  let offset = 0;
  for (const [n, { length }] of [...outlines, Buffer.alloc(0)].entries()) {
    if (isLong) loca.writeUInt32BE(offset, 4 * n);
    else loca.writeUInt16BE(offset / 2, 2 * n);
    offset += length;
  }
  return loca;
}

function fileOf(tables: Readonly<Record<(typeof TAGS)[number], Buffer>>): Buffer {
  const head = Buffer.alloc(DIRECTORY_HEAD + TAGS.length * DIRECTORY_ENTRY);
  const power = Math.floor(Math.log2(TAGS.length));
  head.write('true', 0, 'latin1');
  head.writeUInt16BE(TAGS.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((TAGS.length - 2 ** power) * 16, 10);
  let offset = head.length;
  for (const [n, tag] of TAGS.entries()) {
    const entry = DIRECTORY_HEAD + n * DIRECTORY_ENTRY;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(tables[tag].length, entry + 12);
    offset += tables[tag].length;
  }
  return Buffer.concat([head, ...TAGS.map((tag) => tables[tag])]);
}

/**
 * The glyphs of a TrueType font that a document uses, in the order in which it met them: what fontkit makes, byte for byte, copied
 * from the file instead of being taken apart and put together again for every document.
 */
export class FontSubset {
  readonly #from: FontTables;
  readonly #numbers = new Map<number, number>();

  constructor(from: FontTables) {
    this.#from = from;
    this.includeGlyph(0);
  }

  /** The number of this glyph within the subset. */
  includeGlyph(glyph: number): number {
    const number = this.#numbers.get(glyph) ?? this.#numbers.size;
    this.#numbers.set(glyph, number);
    return number;
  }

  /** The font file. */
  encode(): Buffer {
    const from = this.#from;
    const outlines: Buffer[] = [];
    const metrics: Buffer[] = [];
    // parts of a glyph come to the end of the map while it is walked
    for (const glyph of this.#numbers.keys()) {
      const outline = Buffer.from(from.outline(glyph));
      for (const at of partsOf(outline))
        outline.writeUInt16BE(this.includeGlyph(outline.readUInt16BE(at)), at);
      outlines.push(outline);
      metrics.push(from.metric(glyph));
    }
    return fileOf({
      head: from.get('head'),
      hhea: patched(from.get('hhea'), 34, metrics.length),
      loca: offsetsOf(outlines, from.hasLongOffsets),
      maxp: patched(from.get('maxp'), 4, outlines.length),
      'cvt ': from.get('cvt '),
      prep: from.get('prep'),
      glyf: Buffer.concat(outlines),
      hmtx: Buffer.concat(metrics),
      fpgm: from.get('fpgm'),
    });
  }
}
