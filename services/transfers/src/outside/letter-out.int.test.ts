import { contractBreaches } from '@dang/events/contract';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ARMY, answer, sentOut, toArmy } from '../../test/letter-out.ts';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const told = async (name: string) =>
  (await stage.published())
    .filter(({ type }) => type === `dang.transfers.${name}.v1`)
    .map(({ data }) => data as never);
const outside = `outside { end provinceCode answers { answer answeredOn unitName signerName documentNumber reason enteredByName } }`;
const shown = async (id: string) =>
  (
    await stage.ask(
      `query ($id: UUID!) { transfer(id: $id) { status destinationText waitingFor { id } flags ${outside} outsideDocuments { role }
         letter { status outsideNumber boxes { index status addressee } } availableActions { action allowed } } }`,
      { id },
      desks.secretary,
    )
  ).transfer;

describe('a letter to a place outside of every system', () => {
  test('ends at SENT_OUT with the signature of the province, and is told whole in that very transaction', async () => {
    await stage.published();
    const { id, status, waitingFor, number } = await sentOut(stage);
    expect([status, waitingFor?.id]).toEqual(['SENT_OUT', units.branch1]);
    const [sent, ...more] = await told('LetterSentOut');
    expect(more).toEqual([]);
    expect(contractBreaches(LetterSentOut, sent)).toEqual([]);
    expect(sent).toMatchObject({
      transferId: id,
      number,
      kind: 'OFFICIAL',
      destination: { name: ARMY, branchId: null, provinceCode: null },
      origin: {
        name: 'Chi bộ 1',
        branchId: units.branch1,
        chain: 'Đảng bộ Khu dân cư Việt Hưng, Đảng bộ phường Việt Hưng, Đảng bộ thành phố Hà Nội',
      },
      subject: { fullName: 'Nguyễn Thị Minh Anh', legacyCardNumber: '12345678' },
      stay: null,
      sentOn: TODAY,
    });
    const { letter, documents } = sent as unknown as {
      letter: { boxes: { signedByName: string | null }[] };
      documents: { role: string }[];
    };
    expect(letter.boxes.map(({ signedByName }) => signedByName !== null)).toEqual([
      ...[true, false, true, true, true],
      ...[false, false, false, false, false],
    ]);
    expect(documents[0]?.role).toBe('LETTER');
    expect(JSON.stringify(sent)).not.toContain('cardNumberSealed');
    const seen = await shown(id);
    expect(seen).toMatchObject({
      destinationText: ARMY,
      outside: { end: 'DESTINATION', provinceCode: null, answers: [] },
    });
    expect(seen.letter.boxes.map(({ status: box }: { status: string }) => box)).toEqual([
      ...['SIGNED', 'CROSSED_OUT', 'SIGNED', 'SIGNED', 'SIGNED'],
      ...Array.from({ length: 5 }, () => 'OUTSIDE'),
    ]);
    expect(seen.letter.boxes[4].addressee).toBe(ARMY);
  });

  test('is complete when the receipt is written down: the member has left, told once', async () => {
    const { id, applicant } = await sentOut(stage);
    await stage.published();
    const receipt = { transferId: id, documentNumber: '45/GXN', signerTitle: 'Bí thư đảng ủy' };
    const { transfer, refusal } = await answer(stage, desks.committee, 'recordOutsideReceipt', receipt);
    expect(refusal).toBeNull();
    expect(transfer).toMatchObject({ status: 'COMPLETED', closedOn: TODAY, waitingFor: null });
    const [left, ...more] = await told('MemberTransferredOut');
    expect(more).toEqual([]);
    expect(contractBreaches(MemberTransferredOut, left)).toEqual([]);
    expect(left).toMatchObject({
      transferId: id,
      memberId: applicant.memberId,
      originBranchId: units.branch1,
      destinationBranchId: null,
      destination: ARMY,
      duesPaidThrough: '2026-07',
      leftOn: TODAY,
    });
    expect(await shown(id)).toMatchObject({
      letter: { status: 'CLOSED' },
      flags: [],
      outside: {
        answers: [{ answer: 'RECEIVED', documentNumber: '45/GXN', enteredByName: desks.committee.name }],
      },
    });
    expect(
      (await answer(stage, desks.secretary, 'recordOutsideReceipt', { transferId: id })).refusal?.code,
    ).toBe('WRONG_STATE');
  });

  test('comes back, is sent again as the same letter, comes back again and is given up', async () => {
    const { id } = await sentOut(stage);
    const [before] = await told('LetterSentOut');
    const returned = await answer(stage, desks.secretary, 'recordOutsideReturn', { transferId: id });
    expect(returned.transfer).toMatchObject({ status: 'RETURNED_BY_DEST', waitingFor: { id: units.hanoi } });
    expect(await stage.done(desks.board, 'correctAndResendTransfer', id)).toMatchObject({
      status: 'SENT_OUT',
    });
    const [again] = await told('LetterSentOut');
    const lettersOf = (sent: unknown) => sent as { letter: { id: string }; sending: number };
    expect(lettersOf(again).letter.id).toBe(lettersOf(before).letter.id);
    expect(lettersOf(again).sending).toBeGreaterThan(lettersOf(before).sending);
    expect(
      (await answer(stage, desks.secretary, 'recordOutsideReturn', { transferId: id })).refusal,
    ).toBeNull();
    expect((await shown(id)).outside.answers.map((one: { answer: string }) => one.answer)).toEqual([
      'RETURNED',
      'RETURNED',
    ]);
    expect(await stage.done(desks.secretary, 'cancelTransfer', id)).toMatchObject({ status: 'CANCELLED' });
    const events = (await stage.published()).map(({ type }) => type.split('.')[2]);
    expect(events).toContain('LetterVoided');
    expect(events).toContain('TransferReturned');
    expect(events).not.toContain('MemberTransferredOut');
  });

  test.each([
    ['tomorrow', { receivedOn: '2026-07-07' }, 'INVALID_INPUT', 'receivedOn'],
    ['the day before the letter', { receivedOn: '2026-07-05' }, 'INVALID_INPUT', 'receivedOn'],
    ['of nobody', { unitName: ' ' }, 'INVALID_INPUT', 'unitName'],
    ['that nobody signed', { signerName: '' }, 'INVALID_INPUT', 'signerName'],
    ['with a number without end', { documentNumber: 'x'.repeat(101) }, 'INVALID_INPUT', 'documentNumber'],
    ['without a scan', { scanIds: [] }, 'SCAN_REQUIRED', 'scanIds'],
  ])('a receipt %s is refused and leaves nothing', async (_, more, code, field) => {
    const { id, version } = await sentOut(stage);
    const { refusal } = await answer(stage, desks.secretary, 'recordOutsideReceipt', {
      transferId: id,
      ...more,
    });
    expect(refusal).toMatchObject({ code, field });
    const [row] = await stage.em().execute('select status, version from transfer_dossier where id = ?', [id]);
    expect(row).toEqual({ status: 'SENT_OUT', version });
    expect(await stage.em().execute('select from outside_answer where dossier_id = ?', [id])).toHaveLength(0);
  });
});

describe('a letter to another province of the directory', () => {
  test('leaves the same way; the boxes there are theirs, by the units that the directory knows', async () => {
    await stage.published();
    const { id, status } = await sentOut(stage, { destinationBranchId: units.farBranch });
    expect(status).toBe('SENT_OUT');
    const [sent] = await told('LetterSentOut');
    expect(sent).toMatchObject({
      destination: {
        name: 'Chi bộ xa, Đảng bộ tỉnh Thanh Hóa',
        branchId: units.farBranch,
        provinceCode: '38',
      },
    });
    const { outside: end, letter } = await shown(id);
    expect(end).toMatchObject({ end: 'DESTINATION', provinceCode: '38' });
    expect(letter.boxes[4].addressee).toBe('Ban Tổ chức Tỉnh ủy Thanh Hóa');
    expect(letter.boxes.slice(5).map(({ status: box }: { status: string }) => box)).toEqual([
      ...['OUTSIDE', 'CROSSED_OUT', 'CROSSED_OUT', 'CROSSED_OUT', 'OUTSIDE'],
    ]);
  });

  test('asks only the origin whether it works by this procedure already', async () => {
    const member = await stage.newMember();
    const where = { destinationBranchId: units.farBranch };
    expect(await stage.done(member, 'requestOfficialTransfer', null, where)).toMatchObject({
      status: 'SUBMITTED',
    });
    await stage.tellStart('vietHung', '2026-12-01');
    const other = await stage.newMember();
    expect(await stage.refused(other, 'requestOfficialTransfer', null, toArmy)).toBe('PROCEDURE_NOT_STARTED');
    await stage.tellStart('vietHung', null, 2);
  });

  test('a dossier within the province has no outside end', async () => {
    const { id } = await stage.dossierAt('SUBMITTED');
    expect(await shown(id)).toMatchObject({ outside: null, outsideDocuments: [] });
  });
});
