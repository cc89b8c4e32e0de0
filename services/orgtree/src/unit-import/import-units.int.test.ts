import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { dataOf, openTree } from '../../test/tree-stage.ts';
import { importUnits } from './import-units.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
beforeEach(() => tree.reset());
afterAll(() => tree.close());

const school = {
  'Mã tổ chức': '05.200.045',
  'Tên tổ chức': 'Đảng bộ  Trường Việt Hưng',
  'Loại tổ chức': 'Đảng bộ cơ sở',
  'Loại hình': 'Đơn vị sự nghiệp',
  'Mã cấp trên': '05.200',
  'Từ ngày': '01/09/2025',
};
const branch = {
  'ma to chuc': '05.200.045.000.001',
  'ten to chuc': 'Chi bộ Hành chính',
  'loai to chuc': 'BRANCH',
  'loai hinh': 'don vi su nghiep',
  'ma cap tren': '05.200.045',
  'tu ngay': '2025-09-01',
  'vung luong': '2',
  'ma dinh danh': 'A32.65',
  'chu ky so': 'Có',
  'ngay thanh lap': '3/2/1995',
};

async function* rowsOf(...rows: Record<string, string>[]) {
  for (const [n, cells] of rows.entries()) yield { row: n + 2, cells, surplus: 0 };
}
const run = (rows: Record<string, string>[], dryRun = false) =>
  importUnits(tree.em(), { rows: rowsOf(...rows), today: '2026-07-06', dryRun });

describe('a file of units', () => {
  test('makes what does not stand, the unit above first whatever the order of rows, and tells everybody', async () => {
    expect(await run([branch, school])).toEqual({ rows: 2, created: 2, unchanged: 0, faults: [] });
    const { unitByCode } = await tree.ask(
      `{ unitByCode(code: "05.200.045.000.001") { name kind regionMinWage eDocumentCode hasDigitalSignature establishedOn validFrom
         parent { name type } ancestors { code } } }`,
    );
    expect(unitByCode).toEqual({
      name: 'Chi bộ Hành chính',
      kind: 'PUBLIC_SERVICE',
      regionMinWage: 2,
      eDocumentCode: 'A32.65',
      hasDigitalSignature: true,
      establishedOn: '1995-02-03',
      validFrom: '2025-09-01',
      parent: { name: 'Đảng bộ Trường Việt Hưng', type: 'GRASSROOTS_COMMITTEE' },
      ancestors: ['CENTRAL', '05', '05.200', '05.200.045'].map((code) => ({ code })),
    });
    const told = dataOf(await tree.drainOutbox(), 'UnitRecorded').flatMap(({ units }) => units);
    expect(told.map(({ code }: { code: string }) => code)).toEqual(['05.200.045', '05.200.045.000.001']);
  });

  test('changes nothing the second time, and nothing at all when it is only tried', async () => {
    expect(await run([school, branch], true)).toMatchObject({ created: 2 });
    expect(await tree.drainOutbox()).toEqual([]);
    await run([school]);
    await tree.drainOutbox();
    expect(await run([school, branch])).toMatchObject({ created: 1, unchanged: 1 });
    expect(await run([school, branch])).toMatchObject({ created: 0, unchanged: 2 });
    expect(dataOf(await tree.drainOutbox(), 'UnitRecorded')).toHaveLength(1);
  });

  test('tells each row that cannot be, with column, value and reason, and takes the others in', async () => {
    const { created, faults } = await run([
      school,
      { ...school, 'Mã tổ chức': '05200', 'Từ ngày': '31/02/2026', 'Loại tổ chức': 'Quận' },
      { ...school, 'Mã tổ chức': '05.202.010' },
      { ...branch, 'ma cap tren': '05.200.099', 'ma to chuc': '05.200.099.000.001' },
      { ...branch, 'ma to chuc': '05.200.000.000.001', 'ma cap tren': '05.200' },
      { ...branch, 'tu ngay': '2025-08-01' },
      { ...branch, 'ma to chuc': '05.202.010.000.009', 'ma cap tren': '05.202.010' },
      { ...branch, 'vung luong': '7' },
    ]);
    expect(created).toBe(1);
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, 'Mã tổ chức', '05200'],
      [3, 'Mã tổ chức', '05200'],
      [3, 'Loại tổ chức', 'Quận'],
      [3, 'Từ ngày', '31/02/2026'],
      [4, 'Mã tổ chức', '05.202.010'],
      [5, 'Mã cấp trên', '05.200.099'],
      [6, 'Loại tổ chức', 'BRANCH'],
      [7, 'Từ ngày', '2025-08-01'],
      [8, 'Mã tổ chức', '05.202.010.000.009'],
      [9, 'Vùng lương', '7'],
    ]);
    expect(faults.at(-2)?.reason).toContain('2026-03-01');
    expect(await tree.look(unit.company)).toMatchObject({ name: 'Tổ chức 05.202.010' });
  });
});
