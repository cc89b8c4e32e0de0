import type { Envelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sealedList } from '../../test/letter-in.ts';
import { answer, sentOut } from '../../test/letter-out.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

let here: TransferStage;
let there: TransferStage;
beforeAll(async () => {
  here = await openTransfers(TODAY, { province: '05' });
  there = await openTransfers(TODAY, { province: '38' });
});
afterAll(async () => {
  await here?.close();
  await there?.close();
});

const far = officer('farBranch', 'BRANCH_SECRETARY', {
  name: 'Lê Văn Sơn',
  title: 'Bí thư chi bộ',
} as object);
const toFar = { destinationBranchId: units.farBranch };

const named = (events: readonly Envelope[], ...names: string[]) =>
  events.filter(({ type }) => names.includes(type.split('.')[2] ?? ''));
/** What one side has told the other since the last look. */
const letters = async (stage: TransferStage) =>
  named(
    await stage.published(),
    'LetterSentOut',
    'LetterAnswered',
    'MemberTransferredOut',
    'MemberTransferredIn',
  );
const only = (events: readonly Envelope[], name: string): Envelope => {
  const found = named(events, name);
  if (found.length !== 1) throw new Error(`${name} was told ${found.length} times`);
  return found[0] as Envelope;
};
let count = 0;
/** A member whom nobody takes for another one. */
const traveller = () => {
  count += 1;
  return here.newMember('branch1', {
    dateOfBirth: `1981-01-${10 + count}`,
    legacyCardNumber: `${70_000_000 + count}`,
  });
};
const dossiersThere = async (transferId: string) =>
  there.em().execute<{ id: string; status: string; memberId: string; version: number; channel: string }[]>(
    `select d.id, d.status, d.member_id as "memberId", d.version, d.channel from letter_from_outside l
     join transfer_dossier d on d.id = l.dossier_id where l.transfer_id = ? order by d.id`,
    [transferId],
  );
const statusHere = async (id: string) => {
  const [row] = await here
    .em()
    .execute<{ status: string }[]>('select status from transfer_dossier where id = ?', [id]);
  return row?.status;
};
async function admitThere(id: string) {
  await there.done(far, 'takeOverIncomingLetter', id, { sealedFile: sealedList });
  await there.done(far, 'recordPresentation', id);
  await there.done(far, 'admitMember', id);
}

describe('a letter from province 05 to province 38, whose deployments share nothing but events', () => {
  test('goes there, comes back, goes again, and ends with the admission; every event heard twice, the old ones late', async () => {
    await letters(here);
    await letters(there);
    const { id, applicant } = await sentOut(here, toFar, await traveller());
    const first = only(await letters(here), 'LetterSentOut');
    await there.hear(first, first);
    await there.hear(first);
    const [waiting, ...none] = await dossiersThere(id);
    expect(none).toEqual([]);
    expect(waiting).toMatchObject({
      status: 'INCOMING_PAPER',
      channel: 'ONLINE',
      memberId: applicant.memberId,
    });

    const seen = (
      await there.ask(
        `query ($id: UUID!) { transfer(id: $id) { origin { id } originText subject { fullName }
           outside { end provinceCode } outsideDocuments { role sourceFileId sha256 }
           letter { outsideNumber boxes { index status signedByName content } } history { label } } }`,
        { id: waiting?.id },
        far,
      )
    ).transfer;
    expect(seen).toMatchObject({
      origin: null,
      outside: { end: 'ORIGIN', provinceCode: '05' },
      history: [{ label: 'Nhận giấy giới thiệu từ hệ thống của tỉnh, thành phố khác' }],
    });
    expect(seen.originText).toContain('Chi bộ 1, Đảng bộ Khu dân cư Việt Hưng');
    expect(seen.letter.boxes.map(({ status }: { status: string }) => status)).toEqual([
      ...['OUTSIDE', 'CROSSED_OUT', 'OUTSIDE', 'OUTSIDE', 'OUTSIDE'],
      ...['CROSSED_OUT', 'CROSSED_OUT', 'CROSSED_OUT', 'CROSSED_OUT', 'NEXT'],
    ]);
    expect(seen.letter.boxes[0].content).toContain('Nguyễn Thị Minh Anh');
    const [signed] = await here.em().execute<{ sha256: string }[]>(
      `select encode(s.sha256, 'hex') as sha256 from document_signature s join transfer_dossier d on d.letter_id = s.subject_id
       where d.id = ? order by s.step desc limit 1`,
      [id],
    );
    expect(seen.outsideDocuments.find(({ role }: { role: string }) => role === 'LETTER').sha256).toBe(
      signed?.sha256,
    );

    await there.done(far, 'sendBackIncomingLetter', waiting?.id ?? '', { reason: 'Thiếu bản tự kiểm điểm' });
    const returned = only(await letters(there), 'LetterAnswered');
    await here.hear(returned, returned);
    await here.hear(returned);
    expect(await statusHere(id)).toBe('RETURNED_BY_DEST');
    const back = named(await here.published(), 'TransferReturned');
    expect(back.map(({ data }) => (data as { reason: string }).reason)).toEqual(['Thiếu bản tự kiểm điểm']);

    await here.done(desks.board, 'correctAndResendTransfer', id);
    const second = only(await letters(here), 'LetterSentOut');
    await there.hear(second, first, second);
    await there.hear(first);
    const both = await dossiersThere(id);
    expect(both.map(({ status }) => status)).toEqual(['CANCELLED', 'INCOMING_PAPER']);
    expect(both[1]?.memberId).toBe(applicant.memberId);

    await admitThere(both[1]?.id ?? '');
    const told = await letters(there);
    expect(only(told, 'MemberTransferredIn').data).toMatchObject({ memberId: applicant.memberId });
    const received = only(told, 'LetterAnswered');
    expect(received.data).toMatchObject({ answer: 'RECEIVED', toProvinceCode: '05', on: TODAY });
    await here.hear(received, returned, received);
    expect(await statusHere(id)).toBe('COMPLETED');
    await here.hear(returned, received);
    const left = await letters(here);
    expect(only(left, 'MemberTransferredOut').data).toMatchObject({
      memberId: applicant.memberId,
      destinationBranchId: units.farBranch,
      leftOn: TODAY,
    });
    await there.hear(second, first);
    expect((await dossiersThere(id)).map(({ status }) => status)).toEqual(['CANCELLED', 'COMPLETED']);
    expect(await letters(there)).toEqual([]);
    const { transfer } = await here.ask(
      `query ($id: UUID!) { transfer(id: $id) { outside { answers { answer unitName enteredByName } } history { byName action } } }`,
      { id },
      desks.secretary,
    );
    expect(transfer.outside.answers).toMatchObject([
      { answer: 'RETURNED', unitName: 'Chi bộ xa', enteredByName: null },
      { answer: 'RECEIVED', unitName: 'Chi bộ xa', enteredByName: null },
    ]);
  });

  test('sent again while it waits there takes the place of what waits; an older sending changes nothing', async () => {
    const { id } = await sentOut(here, toFar, await traveller());
    const first = only(await letters(here), 'LetterSentOut');
    await there.hear(first);
    const [before] = await dossiersThere(id);
    await answer(here, desks.secretary, 'recordOutsideReturn', { transferId: id });
    await here.done(desks.board, 'correctAndResendTransfer', id);
    const second = only(await letters(here), 'LetterSentOut');
    await there.hear(second, first, second);
    const [after, ...none] = await dossiersThere(id);
    expect(none).toEqual([]);
    expect(after).toMatchObject({
      id: before?.id,
      status: 'INCOMING_PAPER',
      version: (before?.version ?? 0) + 1,
    });
    const inForce = await there
      .em()
      .execute(`select from introduction_letter where dossier_id = ? and status <> 'VOID'`, [before?.id]);
    expect(inForce).toHaveLength(1);
  });

  test('the later sending heard first is the one that holds', async () => {
    const { id } = await sentOut(here, toFar, await traveller());
    await answer(here, desks.secretary, 'recordOutsideReturn', { transferId: id });
    await here.done(desks.board, 'correctAndResendTransfer', id);
    const [first, second] = named(await letters(here), 'LetterSentOut') as [Envelope, Envelope];
    await there.hear(second, first);
    const [only1, ...none] = await dossiersThere(id);
    expect(none).toEqual([]);
    expect(only1).toMatchObject({ status: 'INCOMING_PAPER', version: 1 });
  });

  test('admitted while the origin had written down a return: the answer is said again, and ends it there', async () => {
    const { id } = await sentOut(here, toFar, await traveller());
    const first = only(await letters(here), 'LetterSentOut');
    await there.hear(first);
    await answer(here, desks.secretary, 'recordOutsideReturn', { transferId: id });
    const [{ id: dossierId } = { id: '' }] = await dossiersThere(id);
    await letters(there);
    await admitThere(dossierId);
    const early = only(await letters(there), 'LetterAnswered');
    await here.hear(early);
    expect(await statusHere(id)).toBe('RETURNED_BY_DEST');
    await here.done(desks.board, 'correctAndResendTransfer', id);
    await there.hear(only(await letters(here), 'LetterSentOut'));
    const again = only(await letters(there), 'LetterAnswered');
    await here.hear(again, early, again);
    expect(await statusHere(id)).toBe('COMPLETED');
    expect(named(await letters(here), 'MemberTransferredOut')).toHaveLength(1);
  });

  test('the list of the sealed file is asked for when it is taken over', async () => {
    const { id } = await sentOut(here, toFar, await traveller());
    await there.hear(only(await letters(here), 'LetterSentOut'));
    const [{ id: dossierId } = { id: '' }] = await dossiersThere(id);
    const { refusal } = await there.act(far, 'takeOverIncomingLetter', dossierId);
    expect(refusal).toMatchObject({ code: 'FILE_NOT_SEALED', field: 'sealedFile' });
  });

  test('somebody who belongs to a branch there goes back at once, and says why', async () => {
    const known = { fullName: 'Phạm Thị Hoa', dateOfBirth: '1966-06-06', legacyCardNumber: '62345678' };
    await there.newMember('farBranch', known);
    const member = await here.newMember('branch1', known);
    const { id } = await sentOut(here, toFar, member);
    await letters(there);
    await there.hear(only(await letters(here), 'LetterSentOut'));
    expect(await dossiersThere(id)).toEqual([]);
    const answered = only(await letters(there), 'LetterAnswered');
    expect(answered.data).toMatchObject({ answer: 'RETURNED' });
    await here.hear(answered);
    expect(await statusHere(id)).toBe('RETURNED_BY_DEST');
  });

  test('nobody else is heard: a third province, the own events, letters for others', async () => {
    const { id } = await sentOut(here, toFar, await traveller());
    const sent = only(await letters(here), 'LetterSentOut');
    await here.hear(sent);
    await there.hear(sent);
    const [{ id: dossierId } = { id: '' }] = await dossiersThere(id);
    await letters(there);
    await there.done(far, 'sendBackIncomingLetter', dossierId, { reason: 'Nhầm' });
    const returned = only(await letters(there), 'LetterAnswered');
    const from = (province: string) => ({
      ...returned,
      id: crypto.randomUUID(),
      source: `/dang/${province}/transfers`,
    });
    await here.hear(from('99'), from('05'));
    expect(await statusHere(id)).toBe('SENT_OUT');
    const forged = {
      ...sent,
      id: crypto.randomUUID(),
      data: {
        ...(sent.data as object),
        destination: { name: 'X', branchId: units.sales, provinceCode: '05' },
      },
    };
    await there.hear(forged);
    expect(await dossiersThere(id)).toHaveLength(1);
  });
});
