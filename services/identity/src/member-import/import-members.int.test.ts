import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openText } from '@dang/service/sealed-text';
import { writeXlsx } from '@dang/tabular/write-rows';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import {
  eventsNamed,
  type House,
  ids,
  openIdentity,
  personalIdOf,
  units,
} from '../../test/identity-stage.ts';
import { memberCells, memberHeaders, writeMemberFile } from '../../test/member-file.ts';
import { IMPORT_LOCK, type ImportSummary, importMembers } from './import-members.ts';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'member-import-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  house = await openIdentity();
  await house.drainOutbox();
});
afterEach(() => house.close());

const code1 = '05.200.044.000.001';
const code2 = '05.200.044.000.002';
const report = () => join(folder, 'report.csv');

function run(file: string, over: { dryRun?: boolean } = {}): Promise<ImportSummary> {
  const { PROVINCE_KEY: key, PROVINCE_INDEX_KEY: indexKey } = house.environment;
  return importMembers({
    databaseUrl: house.environment.DATABASE_URL,
    file,
    reportFile: report(),
    keys: { key, indexKey },
    today: '2026-07-06',
    dryRun: false,
    onProgress: () => {},
    ...over,
  });
}

let made = 0;
async function fileOf(rows: string[][]): Promise<string> {
  const file = join(folder, `members-${made++}.csv`);
  await writeMemberFile(file, rows);
  return file;
}
const withCell = (cells: string[], header: string, value: string): string[] =>
  cells.with(
    memberHeaders.findIndex((name) => name.startsWith(header)),
    value,
  );
const count = async (sql: string): Promise<number> =>
  (await house.em().execute<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]?.n ?? 0;
const clean = { faulty: 0, isResumed: false, reportLines: 0 };

describe('an import of members', () => {
  test('takes them in, sealed, tells everybody, and a second run changes nothing and tells nobody', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) =>
      memberCells(index + 1_000, index % 2 === 0 ? code1 : code2),
    );
    const file = await fileOf(rows);
    expect(await run(file)).toEqual({ ...clean, rows: 1_200, created: 1_200, changed: 0 });

    const [member] = await house.em().execute<Record<string, string>[]>(
      `select full_name, gender, date_of_birth::text, legacy_card_number, branch_id, status, registry_source,
         personal_id_sealed, card_number_sealed from member where legacy_card_number = '10001000'`,
    );
    const { personal_id_sealed: sealed, card_number_sealed: card, ...rest } = member ?? {};
    expect(rest).toEqual({
      full_name: 'Nguyễn Văn An 1000',
      gender: 'MALE',
      date_of_birth: '1985-02-25',
      legacy_card_number: '10001000',
      branch_id: units.branch1,
      status: 'ACTIVE',
      registry_source: 'REGISTRY',
    });
    expect(openText(house.environment.PROVINCE_KEY, sealed ?? '')).toBe('099085501000');
    expect(openText(house.environment.PROVINCE_KEY, card ?? '')).toBe('099085501000');

    const recorded = await eventsNamed<{ members: { id: string }[] }>(house, 'MemberRecorded');
    const told = recorded.slice(1).flatMap(({ members }) => members);
    expect(told).toHaveLength(1_200);
    expect(recorded.every(({ members }) => members.length <= 500)).toBe(true);
    const enrolled = await eventsNamed<{ enrolments: { branchId: string; since: string }[] }>(
      house,
      'MembersImported',
    );
    expect(enrolled.flatMap(({ enrolments }) => enrolments)).toHaveLength(1_200);
    expect(enrolled[0]?.enrolments[0]?.since).toBe('2026-07-06');
    const audited = await house
      .em()
      .execute(
        `select subject_kind, after from audit_entry where action = 'importMembers' order by subject_id`,
      );
    expect(audited).toHaveLength(2);
    expect(audited[0]?.after).toMatchObject({ created: 600, changed: 0 });
    expect(await count('member_import_row')).toBe(0);

    await house.drainOutbox();
    expect(await run(file)).toEqual({ ...clean, rows: 1_200, created: 0, changed: 0 });
    expect(await house.drainOutbox()).toEqual([]);
  });

  test('updates what the file says otherwise, keeps what it leaves out, and says both in the audit trail', async () => {
    await run(await fileOf([withCell(memberCells(1, code1), 'Tên gọi khác', 'Tư')]));
    await house.drainOutbox();
    const corrected = withCell(memberCells(1, code1), 'Ngày vào Đảng *', '03/02/2009');
    expect(await run(await fileOf([corrected]))).toMatchObject({ created: 0, changed: 1 });
    const [row] = await house
      .em()
      .execute(
        `select other_name, join_date::text, version from member where legacy_card_number = '10000001'`,
      );
    expect(row).toEqual({ other_name: 'Tư', join_date: '2009-02-03', version: 2 });
    const [line] = await house
      .em()
      .execute(
        `select before, after from audit_entry where action = 'importMembers' and subject_kind = 'Member'`,
      );
    expect(line).toEqual({ before: { joinDate: '2010-05-19' }, after: { joinDate: '2009-02-03' } });
    expect((await house.drainOutbox()).map(({ type }) => type)).toHaveLength(1);
  });

  test('reports each bad row with row, column, value and reason, and takes in the others', async () => {
    const file = await fileOf([
      memberCells(1, code1),
      withCell(memberCells(2, code1), 'Số định danh', '12345'),
      memberCells(3, '05.999'),
      withCell(withCell(memberCells(4, code1), 'Sinh ngày', '31/02/1985'), 'Giới tính', ''),
      withCell(memberCells(5, code1), 'Số thẻ Đảng', '099085500001'),
      withCell(memberCells(1, code1), 'Số thẻ theo', '77777777'),
      withCell(memberCells(6, code1), 'Số thẻ Đảng', personalIdOf('secretary')),
      withCell(memberCells(7, code1), 'Giới tính', 'Nữ'),
    ]);
    expect(await run(file)).toMatchObject({ rows: 8, faulty: 6, created: 2 });
    const lines = (await readFile(report(), 'utf8')).replace('\ufeff', '').trimEnd().split('\n');
    expect(lines).toEqual([
      'Dòng,Cột,Giá trị,Lý do',
      '3,Số định danh cá nhân *,**345,phải có 12 số',
      '4,Tổ chức Đảng đang sinh hoạt *,05.999,không có chi bộ này',
      '5,Giới tính *,,phải có',
      '5,Sinh ngày * (dd/mm/yyyy),31/02/1985,không phải là ngày dd/mm/yyyy',
      '6,Số thẻ Đảng,************,trùng với dòng 2',
      '7,Số thẻ Đảng,************,trùng với dòng 2',
      '7,Số định danh cá nhân,************,trùng với dòng 2',
      '8,Số thẻ Đảng,************,đã thuộc về người khác',
      '8,Số thẻ Đảng,************,đã thuộc về người khác',
      '9,Số định danh cá nhân *,*********007,Cảnh báo: không khớp giới tính',
    ]);
    expect(lines.join('\n')).not.toMatch(/\d{12}/);
  });

  test('finds branches by their names up to the root, from XLSX as well', async () => {
    const file = join(folder, 'members.xlsx');
    const path = 'chi bộ 2 – Đảng bộ Khu dân cư Việt Hưng - Đảng bộ phường Việt Hưng';
    await writeXlsx(file, memberHeaders, [memberCells(1, path), memberCells(2, 'Chi bộ 2')]);
    expect(await run(file)).toMatchObject({ rows: 2, faulty: 1, created: 1 });
    expect(
      await count(`member where branch_id = '${units.branch2}' and legacy_card_number = '10000001'`),
    ).toBe(1);
  });

  test('a dry run says the same numbers and changes nothing', async () => {
    const file = await fileOf([memberCells(1, code1), memberCells(2, code1), memberCells(3, 'nowhere')]);
    const before = await count('member');
    expect(await run(file, { dryRun: true })).toMatchObject({ rows: 3, faulty: 1, created: 2, changed: 0 });
    expect([await count('member'), await count('member_import'), await count('member_import_row')]).toEqual([
      before,
      0,
      0,
    ]);
    expect(await house.drainOutbox()).toEqual([]);
    expect(await run(file)).toMatchObject({ faulty: 1, created: 2 });
    expect(await run(file, { dryRun: true })).toMatchObject({ created: 0, changed: 0 });
  });

  test('leaves to a person what decides: another branch than the tree’s, and a status that closes an account', async () => {
    const cells = (name: string, branch: string, status: string) => {
      const row = withCell(memberCells(1, branch), 'Số định danh', personalIdOf(name));
      const named = withCell(withCell(row, 'Số thẻ Đảng', ''), 'Trạng thái', status);
      return withCell(named, 'Số thẻ theo', '');
    };
    const file = await fileOf([
      cells('member', code2, 'Đang sinh hoạt'),
      cells('neighbour', code1, 'Từ trần'),
      cells('newcomer', code1, 'Từ trần'),
    ]);
    await run(file);
    const differences = await house
      .em()
      .execute('select member_id, field, ours, theirs, status from registry_difference order by field');
    expect(differences).toEqual([
      {
        member_id: ids.member('member'),
        field: 'BRANCH',
        ours: units.branch1,
        theirs: units.branch2,
        status: 'OPEN',
      },
      {
        member_id: ids.member('neighbour'),
        field: 'STATUS',
        ours: 'ACTIVE',
        theirs: 'DECEASED',
        status: 'OPEN',
      },
    ]);
    const statusOf = (name: string) =>
      count(`member where id = '${ids.member(name)}' and status = 'DECEASED'`);
    expect([await statusOf('neighbour'), await statusOf('newcomer')]).toEqual([0, 1]);
    expect(await eventsNamed(house, 'MembersImported')).toEqual([]);
    await run(file);
    expect(await count('registry_difference')).toBe(2);
  });

  test('a file without the columns that matter, or that is no table, is refused as a whole', async () => {
    const file = join(folder, 'wrong.csv');
    await writeFile(file, 'Họ và tên\nNguyễn Văn An');
    await expect(run(file)).rejects.toThrow('Tệp thiếu cột: Giới tính');
    await writeFile(file, '');
    await expect(run(file)).rejects.toThrow('empty');
    expect(await run(await fileOf([memberCells(1, code1)]))).toMatchObject({ created: 1 });
  });

  test('killed in the middle, it goes on where it was: everybody once, everybody told once', async () => {
    const branches = [code1, code2, '05.200.045.000.001'];
    const rows = Array.from({ length: 2_400 }, (_, index) =>
      memberCells(index, branches[index % 3] ?? code1),
    );
    const file = await fileOf(rows);
    const child = fork(
      join(import.meta.dirname, '../../test/import-child.ts'),
      [house.environment.DATABASE_URL, file, report()],
      {
        env: {
          ...process.env,
          PROVINCE_KEY: Buffer.alloc(32, 1).toString('base64'),
          PROVINCE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
        },
        execArgv: [],
      },
    );
    await new Promise<void>((resolve, reject) => {
      child.on('message', ({ phase }: { phase: string }) => {
        if (phase === 'MERGING') resolve(void child.kill('SIGKILL'));
      });
      child.on('exit', (code) => code !== null && reject(new Error(`the import ended with ${code}`)));
    });
    const before = await count('member where legacy_card_number is not null');
    expect(before).toBeGreaterThanOrEqual(800);
    expect(before).toBeLessThan(2_400);
    const summary = await run(file);
    expect(summary).toMatchObject({ rows: 2_400, created: 2_400, changed: 0, isResumed: true });
    const told = (await eventsNamed<{ members: { legacyCardNumber: string }[] }>(house, 'MemberRecorded'))
      .flatMap(({ members }) => members)
      .filter(({ legacyCardNumber }) => legacyCardNumber);
    expect(told).toHaveLength(2_400);
    expect(await run(file)).toMatchObject({ created: 0, changed: 0, isResumed: false });
  });

  test('two at once: the second is told so', async () => {
    const other = new Client({ connectionString: house.environment.DATABASE_URL });
    await other.connect();
    await other.query('select pg_advisory_lock($1)', [IMPORT_LOCK]);
    await expect(run(await fileOf([memberCells(1, code1)]))).rejects.toThrow('another import');
    await other.end();
  });
});
