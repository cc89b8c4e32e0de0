import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { papers } from '../../test/scan.ts';
import {
  desks,
  openTransfers,
  someMeeting,
  someRequest,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const save = 'saveOfficialTransferDraft';
type Member = Awaited<ReturnType<TransferStage['newMember']>>;
const filesOf = async (member: Member, id: string) => {
  const query = 'query ($id: UUID!) { transfer(id: $id) { documents { role file { id } } } }';
  const { transfer } = await stage.ask(query, { id }, member);
  return transfer.documents.map(({ role }: { role: string }) => role);
};
const whole = async (member: Member) => ({
  ...someRequest,
  documents: await papers(stage.em(), member),
});
const names = async () => (await stage.published()).map(({ type }) => type.split('.').at(-2));

describe('a draft of an official transfer', () => {
  test('is begun with nothing, filled bit by bit and submitted as a request of that day', async () => {
    const member = await stage.newMember();
    await names();
    const begun = await stage.done(member, save, null);
    expect(begun).toMatchObject({ status: 'DRAFT', version: 1, waitingFor: null });
    expect(begun.number).toMatch(/^05\.200\.044\.000\.001-P3-260706-\d{4}$/);
    await stage.done(member, save, null, { expectedVersion: 1, ...someRequest, lateReason: 'nháp' });
    const documents = await papers(stage.em(), member);
    const filled = await stage.done(member, save, null, { expectedVersion: 2, lateReason: null, documents });
    expect(filled).toMatchObject({ id: begun.id, version: 3, status: 'DRAFT' });
    expect(await names()).toEqual([]);

    stage.now.current = '2026-07-08';
    const sent = await stage.done(member, 'submitTransfer', begun.id);
    expect(sent).toMatchObject({
      number: begun.number,
      version: 4,
      status: 'SUBMITTED',
      waitingFor: { id: units.branch1 },
    });
    expect(await names()).toEqual(['TransferSubmitted', 'DossierStateChanged']);
    const query = `query ($id: UUID!) { transfer(id: $id) { requestedAt dueOn lateReason decision { number }
      history { action fromState toState } } }`;
    const { transfer } = await stage.ask(query, { id: begun.id }, desks.secretary);
    expect(transfer).toMatchObject({
      dueOn: '2026-09-25',
      lateReason: null,
      decision: { number: '128/QĐ-SH' },
    });
    expect(transfer.history).toEqual([
      { action: 'BEGIN_DRAFT', fromState: null, toState: 'DRAFT' },
      { action: 'CHANGE_DRAFT', fromState: 'DRAFT', toState: 'DRAFT' },
      { action: 'CHANGE_DRAFT', fromState: 'DRAFT', toState: 'DRAFT' },
      { action: 'SUBMIT', fromState: 'DRAFT', toState: 'SUBMITTED' },
    ]);
    const meeting = { ...someMeeting, date: '2026-07-08' };
    const met = await stage.done(desks.secretary, 'recordReviewMeeting', begun.id, { meeting });
    expect(met.status).toBe('ORIGIN_MET');
    stage.now.current = TODAY;
  });

  test('is one, and told what has changed since', async () => {
    const member = await stage.newMember();
    expect(await stage.refused(member, save, null, { expectedVersion: 1 })).toBe('VERSION_CONFLICT');
    await stage.done(member, save, null);
    expect(await stage.refused(member, save, null)).toBe('VERSION_CONFLICT');
    const both = await Promise.all(
      ['a', 'b'].map((decisionNumber) =>
        stage.act(member, save, null, { expectedVersion: 1, decisionNumber }),
      ),
    );
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').toSorted()).toEqual([
      'VERSION_CONFLICT',
      'done',
    ]);
    const other = await stage.newMember();
    const begun = await Promise.all([1, 2, 3].map(() => stage.act(other, save, null)));
    expect(begun.filter(({ transfer }) => transfer)).toHaveLength(1);
  });

  test('stands beside an open dossier, but is not submitted beside one', async () => {
    const member = await stage.newMember();
    const draft = await stage.done(member, save, null, await whole(member));
    const { id } = await stage.done(member, 'requestOfficialTransfer', null);
    expect(await stage.refused(member, 'submitTransfer', draft.id)).toBe('TRANSFER_ALREADY_OPEN');
    await stage.done(member, 'withdrawTransfer', id);
    expect((await stage.done(member, 'submitTransfer', draft.id)).status).toBe('SUBMITTED');
  });

  test('and a request at the same moment: one of the two becomes the open dossier', async () => {
    for (let round = 0; round < 5; round += 1) {
      const member = await stage.newMember();
      const draft = await stage.done(member, save, null, await whole(member));
      const answers = await Promise.all([
        stage.act(member, 'submitTransfer', draft.id),
        stage.act(member, 'requestOfficialTransfer', null),
        stage.act(member, save, null, { expectedVersion: 1, reason: 'RETIRED' }),
      ]);
      const open = answers.filter(({ transfer }) => transfer?.status === 'SUBMITTED');
      expect(open).toHaveLength(1);
    }
  });

  test.each([
    [{ destinationBranchId: null }, 'INVALID_INPUT', 'destinationBranchId'],
    [{ destinationBranchId: units.company }, 'DESTINATION_NOT_A_BRANCH', 'destinationBranchId'],
    [{ destinationBranchId: units.closed }, 'UNIT_ENDED', 'destinationBranchId'],
    [{ reason: null }, 'INVALID_INPUT', 'reason'],
    [{ decisionIssuer: ' ' }, 'INVALID_INPUT', 'decisionIssuer'],
    [{ decisionDate: '2026-07-07' }, 'INVALID_INPUT', 'decisionDate'],
    [{ effectiveDate: '2026-03-01' }, 'REASON_REQUIRED', 'lateReason'],
    [{ documents: [] }, 'DOCUMENT_MISSING', 'documents'],
  ])('with %j is kept, and not submitted: %s', async (more, code, field) => {
    const member = await stage.newMember();
    const draft = await stage.done(member, save, null, { ...(await whole(member)), ...more });
    expect((await stage.act(member, 'submitTransfer', draft.id)).refusal).toMatchObject({ code, field });
  });

  test.each([
    [{ destinationBranchId: units.branch1 }, 'DESTINATION_IS_ORIGIN'],
    [{ reason: 'STUDY' }, 'INVALID_INPUT'],
    [{ decisionNumber: 'x'.repeat(101) }, 'INVALID_INPUT'],
  ])('with %j is not even kept', async (more, code) => {
    expect(await stage.refused(await stage.newMember(), save, null, more)).toBe(code);
  });

  test('T68: of a member under inspection is kept; submitted, it is told what is possible instead', async () => {
    const member = await stage.newMember('branch1', { underInspection: true });
    const draft = await stage.done(member, save, null, await whole(member));
    const query = `mutation ($input: SubmitTransferInput!) { submitTransfer(input: $input) { refusal { code suggestion } } }`;
    const input = { idempotencyKey: randomUUID(), transferId: draft.id, expectedVersion: 1 };
    expect((await stage.ask(query, { input }, member)).submitTransfer.refusal).toEqual({
      code: 'TRANSFER_BLOCKED_INSPECTION',
      suggestion: 'requestTemporaryTransfer',
    });
  });

  test('takes the files that the latest list names, and forgets the others', async () => {
    const member = await stage.newMember();
    const [decision, review] = await papers(stage.em(), member);
    const { id } = await stage.done(member, save, null, { documents: [decision, review] });
    const renamed = { ...review, role: 'OTHER' };
    await stage.done(member, save, null, { expectedVersion: 1, documents: [renamed] });
    expect(await filesOf(member, id)).toEqual(['OTHER']);
    await stage.done(member, save, null, { expectedVersion: 2, reason: 'RETIRED' });
    expect(await filesOf(member, id)).toEqual(['OTHER']);
    const again = { expectedVersion: 3, documents: [decision, renamed] };
    expect(await stage.refused(member, save, null, again)).toBe('FILE_NOT_UPLOADED');
    const foreign = await papers(stage.em(), desks.secretary, ['OTHER']);
    expect(await stage.refused(member, save, null, { expectedVersion: 3, documents: foreign })).toBe(
      'FILE_NOT_UPLOADED',
    );
    expect(
      await stage.refused(member, save, null, {
        expectedVersion: 3,
        documents: await papers(stage.em(), member, ['MINUTES']),
      }),
    ).toBe('INVALID_INPUT');
  });

  test('is given up without a word to anybody, its files with it', async () => {
    const member = await stage.newMember();
    const { id } = await stage.done(member, save, null, await whole(member));
    await names();
    expect(await stage.done(member, 'withdrawTransfer', id)).toMatchObject({
      status: 'CANCELLED',
      closedOn: TODAY,
    });
    expect(await names()).toEqual([]);
    expect(await filesOf(member, id)).toEqual([]);
    expect(await stage.refused(member, 'submitTransfer', id)).toBe('WRONG_STATE');
    expect((await stage.done(member, save, null)).id).not.toBe(id);
  });
});

describe('nobody but the member', () => {
  const seen = 'query ($id: UUID!) { transfer(id: $id) { id } }';
  const known = async (actor: typeof desks.secretary, id: string) =>
    (await stage.ask(seen, { id }, actor)).transfer;
  test('knows of a draft, also after it was given up: not the branch, not those above, not the audit trail', async () => {
    const member = await stage.newMember();
    const { id } = await stage.done(member, save, null, await whole(member));
    const others = [desks.secretary, desks.committee, desks.ward, desks.inspector, desks.host, testActor()];
    for (const life of ['draft', 'given up']) {
      for (const actor of others) expect(await known(actor, id)).toBeNull();
      expect(await stage.refused(desks.secretary, 'rejectTransfer', id)).toBe('NOT_FOUND');
      const desk =
        'query ($mine: Boolean!) { transferDesk(waitingForMe: $mine, first: 100) { edges { node { id } } } }';
      for (const mine of [true, false]) {
        const { transferDesk } = await stage.ask(desk, { mine }, desks.secretary);
        expect(JSON.stringify(transferDesk)).not.toContain(id);
      }
      const lines = await stage
        .em()
        .execute<{ unit_id: string | null }[]>('select unit_id from audit_entry where subject_id = ?', [id]);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every(({ unit_id }) => unit_id === null)).toBe(true);
      if (life === 'draft') await stage.done(member, 'withdrawTransfer', id);
    }
  });
});

describe('Mutation.saveOfficialTransferDraft', () => {
  test('is for active members, each for themselves', async () => {
    const query = `mutation ($input: SaveOfficialTransferDraftInput!) { ${save}(input: $input) { refusal { code } } }`;
    const code = async (actor: typeof desks.secretary | null) => {
      const { data, errors } = await stage.execute(query, { input: { idempotencyKey: randomUUID() } }, actor);
      return errors?.[0]?.extensions?.code ?? data?.[save].refusal?.code ?? 'done';
    };
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await code(testActor({ accountStatus: 'DRAFT', memberId: null }))).toBe('FORBIDDEN');
    expect(await code(testActor({ accountStatus: 'LOCKED' }))).toBe('FORBIDDEN');
    expect(await code(testActor())).toBe('NOT_FOUND');
    expect(await code(await stage.newMember(null))).toBe('MEMBER_HAS_NO_BRANCH');
    expect(await code(await stage.newMember())).toBe('done');
  });
});

describe('Mutation.submitTransfer', () => {
  test('is for the member whose draft it is, once', async () => {
    const member = await stage.newMember();
    const { id } = await stage.done(member, save, null, await whole(member));
    const others = [desks.secretary, desks.committee, desks.stranger, testActor(), await stage.newMember()];
    for (const actor of others) {
      const query = `mutation ($input: SubmitTransferInput!) { submitTransfer(input: $input) { refusal { code } } }`;
      const input = { idempotencyKey: randomUUID(), transferId: id, expectedVersion: 1 };
      const { data } = await stage.execute(query, { input }, actor);
      expect(data?.submitTransfer.refusal.code).toBe('NOT_FOUND');
      const { errors } = await stage.execute(query, { input }, null);
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
    expect(await stage.refused(member, 'submitTransfer', id, { transferId: randomUUID() })).toBe('NOT_FOUND');
    expect(await stage.refused(member, 'submitTransfer', id, { expectedVersion: 2 })).toBe(
      'VERSION_CONFLICT',
    );
    await stage.done(member, 'submitTransfer', id);
    expect(await stage.refused(member, 'submitTransfer', id)).toBe('WRONG_STATE');
  });
});
