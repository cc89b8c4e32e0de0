import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { testActor } from '@dang/service/testing';
import { standardLimits } from '@dang/tabular/table-row';
import { ZipParts } from '@dang/tabular/zip-parts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openBooks } from '../../test/book-stage.ts';
import { openTestDoors } from '../../test/doors-stage.ts';
import { units } from '../../test/fees-stage.ts';

let fees: Awaited<ReturnType<typeof openBooks>>;
let doors: ReturnType<typeof openTestDoors>;
let folder = '';
beforeAll(async () => {
  fees = await openBooks();
  doors = openTestDoors(fees);
  folder = await mkdtemp(join(tmpdir(), 'books-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await doors.close();
  await fees.close();
});

const finance = testActor({ role: 'FINANCE_OFFICER', unitId: units.province });

const bookOf = async (unitId: string, month: string) => {
  const { data, errors } = await fees.execute(
    `query ($unitId: UUID!, $month: Month!) { duesBook(unitId: $unitId, month: $month) { xlsxUrl
       rows { number name exempt income thisMonth arrears due collected unpaid }
       periods { kind from through members exempt unpaidMembers collected retained toRemit remitted owed } } }`,
    { unitId, month },
    finance,
  );
  expect(errors).toBeUndefined();
  return data?.duesBook;
};

const reportOf = async (unitId: string, from: string, through: string) => {
  const { data, errors } = await fees.execute(
    `query ($unitId: UUID!, $from: Month!, $through: Month!) { duesReport(unitId: $unitId, from: $from, through: $through) { xlsxUrl
       lines { code commune enterprise other total } } }`,
    { unitId, from, through },
    finance,
  );
  expect(errors).toBeUndefined();
  return data?.duesReport;
};

/** The texts and numbers of a sheet behind a link, row by row. */
async function sheetOf(url: string, sheet = 1): Promise<string[][]> {
  const { pathname, search } = new URL(url);
  const answer = await doors.app.inject(pathname + search);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  const file = join(folder, `${Math.random()}.xlsx`);
  await pipeline(Readable.from([answer.rawPayload]), createWriteStream(file));
  const parts = await ZipParts.open(file, standardLimits);
  let xml = '';
  for await (const chunk of parts.text(`xl/worksheets/sheet${sheet}.xml`, 1_000_000)) xml += chunk;
  parts.close();
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<c[^>]*\/>|<c[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)/g)].map(([, text]) => text ?? ''),
  );
}

describe('part I of the book', () => {
  test('is what each member owes, paid and still owes at the end of the month', async () => {
    const { rows } = await bookOf(units.branch1, '2026-05');
    const common = { thisMonth: 60_000, arrears: 60_000, due: 120_000, exempt: false };
    expect(rows).toEqual([
      { ...common, number: 1, name: 'A Nguyễn Văn An', income: 6_000_000, collected: 120_000, unpaid: 0 },
      { ...common, number: 2, name: 'B Trần Thị Bình', income: null, collected: 60_000, unpaid: 60_000 },
      {
        number: 3,
        name: 'C Phạm Văn Chí',
        exempt: true,
        income: null,
        thisMonth: 0,
        arrears: 60_000,
        due: 60_000,
        collected: 0,
        unpaid: 60_000,
      },
    ]);
  });

  test('goes on in the next month with what was left', async () => {
    const { rows } = await bookOf(units.branch1, '2026-06');
    expect(
      rows.map(({ arrears, collected, unpaid }: Record<string, number>) => [arrears, collected, unpaid]),
    ).toEqual([
      [0, 0, 60_000],
      [60_000, 60_000, 60_000],
      [60_000, 0, 120_000],
    ]);
  });

  test('is kept by branches only', async () => {
    expect((await bookOf(units.committee, '2026-05')).rows).toBeNull();
  });
});

describe('part II of the book', () => {
  test('of a branch has its months, quarters and the year', async () => {
    const { periods } = await bookOf(units.branch1, '2026-06');
    expect(periods.map(({ kind, through }: Record<string, string>) => `${kind} ${through}`)).toEqual([
      'MONTH 2026-01',
      'MONTH 2026-02',
      'MONTH 2026-03',
      'QUARTER 2026-03',
      'MONTH 2026-04',
      'MONTH 2026-05',
      'MONTH 2026-06',
      'QUARTER 2026-06',
      'YEAR 2026-06',
    ]);
    const [april, may, june, quarter, year] = periods.slice(4);
    expect(april).toMatchObject({ members: 3, exempt: 0, unpaidMembers: 3, collected: 0, owed: 0 });
    expect(may).toMatchObject({
      members: 3,
      exempt: 1,
      unpaidMembers: 1,
      collected: 180_000,
      retained: 126_000,
      toRemit: 54_000,
      remitted: 36_000,
      owed: 18_000,
    });
    expect(june).toMatchObject({
      unpaidMembers: 3,
      collected: 60_000,
      retained: 42_000,
      toRemit: 18_000,
      remitted: 18_000,
      owed: 18_000,
    });
    expect(quarter).toMatchObject({
      from: '2026-04',
      members: 3,
      collected: 240_000,
      retained: 168_000,
      toRemit: 72_000,
      remitted: 54_000,
      owed: 18_000,
    });
    expect(year).toEqual({ ...quarter, kind: 'YEAR', from: '2026-01' });
  });

  test('of a committee is that of its branches together', async () => {
    const { periods } = await bookOf(units.committee, '2026-06');
    expect(periods.at(-1)).toMatchObject({
      members: 4,
      unpaidMembers: 4,
      collected: 240_000,
      retained: 204_000,
      toRemit: 36_000,
      owed: 9_000,
    });
  });

  test('of a month to come there is no book', async () => {
    expect(await bookOf(units.branch1, '2026-08')).toBeNull();
  });
});

describe('the report of dues', () => {
  const totals = async (unitId: string, from: string, through: string) => {
    const { lines } = await reportOf(unitId, from, through);
    return Object.fromEntries(lines.map((line: { code: string; total: number }) => [line.code, line.total]));
  };

  test('has its codes by kind of organisation, to the đồng', async () => {
    const { lines } = await reportOf(units.province, '2026-04', '2026-06');
    const row = (code: string) => lines.find((line: { code: string }) => line.code === code);
    expect(row('01')).toEqual({ code: '01', commune: 4, enterprise: 1, other: 0, total: 5 });
    expect(row('02')).toEqual({
      code: '02',
      commune: 240_000,
      enterprise: 500_000,
      other: 0,
      total: 740_000,
    });
    expect(row('05')).toMatchObject({ commune: 168_000, enterprise: 350_000 });
    expect(row('06')).toMatchObject({ commune: 36_000, enterprise: 75_000 });
    expect(row('07')).toMatchObject({ commune: 36_000, enterprise: 75_000 });
    expect(row('04').total).toBe(740_000);
    expect(row('12').total).toBe(0);
    expect(row('14').total).toBe(0);
  });

  test('of a ward keeps what stays below it, and counts the year from January', async () => {
    expect(await totals(units.ward, '2026-06', '2026-06')).toEqual({
      '01': 4,
      '02': 60_000,
      '03': 240_000,
      '04': 55_500,
      '05': 42_000,
      '06': 9_000,
      '07': 4_500,
      '08': 222_000,
      '09': 168_000,
      '10': 36_000,
      '11': 18_000,
      '12': 4_500,
      '13': 18_000,
      '14': 4_500,
    });
  });

  test('of months of two years, out of order or to come there is none', async () => {
    for (const [from, through] of [
      ['2025-12', '2026-01'],
      ['2026-06', '2026-05'],
      ['2026-06', '2026-08'],
    ] as const)
      expect(await reportOf(units.ward, from, through)).toBeNull();
  });
});

describe('the XLSX', () => {
  test('of a branch has both parts with the numbers of the graph', async () => {
    const { xlsxUrl } = await bookOf(units.branch1, '2026-05');
    const members = await sheetOf(xlsxUrl);
    expect(members[1]).toEqual(['SỔ THU, NỘP ĐẢNG PHÍ (Mẫu S01/ĐP)']);
    expect(members[4]).toEqual([
      '1',
      'A Nguyễn Văn An',
      '',
      '05/2026',
      '6000000',
      '60000',
      '60000',
      '120000',
      '120000',
      '0',
    ]);
    expect(members[6]?.slice(0, 3)).toEqual(['3', 'C Phạm Văn Chí', 'X']);
    const months = await sheetOf(xlsxUrl, 2);
    expect(months.at(-1)).toEqual([
      'Cộng năm 2026',
      '3',
      '1',
      '1',
      '180000',
      '126000',
      '54000',
      '36000',
      '18000',
    ]);
  });

  test('of a committee names no member', async () => {
    const { xlsxUrl } = await bookOf(units.committee, '2026-05');
    expect(JSON.stringify(await sheetOf(xlsxUrl))).not.toContain('Nguyễn');
    const { pathname, search } = new URL(xlsxUrl);
    expect((await doors.app.inject(`${pathname}/members${search}`)).statusCode).toBe(403);
  });

  test('of the report has its fourteen lines', async () => {
    const { xlsxUrl } = await reportOf(units.ward, '2026-06', '2026-06');
    const rows = await sheetOf(xlsxUrl);
    expect(rows).toHaveLength(3 + 1 + 14);
    expect(rows.at(-1)?.slice(2, 6)).toEqual(['4500', '0', '0', '4500']);
  });
});
