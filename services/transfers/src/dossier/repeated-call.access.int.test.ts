import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary } = desks;

test('a call repeated from another office shows nothing of a dossier that is no longer in sight', async () => {
  const { id } = await stage.dossierAt('SUBMITTED');
  const call = { idempotencyKey: randomUUID(), expectedVersion: 1 };
  expect((await stage.act(secretary, 'rejectTransfer', id, call)).transfer?.status).toBe('REJECTED');
  expect((await stage.act(secretary, 'rejectTransfer', id, call)).transfer?.status).toBe('REJECTED');

  const moved = officer('phuDuc', 'BRANCH_SECRETARY', {
    accountId: secretary.accountId,
    memberId: secretary.memberId,
  });
  expect(await stage.act(moved, 'rejectTransfer', id, call)).toMatchObject({
    transfer: null,
    refusal: { code: 'NOT_FOUND' },
  });
});

test('the key of one account says nothing to another', async () => {
  const { id } = await stage.dossierAt('SUBMITTED');
  const call = { idempotencyKey: randomUUID(), expectedVersion: 1 };
  await stage.done(secretary, 'rejectTransfer', id, call);
  expect(await stage.refused(desks.stranger, 'rejectTransfer', id, call)).toBe('NOT_FOUND');
});
