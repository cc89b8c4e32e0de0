import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, deputy, committee, ward } = desks;

describe('separation of duties', () => {
  test('T74: a secretary who transfers acts on nothing of it; the deputy or the superior does', async () => {
    const boss = await stage.newMember();
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', {
      memberId: boss.memberId,
      accountId: boss.accountId,
    });
    await stage.tellOfficers('branch1', [{ memberId: boss.memberId, role: 'BRANCH_SECRETARY' }]);
    const { id } = await stage.done(asSecretary, 'requestOfficialTransfer', null);
    expect(await stage.refused(asSecretary, 'recordReviewMeeting', id)).toBe('OWN_CASE');
    expect(await stage.refused(asSecretary, 'rejectTransfer', id)).toBe('OWN_CASE');

    const desk = 'query { transferDesk(first: 100) { edges { node { id } } } }';
    const idsOn = async (actor: typeof secretary) =>
      (await stage.ask(desk, {}, actor)).transferDesk.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect(await idsOn(asSecretary)).not.toContain(id);
    expect(await idsOn(deputy)).toContain(id);
    expect(await idsOn(committee)).toContain(id);
    expect(await idsOn(ward)).not.toContain(id);

    expect((await stage.done(deputy, 'recordReviewMeeting', id)).status).toBe('ORIGIN_MET');
    expect(await stage.refused(ward, 'issueLetter', id)).toBe('ACTION_NOT_ALLOWED');
    expect((await stage.done(committee, 'issueLetter', id)).status).toBe('IN_ORIGIN_CHAIN');
    await stage.tellOfficers('branch1', [], 2);
  });

  test('a committee secretary’s own letter is signed by the superior', async () => {
    const boss = await stage.newMember();
    const asCommittee = officer('kdc', 'COMMITTEE_SECRETARY', { memberId: boss.memberId });
    await stage.tellOfficers('kdc', [{ memberId: boss.memberId, role: 'COMMITTEE_SECRETARY' }]);
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN', boss);
    expect(await stage.refused(asCommittee, 'signLetterBox', id)).toBe('OWN_CASE');
    await stage.done(ward, 'signLetterBox', id);
    expect((await stage.done(ward, 'signLetterBox', id)).status).toBe('SENT');
    await stage.tellOfficers('kdc', [], 2);
  });

  test('an office that has ended does nothing more, whatever the token still says', async () => {
    const { id } = await stage.dossierAt('SUBMITTED');
    const former = officer('branch1', 'BRANCH_SECRETARY');
    const positionId = former.capacity?.positionId as string;
    const ended = { ...PositionEnded.example, positionId, endedOn: stage.now.current };
    await stage.hear(
      makeEnvelope(PositionEnded, { aggregateId: positionId, data: ended }, { province: 't' }),
    );
    expect(await stage.refused(former, 'recordReviewMeeting', id)).toBe('POSITION_ENDED');
    expect((await stage.done(secretary, 'recordReviewMeeting', id)).status).toBe('ORIGIN_MET');
  });

  test('nobody enters a paper request for themselves', async () => {
    const boss = await stage.newMember();
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', { memberId: boss.memberId });
    expect(await stage.refused(asSecretary, 'enterPaperTransfer', null, { memberId: boss.memberId })).toBe(
      'OWN_CASE',
    );
  });
});
