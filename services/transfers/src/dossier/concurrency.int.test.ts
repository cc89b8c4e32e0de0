import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  desks,
  openTransfers,
  someMeeting,
  someRequest,
  type TransferStage,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, host } = desks;
const codes = (answers: { refusal: { code: string } | null }[]) =>
  answers.map(({ refusal }) => refusal?.code ?? 'done').toSorted();

describe('two at once', () => {
  test('admissions have exactly one effect', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    const { version } = await stage.done(host, 'recordPresentation', id);
    await stage.published();
    const other = { ...host, accountId: randomUUID() };
    const answers = await Promise.all(
      [host, other, host].map((actor) => stage.act(actor, 'admitMember', id, { expectedVersion: version })),
    );
    expect(codes(answers)).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT', 'done']);
    const completed = (await stage.published()).filter(({ type }) => type.includes('TransferCompleted'));
    expect(completed).toHaveLength(1);
  });

  test('requests of one member open one dossier', async () => {
    const member = await stage.newMember();
    const answers = await Promise.all(
      [1, 2, 3].map(() => stage.act(member, 'requestOfficialTransfer', null)),
    );
    expect(codes(answers)).toEqual(['TRANSFER_ALREADY_OPEN', 'TRANSFER_ALREADY_OPEN', 'done']);
  });

  test('an act on an older version is refused and changes nothing', async () => {
    const { id, version } = await stage.dossierAt('SUBMITTED');
    await stage.done(secretary, 'recordReviewMeeting', id);
    const stale = { expectedVersion: version };
    expect(await stage.refused(secretary, 'rejectTransfer', id, stale)).toBe('VERSION_CONFLICT');
  });
});

describe('the same intention twice', () => {
  test('acts once and answers the same dossier, whatever version is sent', async () => {
    const { id } = await stage.dossierAt('SUBMITTED');
    const idempotencyKey = randomUUID();
    const first = await stage.act(secretary, 'recordReviewMeeting', id, { idempotencyKey });
    const again = await stage.act(secretary, 'recordReviewMeeting', id, { idempotencyKey });
    expect(again).toEqual(first);
    expect(again.transfer?.version).toBe(2);
  });

  test('with another content is refused', async () => {
    const { id } = await stage.dossierAt('SUBMITTED');
    const idempotencyKey = randomUUID();
    await stage.done(secretary, 'recordReviewMeeting', id, { idempotencyKey });
    const other = { idempotencyKey, meeting: { ...someMeeting, present: 3 } };
    expect(await stage.refused(secretary, 'recordReviewMeeting', id, other)).toBe('IDEMPOTENCY_CONFLICT');
  });

  test('after a refusal the key is free', async () => {
    const member = await stage.newMember();
    const idempotencyKey = randomUUID();
    const nowhere = { idempotencyKey, destinationBranchId: randomUUID() };
    expect(await stage.refused(member, 'requestOfficialTransfer', null, nowhere)).toBe('UNIT_NOT_FOUND');
    await stage.done(member, 'requestOfficialTransfer', null, { ...someRequest, idempotencyKey });
  });
});

describe('registers and dossier numbers', () => {
  test('have no gap and no double under twenty letters at once, refused ones among them', async () => {
    const dossiers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) =>
        stage.newMember('branch2', {}, at % 4 === 0 ? '2026-06' : '2026-07'),
      ),
    );
    const secretary2 = desks.sibling;
    const requested = await Promise.all(
      dossiers.map((member) => stage.done(member, 'requestOfficialTransfer', null)),
    );
    const numbers = requested.map(({ number }) => Number(number.slice(-4))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    await Promise.all(requested.map(({ id }) => stage.done(secretary2, 'recordReviewMeeting', id)));
    const answers = await Promise.all(requested.map(({ id }) => stage.act(secretary2, 'issueLetter', id)));
    expect(codes(answers).filter((code) => code === 'DUES_NOT_PAID')).toHaveLength(5);
    await Promise.all(
      answers.flatMap(({ transfer }) =>
        transfer ? [stage.done(committee, 'signLetterBox', transfer.id)] : [],
      ),
    );

    const registers = await stage.em().execute<{ unit_id: string; seqs: number[]; last: number }[]>(
      `select e.unit_id, array_agg(e.seq order by e.seq) as seqs, max(c.last) as last
       from register_entry e join register_counter c using (unit_id, year, direction) group by unit_id, year, direction`,
    );
    expect(registers.length).toBeGreaterThanOrEqual(2);
    for (const { seqs, last } of registers) {
      expect(seqs).toEqual(seqs.map((_, at) => at + 1));
      expect(last).toBe(seqs.length);
    }
  });

  test('count anew with the year', async () => {
    stage.now.current = '2027-01-04';
    const member = await stage.newMember('market', {}, '2027-01');
    const request = { decisionDate: '2026-12-20', effectiveDate: '2027-01-01' };
    const { id, number } = await stage.done(member, 'requestOfficialTransfer', null, request);
    expect(number).toBe('05.200.050-P3-270104-0001');
    const desk = {
      ...secretary,
      capacity: secretary.capacity && {
        ...secretary.capacity,
        unitId: (
          await stage.ask('query ($id: UUID!) { transfer(id: $id) { origin { id } } }', { id }, member)
        ).transfer.origin.id,
      },
    };
    await stage.done(desk, 'recordReviewMeeting', id, { meeting: { ...someMeeting, date: '2027-01-04' } });
    await stage.done(desk, 'issueLetter', id);
    const { transfer } = await stage.ask(
      'query ($id: UUID!) { transfer(id: $id) { letter { number registerYear } } }',
      { id },
      member,
    );
    expect(transfer.letter).toEqual({ number: 1, registerYear: 2027 });
  });
});
