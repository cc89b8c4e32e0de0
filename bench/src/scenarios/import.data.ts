import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { definition } from '@dang/identity/definition';
import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { writeCsv } from '@dang/tabular/write-rows';
import { Client } from 'pg';
import * as copyStreams from 'pg-copy-streams';

export const importDay = '2026-07-06';
const MEMBERS_IN_A_BRANCH = 25;
const BRANCHES_IN_A_WARD = 150;

const codeOf = (branch: number): string => {
  const ward = String(100 + Math.floor(branch / BRANCHES_IN_A_WARD)).padStart(3, '0');
  return `01.${ward}.001.000.${String((branch % BRANCHES_IN_A_WARD) + 1).padStart(3, '0')}`;
};

const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const middleNames = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Hồng', 'Thanh', 'Ngọc', 'Xuân'];
const givenNames = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Linh',
  'Nam',
  'Oanh',
  'Phúc',
  'Sơn',
  'Yến',
];

const headers = [
  'Họ và tên *',
  'Giới tính *',
  'Sinh ngày * (dd/mm/yyyy)',
  'Dân tộc *',
  'Tôn giáo *',
  'Số định danh cá nhân *',
  'Số thẻ Đảng * (12 số theo HD38-HD/BTCTW)',
  'Số thẻ theo Đảng quyết định 85',
  'Tổ chức Đảng đang sinh hoạt *',
  'Quê quán (theo mô hình 2 cấp) *',
  'Thường trú (theo mô hình 2 cấp) *',
  'Ngày vào Đảng *',
  'Ngày vào Đảng chính thức *',
  'Trạng thái hoạt động',
];

/** Rows as the clean-up of member data has them: three quarters of the cards are the personal id (domain 4.4). */
function* rowsOf(members: number): Generator<string[]> {
  for (let serial = 0; serial < members; serial++) {
    const personalId = `099085${String(serial).padStart(6, '0')}`;
    const name = [familyNames, middleNames, givenNames].map(
      (names, place) => names[Math.floor(serial / 7 ** place) % names.length],
    );
    yield [
      name.join(' '),
      'Nam',
      `${String((serial % 28) + 1).padStart(2, '0')}/${String((serial % 12) + 1).padStart(2, '0')}/1985`,
      'Kinh',
      'Không',
      personalId,
      serial % 4 === 3 ? `0986${String(serial).padStart(8, '0')}` : personalId,
      String(10_000_000 + serial),
      codeOf(Math.floor(serial / MEMBERS_IN_A_BRANCH)),
      'Phường Việt Hưng, thành phố Hà Nội',
      `Số ${serial % 300}, phường Việt Hưng, thành phố Hà Nội`,
      '19/05/2010',
      '19/05/2011',
      'Đang sinh hoạt',
    ];
  }
}

/** Writes a member file of so many rows. */
export const writeMembers = (file: string, members: number): Promise<void> =>
  writeCsv(file, headers, rowsOf(members));

/** Makes identity's tables in this database, and the branches of so many members. */
export async function makeIdentity(url: string, members: number): Promise<void> {
  await migrate({ definition, url, log: makeLogger({ service: 'identity', role: 'bench', level: 'warn' }) });
  const client = await connected(url);
  const codes = Array.from({ length: Math.ceil(members / MEMBERS_IN_A_BRANCH) }, (_, branch) =>
    codeOf(branch),
  );
  await client.query(
    `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
     select id, 1, code, 'Chi bộ ' || code, code, 'BRANCH', 'RESIDENTIAL', null, id::text::ltree, '2025-07-01'
     from (select uuidv7() as id, code from unnest($1::text[]) code) branch`,
    [codes],
  );
  await client.query('vacuum analyze');
  await client.end();
}

export async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A database like the template, in place of the last one. */
export async function freshDatabase(adminUrl: string, name: string, template: string): Promise<void> {
  const admin = await connected(adminUrl);
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name} template ${template}`);
  await admin.query('checkpoint');
  await admin.end();
}

const copied = `id, full_name, other_name, gender, date_of_birth, permanent_address, personal_id_sealed,
  personal_id_index, card_number_sealed, card_number_index, legacy_card_number, profile_number, join_date,
  official_date, status, force_category, branch_id, registry_source`;

/** The members of this database as COPY writes them, in the order in which they came. */
export async function writeCopyFile(url: string, file: string): Promise<void> {
  const client = await connected(url);
  await pipeline(
    client.query(copyStreams.to(`copy (select ${copied} from member order by id) to stdout`)),
    createWriteStream(file),
  );
  await client.end();
}

/** What COPY of that file into the same indexed table takes, in seconds. */
export async function timeCopy(url: string, source: () => NodeJS.ReadableStream): Promise<number> {
  const client = await connected(url);
  const began = performance.now();
  await pipeline(source(), client.query(copyStreams.from(`copy member (${copied}) from stdin`)));
  const seconds = (performance.now() - began) / 1_000;
  await client.end();
  return seconds;
}
