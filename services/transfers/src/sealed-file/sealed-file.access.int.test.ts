import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage, usualInput } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, hostCommittee, host, stranger, sibling } = desks;

describe('Mutation.reportFileLoss', () => {
  const report = async (actor: Actor | null, about: object) => {
    const input = { idempotencyKey: randomUUID(), ...usualInput.reportFileLoss, ...about };
    const { data, errors } = await stage.execute(
      'mutation ($input: ReportFileLossInput!) { reportFileLoss(input: $input) { refusal { code } } }',
      { input },
      actor,
    );
    if (errors) return errors[0]?.extensions?.code;
    return data?.reportFileLoss.refusal?.code ?? 'done';
  };

  test('is for the member, the origin and the destination branch, and for nobody else', async () => {
    const { id, applicant } = await stage.dossierAt('SENT');
    const { version } = await stage.done(committee, 'recordSealedFile', id);
    const about = { transferId: id, expectedVersion: version };
    expect(await report(null, about)).toBe('UNAUTHENTICATED');
    expect(await report({ ...applicant, accountStatus: 'LOCKED' }, about)).toBe('FORBIDDEN');
    for (const foreign of [testActor(), stranger, sibling, officer('phuDong', 'COMMITTEE_SECRETARY')])
      expect(await report(foreign, about)).toBe('NOT_FOUND');
    // Who only reads the dossier reports nothing.
    for (const reader of [committee, hostCommittee, desks.inspector])
      expect(await report(reader, about)).toBe('ACTION_NOT_ALLOWED');
    expect(await report(applicant, { ...about, transferId: randomUUID() })).toBe('NOT_FOUND');
    expect(await report(applicant, { ...about, expectedVersion: version - 1 })).toBe('VERSION_CONFLICT');
    expect(await report(applicant, about)).toBe('done');
    expect(await report(applicant, about)).toBe('VERSION_CONFLICT');
    expect(await report(applicant, { ...about, expectedVersion: version + 1 })).toBe('WRONG_STATE');
  });

  test('is not yet the destination’s before the dossier was sent', async () => {
    const { id, version } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    const about = { transferId: id, expectedVersion: version };
    expect(await report(host, about)).toBe('NOT_FOUND');
    expect(await report(secretary, about)).toBe('WRONG_STATE');
  });
});
