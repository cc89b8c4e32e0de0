import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, hostWard, host } = desks;

/** identity tells something new of a member who is already on the way. */
async function tell(memberId: string, news: Record<string, unknown>, version = 50): Promise<void> {
  const [example] = MemberRecorded.example.members;
  const member = {
    ...(example as NonNullable<typeof example>),
    status: 'ACTIVE',
    ...news,
    id: memberId,
    version,
  };
  const about = { aggregateId: memberId, data: { members: [member] } };
  await stage.hear(makeEnvelope(MemberRecorded, about, { province: 't' }));
}

describe('a member who may no longer be transferred goes no step further', () => {
  test('no box is signed while an inspection runs; when it is over, the letter goes on', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await tell(applicant.memberId, { underInspection: true });
    expect(await stage.refused(committee, 'signLetterBox', id)).toBe('TRANSFER_BLOCKED_INSPECTION');
    await tell(applicant.memberId, { underInspection: false }, 51);
    expect((await stage.done(committee, 'signLetterBox', id)).status).toBe('IN_ORIGIN_CHAIN');
  });

  test('it can be taken back to box 1, voided and refused', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await tell(applicant.memberId, { status: 'EXPELLED' });
    await stage.done(committee, 'returnLetterBox', id);
    await stage.done(secretary, 'voidLetter', id);
    expect(await stage.refused(secretary, 'issueLetter', id)).toBe('MEMBER_NOT_ACTIVE');
    expect((await stage.done(secretary, 'rejectTransfer', id)).status).toBe('REJECTED');
  });

  test('nor is it signed on arrival or sent again, but returned and cancelled', async () => {
    const { id, applicant } = await stage.dossierAt('SENT');
    await tell(applicant.memberId, { forceCategory: 'ARMY' });
    expect(await stage.refused(hostWard, 'signLetterBox', id)).toBe('EXCLUDED_FORCE');
    await stage.done(hostWard, 'returnTransfer', id);
    expect(await stage.refused(ward, 'correctAndResendTransfer', id)).toBe('EXCLUDED_FORCE');
    expect((await stage.done(secretary, 'cancelTransfer', id)).status).toBe('CANCELLED');
  });

  test.each([
    [{ underInspection: true }, 'TRANSFER_BLOCKED_INSPECTION'],
    [{ status: 'SUSPENDED_DETENTION' }, 'EXCLUDED_SUSPENDED'],
    [{ status: 'DECEASED' }, 'MEMBER_NOT_ACTIVE'],
  ])('nobody is admitted: %j', async (news, code) => {
    const { id, applicant } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(host, 'recordPresentation', id);
    await tell(applicant.memberId, news);
    await stage.published();
    expect(await stage.refused(host, 'admitMember', id)).toBe(code);
    expect(await stage.published()).toEqual([]);
  });
});
