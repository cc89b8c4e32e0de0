import { randomUUID } from 'node:crypto';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { samplePdf } from '@dang/documents/testing-samples';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, bring, enrol, made, type Opened, opened, type Province } from '../../test/list-stage.ts';
import { actors, openTestProvince, units } from '../../test/small-province.ts';
import { definition } from '../definition.ts';

let province: Province;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  province = await openTestProvince();
  doors = openTestDoors(province, definition.doors ?? []);
  await province.certify(actors.secretary);
});
afterAll(async () => {
  await doors?.close();
  await province?.close();
});

let draft: Opened;
beforeEach(async () => {
  const memberIds = await enrol(province, { name: 'Trần Thị Bích Ngọc' }, { name: 'Đỗ Văn Ổn' });
  draft = await made(province, { memberIds, purpose: 'REWARD' });
  await province.drainOutbox();
});

async function read(listId: string, fields: string) {
  const { data, errors } = await province.execute(
    `query ($id: UUID!) { commentList(id: $id) { ${fields} } }`,
    { id: listId },
    actors.secretary,
  );
  expect(errors).toBeUndefined();
  return data?.commentList;
}

const bytesAt = async (url: string) => (await doors.app.inject({ url: pathOf(url) })).rawPayload;
const signatures = `approvalSignature { step signerName sha256 previousSha256 verdict verifyUrl document { url } }
  sendSignature { step sha256 previousSha256 verdict document { url } }`;

describe('a list is signed', () => {
  test('at approval and at sending: two PDFs in a chain, both valid, the second carrying the hash of the first', async () => {
    const pending = await bring(province, draft, 'submit');
    const approved = opened(await act(province, 'approve', { ...pending, sign: true }));
    const sent = opened(await act(province, 'send', { ...approved, sign: true }));
    const list = await read(sent.listId, `status ${signatures}`);
    expect(list).toMatchObject({
      status: 'SENT',
      approvalSignature: {
        step: 1,
        signerName: actors.secretary.name,
        previousSha256: null,
        verdict: 'VALID',
      },
      sendSignature: { step: 2, previousSha256: list.approvalSignature.sha256, verdict: 'VALID' },
    });
    const first = textOfPdf(await bytesAt(list.approvalSignature.document.url))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(first).toContain('Trần Thị Bích Ngọc');
    expect(first).toContain('BRANCH_SECRETARY — ký số lúc');
    expect(first).toContain(list.approvalSignature.verifyUrl);
    const second = textOfPdf(await bytesAt(list.sendSignature.document.url))
      .join('')
      .replaceAll('\n', '');
    expect(second).toContain(list.approvalSignature.sha256);
    const told = (await province.drainOutbox()).filter(({ type }) => /CommentList(Approved|Sent)/.test(type));
    expect(told.map(({ data }) => (data as { isSigned: boolean }).isSigned)).toEqual([true, true]);
  });

  test('or at sending alone; the same call again signs nothing more', async () => {
    const approved = await bring(province, draft, 'approve');
    const input = { ...approved, sign: true, idempotencyKey: randomUUID() };
    const first = await act(province, 'send', input);
    expect(first.commentList.status).toBe('SENT');
    province.signing.arm('error500');
    expect(await act(province, 'send', input)).toEqual(first);
    province.signing.arm('error500', 0);
    const list = await read(approved.listId, signatures);
    expect(list.approvalSignature).toBeNull();
    expect(list.sendSignature).toMatchObject({ step: 1, previousSha256: null, verdict: 'VALID' });
  });

  test('and approved again after it was taken back, naming the first', async () => {
    const pending = await bring(province, draft, 'submit');
    const approved = opened(await act(province, 'approve', { ...pending, sign: true }));
    const withdrawn = opened(await act(province, 'withdraw', { ...approved, reason: 'Bổ sung' }));
    expect((await read(withdrawn.listId, signatures)).approvalSignature).toBeNull();
    const again = await bring(province, withdrawn, 'submit');
    await act(province, 'approve', { ...again, sign: true });
    expect((await read(again.listId, signatures)).approvalSignature).toMatchObject({
      step: 2,
      verdict: 'VALID',
    });
  });
});

describe('nothing is signed', () => {
  const codeOf = async (input: object, actor = actors.secretary) =>
    (await act(province, 'send', { sign: true, ...input }, actor)).refusal?.code;
  const kept = async () =>
    (await province.em().execute<{ n: number }[]>('select count(*)::int as n from document_signature'))[0]?.n;

  test('without a certificate, with a stale sign-in, or while the service is down; the list stays approved', async () => {
    const approved = await bring(province, draft, 'approve');
    const before = await kept();
    const stale = { ...actors.secretary, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await codeOf(approved, stale)).toBe('STEP_UP_REQUIRED');
    expect(await codeOf(approved, actors.collector)).toBe('CERTIFICATE_REQUIRED');
    province.signing.arm('error500');
    expect(await codeOf(approved)).toBe('SIGNING_UNAVAILABLE');
    province.signing.arm('error500', 0);
    expect(await kept()).toBe(before);
    expect(await read(approved.listId, 'status version')).toMatchObject({
      status: 'APPROVED',
      version: approved.expectedVersion,
    });
    // unsigned it goes with an old sign-in as well
    expect((await act(province, 'send', { ...approved }, stale)).commentList.status).toBe('SENT');
  });

  test('for a list that would not go: T59, and members who have moved meanwhile', async () => {
    expect(await codeOf(draft)).toBe('LIST_NOT_APPROVED');
    const approved = await bring(province, draft, 'approve');
    const { edges } = (await read(approved.listId, 'rows { edges { node { member { id } } } }')).rows;
    await enrol(province, { id: edges[0].node.member.id, branchId: units.branch2 });
    const answer = await act(province, 'send', { ...approved, sign: true });
    expect(answer.refusal.code).toBe('MEMBER_NOT_IN_UNIT');
    expect(answer.rowRefusals).toMatchObject([{ memberId: edges[0].node.member.id }]);
  });
});

describe('the list as a file', () => {
  test('is the official form, and a workbook with the same rows', async () => {
    const { pdfUrl, xlsxUrl } = await read(draft.listId, 'pdfUrl xlsxUrl');
    const pdf = await bytesAt(pdfUrl);
    expect(pdf.equals(await bytesAt(pdfUrl))).toBe(true);
    const text = textOfPdf(pdf).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('Đảng viên cần giới thiệu, xin nhận xét tại nơi cư trú');
    for (const word of ['Đỗ Văn Ổn', 'residenceWard', 'residenceBranch', 'Xin nhận xét', '*********123'])
      expect(text).toContain(word);
    const book = await bytesAt(xlsxUrl);
    expect(book.subarray(0, 2).toString()).toBe('PK');
  });

  test('is there for whoever holds the whole address only', async () => {
    const { pdfUrl } = await read(draft.listId, 'pdfUrl');
    const statusOf = async (url: string) => (await doors.app.inject({ url: pathOf(url) })).statusCode;
    expect(await statusOf(pdfUrl)).toBe(200);
    expect(await statusOf(pdfUrl.replace(draft.listId, randomUUID()))).toBe(403);
    expect(await statusOf(pdfUrl.replace('.pdf', '.xlsx'))).toBe(403);
    expect(await statusOf(pdfUrl.split('?')[0] ?? '')).toBe(403);
  });
});

describe('a list on paper', () => {
  const paper = { channel: 'PAPER', paperReference: '12-CV/CB, 01/07/2026' };
  const create = (more: object) =>
    act(province, 'create', { unitId: units.branch1, year: 2026, purpose: 'YEARLY', ...more });
  const upload = async (actor = actors.secretary) =>
    uploadFile(province, doors.app, { mutation: 'prepareCommentUpload', actor, file: await samplePdf() });

  test('brings its scan, which then belongs to it', async () => {
    expect((await create(paper)).refusal).toMatchObject({ code: 'SCAN_REQUIRED', field: 'scanIds' });
    const scan = await upload();
    const answer = await create({ ...paper, scanIds: [scan] });
    const list = await read(answer.commentList.id, 'channel paperReference scans { id url }');
    expect(list).toMatchObject({
      channel: 'PAPER',
      paperReference: paper.paperReference,
      scans: [{ id: scan }],
    });
    expect((await bytesAt(list.scans[0].url)).subarray(0, 4).toString()).toBe('%PDF');
    expect((await create({ ...paper, scanIds: [scan] })).refusal.code).toBe('FILE_IN_USE');
  });

  test('takes no scan of somebody else, none for an online list, and no paper without its name', async () => {
    const theirs = await upload(actors.secretary2);
    expect((await create({ ...paper, scanIds: [theirs] })).refusal.code).toBe('FILE_NOT_UPLOADED');
    const mine = await upload();
    expect((await create({ scanIds: [mine] })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'scanIds',
    });
    expect((await create({ channel: 'POST', scanIds: [mine] })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'paperReference',
    });
  });
});
