import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliverSheet, fileRow } from '../../test/delivered.ts';
import { demoData, id, item, items, members, openTestProvince } from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';

const second = id('2030');
const data = {
  ...demoData,
  items: [...demoData.items, item({ id: second, number: 'item of a9', memberId: id('a9') })],
};

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince(data);
  await loadDemoData(province.em(), data);
});
afterAll(() => province?.close());

const count = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await province
    .em()
    .execute<{ n: number }[]>(`select count(*)::int as n from ${table} where ${where}`);
  return row?.n ?? -1;
};

async function sign(fileId: string, sheetId: string): Promise<void> {
  await province.em().execute(
    `insert into document_signature (id, file_id, subject_kind, subject_id, step, sha256, signer_member_id, signer_name, signer_title,
       signer_unit_id, signer_unit_name, certificate_id, certificate_serial, certificate_fingerprint, signed_at)
     values (uuidv7(), ?, 'CommentSheet', ?, 1, sha256('abc'), ?, 'Trần Thị B', 'Bí thư', ?, 'Đảng ủy phường', ?, '1', '1', now())`,
    [fileId, sheetId, members.member, randomUUID(), randomUUID()],
  );
}

/** A request that ended on this day with a delivered sheet, its correction, a signature and a scan. */
async function ended(itemId: string, closedOn: string): Promise<void> {
  const scanId = await fileRow(province.em(), 'CommentSheet', itemId);
  const sheet = await deliverSheet(province.em(), { itemId, scanId });
  await sign(scanId, sheet);
  await deliverSheet(province.em(), { itemId, scanId, replaces: sheet });
  await province
    .em()
    .execute(`update comment_item set status = 'RECEIVED', closed_on = ? where id = ?`, [closedOn, itemId]);
}

test('a request goes with its sheets, signatures and files ten years after it ended, and not a day before', async () => {
  await ended(items.atBranch, '2016-07-05');
  await ended(second, '2016-07-06');
  const others = await count('comment_item', `id not in ('${items.atBranch}', '${second}')`);
  for (const _ of ['first night', 'second night']) {
    await province.runJob('apply-retention');
    expect(await count('comment_item', `id = '${items.atBranch}'`)).toBe(0);
    expect(await count('comment_sheet', `item_id = '${items.atBranch}'`)).toBe(0);
    expect(await count('comment_sheet', `item_id = '${second}'`)).toBe(2);
    expect(await count('document_signature')).toBe(1);
    expect(await count('stored_file', `attached_id = '${items.atBranch}'`)).toBe(0);
    expect(await count('stored_file', `attached_id = '${second}'`)).toBe(1);
    expect(await count('comment_item')).toBe(others + 1);
  }
  const runs = await province
    .em()
    .execute(`select record, ended_before::text as "endedBefore", forgotten from retention_run`);
  expect(runs).toEqual([{ record: 'COMMENT_SHEETS', endedBefore: '2016-07-06', forgotten: 1 }]);
});

test('what is still within its time cannot be taken away by hand', async () => {
  await expect(
    province.em().execute(`delete from comment_sheet where item_id = '${second}'`),
  ).rejects.toThrow('a delivered sheet never changes');
  await expect(province.em().execute('delete from document_signature')).rejects.toThrow(
    'a signature is never changed or deleted',
  );
});

test('somebody may keep records longer, for ever too, and nobody shorter than the rule allows', async () => {
  const keep = (months: number | null) =>
    province
      .em()
      .execute(`update retention_rule set keep_months = ? where record = 'COMMENT_SHEETS'`, [months]);
  await province.em().execute(`update comment_item set closed_on = '2015-07-06' where id = ?`, [second]);
  await expect(keep(119)).rejects.toThrow('retention_rule');
  for (const months of [null, 144]) {
    await keep(months);
    await province.runJob('apply-retention');
    expect(await count('comment_item', `id = '${second}'`)).toBe(1);
  }
  // a row of a release whose rule was shorter: the rule of today holds
  await province.em().execute(`update comment_item set closed_on = '2020-07-06' where id = ?`, [second]);
  await province.em().execute('update retention_rule set least_months = 12, keep_months = 12');
  await province.runJob('apply-retention');
  expect(await count('comment_item', `id = '${second}'`)).toBe(1);
  await province.em().execute(`update comment_item set closed_on = '2015-07-06' where id = ?`, [second]);
  await keep(120);
  await province.runJob('apply-retention');
  expect(await count('comment_item', `id = '${second}'`)).toBe(0);
});
