import { type Cell, harmless } from './cell.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that XML cannot hold
const awkward = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML holds it: entities, and nothing that XML forbids (control characters, halves of a pair). */
export function xmlText(text: string): string {
  if (!awkward.test(text)) return text;
  const whole = text.toWellFormed().replace(/[&<>"]/g, (letter) => escaped[letter] ?? '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that XML cannot hold
  return whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** The longest text that a spreadsheet takes into a cell. */
const CELL_CHARS = 32_767;
/** A spreadsheet counts in doubles and shows 15 digits: a larger amount is written as a text rather than wrongly. */
const EXACT = 999_999_999_999_999;

const isExact = (amount: bigint): boolean => amount <= EXACT && amount >= -EXACT;

/** Cell styles in the order of `styles`. */
const plainStyle = 0;
const boldStyle = 1;
const amountStyle = 2;

function cellXml(cell: Cell, style: number): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'bigint' && isExact(cell)) return `<c s="${amountStyle}"><v>${cell}</v></c>`;
  const text = typeof cell === 'string' ? harmless(cell) : String(cell);
  if (text.length > CELL_CHARS) throw new RangeError(`a cell holds ${CELL_CHARS} letters`);
  const space = text !== text.trim() ? ' xml:space="preserve"' : '';
  const styled = style === plainStyle ? '' : ` s="${style}"`;
  return `<c${styled} t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** A row of a sheet; titles and headers are bold. */
export function rowXml(line: number, cells: readonly Cell[], kind: 'title' | 'header' | 'body'): string {
  const style = kind === 'body' ? plainStyle : boldStyle;
  let xml = `<row r="${line}">`;
  for (const cell of cells) xml += cellXml(cell, style);
  return `${xml}</row>`;
}

/** The beginning of a sheet, with the widths of its first columns in letters. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${cols}<sheetData>`;
}

export const sheetEnd = '</sheetData></worksheet>';

/** A name that a spreadsheet accepts for a sheet: at most 31 letters, none of `[]:*?/\`, each once in its book. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31)
        .trim() || `Sheet${index + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 24)} ~${index + 1}` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** The part that names the sheets of a book in their order. */
export function workbook(names: readonly string[]): string {
  const sheets = sheetNames(names).map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

const sheetNumbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Where the parts of a book lie: its sheets, and its styles after them. */
export function workbookRels(count: number): string {
  const sheets = sheetNumbers(count).map(
    (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const style = `<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${style}</Relationships>`;
}

/** What each part of the file is. */
export function contentTypes(count: number): string {
  const sheets = sheetNumbers(count).map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
}

export const packageRels = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Three cell styles: as it is, bold, and an amount grouped by thousands. */
export const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
