import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { requestChange } from '../../test/change-stage.ts';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const province = () => ({ province: house.environment.PROVINCE_CODE });
const placed = (name: string, branchId: string, version: number) =>
  makeEnvelope(
    PlacementRecorded,
    {
      aggregateId: ids.member(name),
      data: {
        placements: [
          {
            memberId: ids.member(name),
            version,
            branchId,
            since: '2026-07-06',
            temporaryBranchId: null,
            temporarySince: null,
            residenceBranchId: null,
          },
        ],
      },
    },
    province(),
  );
const applied = (successions: { unitId: string; successorId: string }[], movedUnitIds: string[] = []) =>
  makeEnvelope(
    ReorganisationApplied,
    {
      aggregateId: units.ward,
      data: {
        reorganisationId: units.ward,
        decisionNumber: '12-QĐ/ĐU',
        effectiveOn: '2026-07-06',
        successions,
        movedUnitIds,
      },
    },
    province(),
  );

const one = async (sql: string, id: string) => (await house.em().execute<object[]>(sql, [id]))[0];

test('an account in use and a change that waits go with their owner, to the newest place heard of', async () => {
  const { change } = await requestChange(house, actorNamed('member'), { profileNumber: '0043' });
  await house.deliver(placed('member', units.otherBranch, 5));
  await house.deliver(placed('member', units.branch2, 4));
  const account = 'select branch_id as branch, version from account where id = ?';
  expect(await one(account, ids.account('member'))).toEqual({ branch: units.otherBranch, version: 1 });
  const request = `select branch_id as branch, approver_unit_id as approver, version from account_change_request where id = ?`;
  expect(await one(request, change.id)).toEqual({
    branch: units.otherBranch,
    approver: units.otherBranch,
    version: 2,
  });
  expect((await eventsNamed(house, 'DossierStateChanged')).at(-1)).toMatchObject({
    dossierId: change.id,
    procedure: 'ACCOUNT_CHANGE',
    unitId: units.otherBranch,
    number: change.number,
    version: 2,
  });
  await house.deliver(placed('member', units.otherBranch, 5));
  expect(await one(request, change.id)).toMatchObject({ version: 2 });
});

test('what waits with an ended branch goes to its successor, and to a moved branch’s new superior', async () => {
  const plain = await openDraft(house, 'Người Chờ Chi Bộ');
  const claims = await openDraft(house, 'Người Chờ Cấp Trên');
  const draft = await openDraft(house, 'Người Còn Viết');
  const { account } = await submit(house, plain, {
    branchId: units.branch2,
    residenceBranchId: units.branch2,
  });
  await submit(house, claims, { branchId: units.branch2, receivesRetainedDues: true, profileNumber: '9' });
  await house.em().execute('update account set branch_id = ? where id = ?', [units.branch2, draft.accountId]);

  const event = applied([{ unitId: units.branch2, successorId: units.otherBranch }]);
  await house.deliver(event);
  await house.deliver({ ...event, id: crypto.randomUUID() });
  const where = `select branch_id as branch, residence_branch_id as residence, approver_unit_id as approver, number,
    (select count(*)::int from account_history where account_id = account.id and action = 'FOLLOW') as followed
    from account where id = ?`;
  expect(await one(where, plain.accountId)).toEqual({
    branch: units.otherBranch,
    residence: units.otherBranch,
    approver: units.otherBranch,
    number: account.number,
    followed: 1,
  });
  expect(await one(where, claims.accountId)).toMatchObject({ approver: units.otherCommittee, followed: 1 });
  expect(await one(where, draft.accountId)).toMatchObject({ branch: units.otherBranch, followed: 0 });
  expect(
    await one(
      'select residence_branch_id as residence, version from member where id = ?',
      ids.member('committee'),
    ),
  ).toEqual({
    residence: units.otherBranch,
    version: 2,
  });

  await house
    .em()
    .execute('update unit_copy set parent_id = ? where id = ?', [units.committee, units.otherBranch]);
  await house.deliver(applied([], [units.otherBranch]));
  expect(await one(where, claims.accountId)).toMatchObject({ approver: units.committee, followed: 2 });
  expect(await one(where, plain.accountId)).toMatchObject({ approver: units.otherBranch, followed: 1 });
});
