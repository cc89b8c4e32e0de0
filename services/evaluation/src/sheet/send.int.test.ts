import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stale } from '../../test/item-stage.ts';
import { openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, members, units } from '../../test/small-province.ts';
import { definition } from '../definition.ts';

let stage: SheetStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openSheets();
  doors = openTestDoors(stage, definition.doors ?? []);
  await stage.certify(actors.residenceWard);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const { residenceSecretary, residenceWard, secretary, member } = actors;
const send = (ids: string[], actor = residenceWard, key = randomUUID()) =>
  stage.many(actor, 'signAndSendCommentSheets', ids, { key });
const approved = async (count = 1) =>
  Promise.all(Array.from({ length: count }, async () => (await stage.sheetIn('APPROVED')).id));
const document = `id status replacesId signature { signerName signerUnitName sha256 verdict verifyUrl }
  document { sha256 fileName contentType url }`;
const bytesAt = async (url: string) => (await doors.app.inject({ url: pathOf(url) })).rawPayload;
const count = async (table: string) =>
  (await stage.em().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n;
const deliveries = async () =>
  (await stage.drainOutbox())
    .filter(({ type }) => type.includes('CommentSheetDelivered'))
    .map(({ data }) => data);

describe('signing and sending', () => {
  test('brings the signed sheet to workplace and member, who could not read it before', async () => {
    const { id, number } = await stage.sheetIn('APPROVED', { memberId: members.member });
    for (const actor of [secretary, member])
      expect(await stage.sheets(actor, id, document)).toEqual({ sheet: null, sheets: [] });
    await stage.drainOutbox();
    expect(await send([id])).toEqual(['DELIVERED']);
    const { sheet } = await stage.sheets(member, id, document);
    expect(sheet).toMatchObject({
      status: 'DELIVERED',
      signature: { signerName: residenceWard.name, signerUnitName: 'residenceWard', verdict: 'VALID' },
      document: { contentType: 'application/pdf', fileName: `phieu-nhan-xet-${number}.pdf` },
    });
    const pdf = await bytesAt(sheet.document.url);
    const text = textOfPdf(pdf).join(' ').replace(/\s+/g, ' ');
    for (const part of [
      'residenceWard residenceBranch ĐẢNG CỘNG SẢN VIỆT NAM',
      'Chi bộ sau khi họp ngày 05/07/2026 với ban công tác mặt trận',
      'nhận xét về đảng viên member như sau',
      'Ký số bởi: Nguyễn Văn An',
      'đã xác nhận',
      number,
    ])
      expect(text).toContain(part);
    expect(text.replaceAll(' ', '')).toContain(sheet.signature.verifyUrl);
    expect(await deliveries()).toEqual([
      {
        itemId: id,
        number,
        sheetId: sheet.id,
        memberId: members.member,
        workplaceUnitId: units.branch1,
        workplaceBranchId: units.branch1,
        residenceUnitId: units.residenceWard,
        sha256: sheet.document.sha256,
        replacesSheetId: null,
        deliveredOn: '2026-07-06',
      },
    ]);
    expect((await stage.steps(id)).at(-1)).toBe('SIGN_AND_SEND APPROVED -> DELIVERED by COMMITTEE_SECRETARY');
  });

  test('gives a document that pdfsig calls valid, signed as a whole', async () => {
    const [id = ''] = await approved();
    await send([id]);
    const { sheet } = await stage.sheets(secretary, id, document);
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, await bytesAt(sheet.document.url));
    const pdfsig = process.env.TEST_PDFSIG;
    if (!pdfsig) throw new Error('pdfsig is not to be had here: install the package poppler-utils');
    const report = execFileSync(pdfsig, ['-nocert', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
  });

  test('many at once: what may not go is refused alone, the same call again signs nothing more', async () => {
    const good = await approved(4);
    const { id: submitted } = await stage.sheetIn('SUBMITTED');
    const ids = [...good.slice(0, 2), submitted, randomUUID(), ...good.slice(2)];
    const items = await Promise.all(
      ids.map(async (itemId) => ({ itemId, expectedVersion: (await stage.row(itemId))?.version ?? 1 })),
    );
    const input = { idempotencyKey: randomUUID(), items };
    const call = async () => {
      const { data } = await stage.execute(
        `mutation ($input: SignAndSendCommentSheetsInput!) {
          done: signAndSendCommentSheets(input: $input) { items { item { status } refusal { code } } }
        }`,
        { input },
        residenceWard,
      );
      return data?.done.items.map(
        (one: { item: { status: string } | null; refusal: { code: string } }) =>
          one.item?.status ?? one.refusal.code,
      );
    };
    const before = await count('document_signature');
    const expected = ['DELIVERED', 'DELIVERED', 'WRONG_STATE', 'NOT_FOUND', 'DELIVERED', 'DELIVERED'];
    expect(await call()).toEqual(expected);
    expect(await call()).toEqual(expected);
    expect(await send(good)).toEqual(Array(4).fill('WRONG_STATE'));
    expect(await count('document_signature')).toBe((before ?? 0) + 4);
  });

  test('twice at the same moment, the sheet goes once', async () => {
    const [id = ''] = await approved();
    await stage.drainOutbox();
    const both = (await Promise.all([send([id]), send([id])])).flat();
    expect(both.filter((done) => done === 'DELIVERED')).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
    const { sheets } = await stage.sheets(residenceWard, id, 'status signature { verdict }');
    expect(sheets).toEqual([{ status: 'DELIVERED', signature: { verdict: 'VALID' } }]);
  });

  test('nobody can send more than 30 at once', async () => {
    const ids = Array.from({ length: 31 }, () => randomUUID());
    expect(await send(ids)).toEqual(['INVALID_INPUT items']);
  });

  test('of one sheet named twice in a call nobody is asked for a signature', async () => {
    const [id = ''] = await approved();
    stage.signing.arm('wrongKey');
    expect(await send([id, id.toUpperCase()])).toEqual(['INVALID_INPUT items']);
    // had anybody been asked, the one bad answer would be gone
    expect(await send([id])).toEqual(['SIGNATURE_INVALID']);
    expect(await send([id])).toEqual(['DELIVERED']);
  });
});

describe('T63: without a signature nothing goes', () => {
  test.each([
    ['an officer without a certificate', 'CERTIFICATE_REQUIRED'],
    ['a sign-in that is too old', 'STEP_UP_REQUIRED'],
    ['a service that does not answer', 'SIGNING_UNAVAILABLE'],
  ])('%s', async (why, code) => {
    const ids = await approved(2);
    const before = await count('document_signature');
    if (code === 'SIGNING_UNAVAILABLE') stage.signing.arm('error500', 99);
    const delegate = {
      ...residenceWard,
      accountId: randomUUID(),
      memberId: randomUUID(),
    };
    const who = why.startsWith('an officer')
      ? delegate
      : why.startsWith('a sign-in')
        ? stale(residenceWard)
        : residenceWard;
    expect(await send(ids, who)).toEqual([code, code]);
    stage.signing.arm('error500', 0);
    expect(await count('document_signature')).toBe(before);
    expect((await stage.row(ids[0] ?? ''))?.status).toBe('APPROVED');
    expect(await send(ids)).toEqual(['DELIVERED', 'DELIVERED']);
  });

  test('the database keeps no delivered sheet without signature or scan', async () => {
    const { id } = await stage.sheetIn('APPROVED');
    const forced = stage
      .em()
      .execute(`update comment_sheet set status = 'DELIVERED', delivered_at = now() where item_id = ?`, [id]);
    await expect(forced).rejects.toThrow(/check constraint/);
  });
});

describe('a correction', () => {
  test('is a new signed sheet that names the old one, which was in force until then', async () => {
    const [id = ''] = await approved();
    await stage.em().execute('update comment_item set yearly_year = 2026 where id = ?', [id]);
    await send([id]);
    const first = (await stage.sheets(secretary, id, document)).sheet;
    await stage.act(residenceWard, 'correctCommentSheet', id, { reason: 'Ghi nhầm tiêu chí 3' });
    await stage.many(residenceSecretary, 'saveCommentSheets', [id], {
      content: { meetingAttendance: 'PARTIAL' },
    });
    await stage.many(residenceSecretary, 'submitCommentSheets', [id]);
    await stage.many(residenceWard, 'approveCommentSheets', [id]);
    expect((await stage.sheets(secretary, id, 'id')).sheet.id).toBe(first.id);
    await stage.drainOutbox();
    expect(await send([id])).toEqual(['DELIVERED']);
    const { sheet, sheets } = await stage.sheets(secretary, id, document);
    expect(sheets.map(({ id }: { id: string }) => id)).toEqual([first.id, sheet.id]);
    expect(sheet).toMatchObject({ replacesId: first.id, signature: { verdict: 'VALID' } });
    const text = textOfPdf(await bytesAt(sheet.document.url)).join('');
    expect(text).toContain('Phiếu này thay thế phiếu nhận xét đã gửi ngày 06/07/2026.');
    expect(text.replace(/\s/g, '')).toContain(first.document.sha256);
    expect(await deliveries()).toMatchObject([{ replacesSheetId: first.id }]);
    const [kept] = await stage
      .em()
      .execute('select sheet_id as sheet, received_at as received from year_end_comment where item_id = ?', [
        id,
      ]);
    expect(kept).toEqual({ sheet: sheet.id, received: null });
    // the old document is what it was
    expect((await stage.sheets(secretary, id, document)).sheets[0].signature.verdict).toBe('VALID');
  });
});
