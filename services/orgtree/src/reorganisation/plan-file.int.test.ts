import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { member, unit } from '../../test/orgtree-stage.ts';
import { dataOf, openTree } from '../../test/tree-stage.ts';
import { importPlan } from './import-plan.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
beforeEach(() => tree.reset());
afterAll(() => tree.close());

type Row = Record<string, string>;
const decision = {
  'Số quyết định': '21-QĐ/TU',
  'Ngày quyết định': '01/07/2026',
  'Hiệu lực từ ngày': '06/07/2026',
};

/** Everything that a plan can say, in one file. */
const given: Row[] = [
  {
    Việc: 'Thành lập',
    'Mã nơi đến': '05.200',
    'Mã mới': '05.200.050',
    'Tên mới': 'Đảng bộ Mới',
    'Loại tổ chức': 'Đảng bộ cơ sở',
    'Loại hình': 'Khác',
  },
  { Việc: 'Chuyển', 'Mã tổ chức': '05.200.044.000.002', 'Mã nơi đến': '05.200.050' },
  {
    Việc: 'Tách',
    'Mã tổ chức': '05.200.044.000.001',
    'Mã nơi đến': '05.200.050',
    'Mã mới': '05.200.050.000.009',
    'Tên mới': 'Chi bộ 1B',
    'Loại tổ chức': 'BRANCH',
    'Đảng viên theo về': member.binh,
  },
  { Việc: 'Sáp nhập', 'Mã tổ chức': '05.202.010.000.001', 'Mã nơi đến': '05.200.044.000.001' },
  { Việc: 'Giải thể', 'Mã tổ chức': '05.202.010' },
  { Việc: 'Đổi tên', 'Mã tổ chức': '05.200.044', 'Tên mới': 'Đảng bộ Việt Hưng' },
];
const rows = given.map((row): Row => ({ ...decision, ...row }));

async function* rowsOf(given: Row[]) {
  for (const [n, cells] of given.entries()) yield { row: n + 2, cells, surplus: 0 };
}
const run = (given: Row[], dryRun = false) =>
  importPlan(tree.em(), {
    rows: rowsOf(given),
    today: '2026-07-06',
    now: new Date('2026-07-06T08:00:00+07:00'),
    dryRun,
  });

describe('a whole reorganisation in one file', () => {
  test('is looked at first and changes nothing then', async () => {
    const { state, preview, faults } = await run(rows, true);
    expect([state, faults]).toEqual(['PREVIEWED', []]);
    expect(preview).toMatchObject({ unitCount: 7, membersMoved: 2, temporaryMembersMoved: 1 });
    expect(await tree.drainOutbox()).toEqual([]);
    expect(await tree.look(unit.company)).not.toBeNull();
  });

  test('is carried out whole, once', async () => {
    expect(await run(rows)).toMatchObject({ state: 'APPLIED', steps: 6 });
    expect(await tree.look(unit.branch2)).toMatchObject({ code: '05.200.050.000.001' });
    expect(await tree.look(unit.sales)).toBeNull();
    expect(await tree.look(unit.company)).toBeNull();
    expect(await tree.look(unit.estate)).toMatchObject({ name: 'Đảng bộ Việt Hưng' });
    const { unitByCode } = await tree.ask(
      '{ unitByCode(code: "05.200.050.000.009") { name membershipCount } }',
    );
    expect(unitByCode).toEqual({ name: 'Chi bộ 1B', membershipCount: 1 });
    expect(dataOf(await tree.drainOutbox(), 'ReorganisationApplied')).toHaveLength(1);
    expect(await run(rows)).toMatchObject({ state: 'KNOWN' });
    expect(await tree.drainOutbox()).toEqual([]);
  });

  test('for a day to come waits for it', async () => {
    const later = rows.map((row) => ({ ...row, 'Hiệu lực từ ngày': '2026-08-01' }));
    expect(await run(later)).toMatchObject({ state: 'SCHEDULED' });
    expect(await tree.look(unit.sales)).not.toBeNull();
    await tree.later('2026-08-01');
    expect(await tree.look(unit.sales, '2026-08-01')).toBeNull();
  });

  test('with a fault anywhere does nothing, and says where', async () => {
    const wrong: Row[] = [
      { ...decision, Việc: 'Nhảy' },
      { ...decision, Việc: 'Đổi tên', 'Mã tổ chức': '05.999', 'Tên mới': '' },
      {
        ...decision,
        Việc: 'Chuyển',
        'Mã tổ chức': '05.200.044',
        'Mã nơi đến': '05.202',
        'Số quyết định': '22',
      },
    ];
    const { state, faults } = await run([...rows, ...wrong]);
    expect(state).toBe('FAULTY');
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [8, 'Việc', 'Nhảy'],
      [9, 'Mã tổ chức', '05.999'],
      [9, 'Tên mới', ''],
      [10, 'Số quyết định', '22'],
    ]);
    const impossible = { ...decision, Việc: 'Giải thể', 'Mã tổ chức': '05.200.044.000.001' } as Row;
    const tried = await run([impossible]);
    expect([tried.state, tried.faults.map(({ reason }) => reason)]).toEqual([
      'FAULTY',
      ['“Tổ chức 05.200.044.000.001” còn đảng viên hoặc tổ chức trực thuộc. Hãy nêu tổ chức tiếp nhận.'],
    ]);
    expect(await run([])).toMatchObject({ state: 'FAULTY' });
    expect(await tree.drainOutbox()).toEqual([]);
  });
});
