import { contractBreaches } from '@dang/events/contract';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { TransferOverdue } from '@dang/events/contracts/transfers/transfer-overdue';
import { testActor } from '@dang/service/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  desks,
  openTransfers,
  someMeeting,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());
afterEach(() => {
  stage.now.current = TODAY;
});

const { secretary, committee, ward, hostWard, hostCommittee, host, stranger, sibling } = desks;
const explain = 'explainTransferDelay';
const late = { flag: 'OVERDUE_60', reason: 'Chờ quyết định đính chính' };
const delaysOf = async (id: string) => {
  const query =
    'query ($id: UUID!) { transfer(id: $id) { flags delays { flag reason explainedOn byName byTitle } } }';
  return (await stage.ask(query, { id }, secretary)).transfer;
};
const told = async () => {
  await stage.published();
  await stage.runJob('watch-transfer-terms');
  const events = await stage.published();
  for (const { data } of events) expect(contractBreaches(TransferOverdue, data)).toEqual([]);
  return events.map(({ data }) => {
    const { transferId, flag, dueOn } = data as { transferId: string; flag: string; dueOn: string };
    return `${transferId} ${flag} ${dueOn}`;
  });
};

describe('T67: both sides are told of a term that has passed, once a term', () => {
  test('60 working days from the decision, 30 from the introduction', async () => {
    const waiting = await stage.dossierAt('SUBMITTED');
    const sent = await stage.dossierAt('SENT');
    const presented = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', presented.id);
    await stage.done(host, 'recordPresentation', presented.id);
    const withdrawn = await stage.dossierAt('SUBMITTED');
    await stage.done(withdrawn.applicant, 'withdrawTransfer', withdrawn.id);
    await stage.done(await stage.newMember(), 'saveOfficialTransferDraft', null, {
      effectiveDate: '2026-01-05',
    });

    stage.now.current = '2026-08-17';
    expect(await told()).toEqual([]);
    stage.now.current = '2026-08-18';
    expect(await told()).toEqual([`${sent.id} OVERDUE_PRESENT 2026-08-17`]);
    expect(await told()).toEqual([]);
    stage.now.current = '2026-09-25';
    expect(await told()).toEqual([]);
    stage.now.current = '2026-10-05';
    const all = [waiting, sent, presented].map(({ id }) => `${id} OVERDUE_60 2026-09-25`);
    expect((await told()).toSorted()).toEqual(all.toSorted());
    expect(await told()).toEqual([]);
  });

  test('a letter that was issued anew has a term of its own', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(committee, 'returnLetterBox', id);
    stage.now.current = '2026-08-18';
    expect(await told()).toContain(`${id} OVERDUE_PRESENT 2026-08-17`);
    await stage.done(secretary, explain, id, { ...late, flag: 'OVERDUE_PRESENT' });
    await stage.done(secretary, 'voidLetter', id);
    await stage.tellStanding((await memberOf(id)) ?? '', '2026-08');
    await stage.done(secretary, 'issueLetter', id);
    expect((await delaysOf(id)).flags).toEqual([]);
    stage.now.current = '2026-10-05';
    expect(await told()).toContain(`${id} OVERDUE_PRESENT 2026-10-01`);
    expect((await stage.done(secretary, explain, id, { ...late, flag: 'OVERDUE_PRESENT' })).id).toBe(id);
  });

  test('more than one statement takes are all told, each once, by two jobs at once', async () => {
    await stage.em().execute(
      `insert into transfer_dossier (number, kind, status, channel, reason, member_id, full_name, origin_branch_id, destination_branch_id,
         decision_number, decision_date, decision_issuer, effective_date, requested_at, requested_on)
       select 'M-' || n, 'OFFICIAL', 'SUBMITTED', 'ONLINE', 'RETIRED', gen_random_uuid(), 'Đảng viên', ?, ?, '1', '2026-01-05', 'Công ty',
         date '2026-01-05' + n % 7, '2026-01-06', '2026-01-06' from generate_series(1, 1100) n`,
      [units.branch1, units.sales],
    );
    await stage.published();
    await Promise.all([stage.runJob('watch-transfer-terms'), stage.runJob('watch-transfer-terms')]);
    const ids = (await stage.published()).map(({ subject }) => subject);
    expect([ids.length, new Set(ids).size]).toEqual([1100, 1100]);
    await stage
      .em()
      .execute(`delete from transfer_term_told; delete from transfer_dossier where number like 'M-%'`);
  });
});

const memberOf = async (id: string) => {
  const [row] = await stage
    .em()
    .execute<{ member: string }[]>('select member_id as member from transfer_dossier where id = ?', [id]);
  return row?.member;
};

describe('a term that has passed needs its reason', () => {
  test('T66: a request on working day 61 brings it along; nobody is asked again', async () => {
    const member = await stage.newMember();
    const decision = { decisionDate: '2026-03-02', effectiveDate: '2026-03-02', lateReason: 'Điều trị' };
    const { id } = await stage.done(member, 'requestOfficialTransfer', null, decision);
    expect(await delaysOf(id)).toEqual({ flags: ['OVERDUE_60'], delays: [] });
    expect(await stage.refused(member, explain, id, late)).toBe('NO_DELAY_TO_EXPLAIN');
  });

  test('nobody explains beforehand, neither with a request that comes in time nor with what completes it', async () => {
    const before = stage.now.current;
    const member = await stage.newMember();
    const { id } = await stage.done(member, 'requestOfficialTransfer', null, { lateReason: 'Phòng khi trễ' });
    await stage.done(secretary, 'requestTransferSupplement', id);
    await stage.done(member, 'supplementTransfer', id, { lateReason: '' });
    stage.now.current = '2026-09-28';
    expect((await stage.act(member, explain, id, late)).refusal).toBeNull();
    stage.now.current = before;
  });

  test('without it nobody is admitted, and with it the flag stays', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(host, 'recordPresentation', id);
    expect(await stage.refused(host, explain, id, late)).toBe('NO_DELAY_TO_EXPLAIN');
    stage.now.current = '2026-09-28';
    expect(await stage.refused(host, 'admitMember', id)).toBe('DELAY_NOT_EXPLAINED');
    expect(await stage.refused(host, explain, id, { ...late, reason: ' ' })).toBe('REASON_REQUIRED');
    const { refusal } = await stage.act(host, explain, id, { ...late, flag: 'OVERDUE_PRESENT' });
    expect(refusal).toMatchObject({ code: 'NO_DELAY_TO_EXPLAIN', field: 'flag' });
    await stage.published();
    expect(await stage.done(host, explain, id, late)).toMatchObject({ status: 'AT_DEST_BRANCH' });
    expect((await stage.published()).map(({ type }) => type.split('.').at(-2))).toEqual([
      'DossierStateChanged',
    ]);
    expect(await stage.refused(host, explain, id, late)).toBe('NO_DELAY_TO_EXPLAIN');
    expect((await stage.done(host, 'admitMember', id)).status).toBe('COMPLETED');
    expect(await delaysOf(id)).toEqual({
      flags: ['OVERDUE_60'],
      delays: [
        {
          flag: 'OVERDUE_60',
          reason: late.reason,
          explainedOn: '2026-09-28',
          byName: 'BRANCH_SECRETARY sales',
          byTitle: 'BRANCH_SECRETARY',
        },
      ],
    });
  });

  test('T67: without it the destination signs no further, and whoever is next may give it', async () => {
    const before = stage.now.current;
    const { id } = await stage.dossierAt('SENT');
    stage.now.current = '2026-08-18';
    expect(await stage.refused(hostWard, 'signLetterBox', id)).toBe('DELAY_NOT_EXPLAINED');
    await stage.done(hostWard, explain, id, { ...late, flag: 'OVERDUE_PRESENT' });
    expect((await stage.done(hostWard, 'signLetterBox', id)).status).toBe('IN_DEST_CHAIN');
    stage.now.current = before;
  });

  test('a presentation whose delay the member has explained needs no other reason', async () => {
    const { id, applicant } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    stage.now.current = '2026-08-20';
    const presented = { receivedOn: '2026-08-20' };
    expect(await stage.refused(host, 'recordPresentation', id, presented)).toBe('REASON_REQUIRED');
    await stage.done(applicant, explain, id, { flag: 'OVERDUE_PRESENT', reason: 'Nằm viện' });
    expect((await delaysOf(id)).delays).toMatchObject([{ byTitle: 'Đảng viên' }]);
    await stage.done(host, 'recordPresentation', id, presented);
    const meeting = { ...someMeeting, date: '2026-08-20' };
    expect((await stage.done(host, 'admitMember', id, { meeting })).status).toBe('COMPLETED');
  });
});

describe('Mutation.explainTransferDelay', () => {
  test('is for the member, both branches and whose turn it is, and for nobody else', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    stage.now.current = '2026-10-05';
    for (const foreign of [stranger, sibling, host, testActor()])
      expect(await stage.refused(foreign, explain, id, late)).toBe('NOT_FOUND');
    for (const reader of [ward, desks.inspector])
      expect(await stage.refused(reader, explain, id, late)).toBe('ACTION_NOT_ALLOWED');
    await stage.done(committee, explain, id, late);
    await stage.done(applicant, explain, id, { ...late, flag: 'OVERDUE_PRESENT' });
    const input = { idempotencyKey: 'x', transferId: id, expectedVersion: 1, ...late };
    const query =
      'mutation ($input: ExplainTransferDelayInput!) { explainTransferDelay(input: $input) { refusal { code } } }';
    for (const [actor, code] of [
      [null, 'UNAUTHENTICATED'],
      [{ ...applicant, accountStatus: 'LOCKED' as const }, 'FORBIDDEN'],
    ] as const)
      expect((await stage.execute(query, { input }, actor)).errors?.[0]?.extensions?.code).toBe(code);
  });
});

test('T73: a letter of August, an admission on 20 September: what dues follow is told', async () => {
  stage.now.current = '2026-08-10';
  const asked = { decisionDate: '2026-08-03', effectiveDate: '2026-08-05' };
  const member = await stage.newMember('branch1', {}, '2026-08');
  const { id } = await stage.done(member, 'requestOfficialTransfer', null, asked);
  const meeting = (date: string) => ({ meeting: { ...someMeeting, date } });
  await stage.done(secretary, 'recordReviewMeeting', id, meeting('2026-08-10'));
  await stage.done(secretary, 'issueLetter', id);
  for (const desk of [committee, ward, hostWard, hostCommittee]) await stage.done(desk, 'signLetterBox', id);
  await stage.done(committee, 'recordSealedFile', id, { sealedOn: '2026-08-10' });
  stage.now.current = '2026-09-20';
  await stage.done(host, 'recordPresentation', id, { receivedOn: '2026-09-20' });
  await stage.published();
  await stage.done(host, 'admitMember', id, meeting('2026-09-20'));
  const completed = (await stage.published()).find(({ type }) => type.includes('TransferCompleted'));
  expect(contractBreaches(TransferCompleted, completed?.data)).toEqual([]);
  expect(completed?.data).toMatchObject({
    memberId: member.memberId,
    duesPaidThrough: '2026-08',
    completedOn: '2026-09-20',
    originBranchId: units.branch1,
    destinationBranchId: units.sales,
  });
});
