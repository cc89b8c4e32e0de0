import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { requestChange } from '../../test/change-stage.ts';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const trailOf = (actor: Actor) =>
  house.em().execute<{ memberId: string }[]>(
    `select action, actor_role as role, member_id as "memberId", unit_id as "unitId", ip, request_id is not null as request
     from audit_entry where account_id = ? order by member_id`,
    [actor.accountId],
  );

test('T82: an inspection officer opens a member’s file: allowed, masked, and on record', async () => {
  const inspector = testActor({ role: 'INSPECTION_OFFICER', unitId: units.ward });
  const file =
    'query ($id: UUID!) { member(id: $id) { fullName dateOfBirth status personalIdMasked cardNumberMasked } }';
  const { data } = await house.execute(file, { id: ids.member('member') }, inspector);
  expect(data?.member).toMatchObject({ fullName: 'Nguyễn Thị Hà', personalIdMasked: '*********001' });
  expect(await trailOf(inspector)).toEqual([
    {
      action: 'readMemberFile',
      role: 'INSPECTION_OFFICER',
      memberId: ids.member('member'),
      unitId: units.branch1,
      ip: '203.0.113.7',
      request: true,
    },
  ]);
});

test('several files in one request are one line each, whatever fields are read; a name opens no file', async () => {
  const leader = actorNamed('committee');
  const both = `query ($a: UUID!, $b: UUID!) {
    a: member(id: $a) { fullName dateOfBirth joinDate kind }
    again: member(id: $a) { status }
    b: member(id: $b) { fullName }
    c: member(id: $c) { gender }
  }`.replace('$b: UUID!)', '$b: UUID!, $c: UUID!)');
  const people = { a: ids.member('member'), b: ids.member('neighbour'), c: ids.member('deputy') };
  const { data } = await house.execute(both, people, leader);
  expect(data?.b).toEqual({ fullName: 'Trần Văn Bình' });
  const read = (await trailOf(leader)).map(({ memberId }) => memberId);
  expect(read).toEqual([people.a, people.c].sort());
});

test('nobody is noted for reading themselves, nor for a person whom they may not see', async () => {
  const leader = actorNamed('secretary');
  await house.execute('{ me { fullName dateOfBirth personalIdMasked } }', {}, leader);
  const stranger = 'query ($id: UUID!) { member(id: $id) { dateOfBirth } }';
  await house.execute(stranger, { id: ids.member('sibling') }, leader);
  expect(await trailOf(leader)).toEqual([]);
});

test('a registration shows its name without a trace, and what stands on the form with one', async () => {
  const applicant = await openDraft(house, 'Người Nộp Đơn');
  await submit(house, applicant);
  const reader = actorNamed('deputy');
  const desk = (fields: string) =>
    house.execute(`{ pendingAccounts { edges { node { ${fields} } } } }`, {}, reader);
  await desk('fullName status availableActions { action }');
  expect(await trailOf(reader)).toEqual([]);
  const { data } = await desk('fullName dateOfBirth personalIdMasked joinDate form { branch { id } }');
  expect(data?.pendingAccounts.edges).toHaveLength(1);
  expect(await trailOf(reader)).toMatchObject([
    { action: 'readAccountForm', role: 'BRANCH_DEPUTY_SECRETARY', unitId: units.branch1 },
  ]);
  await house.execute('{ account { dateOfBirth form { branch { id } } } }', {}, applicant);
  expect(await trailOf(applicant)).toMatchObject([{ action: 'submitRegistration' }]);
});

test('a change that somebody asks for is part of their file: its values leave a trace, its fields do not', async () => {
  const actor = actorNamed('member', { plain: true });
  await requestChange(house, actor, { profileNumber: '000777' });
  const leader = actorNamed('secretary');
  const desk = (fields: string) =>
    house.execute(`{ pendingAccountChanges { edges { node { ${fields} } } } }`, {}, leader);
  const before = (await trailOf(leader)).length;
  await desk('id status');
  expect(await trailOf(leader)).toHaveLength(before);
  const { data } = await desk('changes { field new }');
  expect(data?.pendingAccountChanges.edges).toHaveLength(1);
  expect((await trailOf(leader)).slice(before)).toMatchObject([{ action: 'readMemberFile' }]);
});
