import { uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, TODAY, type TransferStage } from '../../test/transfer-stage.ts';
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

const { secretary, committee, ward, hostWard, hostCommittee, host } = desks;

/** A dossier whose sealed file the member carries. */
async function carried(state: string) {
  const dossier = await stage.dossierAt(state);
  await stage.done(committee, 'recordSealedFile', dossier.id);
  return dossier;
}

const filesOf = async (id: string, actor = secretary) => {
  const { transfer } = await stage.ask(
    `query ($id: UUID!) { transfer(id: $id) { sealedFile { number sealIntact sealNote } documents { file { id } } letter { id } letters { status }
       sealedFiles { number sealedOn receivedOn documents { name pages }
         loss { lostOn place report confirmationNumber reportedByName } } } }`,
    { id },
    actor,
  );
  return transfer;
};
const names = (told: { type: string }[]) => told.map(({ type }) => type.split('.')[2]).sort();

describe('a file that is lost on the way', () => {
  test('voids the letter, stays on record as lost, and the origin begins again', async () => {
    const { id, applicant } = await carried('AT_DEST_BRANCH');
    await stage.published();
    const reported = await stage.done(applicant, 'reportFileLoss', id);
    expect(reported).toMatchObject({ status: 'ORIGIN_MET', waitingFor: { id: expect.any(String) } });
    const told = await stage.published();
    expect(names(told)).toEqual(['DossierStateChanged', 'LetterVoided', 'SealedFileLost']);
    expect(told.find(({ type }) => type.includes('SealedFileLost'))?.data).toMatchObject({
      transferId: id,
      memberId: applicant.memberId,
      lostOn: TODAY,
      reason: 'Bị mất túi xách khi xuống xe',
    });
    expect(await filesOf(id)).toMatchObject({
      sealedFile: null,
      letter: null,
      letters: [{ status: 'VOID' }],
      sealedFiles: [
        {
          number: 1,
          documents: [{ name: 'Phiếu đảng viên', pages: 8 }],
          loss: {
            lostOn: TODAY,
            place: 'Bến xe Mỹ Đình, Hà Nội',
            report: 'Bị mất túi xách khi xuống xe',
            confirmationNumber: '45/XN-CAP',
            reportedByName: applicant.name,
          },
        },
      ],
    });
  });

  test('is made anew, carried and received, and the member is admitted with it', async () => {
    const { id } = await carried('IN_DEST_CHAIN');
    await stage.done(secretary, 'reportFileLoss', id);
    expect(await stage.refused(committee, 'recordSealedFile', id)).toBe('ACTION_NOT_ALLOWED');
    await stage.done(secretary, 'issueLetter', id);
    expect(await stage.refused(hostWard, 'signLetterBox', id)).toBe('ACTION_NOT_ALLOWED');
    for (const signer of [committee, ward, hostWard, hostCommittee])
      await stage.done(signer, 'signLetterBox', id);
    expect(await stage.refused(host, 'recordPresentation', id)).toBe('FILE_NOT_SEALED');
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(host, 'recordPresentation', id);
    expect(await stage.refused(host, 'reportFileLoss', id)).toBe('FILE_ALREADY_RECEIVED');
    expect((await stage.done(host, 'admitMember', id)).status).toBe('COMPLETED');
    const { sealedFile, sealedFiles, letters } = await filesOf(id);
    expect(sealedFile).toMatchObject({ number: 2, sealIntact: true });
    expect(sealedFiles).toMatchObject([
      { number: 2, receivedOn: TODAY, loss: null },
      { number: 1, receivedOn: null, loss: { lostOn: TODAY } },
    ]);
    expect(letters).toEqual([{ status: 'CLOSED' }, { status: 'VOID' }]);
  });

  test('is lost twice, and both stand there', async () => {
    const { id, applicant } = await carried('SENT');
    await stage.done(applicant, 'reportFileLoss', id);
    await stage.done(secretary, 'issueLetter', id);
    for (const signer of [committee, ward]) await stage.done(signer, 'signLetterBox', id);
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(secretary, 'reportFileLoss', id);
    const { sealedFiles } = await filesOf(id);
    expect(
      sealedFiles.map(({ number, loss }: { number: number; loss: object }) => [number, loss !== null]),
    ).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  test('is also reported by the destination branch, which goes on seeing the dossier', async () => {
    const { id } = await carried('SENT');
    expect((await stage.done(host, 'reportFileLoss', id)).status).toBe('ORIGIN_MET');
    expect((await filesOf(id, host)).sealedFiles).toHaveLength(1);
    expect(await stage.refused(host, 'returnTransfer', id)).toBe('WRONG_STATE');
  });

  test('of a dossier that was returned begins again as well', async () => {
    const { id, applicant } = await carried('SENT');
    await stage.done(hostWard, 'returnTransfer', id);
    expect((await stage.done(applicant, 'reportFileLoss', id)).status).toBe('ORIGIN_MET');
  });

  test('is not lost before it was sealed, nor without what the police confirmed', async () => {
    const { id, applicant } = await stage.dossierAt('SENT');
    expect(await stage.refused(applicant, 'reportFileLoss', id)).toBe('FILE_NOT_SEALED');
    await stage.done(committee, 'recordSealedFile', id);
    const bare = { confirmationNumber: null };
    expect((await stage.act(applicant, 'reportFileLoss', id, bare)).refusal).toMatchObject({
      code: 'DOCUMENT_MISSING',
      field: 'confirmationNumber',
    });
    expect(await stage.refused(applicant, 'reportFileLoss', id, { reason: ' ' })).toBe('REASON_REQUIRED');
    const tomorrow = { lostOn: '2026-07-07' };
    expect(await stage.refused(applicant, 'reportFileLoss', id, tomorrow)).toBe('INVALID_INPUT');
    const scan = await uploadFile(stage, doors.app, {
      mutation: 'prepareTransferUpload',
      actor: applicant,
      file: await samplePdf('Xác nhận của công an.pdf'),
    });
    const others = { ...bare, confirmationIds: [scan] };
    expect(await stage.refused(secretary, 'reportFileLoss', id, others)).toBe('FILE_NOT_UPLOADED');
    await stage.done(applicant, 'reportFileLoss', id, { ...bare, confirmationIds: [scan] });
    expect((await filesOf(id)).documents).toContainEqual({ file: { id: scan } });
  });
});

describe('a seal that is not intact', () => {
  test('is received with a word on what was found, which the history keeps', async () => {
    const { id } = await carried('AT_DEST_BRANCH');
    const broken = { sealIntact: false };
    expect((await stage.act(host, 'recordPresentation', id, broken)).refusal).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'sealNote',
    });
    const sealNote = 'Rách mép phong bì, đủ tài liệu theo mục lục';
    await stage.done(host, 'recordPresentation', id, { ...broken, sealNote });
    expect((await filesOf(id, host)).sealedFile).toEqual({ number: 1, sealIntact: false, sealNote });
    const { transfer } = await stage.ask(
      'query ($id: UUID!) { transfer(id: $id) { history { action reason } } }',
      { id },
      host,
    );
    expect(transfer.history.at(-1)).toEqual({ action: 'RECORD_PRESENTATION', reason: sealNote });
  });
});

test('files of many dossiers are read by one statement', async () => {
  for (let count = 0; count < 3; count += 1) await carried('SENT');
  const statements: string[] = [];
  const logger = stage.orm.config.getLogger();
  const { log, isEnabled } = logger;
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
  });
  await stage.ask(
    '{ transferDesk(waitingForMe: false) { edges { node { sealedFile { number } sealedFiles { loss { place } } } } } }',
    {},
    secretary,
  );
  Object.assign(logger, { log, isEnabled });
  expect(statements.filter((sql) => sql.includes('from sealed_file'))).toHaveLength(2);
});
