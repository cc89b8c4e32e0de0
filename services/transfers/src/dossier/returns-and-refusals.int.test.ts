import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, deputy, committee, ward, hostWard, hostCommittee, host, inspector } = desks;
const names = async () => (await stage.published()).map(({ type }) => type.split('.').at(-2));

const letterOf = async (id: string) => {
  const query = `query ($id: UUID!) { transfer(id: $id) {
    letter { id number status boxes { index status correction registerNumber } }
    letters { id number status replacesLetterId } } }`;
  const { transfer } = await stage.ask(query, { id }, inspector);
  return transfer;
};
const boxStatus = async (id: string, index: number) => (await letterOf(id)).letter.boxes[index - 1].status;

describe('a request', () => {
  test.each([
    ['is refused for a police officer', { forceCategory: 'POLICE' }, 'EXCLUDED_FORCE'],
    ['is refused during a detention', { status: 'SUSPENDED_DETENTION' }, 'EXCLUDED_SUSPENDED'],
    ['is refused after a sentence', { status: 'CONVICTED' }, 'EXCLUDED_CONVICTED'],
    ['is blocked by an inspection (T68)', { underInspection: true }, 'TRANSFER_BLOCKED_INSPECTION'],
  ])('%s', async (_, more, code) => {
    const member = await stage.newMember('branch1', more);
    const { refusal } = await stage.act(member, 'requestOfficialTransfer', null);
    expect(refusal?.code).toBe(code);
    if (code === 'TRANSFER_BLOCKED_INSPECTION') expect(refusal?.message).toContain('sinh hoạt đảng tạm thời');
  });

  test.each([
    ['closed', 'UNIT_ENDED'],
    ['company', 'DESTINATION_NOT_A_BRANCH'],
    ['branch1', 'DESTINATION_IS_ORIGIN'],
  ] as const)('to %s is refused %s', async (unit, code) => {
    const member = await stage.newMember();
    const { refusal } = await stage.act(member, 'requestOfficialTransfer', null, {
      destinationBranchId: units[unit],
    });
    expect(refusal).toMatchObject({ code, field: 'destinationBranchId' });
  });

  test('to nowhere is refused, and so is one of a member without a branch', async () => {
    const destinationBranchId = '01980000-0000-7000-8000-ffffffffffff';
    expect(
      await stage.refused(await stage.newMember(), 'requestOfficialTransfer', null, { destinationBranchId }),
    ).toBe('UNIT_NOT_FOUND');
    expect(await stage.refused(await stage.newMember(null), 'requestOfficialTransfer', null)).toBe(
      'MEMBER_HAS_NO_BRANCH',
    );
  });

  test('T66: later than 60 working days it needs a reason and carries a flag', async () => {
    const member = await stage.newMember();
    const late = { decisionDate: '2026-02-20', effectiveDate: '2026-03-01' };
    expect(await stage.act(member, 'requestOfficialTransfer', null, late)).toMatchObject({
      refusal: { code: 'REASON_REQUIRED', field: 'lateReason' },
    });
    const { id } = await stage.done(member, 'requestOfficialTransfer', null, {
      ...late,
      lateReason: 'Điều trị dài ngày',
    });
    const { transfer } = await stage.ask(
      'query ($id: UUID!) { transfer(id: $id) { flags overdue lateReason } }',
      { id },
      member,
    );
    expect(transfer).toEqual({ flags: ['OVERDUE_60'], overdue: true, lateReason: 'Điều trị dài ngày' });
  });

  test('a second one is refused while the first is open, and possible after it was withdrawn', async () => {
    const member = await stage.newMember();
    const { id } = await stage.done(member, 'requestOfficialTransfer', null);
    expect(await stage.refused(member, 'requestOfficialTransfer', null)).toBe('TRANSFER_ALREADY_OPEN');
    expect((await stage.done(member, 'withdrawTransfer', id)).status).toBe('CANCELLED');
    expect((await stage.done(member, 'requestOfficialTransfer', null)).status).toBe('SUBMITTED');
  });

  test('is completed on the branch’s request', async () => {
    const { id, applicant } = await stage.dossierAt('SUBMITTED');
    expect(await stage.refused(secretary, 'requestTransferSupplement', id, { reason: ' ' })).toBe(
      'REASON_REQUIRED',
    );
    expect(await stage.done(secretary, 'requestTransferSupplement', id)).toMatchObject({
      status: 'SUPPLEMENT_REQUESTED',
      waitingFor: null,
    });
    expect(await stage.refused(secretary, 'supplementTransfer', id)).toBe('ACTION_NOT_ALLOWED');
    const back = await stage.done(applicant, 'supplementTransfer', id, {
      note: 'Gửi kèm bản tự kiểm điểm',
      decisionNumber: '129/QĐ',
    });
    expect(back).toMatchObject({ status: 'SUBMITTED', waitingFor: { id: units.branch1 } });
    const query = 'query ($id: UUID!) { transfer(id: $id) { supplementNote decision { number date } } }';
    expect((await stage.ask(query, { id }, applicant)).transfer).toMatchObject({
      supplementNote: 'Gửi kèm bản tự kiểm điểm',
      decision: { number: '129/QĐ', date: '2026-06-25' },
    });
  });

  test('is refused by the branch, with a reason', async () => {
    const { id } = await stage.dossierAt('ORIGIN_MET');
    await names();
    expect(await stage.done(deputy, 'rejectTransfer', id)).toMatchObject({
      status: 'REJECTED',
      closedOn: TODAY,
    });
    expect(await names()).toEqual(['TransferRejected', 'DossierStateChanged']);
  });

  test('on paper is entered, supplemented and withdrawn by the branch', async () => {
    const member = await stage.newMember();
    const about = { memberId: member.memberId };
    expect(await stage.refused(secretary, 'enterPaperTransfer', null, { ...about, channel: 'ONLINE' })).toBe(
      'INVALID_INPUT',
    );
    const { id } = await stage.done(secretary, 'enterPaperTransfer', null, { ...about, channel: 'POST' });
    await stage.done(secretary, 'requestTransferSupplement', id);
    expect((await stage.done(deputy, 'supplementTransfer', id)).status).toBe('SUBMITTED');
    expect((await stage.done(deputy, 'withdrawTransfer', id)).status).toBe('CANCELLED');
  });
});

describe('the letter', () => {
  test('T69: is not issued while dues of its month are open, nor when nobody knows', async () => {
    const member = await stage.newMember('branch1', {}, '2026-06');
    const { id } = await stage.dossierAt('ORIGIN_MET', member);
    const { refusal } = await stage.act(secretary, 'issueLetter', id);
    expect(refusal).toMatchObject({ code: 'DUES_NOT_PAID', message: expect.stringContaining('07/2026') });
    await stage.tellStanding(member.memberId, '2026-07');
    expect((await stage.done(secretary, 'issueLetter', id)).status).toBe('IN_ORIGIN_CHAIN');

    const unknown = await stage.dossierAt('ORIGIN_MET', await stage.newMember('branch1', {}, 'UNKNOWN'));
    expect(await stage.refused(secretary, 'issueLetter', unknown.id)).toBe('DUES_UNKNOWN');
  });

  test('needs a fresh sign-in, as every signature does', async () => {
    const stale = { ...secretary, signedInAt: new Date(Date.now() - 11 * 60_000) };
    const { id } = await stage.dossierAt('ORIGIN_MET');
    expect(await stage.refused(stale, 'issueLetter', id)).toBe('STEP_UP_REQUIRED');
    const query =
      'query ($id: UUID!) { transfer(id: $id) { availableActions { action allowed code reason } } }';
    const { transfer } = await stage.ask(query, { id }, stale);
    expect(transfer.availableActions).toContainEqual({
      action: 'ISSUE_LETTER',
      allowed: false,
      code: 'STEP_UP_REQUIRED',
      reason: expect.stringContaining('VNeID'),
    });
  });

  test('goes back box by box, and the same numbers hold when it is signed again', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(committee, 'signLetterBox', id);
    const before = (await letterOf(id)).letter.boxes[2].registerNumber;
    expect(await stage.refused(ward, 'returnLetterBox', id, { reason: '' })).toBe('REASON_REQUIRED');
    expect(await stage.done(ward, 'returnLetterBox', id)).toMatchObject({
      status: 'IN_ORIGIN_CHAIN',
      waitingFor: { id: units.kdc },
    });
    expect(await boxStatus(id, 3)).toBe('RETURNED');
    await stage.done(committee, 'signLetterBox', id);
    const { letter } = await letterOf(id);
    expect(letter.boxes[2]).toMatchObject({ status: 'SIGNED', registerNumber: before });
  });

  test('back at box 1 can be handed on again or voided and issued anew; the void one keeps its number', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    expect(await stage.refused(secretary, 'voidLetter', id)).toBe('LETTER_NOT_WITH_BRANCH');
    await stage.done(committee, 'returnLetterBox', id);
    expect(await stage.refused(secretary, 'returnLetterBox', id)).toBe('NO_BOX_BEFORE');
    await stage.done(secretary, 'signLetterBox', id);
    await stage.done(committee, 'returnLetterBox', id);
    const { letter: first } = await letterOf(id);
    await names();
    expect(await stage.done(secretary, 'voidLetter', id)).toMatchObject({ status: 'ORIGIN_MET' });
    expect(await names()).toEqual(['LetterVoided', 'DossierStateChanged']);
    await stage.done(secretary, 'issueLetter', id);
    const { letter, letters } = await letterOf(id);
    expect(letter.number).toBeGreaterThan(first.number);
    expect(letters).toEqual([
      expect.objectContaining({ id: letter.id, status: 'ISSUED', replacesLetterId: first.id }),
      expect.objectContaining({ id: first.id, status: 'VOID', number: first.number }),
    ]);
  });

  test('becomes void when the member withdraws, which is possible until it was sent', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await names();
    await stage.done(applicant, 'withdrawTransfer', id);
    expect(await names()).toEqual(['LetterVoided', 'TransferWithdrawn', 'DossierStateChanged']);
    const sent = await stage.dossierAt('SENT');
    expect(await stage.refused(sent.applicant, 'withdrawTransfer', sent.id)).toBe('WRONG_STATE');
  });

  test('is not signed for a unit that has ended', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.tellUnits(2, { company: TODAY });
    expect(await stage.refused(hostWard, 'signLetterBox', id)).toBe('UNIT_ENDED');
    await stage.tellUnits(3);
    expect((await stage.done(hostWard, 'signLetterBox', id)).status).toBe('IN_DEST_CHAIN');
  });
});

describe('T71: the destination returns for missing minutes', () => {
  test('the origin corrects and sends the same letter again; the boxes keep their history', async () => {
    const { id } = await stage.dossierAt('IN_DEST_CHAIN');
    await names();
    expect(await stage.done(hostCommittee, 'returnTransfer', id)).toMatchObject({
      status: 'RETURNED_BY_DEST',
      waitingFor: { id: units.vietHung },
    });
    expect(await names()).toEqual(['TransferReturned', 'DossierStateChanged']);
    expect(await stage.refused(secretary, 'correctAndResendTransfer', id)).toBe('ACTION_NOT_ALLOWED');
    expect(await stage.refused(ward, 'correctAndResendTransfer', id, { correction: ' ' })).toBe(
      'INVALID_INPUT',
    );
    const sent = await stage.done(ward, 'correctAndResendTransfer', id);
    expect(sent).toMatchObject({ status: 'SENT', waitingFor: { id: units.company } });
    const { letter, letters } = await letterOf(id);
    expect(letters).toHaveLength(1);
    expect(letter.boxes[3].correction).toBeNull();
    expect(letter.boxes[6].status).toBe('SIGNED');
    expect((await stage.done(hostCommittee, 'signLetterBox', id)).status).toBe('AT_DEST_BRANCH');
  });

  test('the destination branch may return too, and gets it back directly', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(host, 'returnTransfer', id);
    expect((await stage.done(ward, 'correctAndResendTransfer', id)).status).toBe('AT_DEST_BRANCH');
  });

  test('or the origin branch gives up: the letter is void', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.done(hostWard, 'returnTransfer', id);
    await names();
    expect(await stage.done(secretary, 'cancelTransfer', id)).toMatchObject({ status: 'CANCELLED' });
    expect(await names()).toEqual(['LetterVoided', 'TransferWithdrawn', 'DossierStateChanged']);
  });
});

describe('the paper file', () => {
  test('is sealed before it is presented, and presented before the member is admitted', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    expect(await stage.refused(host, 'recordPresentation', id)).toBe('FILE_NOT_SEALED');
    expect(await stage.refused(host, 'admitMember', id)).toBe('FILE_NOT_PRESENTED');
    expect(await stage.refused(committee, 'recordSealedFile', id, { documents: [] })).toBe('INVALID_INPUT');
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(secretary, 'recordSealedFile', id, {
      documents: [{ name: 'Lý lịch đảng viên', pages: 20 }],
    });
    await stage.done(host, 'recordPresentation', id, { sealIntact: false, sealNote: 'Rách mép niêm phong' });
    expect(await stage.refused(committee, 'recordSealedFile', id)).toBe('FILE_ALREADY_RECEIVED');
    const query = 'query ($id: UUID!) { transfer(id: $id) { sealedFile { documents { name } sealIntact } } }';
    expect((await stage.ask(query, { id }, host)).transfer.sealedFile).toEqual({
      documents: [{ name: 'Lý lịch đảng viên' }],
      sealIntact: false,
    });
  });

  test('T67: presented later than 30 working days after the introduction it owes a reason and stays flagged', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    stage.now.current = '2026-09-01';
    const late = { receivedOn: '2026-09-01' };
    const query = 'query ($id: UUID!) { transfer(id: $id) { flags overdue dueOn } }';
    const seen = async () => (await stage.ask(query, { id }, host)).transfer;
    expect(await seen()).toEqual({ flags: ['OVERDUE_PRESENT'], overdue: true, dueOn: '2026-08-17' });
    expect(await stage.refused(host, 'recordPresentation', id, late)).toBe('REASON_REQUIRED');
    await stage.done(host, 'recordPresentation', id, { ...late, lateReason: 'Nằm viện' });
    expect((await seen()).flags).toEqual(['OVERDUE_PRESENT']);
    stage.now.current = TODAY;
  });
});
