import { inflateSync } from 'node:zlib';

type Glyphs = Map<string, string>;

const decodeUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The letters of a font's glyphs, from the table that makes text selectable (`ToUnicode`). */
function readGlyphs(cmap: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    const texts = list.match(/<[0-9a-f ]*>/g) ?? [];
    for (const [index, text] of texts.entries()) {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      glyphs.set(code, decodeUtf16(text.replace(/[<> ]/g, '')));
    }
  }
  return glyphs;
}

/** The objects of a PDF by number: what stands before their stream, and the stream unpacked. */
function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, number = '', body = ''] = match;
    const begin = body.indexOf('stream\n');
    const head = begin < 0 ? body : body.slice(0, begin);
    const raw = begin < 0 ? '' : body.slice(begin + 7, body.lastIndexOf('\nendstream'));
    const isText = !head.includes('/Length1') && !head.includes('FontFile');
    const bytes = Buffer.from(raw, 'latin1');
    let stream = '';
    try {
      if (isText && raw)
        stream = (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    } catch {
      // a font, not a text
    }
    objects.set(number, { head, stream });
  }
  return objects;
}

/**
 * The text of a PDF that `makeForm` made, page by page, as somebody would select it: one line a piece of text. For tests: it
 * reads only what `makeForm` writes.
 */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const at = (reference: string | undefined) => objects.get(reference ?? '') ?? { head: '', stream: '' };
  const glyphsOf = (font: string): Glyphs =>
    readGlyphs(at(/ToUnicode (\d+) 0 R/.exec(at(font).head)?.[1]).stream);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const resources = at(/Resources (\d+) 0 R/.exec(head)?.[1]).head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [
        name,
        glyphsOf(number),
      ]),
    );
    const lines: string[] = [];
    let glyphs: Glyphs = new Map();
    const { stream } = at(/Contents (\d+) 0 R/.exec(head)?.[1]);
    for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
      else {
        const codes = (shown ?? '').replace(/<([0-9a-f]*)>|[^<]+/g, '$1').match(/.{4}/g) ?? [];
        lines.push(codes.map((code) => glyphs.get(code) ?? '�').join(''));
      }
    }
    return lines.join('\n');
  });
}
