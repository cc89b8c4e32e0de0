import { randomUUID } from 'node:crypto';
import type { Envelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answer, sentOut } from '../../test/letter-out.ts';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

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

const toFar = { destinationBranchId: units.farBranch };

const told = async (stage: TransferStage, name: string): Promise<Envelope[]> =>
  (await stage.published()).filter(({ type }) => type === `dang.transfers.${name}.v1`);
const toldOnce = async (stage: TransferStage, name: string): Promise<Envelope> => {
  const [one, ...more] = await told(stage, name);
  if (one === undefined || more.length > 0)
    throw new Error(`${name} was told ${more.length + 1} times or never`);
  return one;
};
type Data = Record<string, unknown>;
/** The same event with other contents, as somebody else would have made it. */
const forged = (envelope: Envelope, change: (data: never) => Data): Envelope => ({
  ...envelope,
  id: randomUUID(),
  data: { ...(envelope.data as Data), ...change(envelope.data as never) },
});
const statusHere = async (id: string) => {
  const [row] = await here
    .em()
    .execute<{ status: string }[]>('select status from transfer_dossier where id = ?', [id]);
  return row?.status;
};
const waitingThere = (transferId: string) =>
  there.em().execute<{ id: string; status: string; memberId: string; fullName: string }[]>(
    `select d.id, d.status, d.member_id as "memberId", d.full_name as "fullName" from letter_from_outside l
     join transfer_dossier d on d.id = l.dossier_id where l.transfer_id = ? order by d.id`,
    [transferId],
  );

let count = 0;
const traveller = () => {
  count += 1;
  return here.newMember('branch1', {
    dateOfBirth: `1982-02-${10 + count}`,
    legacyCardNumber: `${80_000_000 + count}`,
  });
};
/** A letter that has just left for the other province, and what it tells. */
async function letterOut() {
  await here.published();
  const dossier = await sentOut(here, toFar, await traveller());
  return { ...dossier, sent: await toldOnce(here, 'LetterSentOut') };
}
/** What the other province would answer to a letter. */
const answerTo = (sent: Envelope, more: Data): Envelope => {
  const { transferId, sending, letter } = sent.data as {
    transferId: string;
    sending: number;
    letter: { id: string };
  };
  const by = { unitName: 'Chi bộ xa', name: 'Lê Văn Sơn', title: 'Bí thư chi bộ' };
  return {
    ...sent,
    id: randomUUID(),
    type: 'dang.transfers.LetterAnswered.v1',
    source: '/dang/38/transfers',
    data: {
      ...{
        transferId,
        letterId: letter.id,
        sending,
        toProvinceCode: '05',
        answer: 'RECEIVED',
        on: TODAY,
        by,
      },
      ...{ reason: null, comment: null, document: null, ...more },
    },
  };
};

describe('an answer of another province', () => {
  test('to a letter that is void says nothing of the one that took its place', async () => {
    const { id, sent } = await letterOut();
    await answer(here, desks.secretary, 'recordOutsideReturn', { transferId: id });
    await here.done(desks.secretary, 'voidLetter', id);
    for (const [actor, mutation] of [
      [desks.secretary, 'issueLetter'],
      [desks.committee, 'signLetterBox'],
      [desks.ward, 'signLetterBox'],
      [desks.board, 'signLetterBox'],
    ] as const)
      await here.done(actor, mutation, id);
    expect(await statusHere(id)).toBe('SENT_OUT');
    await here.hear(answerTo(sent, {}));
    expect(await statusHere(id)).toBe('SENT_OUT');
    await here.hear(answerTo(sent, { answer: 'RETURNED', reason: 'Nhầm' }));
    expect(await statusHere(id)).toBe('SENT_OUT');
    await here.hear(answerTo(await toldOnce(here, 'LetterSentOut'), {}));
    expect(await statusHere(id)).toBe('COMPLETED');
  });

  test.each([
    ['9999-12-31', TODAY],
    ['1950-01-01', TODAY],
  ])('that names %s as its day is of the day nearest to it on which it can have been', async (on, taken) => {
    const { id, sent } = await letterOut();
    await here.hear(answerTo(sent, { on }));
    expect(await statusHere(id)).toBe('COMPLETED');
    expect((await toldOnce(here, 'MemberTransferredOut')).data).toMatchObject({ leftOn: taken });
  });

  test('that gives no reason for a return brings the letter back all the same', async () => {
    const { id, sent } = await letterOut();
    await here.hear(answerTo(sent, { answer: 'RETURNED', reason: null }));
    expect(await statusHere(id)).toBe('RETURNED_BY_DEST');
  });

  test('that ends a stay which nobody makes changes nothing', async () => {
    const { id, sent } = await letterOut();
    await here.hear(answerTo(sent, { answer: 'STAY_ENDED', comment: 'Tốt' }));
    expect(await statusHere(id)).toBe('SENT_OUT');
  });
});

describe('a letter of another province', () => {
  test.each<[string, (data: never) => Data]>([
    [
      'dues paid for a thousand years',
      ({ letter }: { letter: Data }) => ({ letter: { ...letter, duesPaidThrough: '2999-12' } }),
    ],
    ['dues owed', ({ letter }: { letter: Data }) => ({ letter: { ...letter, duesPaidThrough: '2026-05' } })],
    [
      'a letter of the day after tomorrow',
      ({ letter }: { letter: Data }) => ({
        letter: { ...letter, issuedOn: '2026-07-08', duesPaidThrough: '2026-07' },
      }),
    ],
    [
      'somebody who is not born yet',
      ({ subject }: { subject: Data }) => ({ subject: { ...subject, dateOfBirth: '2030-01-01' } }),
    ],
    [
      'a card of 12 digits in clear',
      ({ subject }: { subject: Data }) => ({ subject: { ...subject, legacyCardNumber: '001090012345' } }),
    ],
    ['an unknown gender', ({ subject }: { subject: Data }) => ({ subject: { ...subject, gender: 'X1' } })],
    ['a reason of no official transfer', () => ({ reason: 'WHATEVER' })],
    [
      'a branch of another province, called ours',
      () => ({ destination: { name: 'X', branchId: units.sales, provinceCode: '38' } }),
    ],
  ])('that cannot be right goes back: %s', async (_, change) => {
    const { id, sent } = await letterOut();
    await there.published();
    await there.hear(forged(sent, change));
    expect(await waitingThere(id)).toEqual([]);
    const answered = await toldOnce(there, 'LetterAnswered');
    expect(answered.data).toMatchObject({ answer: 'RETURNED', transferId: id });
    await here.hear(answered);
    expect(await statusHere(id)).toBe('RETURNED_BY_DEST');
  });

  test('that is sent again for somebody else does not give the one who waits another name', async () => {
    const { id, sent } = await letterOut();
    await there.hear(sent);
    const [before] = await waitingThere(id);
    const other = { fullName: 'Phạm Thị Hoa', dateOfBirth: '1966-06-07', legacyCardNumber: '62345679' };
    await there.newMember('farBranch', other);
    await there.published();
    await there.hear(
      forged(sent, ({ subject, sending }: { subject: Data; sending: number }) => ({
        subject: { ...subject, ...other },
        sending: sending + 1,
      })),
    );
    expect(await waitingThere(id)).toEqual([before]);
    expect((await toldOnce(there, 'LetterAnswered')).data).toMatchObject({ answer: 'RETURNED' });
  });

  test('for somebody who is barred here goes back without a word of why', async () => {
    const known = { fullName: 'Phạm Thị Hoa', dateOfBirth: '1967-06-07', legacyCardNumber: '62345680' };
    await there.newMember(null, { ...known, status: 'CONVICTED' });
    await here.published();
    await sentOut(here, toFar, await here.newMember('branch1', known));
    await there.published();
    await there.hear(await toldOnce(here, 'LetterSentOut'));
    const { reason } = (await toldOnce(there, 'LetterAnswered')).data as { reason: string };
    expect(reason).toMatch(/^Chưa tiếp nhận được đảng viên này/);
  });
});
