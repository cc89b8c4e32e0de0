import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';
import { definition } from '../definition.ts';

let stage: TransferStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openTransfers();
  doors = openTestDoors(stage, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const mutation = 'prepareTransferUpload';
const bring = async (actor: Actor, fileName?: string) =>
  uploadFile(stage, doors.app, { mutation, actor, file: await samplePdf(fileName) });
const documentsOf = async (actor: Actor, id: string) => {
  const { transfer } = await stage.ask(
    'query ($id: UUID!) { transfer(id: $id) { documents { role file { id fileName contentType size url } } } }',
    { id },
    actor,
  );
  return transfer?.documents ?? null;
};

describe('Mutation.prepareTransferUpload', () => {
  const prepare = async (actor: Actor | null, change: object = {}) => {
    const file = { fileName: 'quyet-dinh.pdf', contentType: 'application/pdf', size: 900, ...change };
    const { data, errors } = await stage.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { upload { url } refusal { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...file } },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?.[mutation].refusal?.code ?? 'done';
  };

  test('is open to members and officers, and closed to everybody else', async () => {
    expect(await prepare(null)).toBe('UNAUTHENTICATED');
    expect(await prepare(testActor({ memberId: null, accountStatus: 'DRAFT' }))).toBe('FORBIDDEN');
    expect(await prepare(testActor({ accountStatus: 'LOCKED' }))).toBe('FORBIDDEN');
    for (const actor of [testActor(), desks.secretary, desks.host]) expect(await prepare(actor)).toBe('done');
  });

  test('takes nothing secret, and no path', async () => {
    expect(await prepare(desks.secretary, { classification: 'SECRET' })).toBe('FILE_CLASSIFIED');
    expect(await prepare(desks.secretary, { fileName: '../quyet-dinh.pdf' })).toBe('FILE_NAME_INVALID');
  });
});

/** What the member brings with a request, and how it is called. */
const decisionAndReview = async (member: Actor) => ({
  documents: [
    { role: 'DECISION', fileId: await bring(member, 'Quyết định.pdf') },
    { role: 'SELF_CRITICISM', fileId: await bring(member, 'Kiểm điểm.pdf') },
  ],
});

describe('documents of a transfer', () => {
  test('are brought with the request and with what completes it, and seen by the origin at once', async () => {
    const member = await stage.newMember();
    const asked = await stage.done(member, 'requestOfficialTransfer', null, await decisionAndReview(member));
    await stage.done(desks.secretary, 'requestTransferSupplement', asked.id);
    const third = await bring(member);
    const documents = [{ role: 'OTHER', fileId: third }];
    await stage.done(member, 'supplementTransfer', asked.id, { documents });
    for (const actor of [member, desks.secretary, desks.ward]) {
      const documents = await documentsOf(actor, asked.id);
      expect(documents).toMatchObject([
        { role: 'DECISION', file: { fileName: 'Quyết định.pdf' } },
        { role: 'SELF_CRITICISM', file: { fileName: 'Kiểm điểm.pdf' } },
        { role: 'OTHER', file: { id: third } },
      ]);
      const fetched = await doors.app.inject({ url: pathOf(documents[0].file.url) });
      expect([fetched.statusCode, fetched.headers['content-type']]).toEqual([200, 'application/pdf']);
    }
    for (const actor of [desks.host, desks.stranger, desks.sibling, testActor()])
      expect(await documentsOf(actor, asked.id)).toBeNull();
  });

  test('reach the destination with the dossier', async () => {
    const applicant = await stage.newMember();
    const { id } = await stage.done(
      applicant,
      'requestOfficialTransfer',
      null,
      await decisionAndReview(applicant),
    );
    await stage.done(desks.secretary, 'recordReviewMeeting', id);
    await stage.done(desks.secretary, 'issueLetter', id);
    await stage.done(desks.committee, 'signLetterBox', id);
    expect(await documentsOf(desks.host, id)).toBeNull();
    await stage.done(desks.ward, 'signLetterBox', id);
    const [decision] = await documentsOf(desks.host, id);
    expect(decision).toMatchObject({ role: 'DECISION', file: { contentType: 'application/pdf' } });
  });

  test('of a request online are the decision and the self-criticism at least', async () => {
    const member = await stage.newMember();
    const { documents } = await decisionAndReview(member);
    const [decision, review] = documents;
    for (const brought of [[], [decision], [review]])
      expect(await stage.act(member, 'requestOfficialTransfer', null, { documents: brought })).toMatchObject({
        refusal: { code: 'DOCUMENT_MISSING', field: 'documents' },
      });
    const refused = (more: object[]) =>
      stage.refused(member, 'requestOfficialTransfer', null, { documents: [...documents, ...more] });
    expect(await refused([{ role: 'MINUTES', fileId: await bring(member) }])).toBe('INVALID_INPUT');
    expect(await refused([{ ...decision, role: 'OTHER' }])).toBe('INVALID_INPUT');
    expect(await refused([{ role: 'OTHER', fileId: randomUUID() }])).toBe('FILE_NOT_UPLOADED');
    expect(await refused([{ role: 'OTHER', fileId: await bring(desks.secretary) }])).toBe(
      'FILE_NOT_UPLOADED',
    );
    await stage.done(member, 'requestOfficialTransfer', null, { documents });
    const other = await stage.newMember();
    expect(await stage.refused(other, 'requestOfficialTransfer', null, { documents })).toBe(
      'FILE_NOT_UPLOADED',
    );
  });

  test('that the destination misses are sent along when it is sent again (T71)', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.done(desks.hostWard, 'returnTransfer', id);
    const minutes = { role: 'MINUTES', fileId: await bring(desks.ward, 'Biên bản.pdf') };
    await stage.done(desks.ward, 'correctAndResendTransfer', id, { documents: [minutes] });
    expect((await documentsOf(desks.host, id)).at(-1)).toMatchObject({
      role: 'MINUTES',
      file: { fileName: 'Biên bản.pdf' },
    });
  });

  test.each(['PAPER', 'POST'])(
    'scans of a request by %s are the officer’s own, and of one request',
    async (channel) => {
      const member = await stage.newMember();
      const scan = await bring(desks.secretary, 'Đơn đề nghị.pdf');
      const others = await bring(desks.deputy);
      const enter = (scanIds: string[], memberId = member.memberId) =>
        stage.act(desks.secretary, 'enterPaperTransfer', null, { memberId, channel, scanIds });
      expect((await enter([others])).refusal).toMatchObject({ code: 'FILE_NOT_UPLOADED', field: 'scanIds' });
      expect((await enter([scan, randomUUID()])).refusal).toMatchObject({ code: 'FILE_NOT_UPLOADED' });
      const entered = await enter([scan]);
      expect(entered.refusal).toBeNull();
      expect(await documentsOf(member, entered.transfer?.id ?? '')).toMatchObject([
        { role: 'OTHER', file: { fileName: 'Đơn đề nghị.pdf' } },
      ]);
      const { memberId } = await stage.newMember();
      expect((await enter([scan], memberId)).refusal).toMatchObject({
        code: 'FILE_IN_USE',
        field: 'scanIds',
      });
      const [row] = await stage
        .em()
        .execute<{ n: number }[]>('select count(*)::int as n from transfer_dossier where member_id = ?', [
          memberId,
        ]);
      expect(row?.n).toBe(0);
    },
  );

  test('of many dossiers are read by one statement', async () => {
    for (let number = 0; number < 3; number += 1) {
      const member = await stage.newMember('branch2');
      await stage.done(member, 'requestOfficialTransfer', null);
    }
    const query = '{ transferDesk { edges { node { documents { role file { id } } } } } }';
    const { transferDesk } = await stage.ask(query, {}, desks.sibling);
    expect(transferDesk.edges.map(({ node }: { node: { documents: [] } }) => node.documents.length)).toEqual([
      2, 2, 2,
    ]);
  });
});
