import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { requestChange, settleChange } from '../../test/change-stage.ts';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const member = actorNamed('member');
const lastEvent = async (name: string) => (await eventsNamed(house, name)).at(-1);
const me = async (actor: Actor) =>
  (await house.execute('{ me { fullName profileNumber cardNumberMasked } }', {}, actor)).data?.me;

describe('a member asks for a change', () => {
  test('which holds once the branch has approved it, and not before', async () => {
    const asked = { profileNumber: '0043', extended: { phone: '+84 912 345 678' }, note: 'Đổi lý lịch' };
    const { change } = await requestChange(house, member, asked);
    expect(change).toMatchObject({
      status: 'PENDING_BRANCH',
      number: '05.200.044.000.001-ACCOUNT_CHANGE-260706-0001',
      important: false,
      approverUnit: { id: units.branch1 },
      changes: [
        { field: 'profileNumber', old: '001234', new: '0043' },
        { field: 'extended.phone', old: null, new: '0912345678' },
      ],
      availableActions: [
        { action: 'APPROVE', allowed: false, code: 'ACTION_NOT_ALLOWED' },
        { action: 'REJECT', allowed: false, code: 'ACTION_NOT_ALLOWED' },
        { action: 'WITHDRAW', allowed: true, code: null },
      ],
    });
    expect((await me(member)).profileNumber).toBe('001234');
    expect(await lastEvent('ChangeRequestSubmitted')).toMatchObject({
      requestId: change.id,
      unitId: units.branch1,
    });
    expect((await requestChange(house, member, { profileNumber: '9' })).refusal.code).toBe(
      'CHANGE_ALREADY_OPEN',
    );

    const approved = await settleChange(house, actorNamed('deputy'), 'approve', change);
    expect(approved.change.changes[1]).toEqual({ field: 'extended.phone', old: null, new: '*******678' });
    expect(approved.change.history).toMatchObject([
      { action: 'REQUEST', label: 'Cập nhật', toState: 'PENDING_BRANCH', byName: 'Nguyễn Thị Hà' },
      { action: 'APPROVE', label: 'Duyệt', byTitle: 'Phó Bí thư chi bộ', unitName: 'Chi bộ 1' },
    ]);
    expect((await me(member)).profileNumber).toBe('0043');
    expect(await lastEvent('MemberRecorded')).toMatchObject({
      members: [{ id: ids.member('member'), version: 2, profileNumber: '0043' }],
    });
    expect(await lastEvent('ChangeRequestApproved')).toMatchObject({ memberId: ids.member('member') });
    expect(await lastEvent('DossierStateChanged')).toMatchObject({
      procedure: 'ACCOUNT_CHANGE',
      state: 'APPROVED',
      closedOn: '2026-07-06',
    });
    const [contact] = await house
      .em()
      .execute('select phone_sealed from member_contact where member_id = ?', [ids.member('member')]);
    expect(contact).toBeDefined();
    const again = { ...approved.change };
    expect((await settleChange(house, actorNamed('secretary'), 'approve', again)).refusal.code).toBe(
      'WRONG_STATE',
    );
  });

  test('which is declined with a reason, and the old data stay', async () => {
    const { change } = await requestChange(house, member, { employer: { name: 'Sở Y tế' } });
    const secretary = actorNamed('secretary');
    expect((await settleChange(house, secretary, 'reject', change, { reason: ' ' })).refusal.field).toBe(
      'reason',
    );
    const rejected = await settleChange(house, secretary, 'reject', change, { reason: 'Thiếu giấy tờ' });
    expect(rejected.change).toMatchObject({ status: 'REJECTED', rejectionReason: 'Thiếu giấy tờ' });
    expect(await lastEvent('ChangeRequestRejected')).toMatchObject({ reason: 'Thiếu giấy tờ' });
    const { data } = await house.execute('{ account { form { employer { name } } } }', {}, member);
    expect(data?.account.form.employer).toBeNull();
  });

  test('and takes it back while it waits', async () => {
    const { change } = await requestChange(house, member, { employer: { name: 'Sở Y tế' } });
    expect((await settleChange(house, member, 'withdraw', change)).change.status).toBe('WITHDRAWN');
    expect((await settleChange(house, actorNamed('secretary'), 'approve', change)).refusal.code).toBe(
      'VERSION_CONFLICT',
    );
  });

  test.each<[string, Record<string, unknown>, string, string | null]>([
    ['nothing new', { profileNumber: '0043' }, 'NOTHING_TO_CHANGE', null],
    ['another branch', { branchId: units.branch2 }, 'BRANCH_CHANGE_NEEDS_TRANSFER', 'branchId'],
    ['a number that is none', { cardNumber: '12' }, 'INVALID_INPUT', 'cardNumber'],
    ['somebody else’s card', { cardNumber: '099085000002' }, 'IDENTIFIER_TAKEN', 'cardNumber'],
    ['a committee to live in', { residenceBranchId: units.committee }, 'INVALID_INPUT', 'residenceBranchId'],
    ['an official date before joining', { officialDate: '2009-01-01' }, 'INVALID_INPUT', 'officialDate'],
    ['no name', { fullName: null }, 'INVALID_INPUT', 'fullName'],
    ['an endless note', { profileNumber: '1', note: 'x'.repeat(2001) }, 'INVALID_INPUT', 'note'],
  ])('for %s, and is refused', async (_what, asked, code, field) => {
    expect(await requestChange(house, member, asked)).toEqual({ change: null, refusal: { code, field } });
  });

  test('which is out of date when somebody changed the same thing meanwhile', async () => {
    const { change } = await requestChange(house, member, { profileNumber: '0044' });
    await house.em().execute(`update member set profile_number = '77' where id = ?`, [ids.member('member')]);
    expect((await settleChange(house, actorNamed('secretary'), 'approve', change)).refusal.code).toBe(
      'CHANGE_OUTDATED',
    );
    await settleChange(house, member, 'withdraw', change);
  });
});

describe('important data of who leads the branch', () => {
  test('are decided by the direct superior, and officers are told anew under the new name', async () => {
    const secretary = actorNamed('secretary');
    const { change } = await requestChange(house, secretary, { fullName: 'Lê Quang Mình' });
    expect(change).toMatchObject({
      status: 'PENDING_SUPERIOR',
      important: true,
      approverUnit: { id: units.committee },
    });
    expect((await settleChange(house, actorNamed('deputy'), 'approve', change)).refusal.code).toBe(
      'ACTION_NOT_ALLOWED',
    );
    expect((await settleChange(house, secretary, 'approve', change)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    const approved = await settleChange(house, actorNamed('committee'), 'approve', change);
    expect(approved.change.status).toBe('APPROVED');
    expect(await lastEvent('OfficersChanged')).toMatchObject({
      units: [
        {
          unitId: units.branch1,
          officers: expect.arrayContaining([expect.objectContaining({ name: 'Lê Quang Mình' })]),
        },
      ],
    });
  });

  test('other data are decided by the other leader, never by oneself', async () => {
    const secretary = actorNamed('secretary');
    const { change } = await requestChange(house, secretary, { employer: { name: 'Ủy ban' } });
    expect(change.status).toBe('PENDING_BRANCH');
    expect((await settleChange(house, secretary, 'approve', change)).refusal.code).toBe('OWN_CASE');
    expect((await settleChange(house, actorNamed('deputy'), 'approve', change)).refusal).toBeNull();
  });

  test('and everything of the only leader of a branch by the direct superior', async () => {
    await house.em().execute(
      `insert into position (member_id, unit_id, role, title, from_date)
         values (?, ?, 'COMMITTEE_SECRETARY', 'Bí thư', '2026-01-01')`,
      [ids.member('committee'), units.otherCommittee],
    );
    const { change } = await requestChange(house, actorNamed('sibling'), { employer: { name: 'Trường' } });
    expect(change).toMatchObject({ status: 'PENDING_SUPERIOR', approverUnit: { id: units.otherCommittee } });
  });

  test('and everything of a branch with nobody in office', async () => {
    const { change } = await requestChange(house, actorNamed('committee', { plain: true }), {
      employer: { name: 'Ủy ban' },
    });
    expect(change).toMatchObject({ status: 'PENDING_SUPERIOR', approverUnit: { id: units.committee } });
    expect((await settleChange(house, actorNamed('committee'), 'approve', change)).refusal.code).toBe(
      'OWN_CASE',
    );
  });

  test('and nothing is approved for a branch that has ended', async () => {
    const { change } = await requestChange(house, actorNamed('member'), { profileNumber: '0099' });
    const end = (day: string | null) =>
      house.em().execute('update unit_copy set valid_to = ? where id = ?', [day, units.branch1]);
    await end('2026-07-06');
    expect((await settleChange(house, actorNamed('deputy'), 'approve', change)).refusal.code).toBe(
      'UNIT_ENDED',
    );
    await end(null);
    expect((await settleChange(house, actorNamed('deputy'), 'approve', change)).refusal).toBeNull();
  });

  test('who asks to hold the retained dues goes to the superior as well', async () => {
    const { change } = await requestChange(house, actorNamed('neighbour'), { receivesRetainedDues: true });
    expect(change).toMatchObject({ status: 'PENDING_SUPERIOR', important: true });
  });
});

test('of two requests at once one is kept', async () => {
  const asked = { employer: { name: 'Hai lần' } };
  const answers = await Promise.all([1, 2].map(() => requestChange(house, actorNamed('collector'), asked)));
  expect(answers.map(({ refusal }) => refusal?.code ?? 'DONE').sort()).toEqual([
    'CHANGE_ALREADY_OPEN',
    'DONE',
  ]);
});

test('no value of a change is stored in clear', async () => {
  const rows = await house
    .em()
    .execute<{ text: string }[]>(
      'select row_to_json(account_change_request)::text as text from account_change_request',
    );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.map(({ text }) => text).join()).not.toMatch(/0912345678|Lê Quang Mình|Sở Y tế/);
});

test('nobody uses up the numbers of a unit: an account asks for a hundred changes a day', async () => {
  const asker = 'collector';
  await house.em().execute(
    `update account_change_request set status = 'WITHDRAWN', decided_on = submitted_on
     where decided_on is null and account_id = ?`,
    [ids.account(asker)],
  );
  await house.em().execute(
    `insert into account_change_request (account_id, member_id, status, number, branch_id, approver_unit_id, fields,
       changes_sealed, important, submitted_on, decided_on)
     select ?, ?, 'WITHDRAWN', 'used-' || n, ?, ?, '{note}', 'v2.', false, '2026-07-06', '2026-07-06' from generate_series(1, 100) n`,
    [ids.account(asker), ids.member(asker), units.branch1, units.branch1],
  );
  const { refusal } = await requestChange(house, actorNamed(asker), { profileNumber: '0099' });
  expect(refusal?.code).toBe('RATE_LIMITED');
});
