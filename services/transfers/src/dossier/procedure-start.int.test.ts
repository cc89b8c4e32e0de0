import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

test('nothing is requested from a unit that has not started, online or on paper', async () => {
  await stage.tellStart('kdc', '2026-07-07');
  const member = await stage.newMember();
  const { refusal } = await stage.act(member, 'requestOfficialTransfer', null);
  expect(refusal).toMatchObject({ code: 'PROCEDURE_NOT_STARTED', field: null });
  const paper = { memberId: member.memberId };
  expect(await stage.refused(desks.secretary, 'enterPaperTransfer', null, paper)).toBe(
    'PROCEDURE_NOT_STARTED',
  );
  stage.now.current = '2026-07-07';
  expect((await stage.done(member, 'requestOfficialTransfer', null)).status).toBe('SUBMITTED');
  stage.now.current = '2026-07-06';
  await stage.tellStart('kdc', null, 2);
});

test('nor to a unit that has not started, and the field says which end it is', async () => {
  await stage.tellStart('company', '2026-09-01');
  const { refusal } = await stage.act(await stage.newMember(), 'requestOfficialTransfer', null);
  expect(refusal).toMatchObject({ code: 'PROCEDURE_NOT_STARTED', field: 'destinationBranchId' });
  await stage.tellStart('company', null, 2);
});

test('what was begun goes on when the day is put off', async () => {
  const { id } = await stage.dossierAt('SUBMITTED');
  await stage.tellStart('kdc', '2026-12-01', 3);
  expect((await stage.done(desks.secretary, 'recordReviewMeeting', id)).status).toBe('ORIGIN_MET');
});
