import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sentOut } from '../../test/letter-out.ts';
import { scan } from '../../test/scan.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  usualInput,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, deputy, committee, ward, board, host, stranger, sibling } = desks;

/** What a call came to: the code of the refusal or of the error, or `done`. */
async function outcome(actor: Actor | null, mutation: string, about: Record<string, unknown>) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { transfer { id } refusal { code } } }`;
  const scanIds = actor?.capacity && actor.accountStatus === 'ACTIVE' ? [await scan(stage, actor)] : [];
  const input = { idempotencyKey: randomUUID(), ...usualInput[mutation], scanIds, ...about };
  const { data, errors } = await stage.execute(query, { input }, actor);
  if (errors) return String(errors[0]?.extensions?.code);
  return data?.[mutation].refusal?.code ?? 'done';
}

const notThere = [stranger, sibling, host, officer('phuDong', 'COMMITTEE_SECRETARY')];

async function standsBeforeStrangers(mutation: string, about: Record<string, unknown>) {
  expect(await outcome(null, mutation, about)).toBe('UNAUTHENTICATED');
  expect(await outcome(testActor(), mutation, about)).toBe('FORBIDDEN');
  expect(await outcome({ ...secretary, accountStatus: 'LOCKED' }, mutation, about)).toBe('FORBIDDEN');
  expect(await outcome(desks.admin, mutation, about)).toBe('FORBIDDEN');
  for (const actor of notThere) expect(await outcome(actor, mutation, about)).toBe('NOT_FOUND');
  expect(await outcome(secretary, mutation, { ...about, transferId: randomUUID() })).toBe('NOT_FOUND');
}

describe('Mutation.recordOutsideReceipt', () => {
  test('is there for the branch and the levels of the origin that signed, with a fresh sign-in, and for nobody else', async () => {
    const { id, version, applicant } = await sentOut(stage);
    const about = { transferId: id, expectedVersion: version };
    await standsBeforeStrangers('recordOutsideReceipt', about);
    expect(await outcome(applicant, 'recordOutsideReceipt', about)).toBe('FORBIDDEN');
    const stale = { ...deputy, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await outcome(stale, 'recordOutsideReceipt', about)).toBe('STEP_UP_REQUIRED');
    expect(await outcome(ward, 'recordOutsideReceipt', { ...about, expectedVersion: 1 })).toBe(
      'VERSION_CONFLICT',
    );
    expect(await outcome(board, 'recordOutsideReceipt', about)).toBe('done');
    expect(await outcome(secretary, 'recordOutsideReceipt', { ...about, expectedVersion: version + 1 })).toBe(
      'WRONG_STATE',
    );
  });

  test('is not for the member’s own office', async () => {
    const applicant = await stage.newMember();
    const { id, version } = await sentOut(stage, undefined, applicant);
    const own = officer('branch1', 'BRANCH_DEPUTY_SECRETARY', { memberId: applicant.memberId });
    const about = { transferId: id, expectedVersion: version };
    expect(await outcome(own, 'recordOutsideReceipt', about)).toBe('OWN_CASE');
    expect(await outcome(own, 'recordOutsideReturn', about)).toBe('OWN_CASE');
  });

  test('is not for a letter that is on its way within the province', async () => {
    const { id, version } = await stage.dossierAt('SENT');
    const about = { transferId: id, expectedVersion: version };
    expect(await outcome(committee, 'recordOutsideReceipt', about)).toBe('WRONG_STATE');
  });
});

describe('Mutation.recordOutsideReturn', () => {
  test('is there for the origin, with a reason, and for nobody else', async () => {
    const { id, version } = await sentOut(stage);
    const about = { transferId: id, expectedVersion: version };
    await standsBeforeStrangers('recordOutsideReturn', about);
    expect(await outcome(deputy, 'recordOutsideReturn', { ...about, reason: ' ' })).toBe('REASON_REQUIRED');
    expect(await outcome(committee, 'recordOutsideReturn', { ...about, scanIds: [] })).toBe('done');
  });
});

describe('Mutation.recordOutsideStayComment', () => {
  const comment = {
    commentedOn: TODAY,
    comment: 'Chấp hành tốt.',
    duesPaidThrough: '2026-07',
    unitName: 'Đảng bộ Quân sự tỉnh Lào Cai',
    signerName: 'Vàng A Sùng',
  };
  test('is not there for strangers, and never for who leaves for good', async () => {
    const { id, version } = await sentOut(stage);
    const about = { transferId: id, expectedVersion: version, ...comment };
    await standsBeforeStrangers('recordOutsideStayComment', about);
    expect(await outcome(secretary, 'recordOutsideStayComment', about)).toBe('ACTION_NOT_ALLOWED');
  });
});
