import { LetterAnswered } from '@dang/events/contracts/transfers/letter-answered';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer, toArmy } from '../../test/letter-out.ts';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

async function stayOutside(where: Record<string, unknown>) {
  const applicant = await stage.newMember();
  const { id } = await stage.done(applicant, 'requestTemporaryTransfer', null, where);
  await stage.done(desks.secretary, 'issueLetter', id);
  return stage.done(desks.committee, 'signLetterBox', id);
}
const told = async () => (await stage.published()).map(({ type }) => type.split('.')[2]);
const count = (names: (string | undefined)[], name: string) => names.filter((one) => one === name).length;

test('a stay outside of every system begins with the receipt, and comes home with the comment', async () => {
  const { id, status } = await stayOutside(toArmy);
  expect(status).toBe('SENT_OUT');
  await told();
  const begun = await answer(stage, desks.secretary, 'recordOutsideReceipt', { transferId: id });
  expect(begun.transfer).toMatchObject({ status: 'ACTIVE_TEMPORARY', closedOn: null });
  expect(count(await told(), 'TemporaryStayStarted')).toBe(1);
  const comment = {
    transferId: id,
    commentedOn: TODAY,
    comment: 'Chấp hành tốt.',
    duesPaidThrough: '2026-07',
    unitName: 'Chi bộ 3',
    signerName: 'Vàng A Sùng',
  };
  const without = await answer(stage, desks.secretary, 'recordOutsideStayComment', {
    ...comment,
    comment: ' ',
  });
  expect(without.refusal).toMatchObject({ code: 'STAY_COMMENT_REQUIRED' });
  for (const duesPaidThrough of ['2026-06', '2027-08', '9999-12']) {
    const wrong = { ...comment, duesPaidThrough };
    const { refusal } = await answer(stage, desks.secretary, 'recordOutsideStayComment', wrong);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'duesPaidThrough' });
  }
  const home = await answer(stage, desks.secretary, 'recordOutsideStayComment', comment);
  expect(home.transfer).toMatchObject({ status: 'RETURNING', waitingFor: { id: units.kdc } });
  await stage.done(desks.committee, 'signLetterBox', id);
  expect(await stage.done(desks.secretary, 'receiveMemberBack', id)).toMatchObject({ status: 'COMPLETED' });
  expect(count(await told(), 'TemporaryStayEnded')).toBe(1);
});

test('the end of a stay that is heard before its beginning waits for it', async () => {
  const { id } = await stayOutside({ destinationBranchId: units.farBranch });
  const [row] = await stage
    .em()
    .execute<{ letterId: string; version: number }[]>(
      'select letter_id as "letterId", version from transfer_dossier where id = ?',
      [id],
    );
  await told();
  const says = (kind: 'RECEIVED' | 'STAY_ENDED') =>
    makeEnvelope(
      LetterAnswered,
      {
        aggregateId: id,
        data: {
          ...LetterAnswered.example,
          transferId: id,
          letterId: row?.letterId ?? '',
          sending: row?.version ?? 0,
          answer: kind,
          on: TODAY,
          comment: kind === 'STAY_ENDED' ? 'Chấp hành tốt.' : null,
        },
      },
      { province: '38' },
    );
  const [received, ended] = [says('RECEIVED'), says('STAY_ENDED')];
  await stage.hear(ended, ended);
  expect(await told()).toEqual([]);
  await stage.hear(received, ended, received);
  const names = await told();
  expect(count(names, 'TemporaryStayStarted')).toBe(1);
  const [now] = await stage
    .em()
    .execute<{ status: string }[]>('select status from transfer_dossier where id = ?', [id]);
  expect(now?.status).toBe('RETURNING');
});
