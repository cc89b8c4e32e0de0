import { posix } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { TableFault, type TableLimits } from './table-row.ts';
import type { ZipParts } from './zip-parts.ts';

const SMALL_PART_BYTES = 10_000_000;

/** A part of the workbook as it is parsed. A document type, which only an attack brings, is refused. */
export function xmlParser(name: string): SaxesParser {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new TableFault(0, `${name} declares a document type`);
  });
  parser.on('error', (error) => {
    throw new TableFault(0, `${name} is not XML: ${error.message}`);
  });
  return parser;
}

/** The name of a tag without its prefix. */
export const localName = ({ name }: { name: string }): string => name.slice(name.indexOf(':') + 1);

async function eachTag(
  parts: ZipParts,
  name: string,
  onTag: (tag: string, attributes: Record<string, string>) => void,
): Promise<void> {
  if (!parts.has(name)) return;
  const parser = xmlParser(name);
  parser.on('opentag', (tag: SaxesTagPlain) => onTag(localName(tag), tag.attributes));
  for await (const chunk of parts.text(name, SMALL_PART_BYTES)) parser.write(chunk);
  parser.close();
}

/** What a reader of the first sheet needs of the workbook. `datesAt` says which cell styles show a day. */
export type Book = { sheet: string; is1904: boolean; datesAt: ReadonlySet<number>; strings: string[] };

/** Number formats 14 to 22 and 45 to 47 are days and times in every workbook. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
const showsDay = (code: string): boolean => /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

async function readStyles(parts: ZipParts): Promise<Set<number>> {
  const dateFormats = new Set<number>();
  const datesAt = new Set<number>();
  let isCellStyle = false;
  let style = 0;
  await eachTag(parts, 'xl/styles.xml', (tag, attributes) => {
    const id = Number(attributes.numFmtId);
    if (tag === 'numFmt' && showsDay(attributes.formatCode ?? '')) dateFormats.add(id);
    if (tag === 'cellXfs') isCellStyle = true;
    if (tag === 'cellStyles' || tag === 'dxfs') isCellStyle = false;
    if (tag === 'xf' && isCellStyle) {
      if (isBuiltInDate(id) || dateFormats.has(id)) datesAt.add(style);
      style++;
    }
  });
  return datesAt;
}

async function readStrings(parts: ZipParts, limits: TableLimits): Promise<string[]> {
  const name = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!parts.has(name)) return strings;
  const parser = xmlParser(name);
  let current = '';
  let isText = false;
  let phonetic = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const local = localName(tag);
    if (local === 'si') current = '';
    if (local === 'rPh') phonetic++;
    isText = local === 't' && phonetic === 0;
  });
  parser.on('text', (text) => {
    if (isText) current += text;
  });
  parser.on('closetag', (tag) => {
    const local = localName(tag);
    if (local === 'rPh') phonetic--;
    if (local === 't') isText = false;
    if (local === 'si') strings.push(current);
  });
  for await (const chunk of parts.text(name, limits.textBytes)) parser.write(chunk);
  parser.close();
  return strings;
}

/** Opens the workbook: where its first sheet is, which styles are days, and the texts that its cells share. */
export async function readBook(parts: ZipParts, limits: TableLimits): Promise<Book> {
  let relation: string | null = null;
  let is1904 = false;
  await eachTag(parts, 'xl/workbook.xml', (tag, attributes) => {
    if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    if (tag === 'sheet') relation ??= attributes['r:id'] ?? null;
  });
  let sheet = 'xl/worksheets/sheet1.xml';
  await eachTag(parts, 'xl/_rels/workbook.xml.rels', (tag, { Id, Target }) => {
    if (tag !== 'Relationship' || Id !== relation || !Target) return;
    sheet = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target);
  });
  return { sheet, is1904, datesAt: await readStyles(parts), strings: await readStrings(parts, limits) };
}
