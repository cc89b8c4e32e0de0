import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { papers } from '../../test/scan.ts';
import { stayAt } from '../../test/stay-stage.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';
import { someStay } from '../../test/usual-input.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, host, hostCommittee } = desks;

const factsOf = async (transferId: string) =>
  (await stage.published())
    .filter(({ subject }) => subject === transferId)
    .map(({ type, data }) => [type.split('.').at(-2), data] as const)
    .filter(([name]) => name !== 'DossierStateChanged');

const boxesOf = async (id: string) => {
  const { transfer } = await stage.ask(
    'query ($id: UUID!) { transfer(id: $id) { letter { type status boxes { index status content comment fromUnit { id } toUnit { id } registerNumber } } } }',
    { id },
    secretary,
  );
  return transfer.letter;
};

describe('there and back', () => {
  test('a stay from the request to the return, over eight boxes', async () => {
    const { id, applicant } = await stayAt(stage, 'SUBMITTED');
    await stage.published();
    await stage.done(secretary, 'issueLetter', id);
    const sent = await stage.done(committee, 'signLetterBox', id);
    expect(sent).toMatchObject({ status: 'SENT', waitingFor: { id: units.company } });
    await stage.done(hostCommittee, 'receiveStayLetter', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    const active = await stage.done(host, 'confirmTemporaryStay', id);
    expect(active).toMatchObject({ status: 'ACTIVE_TEMPORARY', waitingFor: null, closedOn: null });
    const begun = new Map(await factsOf(id));
    expect([...begun.keys()]).toEqual(['BoxSigned', 'LetterIssued', 'TemporaryStayStarted']);
    expect(begun.get('LetterIssued')).toMatchObject({ kind: 'TEMPORARY', keepsDues: false });
    expect(begun.get('TemporaryStayStarted')).toMatchObject({
      memberId: applicant.memberId,
      originBranchId: units.branch1,
      destinationBranchId: units.sales,
      startedOn: TODAY,
      through: '2027-01-05',
      duesPaidThrough: '2026-07',
      duesAt: 'TEMPORARY',
      startedBy: { unitId: units.sales },
    });

    const back = await stage.done(host, 'writeStayComment', id, { comment: ' Gương mẫu. ' });
    expect(back).toMatchObject({ status: 'RETURNING', waitingFor: { id: units.company } });
    await stage.done(hostCommittee, 'signLetterBox', id);
    const arrived = await stage.done(committee, 'signLetterBox', id);
    expect(arrived).toMatchObject({ status: 'BACK_AT_ORIGIN', waitingFor: { id: units.branch1 } });
    const over = await stage.done(secretary, 'receiveMemberBack', id);
    expect(over).toMatchObject({ status: 'COMPLETED', closedOn: TODAY });
    const ended = await factsOf(id);
    expect(ended.map(([type]) => type)).toEqual([
      'BoxSigned',
      'BoxSigned',
      'BoxSigned',
      'BoxSigned',
      'TemporaryStayEnded',
    ]);
    expect(ended.at(-1)?.[1]).toMatchObject({
      startedOn: TODAY,
      endedOn: TODAY,
      outcome: 'RETURNED',
      duesPaidThrough: '2026-07',
      duesAt: 'TEMPORARY',
    });
    expect(JSON.stringify(ended)).not.toContain('Gương mẫu');

    const letter = await boxesOf(id);
    expect(letter).toMatchObject({ type: 'EIGHT_BOX', status: 'CLOSED' });
    expect(letter.boxes.map(({ status }: { status: string }) => status)).toEqual(Array(8).fill('SIGNED'));
    expect(letter.boxes[4]).toMatchObject({ comment: 'Gương mẫu.', toUnit: { id: units.company } });
  });

  test('between two branches of one committee boxes 3 and 7 are crossed out', async () => {
    const { id } = await stayAt(stage, 'SUBMITTED', { request: { destinationBranchId: units.branch2 } });
    await stage.done(secretary, 'issueLetter', id);
    expect(await stage.done(committee, 'signLetterBox', id)).toMatchObject({ status: 'AT_DEST_BRANCH' });
    await stage.done(desks.sibling, 'confirmTemporaryStay', id);
    expect(await stage.done(desks.sibling, 'writeStayComment', id)).toMatchObject({ status: 'RETURNING' });
    expect(await stage.done(committee, 'signLetterBox', id)).toMatchObject({ status: 'BACK_AT_ORIGIN' });
    expect(await stage.done(secretary, 'receiveMemberBack', id)).toMatchObject({ status: 'COMPLETED' });
  });

  test('between two grassroots branches nobody stands in between', async () => {
    const market = officer('market', 'BRANCH_SECRETARY');
    const member = await stage.newMember('market');
    const request = { destinationBranchId: units.branch1 };
    const { id } = await stayAt(stage, 'SUBMITTED', { member, request });
    expect(await stage.done(market, 'issueLetter', id)).toMatchObject({ status: 'SENT' });
    await stage.done(committee, 'receiveStayLetter', id);
    await stage.done(committee, 'signLetterBox', id);
    await stage.done(secretary, 'confirmTemporaryStay', id);
    await stage.done(secretary, 'writeStayComment', id);
    expect(await stage.done(committee, 'signLetterBox', id)).toMatchObject({ status: 'BACK_AT_ORIGIN' });
    expect(await stage.done(market, 'receiveMemberBack', id)).toMatchObject({ status: 'COMPLETED' });
  });
});

describe('the committee at the place of the stay', () => {
  test('gives the member to another of its branches; boxes 4 and 5 follow', async () => {
    const request = { destinationBranchId: units.branch2 };
    const member = await stage.newMember('sales');
    const { id } = await stayAt(stage, 'SUBMITTED', { member, request });
    await stage.done(host, 'issueLetter', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    const assign = (assignBranchId: string) =>
      stage.act(committee, 'receiveStayLetter', id, { assignBranchId });
    for (const [unit, code] of [
      ['kdc', 'DESTINATION_NOT_A_BRANCH'],
      ['phuDuc', 'UNIT_NOT_FOUND'],
      ['sales', 'UNIT_NOT_FOUND'],
    ] as const)
      expect((await assign(units[unit])).refusal).toMatchObject({ code, field: 'assignBranchId' });
    expect((await assign(units.branch1)).transfer).toMatchObject({ status: 'IN_DEST_CHAIN' });
    expect((await stage.act(desks.sibling, 'confirmTemporaryStay', id)).refusal?.code).toBe('NOT_FOUND');
    await stage.done(committee, 'signLetterBox', id);
    await stage.done(secretary, 'confirmTemporaryStay', id);
    const { boxes } = await boxesOf(id);
    const at = (index: number) => boxes[index - 1];
    expect(at(3)).toMatchObject({ toUnit: { id: units.branch1 } });
    for (const index of [4, 5]) expect(at(index).fromUnit).toEqual({ id: units.branch1 });
  });
});

describe('what the way back needs', () => {
  test('a comment that says something, and dues paid to the end of the month', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    expect(await stage.refused(host, 'writeStayComment', id, { comment: ' ' })).toBe('STAY_COMMENT_REQUIRED');
    await stage.tellStanding(applicant.memberId, '2026-06');
    expect(await stage.refused(host, 'writeStayComment', id)).toBe('DUES_NOT_PAID');
    await stage.tellStanding(applicant.memberId, '2026-07', [], 3);
    await stage.done(host, 'writeStayComment', id);
  });

  test('a comment that the committee returns is written again, in the same box under the same number', async () => {
    const { id } = await stayAt(stage, 'RETURNING');
    const before = (await boxesOf(id)).boxes[4];
    await stage.done(hostCommittee, 'returnLetterBox', id);
    await stage.done(host, 'signLetterBox', id, { comment: 'Hoàn thành tốt nhiệm vụ được giao.' });
    const { boxes } = await boxesOf(id);
    expect(boxes[4]).toEqual({ ...before, comment: 'Hoàn thành tốt nhiệm vụ được giao.' });
    const [stay] = await stage.em().execute('select comment from temporary_stay where dossier_id = ?', [id]);
    expect(stay).toEqual({ comment: 'Hoàn thành tốt nhiệm vụ được giao.' });
  });
});

describe('T75: how long', () => {
  test.each([
    ['2026-09-05', 'STAY_TOO_SHORT', null],
    ['2026-10-05', null, null],
    ['2027-06-05', null, null],
    ['2027-07-05', 'STAY_TOO_LONG', 'requestOfficialTransfer'],
  ])('to work through %s: %s', async (through, code, suggestion) => {
    const member = await stage.newMember();
    const documents = await papers(stage.em(), member, ['DECISION']);
    const input = { idempotencyKey: 'k', ...someStay, documents, through };
    const { requestTemporaryTransfer: answer } = await stage.ask(
      'mutation ($input: RequestTemporaryTransferInput!) { requestTemporaryTransfer(input: $input) { transfer { status } refusal { code field suggestion } } }',
      { input },
      member,
    );
    if (code === null) expect(answer.transfer).toEqual({ status: 'SUBMITTED' });
    else expect(answer.refusal).toEqual({ code, field: 'through', suggestion });
  });
});

test('T69: no letter for a stay either while the dues of its month are open, nor when nobody knows', async () => {
  for (const [paidThrough, code] of [
    ['2026-06', 'DUES_NOT_PAID'],
    ['UNKNOWN', 'DUES_UNKNOWN'],
  ] as const) {
    const member = await stage.newMember('branch1', {}, paidThrough);
    const { id } = await stayAt(stage, 'SUBMITTED', { member });
    expect(await stage.refused(secretary, 'issueLetter', id)).toBe(code);
    await stage.tellStanding(member.memberId, '2026-07');
    expect((await stage.done(secretary, 'issueLetter', id)).status).toBe('IN_ORIGIN_CHAIN');
  }
});

test('T68: under inspection only back to the residence', async () => {
  const member = await stage.newMember('branch1', { underInspection: true });
  expect(await stage.refused(member, 'requestTemporaryTransfer', null)).toBe('INSPECTION_RESIDENCE_ONLY');
  await stage.done(member, 'requestTemporaryTransfer', null, { reason: 'CHANGE_RESIDENCE' });
});

test('who is away cannot ask to leave for good beside it', async () => {
  const { applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
  expect(await stage.refused(applicant, 'requestOfficialTransfer', null)).toBe('TRANSFER_ALREADY_OPEN');
});
