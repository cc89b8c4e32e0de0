import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { papers } from '../../test/scan.ts';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';
import { someStay } from '../../test/usual-input.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const save = async (actor: Actor | null, about: object = {}) => {
  const { data, errors } = await stage.execute(
    `mutation ($input: SaveTemporaryTransferDraftInput!) { saveTemporaryTransferDraft(input: $input) {
      transfer { id version status kind stay { from through purpose } } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...about } },
    actor,
  );
  return errors ? { refusal: { code: errors[0]?.extensions?.code } } : data?.saveTemporaryTransferDraft;
};

describe('Mutation.saveTemporaryTransferDraft', () => {
  test('is for active members only, and the draft is nobody else’s to see', async () => {
    expect((await save(null)).refusal.code).toBe('UNAUTHENTICATED');
    expect((await save(testActor({ accountStatus: 'DRAFT', memberId: null }))).refusal.code).toBe(
      'FORBIDDEN',
    );
    expect((await save(testActor())).refusal.code).toBe('NOT_FOUND');
    const member = await stage.newMember();
    const { transfer } = await save(member, { purpose: 'Dự án cầu' });
    expect(transfer).toMatchObject({ status: 'DRAFT', kind: 'TEMPORARY', stay: { purpose: 'Dự án cầu' } });
    const read = (actor: Actor) =>
      stage.ask('query ($id: UUID!) { transfer(id: $id) { id } }', { id: transfer.id }, actor);
    for (const other of [desks.secretary, desks.host, desks.stranger, testActor()])
      expect(await read(other)).toEqual({ transfer: null });
    expect((await save(member)).refusal.code).toBe('VERSION_CONFLICT');
  });

  test('is filled step by step, and submitted when it is whole', async () => {
    const member = await stage.newMember();
    const { from, through, ...rest } = someStay;
    const documents = await papers(stage.em(), member, ['DECISION']);
    const begun = await save(member, { ...rest, documents });
    const { id } = begun.transfer;
    const submit = async () => (await stage.act(member, 'submitTransfer', id)).refusal;
    expect(await submit()).toMatchObject({ code: 'INVALID_INPUT', field: 'from' });
    await save(member, { expectedVersion: 1, from });
    expect(await submit()).toMatchObject({ code: 'INVALID_INPUT', field: 'through' });
    await save(member, { expectedVersion: 2, through: '2026-08-01' });
    expect(await submit()).toMatchObject({ code: 'STAY_TOO_SHORT', field: 'through' });
    const whole = await save(member, { expectedVersion: 3, through });
    expect(whole.transfer.stay).toMatchObject({ from, through });
    expect((await save(member, { expectedVersion: 4, purpose: 'x'.repeat(501) })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'purpose',
    });
    expect(await submit()).toBeNull();
    await stage.done(desks.secretary, 'issueLetter', id);
  });
});
