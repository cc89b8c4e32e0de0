import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { xlsxOf, zipOf } from '../test/zip.ts';
import { harmless } from './cell.ts';
import { separatorOf } from './read-csv.ts';
import { readRows } from './read-rows.ts';
import { columnOf } from './read-xlsx.ts';
import type { TableLimits, TableRow } from './table-row.ts';
import { writeCsv, writeXlsx } from './write-rows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-'));
});
afterAll(() => rm(folder, { recursive: true }));

let made = 0;
async function fileOf(content: string | Buffer): Promise<string> {
  const file = join(folder, `table-${made++}`);
  await writeFile(file, content);
  return file;
}

async function rowsOf(file: string, limits?: Partial<TableLimits>): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readRows(file, limits)) rows.push({ ...row, cells: { ...row.cells } });
  return rows;
}
const read = async (content: string | Buffer, limits?: Partial<TableLimits>) =>
  rowsOf(await fileOf(content), limits);

describe('CSV', () => {
  test('with BOM, quotes, line breaks in cells and blank lines keeps the numbers of a spreadsheet', async () => {
    const text = '\ufeffHọ và tên,Ghi chú\r\n"Nguyễn, Thị ""Hà"""," hai\ndòng "\r\n,\r\nLê Minh,\r\n';
    expect(await read(text)).toEqual([
      { row: 2, cells: { 'Họ và tên': 'Nguyễn, Thị "Hà"', 'Ghi chú': 'hai\ndòng' }, surplus: 0 },
      { row: 4, cells: { 'Họ và tên': 'Lê Minh', 'Ghi chú': '' }, surplus: 0 },
    ]);
  });
  test('of a Vietnamese spreadsheet is separated by semicolons', async () => {
    expect(separatorOf('"a;b";c;d,e\n1,2,3,4')).toBe(';');
    expect(separatorOf('a\tb\tc')).toBe('\t');
    expect(separatorOf('only one column')).toBe(',');
    expect((await read('Mã;Tên\n05;Đảng bộ, thành phố'))[0]?.cells).toEqual({
      Mã: '05',
      Tên: 'Đảng bộ, thành phố',
    });
  });
  test('headers are compared in one form of Unicode', async () => {
    const [row] = await read(`${'Họ  và tên '.normalize('NFD')}\nA`);
    expect(Object.keys(row?.cells ?? {})).toEqual(['Họ và tên']);
  });
  test('a row that has slipped says so, a short one is filled up', async () => {
    expect(await read('a,b\n1,2,3\n4')).toEqual([
      { row: 2, cells: { a: '1', b: '2' }, surplus: 1 },
      { row: 3, cells: { a: '4', b: '' }, surplus: 0 },
    ]);
  });
  test('a header named like a part of JavaScript is a header like any other', async () => {
    const rows: TableRow[] = [];
    for await (const row of readRows(await fileOf('__proto__,constructor\nx,y'))) rows.push(row);
    expect(Object.entries(rows[0]?.cells ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
  test.each([
    ['nothing', '', 'the file is empty'],
    ['a header of blanks', ' ,\nx', 'must hold the names'],
    ['a column twice', 'a,A ,a\n1', 'stands there twice'],
    ['a quote that never ends', 'a\n"b\nc', 'row 2'],
    ['another encoding', Buffer.from([0x61, 0x0a, 0xd0, 0x20, 0x0a]), 'UTF-8'],
    ['a letter cut off at the end', Buffer.from([0x61, 0x0a, 0xe1, 0xba]), 'UTF-8'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old or protected'],
  ])('%s is refused', async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
  test('letters of several bytes may lie across the chunks in which a file is read', async () => {
    const rows = await read(`Tên\n${'Đảng bộ Khu dân cư Việt Hưng\n'.repeat(20_000)}`);
    expect(rows).toHaveLength(20_000);
    expect(new Set(rows.map(({ cells }) => cells.Tên)).size).toBe(1);
  });
  test('limits are kept: bytes, rows, columns, letters', async () => {
    const text = 'a,b\n1,2\n3,4\n';
    await expect(read(text, { fileBytes: 5 })).rejects.toThrow('more than 5 bytes');
    await expect(read(text, { rows: 1 })).rejects.toThrow('more than 1 rows');
    await expect(read(text, { columns: 1 })).rejects.toThrow('more than 1 columns');
    await expect(read('a\nlong', { cellChars: 3 })).rejects.toThrow('more than 3 letters');
    await expect(read(`a\n"${'x'.repeat(1_100_000)}`)).rejects.toThrow('row 2');
  });
});

const styles = {
  name: 'xl/styles.xml',
  text: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd&quot; ngày&quot;/mm/yyyy"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
};
const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';

describe('XLSX', () => {
  test('shared texts, days, numbers and gaps are read as people see them', async () => {
    const strings =
      '<sst><si><t>Lê</t></si><si><r><t>Chi </t></r><r><t>bộ</t></r><rPh><t>x</t></rPh></si></sst>';
    const sheet = `${header}
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>31103</v></c></row>
      <row r="5"><c r="B5" t="s"><v>1</v></c></row>
      <row r="6"><c r="A6"><v>9.9085000001E10</v></c><c r="B6" t="b"><v>1</v></c></row>`;
    const parts = [styles, { name: 'xl/sharedStrings.xml', text: strings }];
    expect(await read(xlsxOf(sheet, parts))).toEqual([
      { row: 2, cells: { a: 'Lê', b: '25/02/1985' }, surplus: 0 },
      { row: 5, cells: { a: '', b: 'Chi bộ' }, surplus: 0 },
      { row: 6, cells: { a: '99085000001', b: '1' }, surplus: 0 },
    ]);
    expect(['A1', 'Z9', 'AA1', 'XFD1', '9'].map(columnOf)).toEqual([0, 25, 26, 16_383, -1]);
  });
  test('the first sheet of the workbook is read, whatever its part is called', async () => {
    const sheet = (text: string) =>
      `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`;
    const book = zipOf([
      {
        name: 'xl/workbook.xml',
        text: '<workbook><sheets><sheet r:id="r2"/><sheet r:id="r1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: '<Relationships><Relationship Id="r1" Target="one.xml"/><Relationship Id="r2" Target="/xl/two.xml"/></Relationships>',
      },
      { name: 'xl/one.xml', text: sheet('wrong') },
      {
        name: 'xl/two.xml',
        text: sheet('right').replace('</row>', '</row><row><c t="str"><v>x</v></c></row>'),
      },
    ]);
    expect((await read(book))[0]?.cells).toEqual({ right: 'x' });
  });
  test('entities of XML are letters', async () => {
    const sheet = `${header}<row r="2"><c r="A2" t="str"><v>&lt;b&gt; &amp; &#272;</v></c></row>`;
    expect((await read(xlsxOf(sheet)))[0]?.cells.a).toBe('<b> & Đ');
  });
  const bomb = `<row r="2"><c r="A2" t="str"><v>${' '.repeat(12_000_000)}</v></c></row>`;
  const laughs = '<!DOCTYPE x [<!ENTITY a "aaaa">]><styleSheet>&a;</styleSheet>';
  test.each([
    ['a formula', xlsxOf(`${header}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`), 'formula'],
    ['a zip bomb', xlsxOf(header + bomb), '300 times'],
    ['a part larger than it declares', xlsxOf(header, [], 20), 'cannot be unpacked'],
    ['a document type', xlsxOf(header, [{ name: 'xl/styles.xml', text: laughs }]), 'document type'],
    [
      'a shared text that is not there',
      xlsxOf(`${header}<row r="2"><c r="A2" t="s"><v>7</v></c></row>`),
      'not there',
    ],
    [
      'a cell far outside',
      xlsxOf(`${header}<row r="2"><c r="ZZZ2"><v>1</v></c></row>`),
      'outside of the sheet',
    ],
    ['rows out of order', xlsxOf(`${header}<row r="1"><c r="A1"><v>1</v></c></row>`), 'out of order'],
    ['broken XML', xlsxOf(`${header}<row r="2"><c`), 'not XML'],
    ['a zip of something else', zipOf([{ name: 'readme.txt', text: 'x' }]), 'no part'],
    ['half a file', xlsxOf(header).subarray(0, 200), 'not a usable XLSX'],
    ['an empty sheet', xlsxOf(''), 'empty'],
  ])('%s is refused', async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
  test('too many parts, and texts beyond the limit, are refused', async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `x${index}`, text: '' }));
    await expect(read(zipOf(many))).rejects.toThrow('too many parts');
    const strings = { name: 'xl/sharedStrings.xml', text: `<sst><si><t>${'x'.repeat(5_000)}</t></si></sst>` };
    await expect(read(xlsxOf(header, [strings]), { textBytes: 1_000 })).rejects.toThrow('too large');
  });
});

describe('writing', () => {
  const rows = [
    ['Lê Thị Ổn', 5, '0012'],
    ['=HYPERLINK("http://evil")', -5, null],
    ['+84', 12n, '@x'],
  ] as const;
  test('CSV comes back as it was, formulas made harmless', async () => {
    const file = join(folder, 'out.csv');
    await writeCsv(file, ['Tên', 'Số', 'Mã'], rows);
    expect((await readFile(file)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await rowsOf(file)).map(({ cells }) => Object.values(cells))).toEqual([
      ['Lê Thị Ổn', '5', '0012'],
      [`'=HYPERLINK("http://evil")`, '-5', ''],
      [`'+84`, '12', `'@x`],
    ]);
  });
  test('XLSX comes back as it was', async () => {
    const file = join(folder, 'out.xlsx');
    await writeXlsx(file, ['Tên', 'Số', 'Mã'], rows);
    expect((await rowsOf(file)).map(({ cells }) => Object.values(cells))).toEqual([
      ['Lê Thị Ổn', '5', '0012'],
      [`'=HYPERLINK("http://evil")`, '-5', ''],
      [`'+84`, '12', `'@x`],
    ]);
  });
  test('what begins like a formula gets an apostrophe', () => {
    expect(['=1', '+1', '-1', '@a', '\ta', '\ra', 'a=1', ''].map(harmless)).toEqual([
      `'=1`,
      `'+1`,
      `'-1`,
      `'@a`,
      `'\ta`,
      `'\ra`,
      'a=1',
      '',
    ]);
  });
});
