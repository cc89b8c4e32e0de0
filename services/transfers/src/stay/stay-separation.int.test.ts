import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { deputy, committee, ward, hostWard, hostCommittee, host } = desks;

describe('nobody decides on their own stay', () => {
  test('a branch secretary who goes for a time: the superior acts for the branch, there, on the way back and on a conversion', async () => {
    const boss = await stage.newMember();
    const { memberId, accountId } = boss;
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', { memberId, accountId });
    await stage.tellOfficers('branch1', [{ memberId, role: 'BRANCH_SECRETARY' }]);
    const { id } = await stage.done(asSecretary, 'requestTemporaryTransfer', null);
    for (const mutation of ['requestTransferSupplement', 'rejectTransfer', 'issueLetter'])
      expect([mutation, await stage.refused(asSecretary, mutation, id)]).toEqual([mutation, 'OWN_CASE']);
    expect(await stage.refused(ward, 'issueLetter', id)).toBe('ACTION_NOT_ALLOWED');
    await stage.done(committee, 'issueLetter', id);
    await stage.done(committee, 'signLetterBox', id);
    await stage.done(hostCommittee, 'receiveStayLetter', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    await stage.done(host, 'confirmTemporaryStay', id);

    await stage.done(asSecretary, 'requestStayConversion', id);
    expect(await stage.refused(asSecretary, 'agreeStayConversion', id)).toBe('OWN_CASE');
    expect(await stage.refused(asSecretary, 'refuseStayConversion', id)).toBe('OWN_CASE');
    await stage.done(committee, 'refuseStayConversion', id);

    await stage.done(host, 'writeStayComment', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    await stage.done(committee, 'signLetterBox', id);
    expect(await stage.refused(asSecretary, 'receiveMemberBack', id)).toBe('OWN_CASE');
    expect((await stage.done(committee, 'receiveMemberBack', id)).status).toBe('COMPLETED');
    await stage.tellOfficers('branch1', [], 2);
  });

  test('where a deputy leads on beside the applicant, both the deputy and the superior may', async () => {
    const boss = await stage.newMember();
    await stage.tellOfficers(
      'branch1',
      [
        { memberId: boss.memberId, role: 'BRANCH_SECRETARY' },
        { memberId: deputy.memberId as string, role: 'BRANCH_DEPUTY_SECRETARY' },
      ],
      3,
    );
    const { id } = await stage.done(boss, 'requestTemporaryTransfer', null);
    await stage.done(committee, 'requestTransferSupplement', id);
    await stage.done(boss, 'supplementTransfer', id);
    await stage.done(deputy, 'issueLetter', id);
    await stage.tellOfficers('branch1', [], 4);
  });

  test('a committee secretary’s own boxes, there and back, are signed by the superior', async () => {
    const boss = await stage.newMember();
    const asCommittee = officer('kdc', 'COMMITTEE_SECRETARY', { memberId: boss.memberId });
    await stage.tellOfficers('kdc', [{ memberId: boss.memberId, role: 'COMMITTEE_SECRETARY' }]);
    const { id } = await stage.done(boss, 'requestTemporaryTransfer', null);
    await stage.done(desks.secretary, 'issueLetter', id);
    expect(await stage.refused(asCommittee, 'signLetterBox', id)).toBe('OWN_CASE');
    expect(await stage.refused(asCommittee, 'returnLetterBox', id)).toBe('OWN_CASE');
    expect((await stage.done(ward, 'signLetterBox', id)).status).toBe('SENT');
    await stage.done(hostCommittee, 'receiveStayLetter', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    await stage.done(host, 'confirmTemporaryStay', id);
    await stage.done(host, 'writeStayComment', id);
    await stage.done(hostCommittee, 'signLetterBox', id);
    expect(await stage.refused(asCommittee, 'signLetterBox', id)).toBe('OWN_CASE');
    expect((await stage.done(ward, 'signLetterBox', id)).status).toBe('BACK_AT_ORIGIN');
    await stage.tellOfficers('kdc', [], 2);
  });

  test('who leads the committee at the place of the stay neither receives their own letter nor grants themselves a longer term', async () => {
    const boss = await stage.newMember();
    const asHost = officer('company', 'COMMITTEE_SECRETARY', { memberId: boss.memberId });
    await stage.tellOfficers('company', [{ memberId: boss.memberId, role: 'COMMITTEE_SECRETARY' }]);
    const { id } = await stage.done(boss, 'requestTemporaryTransfer', null);
    await stage.done(desks.secretary, 'issueLetter', id);
    await stage.done(committee, 'signLetterBox', id);
    expect(await stage.refused(asHost, 'receiveStayLetter', id)).toBe('OWN_CASE');
    await stage.done(hostWard, 'receiveStayLetter', id);
    expect(await stage.refused(asHost, 'signLetterBox', id)).toBe('OWN_CASE');
    await stage.done(hostWard, 'signLetterBox', id);
    await stage.done(host, 'confirmTemporaryStay', id);
    await stage.done(boss, 'requestStayExtension', id);
    expect(await stage.refused(asHost, 'grantStayExtension', id)).toBe('OWN_CASE');
    expect(await stage.refused(asHost, 'refuseStayExtension', id)).toBe('OWN_CASE');
    expect((await stage.done(hostWard, 'grantStayExtension', id)).status).toBe('ACTIVE_TEMPORARY');
    await stage.tellOfficers('company', [], 2);
  });
});
