import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '@dang/events/leader';
import { definition } from '@dang/fees/definition';
import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { root } from '../launcher/running.ts';

const log = makeLogger({ service: 'fees', role: 'test', level: 'silent' });
let url: string;
let client: Client;
let folder: string;

beforeAll(async () => {
  url = await testDatabase('fees');
  await migrate({ definition, url, log });
  ({ client } = await openConnection(url, 'test'));
  const province = randomUUID();
  await client.query(
    `insert into unit_copy (id, version, code, name, short_name, type, kind, path, valid_from)
     values ($1::uuid, 1, '05', 'Thành uỷ', 'Thành uỷ', 'PROVINCE', 'PROVINCE', ($1::uuid)::text::ltree, '2020-01-01')`,
    [province],
  );
  folder = mkdtempSync(join(tmpdir(), 'dang-statement-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await client.end();
});

/** `npm run import -- statement <words>`: what it said, and how it ended. */
const importStatement = (...words: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const args = ['--disable-warning=ExperimentalWarning', 'tools/src/import.ts', 'statement', ...words];
    const env = {
      ...process.env,
      DATABASE_URL_FEES: url,
      PROVINCE_KEY: Buffer.alloc(32, 1).toString('base64'),
      CLOCK_START: '2026-07-06',
    };
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}`.trim() }),
    );
  });
const given = (name: string, ...rows: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, ['Ngày,Số tham chiếu,Số tiền,Đối ứng,Nội dung', ...rows, ''].join('\n'));
  return file;
};
const kept = async () => {
  const { rows } = await client.query(
    `select reference, amount::int, to_char(booked_on, 'YYYY-MM-DD') as on, status, counterparty_sealed as sealed
     from bank_statement_line order by line`,
  );
  return rows;
};

test('a statement of the central account is tried, read in, and read once, whatever the file is called', async () => {
  const file = given(
    'sao-ke.csv',
    '05/07/2026,FT1,1.250.000,NGUYEN VAN AN 0990123456,Ung ho',
    '06/07/2026,FT2,-1100,NGAN HANG,Phi dich vu',
  );
  expect(await importStatement(file, '--dry-run')).toEqual({
    code: 0,
    said: 'Chạy thử, không thay đổi dữ liệu: 2 dòng đọc được.',
  });
  expect(await kept()).toEqual([]);

  expect(await importStatement(file)).toEqual({ code: 0, said: 'Đã nhập 2 dòng sao kê.' });
  const lines = await kept();
  expect(lines).toMatchObject([
    { reference: 'FT1', amount: 1_250_000, on: '2026-07-05', status: 'UNMATCHED' },
    { reference: 'FT2', amount: -1_100, on: '2026-07-06', status: 'UNMATCHED' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('0990123456');

  expect(await importStatement(file)).toEqual({ code: 0, said: 'Sao kê này đã được nhập.' });
  const renamed = join(folder, 'ban-sao.csv');
  copyFileSync(file, renamed);
  expect(await importStatement(renamed)).toEqual({ code: 0, said: 'Sao kê này đã được nhập.' });
  expect(await kept()).toHaveLength(2);
  const { rows } = await client.query(
    `select sum(amount)::int as amount from ledger_entry where account = 'UNMATCHED_RECEIPT'`,
  );
  expect(rows).toEqual([{ amount: -1_250_000 }]);
});

test('a file that is none, or has a line that cannot be, is named in one sentence and changes nothing', async () => {
  const before = await kept();
  const wrong = await importStatement(given('sai.csv', '05/07/2026,FT3,1000,A,B', '31/02/2026,FT4,1000,A,B'));
  expect([wrong.code, wrong.said.split('\n').length]).toEqual([1, 1]);
  expect(wrong.said).toContain('“Ngày”');
  const none = await importStatement(join(folder, 'khong-co.csv'));
  expect([none.code, none.said.includes('    at ')]).toEqual([1, false]);
  expect(await kept()).toEqual(before);
});
