import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { member, unit } from '../../test/orgtree-stage.ts';
import { openReporting, type Subgraph } from '../../test/report-stage.ts';
import {
  memberResultHeader,
  memberResultRows,
  type ResultPlace,
  resultPlace,
  unitResultHeader,
  unitResultRows,
} from './result-tables.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
});
afterAll(() => subgraph.close());

const placeOf = async (unitCode: string): Promise<ResultPlace> => {
  const place = await resultPlace(subgraph.em(), { unitCode, year: 2026, today: '2026-07-03' });
  if (!place) throw new Error('no place');
  return place;
};

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe('the tables of results', () => {
  test('have a row a unit, as wide as their header', async () => {
    const rows = await all(unitResultRows(subgraph.em(), await placeOf('05.200.044')));
    expect(rows.map((row) => row.length)).toEqual(Array(3).fill(unitResultHeader.length));
    expect(rows[0]?.slice(0, 10)).toEqual([
      '05.200.044',
      'Khu dân cư Việt Hưng',
      null,
      null,
      3,
      0,
      3,
      100,
      2,
      66.67,
    ]);
    const dues = unitResultHeader.indexOf('Đảng phí phải thu (đồng)');
    expect(rows[1]?.slice(dues, dues + 3)).toEqual([370_000, 230_000, 62.16]);
  });
  test('have a row a member, with the name that identity knows', async () => {
    const namesOf = async () => new Map([[member.an as string, 'Nguyễn Văn An']]);
    const rows = await all(memberResultRows(subgraph.em(), await placeOf('05.200.044.000.001'), namesOf));
    expect(rows.map((row) => row.length)).toEqual(Array(2).fill(memberResultHeader.length));
    expect(rows[0]).toEqual([
      '05.200.044.000.001',
      'Tổ chức 05.200.044.000.001',
      'Nguyễn Văn An',
      null,
      'Có',
      2,
      2,
      2,
    ]);
    expect(rows[1]?.[2]).toBe(member.binh);
  });
  test('go on from page to page', async () => {
    await subgraph.em().execute(
      `insert into membership (id, member_id, unit_id, kind, valid_from, cause, name_key)
       select uuidv7(), gen_random_uuid(), ?, 'OFFICIAL', '2026-01-01', 'IMPORT', 'x' from generate_series(1, 250)`,
      [unit.sales],
    );
    const rows = await all(
      memberResultRows(subgraph.em(), await placeOf('05.202.010.000.001'), async () => new Map()),
    );
    expect(new Set(rows.map((row) => row[2])).size).toBe(251);
  });
  test('know no unit without the code, and no year to come', async () => {
    const of = (unitCode: string, year: number) =>
      resultPlace(subgraph.em(), { unitCode, year, today: '2026-07-03' });
    expect(await of('99.999', 2026)).toBeNull();
    expect(await of('05.200', 2027)).toBeNull();
  });
});
