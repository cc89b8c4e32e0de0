import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { papers } from '../../test/scan.ts';
import { desks, officer, openTransfers, someMeeting, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, host } = desks;
const meet = (more: object) => ({ meeting: { ...someMeeting, ...more } });
const seen = async (id: string) => {
  const query = `query ($id: UUID!) { transfer(id: $id) { documents { role }
    meetings { side votesFor votesAgainst counts conclusion } } }`;
  return (await stage.ask(query, { id }, secretary)).transfer;
};
const atAdmission = async () => {
  const { id } = await stage.dossierAt('AT_DEST_BRANCH');
  await stage.done(committee, 'recordSealedFile', id);
  await stage.done(host, 'recordPresentation', id);
  return id;
};

describe('who voted', () => {
  test('T77: a temporary member, a probationary one or one of elsewhere has no vote where the member is received', async () => {
    const id = await atAdmission();
    const [own, other] = [await stage.newMember('sales'), await stage.newMember('sales')];
    const away = await stage.newMember('branch2');
    const temporary = await stage.newMember('branch2', {}, '2026-07');
    await stage
      .em()
      .execute(
        'update placement_copy set temporary_branch_id = (select branch_id from placement_copy where member_id = ?) where member_id = ?',
        [own.memberId, temporary.memberId],
      );
    const probationer = await stage.newMember('sales', { officialDate: null });
    const voting = (...voters: { memberId: string }[]) =>
      meet({ voterIds: voters.map(({ memberId }) => memberId) });
    for (const stranger of [temporary, away, probationer, { memberId: crypto.randomUUID() }]) {
      const { refusal } = await stage.act(host, 'admitMember', id, voting(own, stranger));
      expect(refusal).toMatchObject({ code: 'NO_VOTE_RIGHT', field: 'meeting.voterIds' });
    }
    expect((await stage.done(host, 'admitMember', id, voting(own, other))).status).toBe('COMPLETED');
  });

  test('at the origin, is of the origin; the member on whom it is decided votes nowhere, whatever their office', async () => {
    const boss = await stage.newMember();
    const { id } = await stage.dossierAt('SUBMITTED', boss);
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', { memberId: boss.memberId });
    const own = await stage.newMember('branch1');
    const theirs = await stage.newMember('sales');
    const record = (...voterIds: string[]) =>
      stage.act(secretary, 'recordReviewMeeting', id, meet({ voterIds }));
    expect((await record(boss.memberId)).refusal?.code).toBe('OWN_CASE');
    expect((await record(theirs.memberId)).refusal?.code).toBe('NO_VOTE_RIGHT');
    expect((await record(own.memberId, own.memberId)).refusal?.code).toBe('INVALID_INPUT');
    expect(await stage.refused(asSecretary, 'recordReviewMeeting', id)).toBe('OWN_CASE');
    expect((await record(own.memberId)).transfer?.status).toBe('ORIGIN_MET');
  });
});

describe('votes and minutes', () => {
  test('stand with the meeting; minutes are brought by whoever records it', async () => {
    const { id } = await stage.dossierAt('SUBMITTED');
    const [minutes, foreign] = [
      await papers(stage.em(), secretary, ['MINUTES']),
      await papers(stage.em(), desks.deputy, ['MINUTES']),
    ].map((brought) => brought.map(({ fileId }) => fileId));
    const bad = await stage.act(secretary, 'recordReviewMeeting', id, meet({ minutesIds: foreign }));
    expect(bad.refusal).toMatchObject({ code: 'FILE_NOT_UPLOADED', field: 'meeting.minutesIds' });
    expect(
      (await stage.act(secretary, 'recordReviewMeeting', id, meet({ votesFor: 18 }))).refusal?.field,
    ).toBe('meeting.votesFor');
    await stage.done(secretary, 'recordReviewMeeting', id, meet({ minutesIds: minutes, votesFor: 15 }));
    const { meetings, documents } = await seen(id);
    expect(meetings).toMatchObject([{ side: 'ORIGIN', votesFor: 15, votesAgainst: 1, counts: true }]);
    expect(documents).toContainEqual({ role: 'MINUTES' });
  });

  test('nobody is admitted against the vote', async () => {
    const id = await atAdmission();
    const { refusal } = await stage.act(host, 'admitMember', id, meet({ votesFor: 8, votesAgainst: 8 }));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'meeting.votesFor' });
  });

  test('after its letter was voided the branch meets anew if it wants to; the latest meeting counts', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(committee, 'returnLetterBox', id);
    await stage.done(secretary, 'voidLetter', id);
    await stage.done(secretary, 'recordReviewMeeting', id, meet({ conclusion: 'Họp lại.' }));
    expect((await seen(id)).meetings).toMatchObject([
      { conclusion: 'Đồng ý.', counts: false },
      { conclusion: 'Họp lại.', counts: true },
    ]);
    expect((await stage.done(secretary, 'issueLetter', id)).status).toBe('IN_ORIGIN_CHAIN');
  });
});
