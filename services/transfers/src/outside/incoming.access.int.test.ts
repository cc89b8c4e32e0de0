import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { incoming, somebody, someLetter } from '../../test/letter-in.ts';
import { scan } from '../../test/scan.ts';
import {
  desks,
  officer,
  openTransfers,
  type TransferStage,
  units,
  usualInput,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { host, hostCommittee, hostWard, secretary, sibling, stranger, board, admin } = desks;

/** What a call came to: the code of the refusal or of the error, or `done`. */
async function outcome(actor: Actor | null, mutation: string, about: Record<string, unknown>) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { transfer { id } refusal { code } } }`;
  const input = { idempotencyKey: randomUUID(), ...usualInput[mutation], ...about };
  const { data, errors } = await stage.execute(query, { input }, actor);
  if (errors) return String(errors[0]?.extensions?.code);
  return data?.[mutation].refusal?.code ?? 'done';
}

describe('Mutation.enterIncomingLetter', () => {
  const letter = async (scanner: Actor, more: object = {}) => ({
    ...someLetter,
    person: somebody(),
    scanIds: [await scan(stage, scanner)],
    ...more,
  });

  test('is for the branch and the committees above it; for all others the branch is not there', async () => {
    const about = await letter(host);
    expect(await outcome(null, 'enterIncomingLetter', about)).toBe('UNAUTHENTICATED');
    expect(await outcome(testActor(), 'enterIncomingLetter', about)).toBe('FORBIDDEN');
    expect(await outcome({ ...host, accountStatus: 'LOCKED' }, 'enterIncomingLetter', about)).toBe(
      'FORBIDDEN',
    );
    for (const actor of [admin, board, officer('company', 'PARTY_BUILDING_STAFF')])
      expect(await outcome(actor, 'enterIncomingLetter', about)).toBe('FORBIDDEN');
    for (const actor of [secretary, sibling, stranger, officer('phuDong', 'COMMITTEE_SECRETARY')])
      expect(await outcome(actor, 'enterIncomingLetter', about)).toBe('NOT_FOUND');
    expect(await outcome(host, 'enterIncomingLetter', { ...about, destinationBranchId: randomUUID() })).toBe(
      'NOT_FOUND',
    );
    expect(
      await outcome(host, 'enterIncomingLetter', { ...about, destinationBranchId: units.farBranch }),
    ).toBe('NOT_FOUND');
    expect(await outcome(hostCommittee, 'enterIncomingLetter', about)).toBe('FILE_NOT_UPLOADED');
    for (const actor of [host, hostCommittee, hostWard])
      expect(await outcome(actor, 'enterIncomingLetter', await letter(actor))).toBe('done');
  });

  test('is not for oneself', async () => {
    const born = { dateOfBirth: '1969-09-09', legacyCardNumber: '52345678' };
    const { memberId } = await stage.newMember(null, { ...born, status: 'TRANSFERRED_OUT' });
    const own = officer('sales', 'BRANCH_SECRETARY', { memberId });
    const person = somebody({ dateOfBirth: '1969-09-09', cardNumber: '52345678' });
    expect(await outcome(own, 'enterIncomingLetter', await letter(own, { person }))).toBe('OWN_CASE');
  });

  test('the same key and letter again is the same dossier', async () => {
    const about = { ...(await letter(host)), idempotencyKey: randomUUID() };
    expect(await outcome(host, 'enterIncomingLetter', about)).toBe('done');
    expect(await outcome(host, 'enterIncomingLetter', about)).toBe('done');
    expect(await outcome(host, 'enterIncomingLetter', { ...about, person: somebody() })).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
  });
});

async function standsBeforeStrangers(mutation: string, about: Record<string, unknown>) {
  expect(await outcome(null, mutation, about)).toBe('UNAUTHENTICATED');
  expect(await outcome(testActor(), mutation, about)).toBe('FORBIDDEN');
  expect(await outcome({ ...host, accountStatus: 'LOCKED' }, mutation, about)).toBe('FORBIDDEN');
  for (const actor of [secretary, sibling, stranger])
    expect(await outcome(actor, mutation, about)).toBe('NOT_FOUND');
  // whoever entered the letter for a branch below does not act for it
  expect(await outcome(hostCommittee, mutation, about)).toBe('ACTION_NOT_ALLOWED');
  expect(await outcome(host, mutation, { ...about, transferId: randomUUID() })).toBe('NOT_FOUND');
  expect(await outcome(host, mutation, { ...about, expectedVersion: 9 })).toBe('VERSION_CONFLICT');
}

describe('Mutation.takeOverIncomingLetter', () => {
  test('is for the destination branch', async () => {
    const { id, version } = await incoming(stage, hostCommittee);
    const about = { transferId: id, expectedVersion: version };
    await standsBeforeStrangers('takeOverIncomingLetter', about);
    expect(await outcome(host, 'takeOverIncomingLetter', about)).toBe('done');
    expect(await outcome(host, 'takeOverIncomingLetter', { ...about, expectedVersion: version + 1 })).toBe(
      'WRONG_STATE',
    );
  });

  test('is not for a letter that was written here', async () => {
    const { id, version } = await stage.dossierAt('AT_DEST_BRANCH');
    const about = { transferId: id, expectedVersion: version };
    expect(await outcome(host, 'takeOverIncomingLetter', about)).toBe('WRONG_STATE');
  });
});

describe('Mutation.sendBackIncomingLetter', () => {
  test('is for the destination branch, with a reason', async () => {
    const { id, version } = await incoming(stage, hostCommittee);
    const about = { transferId: id, expectedVersion: version };
    await standsBeforeStrangers('sendBackIncomingLetter', about);
    expect(await outcome(host, 'sendBackIncomingLetter', { ...about, reason: '' })).toBe('REASON_REQUIRED');
    expect(await outcome(host, 'sendBackIncomingLetter', about)).toBe('done');
  });

  test('is not for a letter that was written here: that is returned within the system', async () => {
    const { id, version } = await stage.dossierAt('AT_DEST_BRANCH');
    const about = { transferId: id, expectedVersion: version };
    expect(await outcome(host, 'sendBackIncomingLetter', about)).toBe('ORIGIN_INSIDE');
  });
});
