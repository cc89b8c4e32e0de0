import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { keepBytes, recordFile } from '@dang/documents/files/stored-file';
import { pathOf } from '@dang/documents/testing-files';
import { filesOfZip } from '@dang/documents/testing-zip';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverSheet } from '../../test/delivered.ts';
import {
  actors,
  demoData,
  id,
  item,
  items,
  lists,
  members,
  openTestProvince,
  units,
} from '../../test/small-province.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';
import { findPapers } from './archive.rows.ts';

const own = id('2031');
const data = {
  ...demoData,
  items: [
    ...demoData.items,
    item({ id: own, number: 'item of the secretary', memberId: actors.secretary.memberId ?? '' }),
  ],
};

let province: Awaited<ReturnType<typeof openTestProvince>>;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  province = await openTestProvince(data);
  doors = openTestDoors(province, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await province?.close();
});

beforeEach(async () => {
  await province.em().execute(
    `truncate comment_campaign, comment_list, comment_item, comment_item_history, comment_sheet, year_end_comment,
       self_report, stored_file, demo_load cascade`,
  );
  await loadDemoData(province.em(), data);
});

/** A file with these bytes. */
async function file(kind: string, itemId: string, bytes: string, fileName = 'phieu.pdf'): Promise<string> {
  const kept = await keepBytes(province.environment, {
    bytes: Buffer.from(bytes),
    contentType: 'application/pdf',
    fileName,
  });
  const attached = { kind, id: itemId };
  return recordFile(province.em(), kept, { origin: 'UPLOAD', accountId: randomUUID(), attached });
}

/** A sheet that has come to an item, whose bytes are these. */
const deliver = async (
  itemId: string,
  bytes: string,
  more: { replaces?: string; deliveredAt?: string } = {},
) => deliverSheet(province.em(), { itemId, scanId: await file('CommentSheet', itemId, bytes), ...more });

async function report(itemId: string, fileId: string | null, said: string | null): Promise<void> {
  await province.em().execute(
    `insert into self_report (item_id, member_id, status, requested_at, general_comment, file_id, sent_at)
     select id, member_id, 'SENT', sent_at, ?, ?, sent_at from comment_item where id = ?`,
    [said, fileId, itemId],
  );
}

async function archiveUrl(actor: Actor = actors.secretary): Promise<string | null> {
  const { data: answer, errors } = await province.execute(
    'query ($id: UUID!) { commentList(id: $id) { delivery { archiveUrl } } }',
    { id: lists.open },
    actor,
  );
  expect(errors).toBeUndefined();
  return answer?.commentList?.delivery.archiveUrl;
}

/** What comes behind a link, unpacked: archives and XLSX are ZIPs. */
async function fetched(url: string | null): Promise<Map<string, string>> {
  const answer = await doors.app.inject(pathOf(url ?? ''));
  expect(answer.statusCode).toBe(200);
  const files = await filesOfZip(answer.rawPayload);
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString()]));
}

async function linesOf(action: string, unitId: string): Promise<number> {
  const [row] = await province
    .em()
    .execute<{ n: number }[]>('select count(*)::int as n from audit_entry where action = ? and unit_id = ?', [
      action,
      unitId,
    ]);
  return row?.n ?? 0;
}

describe('the archive of a list', () => {
  test('holds a table of contents, each sheet in force and each report, under names that are no numbers of people', async () => {
    const replaces = await deliver(items.atBranch, 'old');
    await deliver(items.atBranch, 'new', { replaces, deliveredAt: '2026-07-05T10:00:00+07:00' });
    await report(
      items.atBranch,
      await file('SelfReport', items.atBranch, 'mine', 'Bao cao.DOCX'),
      'Đã họp đủ',
    );
    const files = await fetched(await archiveUrl());
    const of = '001 member 05.200.044.000.001-P2-260701-0002';
    expect([...files.keys()]).toEqual(['danh-muc.xlsx', `${of} phiếu nhận xét.pdf`, `${of} báo cáo.docx`]);
    expect(files.get(`${of} phiếu nhận xét.pdf`)).toBe('new');
    expect(files.get(`${of} báo cáo.docx`)).toBe('mine');
  });

  test('is not there before anything has come, and has a report that came without a file in its table', async () => {
    expect(await archiveUrl()).toBeNull();
    await report(items.neighbours, null, 'Đã họp đủ');
    expect([...(await fetched(await archiveUrl())).keys()]).toEqual(['danh-muc.xlsx']);
  });

  test('of a member who has moved is with the new branch and no longer with the old', async () => {
    await deliver(items.atBranch, 'one');
    await deliver(own, 'two');
    const before = await archiveUrl();
    await province
      .em()
      .execute('update comment_item set workplace_branch_id = ?, workplace_unit_id = ? where id = ?', [
        units.branch2,
        units.branch2,
        items.atBranch,
      ]);
    const names = [...(await fetched(before)).keys()];
    expect(names).toEqual([
      'danh-muc.xlsx',
      expect.stringContaining('item of the secretary phiếu nhận xét.pdf'),
    ]);
  });

  test('leaves out the sheet about whoever may not read their own', async () => {
    await deliver(items.atBranch, 'one');
    await deliver(own, 'two');
    const choice = { listId: lists.open, unitId: units.branch1, withoutSheetOf: members.member };
    const papers = await findPapers(province.em(), choice);
    expect(papers.map(({ itemNumber }) => itemNumber)).toEqual(['item of the secretary']);
  });

  test('breaks off when the bytes of a file are gone', async () => {
    await deliver(items.atBranch, 'gone');
    await province.em().execute('alter table stored_file disable trigger stored_file_kept');
    await province.em().execute(`update stored_file set storage_key = 'aa/none'`);
    await province.em().execute('alter table stored_file enable trigger stored_file_kept');
    const answer = await doors.app.inject(pathOf((await archiveUrl()) ?? '')).catch((error: Error) => error);
    const whole = answer instanceof Error ? false : answer.rawPayload.includes('PK\x05\x06');
    expect(whole).toBe(false);
  });

  test('is for whoever receives: others get no address, and who got one is in the trail', async () => {
    await deliver(items.atBranch, 'one');
    const before = await linesOf('readCommentArchive', units.branch1);
    const { data: answer, errors } = await province.execute(
      'query ($id: UUID!) { commentList(id: $id) { delivery { archiveUrl } } }',
      { id: lists.open },
      actors.inspector,
    );
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(answer?.commentList.delivery.archiveUrl).toBeNull();
    await archiveUrl();
    expect(await linesOf('readCommentArchive', units.branch1)).toBe(before + 1);
  });

  test('opens to nobody with another list, unit or time in the address', async () => {
    await deliver(items.atBranch, 'one');
    const path = pathOf((await archiveUrl()) ?? '');
    for (const forged of [
      path.replace(lists.open, lists.closed),
      path.replace(units.branch1, units.ward),
      path.replace(/expires=\d+/, 'expires=9999999999'),
      path.replace('/nobody?', `/${members.member}?`),
    ])
      expect((await doors.app.inject(forged)).statusCode).toBe(403);
  });
});

describe('the table of a year', () => {
  const tableOf = async (actor: Actor = actors.secretary) => {
    const { data: answer, errors } = await province.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { yearEndComments(year: 2026) { xlsxUrl } } } }`,
      { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
      actor,
    );
    expect(errors).toBeUndefined();
    return answer?._entities[0].yearEndComments.xlsxUrl as string;
  };

  test('has a line for everybody who was asked for, with what the sheet in force says', async () => {
    await deliver(items.atBranch, 'one');
    const xml = (await fetched(await tableOf())).get('xl/worksheets/sheet1.xml') ?? '';
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
      [...row.matchAll(/<c[^>]*\/>|<c[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)/g)].map(([, text]) => text ?? ''),
    );
    expect(rows[0]?.slice(0, 4)).toEqual(['TT', 'Họ và tên đảng viên', 'Chi bộ sinh hoạt', 'Hồ sơ số']);
    expect(rows).toHaveLength(3);
    const line = rows.find((row) => row[1] === 'member');
    expect(line?.slice(4, 9)).toEqual([
      'residenceWard',
      'residenceBranch',
      'Đã gửi phiếu nhận xét',
      '03/07/2026',
      '',
    ]);
    expect(line?.slice(9)).toEqual([
      'Nêu gương tốt',
      'Gương mẫu',
      'Tham gia đầy đủ',
      'Thường xuyên',
      'Tích cực',
      'Biểu dương',
      'Tích cực',
    ]);
  });

  test('leaves a line in the trail, and opens to nobody who writes another unit or year into its address', async () => {
    const before = await linesOf('exportYearEndComments', units.branch1);
    const path = pathOf(await tableOf());
    expect((await doors.app.inject(path)).statusCode).toBe(200);
    for (const forged of [path.replace('/2026/', '/2025/'), path.replace(units.branch1, units.city)])
      expect((await doors.app.inject(forged)).statusCode).toBe(403);
    expect(await linesOf('exportYearEndComments', units.branch1)).toBe(before + 1);
  });
});
