import { contractBreaches } from '@dang/events/contract';
import { BoxSigned } from '@dang/events/contracts/transfers/box-signed';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const whole = `query ($id: UUID!) { transfer(id: $id) {
  number status kind reason channel version dueOn overdue flags closedOn
  member { id } subject { fullName dateOfBirth cardNumberMasked } origin { id } destination { id }
  decision { number date issuer effectiveDate }
  letter { number registerYear status duesPaidThrough boxes { index status fromUnit { id } toUnit { id } addressee content comment registerNumber signedByName signedByTitle signedAt } }
  meetings { side date present totalMembers conclusion recordedByName }
  sealedFile { documents { name pages } sealedOn carriedByName receivedOn sealIntact }
  history { action label fromState toState byName byTitle unitId unitName reason }
  availableActions { action label allowed code reason }
} }`;

describe('an official transfer from the request to the admission', () => {
  test('goes box by box through both chains, and tells everybody what happened', async () => {
    const { secretary, committee, ward, hostWard, hostCommittee, host } = desks;
    const member = await stage.newMember();
    await stage.published();

    const request = await stage.done(member, 'requestOfficialTransfer', null);
    expect(request).toMatchObject({ status: 'SUBMITTED', version: 1, waitingFor: { id: units.branch1 } });
    expect(request.number).toMatch(/^05\.200\.044\.000\.001-P3-260706-\d{4}$/);

    const states = [];
    for (const [actor, mutation] of [
      [secretary, 'recordReviewMeeting'],
      [secretary, 'issueLetter'],
      [committee, 'signLetterBox'],
      [ward, 'signLetterBox'],
      [committee, 'recordSealedFile'],
      [hostWard, 'signLetterBox'],
      [hostCommittee, 'signLetterBox'],
      [host, 'recordPresentation'],
      [host, 'admitMember'],
    ] as const) {
      const { status, waitingFor } = await stage.done(actor, mutation, request.id);
      const [waiting] = Object.entries(units).find(([, id]) => id === waitingFor?.id) ?? ['nobody'];
      states.push(`${status} ${waiting}`);
    }
    expect(states).toEqual([
      'ORIGIN_MET branch1',
      'IN_ORIGIN_CHAIN kdc',
      'IN_ORIGIN_CHAIN vietHung',
      'SENT tayHo',
      'SENT tayHo',
      'IN_DEST_CHAIN company',
      'AT_DEST_BRANCH sales',
      'AT_DEST_BRANCH sales',
      'COMPLETED nobody',
    ]);

    const { transfer } = await stage.ask(whole, { id: request.id }, host);
    expect(transfer).toMatchObject({
      version: 10,
      closedOn: TODAY,
      dueOn: null,
      overdue: false,
      flags: [],
      subject: { fullName: 'Nguyễn Thị Minh Anh', cardNumberMasked: '*****678' },
      letter: { status: 'CLOSED', duesPaidThrough: '2026-07', registerYear: 2026 },
      sealedFile: { carriedByName: 'Nguyễn Thị Minh Anh', receivedOn: TODAY, sealIntact: true },
    });
    expect(transfer.availableActions).toEqual([]);
    expect(transfer.meetings.map(({ side }: { side: string }) => side)).toEqual(['ORIGIN', 'DESTINATION']);
    expect(transfer.history[0].label).toBe('Đề nghị chuyển sinh hoạt đảng');
    expect(transfer.history[1].label).toBe('Ghi kết quả họp kiểm điểm');
    expect(
      transfer.history.map(({ action, byTitle }: Record<string, string>) => `${action} ${byTitle}`),
    ).toEqual([
      'REQUEST Đảng viên',
      'RECORD_REVIEW_MEETING BRANCH_SECRETARY',
      'ISSUE_LETTER BRANCH_SECRETARY',
      'SIGN_BOX COMMITTEE_SECRETARY',
      'SIGN_BOX COMMITTEE_DEPUTY_SECRETARY',
      'RECORD_SEALED_FILE COMMITTEE_SECRETARY',
      'SIGN_BOX COMMITTEE_SECRETARY',
      'SIGN_BOX COMMITTEE_SECRETARY',
      'RECORD_PRESENTATION BRANCH_SECRETARY',
      'ADMIT BRANCH_SECRETARY',
    ]);
    const boxes = transfer.letter.boxes as {
      index: number;
      status: string;
      addressee: string;
      content: string;
    }[];
    expect(boxes.filter(({ status }) => status === 'CROSSED_OUT').map(({ index }) => index)).toEqual([
      2, 5, 6, 9,
    ]);
    expect(boxes.filter(({ status }) => status === 'SIGNED').map(({ addressee }) => addressee)).toEqual([
      'Đảng ủy Khu dân cư Việt Hưng',
      'Ban Thường vụ Đảng ủy phường Việt Hưng',
      'Ban Thường vụ Đảng ủy phường Tây Hồ',
      'Đảng ủy Công ty Cổ phần Sông Hồng',
      'Chi ủy Chi bộ Kinh doanh 1 (Đảng bộ Công ty Cổ phần Sông Hồng)',
      null,
    ]);
    expect(boxes[0]?.content).toContain('đã đóng đảng phí hết tháng 07/2026');

    const published = await stage.published();
    expect(
      published.map(({ type }) => type.split('.').at(-2)).filter((name) => name !== 'DossierStateChanged'),
    ).toEqual([
      'TransferSubmitted',
      'BoxSigned',
      'LetterIssued',
      'BoxSigned',
      'BoxSigned',
      'BoxSigned',
      'BoxSigned',
      'BoxSigned',
      'TransferCompleted',
    ]);
    const dataOf = (name: string) =>
      published.filter(({ type }) => type.includes(`.${name}.`)).map(({ data }) => data);
    expect(contractBreaches(LetterIssued, dataOf('LetterIssued')[0])).toEqual([]);
    expect(dataOf('LetterIssued')[0]).toMatchObject({
      duesPaidThrough: '2026-07',
      originBranchId: units.branch1,
    });
    for (const box of dataOf('BoxSigned')) expect(contractBreaches(BoxSigned, box)).toEqual([]);
    const [completed] = dataOf('TransferCompleted');
    expect(contractBreaches(TransferCompleted, completed)).toEqual([]);
    expect(completed).toMatchObject({
      memberId: member.memberId,
      originBranchId: units.branch1,
      destinationBranchId: units.sales,
      duesPaidThrough: '2026-07',
      completedOn: TODAY,
      completedBy: { unitId: units.sales },
    });
    const versions = published
      .filter(({ type }) => type.includes('DossierStateChanged'))
      .map(({ data }) => (data as { version: number }).version);
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('after it nothing can be done any more', async () => {
    const { id, applicant } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(desks.committee, 'recordSealedFile', id);
    await stage.done(desks.host, 'recordPresentation', id);
    await stage.done(desks.host, 'admitMember', id);
    expect(await stage.refused(desks.host, 'admitMember', id)).toBe('WRONG_STATE');
    expect(await stage.refused(desks.host, 'returnTransfer', id)).toBe('WRONG_STATE');
    expect(await stage.refused(applicant, 'withdrawTransfer', id)).toBe('WRONG_STATE');
    expect(await stage.refused(desks.secretary, 'rejectTransfer', id)).toBe('WRONG_STATE');
  });
});
