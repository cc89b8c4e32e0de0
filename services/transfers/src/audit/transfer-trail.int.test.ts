import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

test('every step of a transfer says who moved it from where to where, and about whom', async () => {
  const member = await stage.newMember();
  const { id } = await stage.done(member, 'requestOfficialTransfer', null);
  await stage.done(desks.secretary, 'recordReviewMeeting', id);
  const lines = await stage.em().execute(
    `select action, actor_role as role, unit_id as unit, member_id as member, before ->> 'status' as before,
       after ->> 'status' as after
     from audit_entry where subject_id = ? order by id`,
    [id],
  );
  const about = { unit: units.branch1, member: member.memberId };
  expect(lines).toEqual([
    { action: 'requestOfficialTransfer', role: null, ...about, before: null, after: 'SUBMITTED' },
    {
      action: 'recordReviewMeeting',
      role: 'BRANCH_SECRETARY',
      ...about,
      before: 'SUBMITTED',
      after: 'ORIGIN_MET',
    },
  ]);
});
