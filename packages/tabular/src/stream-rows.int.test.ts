import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cell } from './cell.ts';
import { readRows } from './read-rows.ts';
import { streamBook, streamCsv, streamXlsx } from './stream-rows.ts';
import { standardLimits } from './table-row.ts';
import { ZipParts } from './zip-parts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stream-rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

let made = 0;
async function fileOf(stream: Readable): Promise<string> {
  const file = join(folder, `table-${made++}`);
  await pipeline(stream, createWriteStream(file));
  return file;
}

async function rowsOf(file: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readRows(file)) rows.push(Object.values(cells));
  return rows;
}

async function partOf(file: string, name: string): Promise<string> {
  const parts = await ZipParts.open(file, standardLimits);
  let text = '';
  for await (const chunk of parts.text(name, 1_000_000)) text += chunk;
  parts.close();
  return text;
}

const header = ['Tên', 'Số tiền', 'Mã'];
const rows: readonly (readonly Cell[])[] = [
  ['Lê Thị "Ổn" & <con>', 60_000n, '0012'],
  ['=HYPERLINK("http://evil")', -5, null],
  ['a\u0000b\ud800c😀', 999_999_999_999_999_999n, ' đầu'],
];
const readBack = [
  ['Lê Thị "Ổn" & <con>', '60000', '0012'],
  [`'=HYPERLINK("http://evil")`, '-5', ''],
  ['ab\ufffdc😀', '999999999999999999', 'đầu'],
];

describe('streamXlsx', () => {
  test('comes back as it was: letters, amounts as numbers, formulas harmless, what XML forbids left out', async () => {
    const file = await fileOf(streamXlsx(rows, { header }));
    expect(await rowsOf(file)).toEqual(readBack);
    const sheet = await partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c s="2"><v>60000</v></c>');
    expect(sheet).toContain('<t>999999999999999999</t>');
  });
  test('a new sheet begins when one is full, and none stays empty', async () => {
    const file = await fileOf(
      streamXlsx(
        [1, 2, 3, 4].map((n) => [n]),
        { header: ['n'], sheetRows: 2, name: 'Kỳ [6]/2026' },
      ),
    );
    expect(await partOf(file, 'xl/workbook.xml')).toMatch(
      /name="Kỳ {2}6 {2}2026".*name="Kỳ {2}6 {2}2026 \(2\)"/,
    );
    expect(await partOf(file, 'xl/worksheets/sheet2.xml')).toContain('<row r="3"><c><v>4</v></c></row>');
    expect(await partOf(file, '[Content_Types].xml')).not.toContain('sheet3');
  });
  test('a table without rows is a sheet with a header', async () => {
    const file = await fileOf(streamXlsx([], { header }));
    expect(await rowsOf(file)).toEqual([]);
    expect(await partOf(file, 'xl/worksheets/sheet1.xml')).toContain('Số tiền');
  });
  test('the same rows give the same bytes', async () => {
    const hash = async () => {
      const sum = createHash('sha256');
      for await (const chunk of streamXlsx(rows, { header })) sum.update(chunk);
      return sum.digest('hex');
    };
    expect(await hash()).toBe(await hash());
  });
  test('a book has titled sheets of several names', async () => {
    const file = await fileOf(
      streamBook([
        { name: 'Phần I', title: ['SỔ THU, NỘP ĐẢNG PHÍ'], header: ['Stt'], rows: [[1]], widths: [6] },
        { name: 'phần i', header: ['Tháng'], rows: [['06/2026']] },
      ]),
    );
    const first = await partOf(file, 'xl/worksheets/sheet1.xml');
    expect(first).toContain('SỔ THU, NỘP ĐẢNG PHÍ</t></is></c></row><row r="2">');
    expect(first).toContain('width="6"');
    expect(await partOf(file, 'xl/workbook.xml')).toContain('name="phần i ~2"');
  });
  test('a fault while the rows are read reaches whoever reads the file', async () => {
    const broken = async function* (): AsyncGenerator<readonly Cell[]> {
      yield ['a'];
      throw new Error('the cursor is gone');
    };
    await expect(fileOf(streamXlsx(broken(), { header: ['a'] }))).rejects.toThrow('the cursor is gone');
    await expect(fileOf(streamCsv(broken(), { header: ['a'] }))).rejects.toThrow('the cursor is gone');
    await expect(fileOf(streamXlsx([['x'.repeat(40_000)]], { header: ['a'] }))).rejects.toThrow(
      '32767 letters',
    );
  });
  test.each([
    ['XLSX', streamXlsx],
    ['CSV', streamCsv],
  ])('whoever stops reading %s ends the reading of the rows', async (_kind, stream) => {
    let isOpen = true;
    let read = 0;
    const endless = async function* (): AsyncGenerator<readonly Cell[]> {
      try {
        for (;;) yield [`row ${read++} ${Math.random()}`];
      } finally {
        isOpen = false;
      }
    };
    const file = stream(endless(), { header: ['a'] });
    for await (const _chunk of file) break;
    for (let turn = 0; isOpen && turn < 100; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isOpen).toBe(false);
  });
  test('nobody reads, nothing is fetched beyond a buffer', async () => {
    let read = 0;
    const endless = async function* (): AsyncGenerator<readonly Cell[]> {
      for (;;) yield [`row ${read++} ${Math.random()}`];
    };
    const file = streamXlsx(endless(), { header: ['a'] });
    // on a busy machine the buffer is full later: what must not happen is that reading goes on and on
    let before = -1;
    for (let turn = 0; turn < 20 && read !== before; turn++) {
      before = read;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(read).toBe(before);
    file.destroy();
  });
});

describe('streamCsv', () => {
  test('comes back as it was', async () => {
    const plain = rows.slice(0, 2);
    const file = await fileOf(streamCsv(plain, { header }));
    expect(await rowsOf(file)).toEqual(readBack.slice(0, 2));
  });
});
