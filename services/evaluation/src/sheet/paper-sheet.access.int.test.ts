import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filled, openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';
import { definition } from '../definition.ts';

let stage: SheetStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openSheets();
  doors = openTestDoors(stage, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const { residenceSecretary, residenceWard, secretary } = actors;
const wardDelegate = testActor({ role: 'COMMITTEE_DELEGATE', unitId: units.residenceWard });
const insiders = { residenceSecretary, residenceWard, wardDelegate };

const scan = async (actor: Actor) =>
  uploadFile(stage, doors.app, { mutation: 'prepareCommentUpload', actor, file: await samplePdf() });
const paper = { channel: 'PAPER', paperReference: 'Công văn 12-CV/ĐU', content: filled };
const enter = (actor: Actor | null, id: string, more: object = {}) =>
  stage.act(actor, 'enterPaperCommentSheet', id, { ...paper, ...more });

describe('Mutation.enterPaperCommentSheet', () => {
  test.each(Object.entries(insiders))('is done by %s, from the branch and from a draft', async (_, actor) => {
    for (const from of ['AT_BRANCH', 'DRAFTING'] as const) {
      const { id } = await stage.sheetIn(from);
      expect(await enter(actor, id, { scanId: await scan(actor) })).toBe('SUBMITTED');
      expect(await enter(actor, id, { scanId: await scan(actor) })).toBe('WRONG_STATE');
    }
  });

  test('is closed to whoever has no part in it', async () => {
    const { id } = await stage.sheetIn('AT_BRANCH');
    const before = await stage.row(id);
    const lookers = ['secretary', 'committee', 'residenceCommittee'];
    const strangers = ['secretary2', 'companySecretary', 'companyWard'];
    expect(await enter(null, id)).toBe('UNAUTHENTICATED');
    for (const [name, actor] of Object.entries(actors)) {
      if (name in insiders) continue;
      const open = strangers.includes(name) ? 'NOT_FOUND' : 'FORBIDDEN';
      expect([name, await enter(actor, id)]).toEqual([
        name,
        lookers.includes(name) ? 'ACTION_NOT_ALLOWED' : open,
      ]);
    }
    expect(await enter(residenceWard, randomUUID())).toBe('NOT_FOUND');
    expect(await stage.row(id)).toEqual(before);
  });

  test.each([
    [{ scanId: null }, 'SCAN_REQUIRED'],
    [{ scanId: randomUUID() }, 'FILE_NOT_UPLOADED'],
    [{ channel: 'ONLINE' }, 'INVALID_INPUT'],
    [{ paperReference: ' ' }, 'INVALID_INPUT'],
    [{ content: { ...filled, mobilisation: null } }, 'CRITERION_MISSING'],
    [{ content: { ...filled, proposal: 'CONSIDER_ACTION' } }, 'OTHER_COMMENT_REQUIRED'],
  ])('refuses %j, and keeps nothing', async (wrong, code) => {
    const { id } = await stage.sheetIn('AT_BRANCH');
    expect(await enter(residenceWard, id, { scanId: await scan(residenceWard), ...wrong })).toBe(code);
    expect(await stage.row(id)).toMatchObject({ status: 'AT_BRANCH', version: 1 });
    expect((await stage.sheets(residenceWard, id)).sheets).toEqual([]);
  });

  test('takes no scan of somebody else, nor one that belongs to another sheet, nor one’s own case', async () => {
    const { id } = await stage.sheetIn('AT_BRANCH');
    const scanId = await scan(residenceWard);
    expect(await enter(residenceSecretary, id, { scanId })).toBe('FILE_NOT_UPLOADED');
    expect(await enter(residenceWard, id, { scanId })).toBe('SUBMITTED');
    const { id: other } = await stage.sheetIn('AT_BRANCH');
    expect(await enter(residenceWard, other, { scanId })).toBe('FILE_IN_USE');
    const own = await stage.item({ memberId: residenceWard.memberId as string });
    expect(await enter(residenceWard, own.id)).toBe('OWN_CASE');
  });
});

describe('a sheet on paper', () => {
  test('is approved like any other, and sent with its scan in place of a signature', async () => {
    const { id } = await stage.sheetIn('AT_BRANCH');
    await enter(residenceWard, id, { scanId: await scan(residenceWard), channel: 'POST' });
    expect(await stage.many(residenceWard, 'approveCommentSheets', [id])).toEqual(['APPROVED']);
    expect(await stage.many(residenceWard, 'signAndSendCommentSheets', [id])).toEqual(['DELIVERED']);
    const fields = 'channel paperReference signature { id } document { fileName url sha256 }';
    const { sheet } = await stage.sheets(secretary, id, fields);
    expect(sheet).toMatchObject({ channel: 'POST', paperReference: 'Công văn 12-CV/ĐU', signature: null });
    const answer = await doors.app.inject({ url: pathOf(sheet.document.url) });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals((await samplePdf()).bytes)).toBe(true);
  });

  test('says what the paper says and nothing that was drafted before', async () => {
    const { id } = await stage.sheetIn('DRAFTING');
    const content = { otherComment: 'Bản nháp', meetingOn: '2026-07-01', frontCommitteeMet: true };
    await stage.many(residenceSecretary, 'saveCommentSheets', [id], { content });
    const { meetingOn: _, frontCommitteeMet: __, ...criteria } = filled;
    const scanId = await scan(residenceWard);
    expect(await enter(residenceWard, id, { content: criteria, scanId })).toBe('SUBMITTED');
    const { sheet } = await stage.sheets(residenceWard, id, 'otherComment meetingOn frontCommitteeMet');
    expect(sheet).toEqual({ otherComment: null, meetingOn: null, frontCommitteeMet: false });
  });

  test('that was written over on the system needs a signature again', async () => {
    const { id } = await stage.sheetIn('AT_BRANCH');
    await enter(residenceWard, id, { scanId: await scan(residenceWard) });
    await stage.act(residenceWard, 'returnCommentSheet', id, { reason: 'Ghi chưa rõ' });
    await stage.many(residenceSecretary, 'saveCommentSheets', [id]);
    await stage.many(residenceSecretary, 'submitCommentSheets', [id]);
    await stage.many(residenceWard, 'approveCommentSheets', [id]);
    expect(await stage.many(residenceWard, 'signAndSendCommentSheets', [id])).toEqual([
      'CERTIFICATE_REQUIRED',
    ]);
  });
});
