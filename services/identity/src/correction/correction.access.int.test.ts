import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actOnCorrection } from '../../test/correction-stage.ts';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
beforeEach(async () => {
  const em = house.em();
  await em.execute('truncate member_correction cascade');
  await em.execute('update placement_copy set branch_id = ? where member_id = ?', [
    units.branch1,
    ids.member('member'),
  ]);
});
afterAll(() => house.close());

const act = (name: string, input: Record<string, unknown>, actor: Actor | null) =>
  actOnCorrection(house, name, input, actor);

const admin = () => actorNamed('admin');
const leader = () => actorNamed('committee');
const proposal = (over: Record<string, unknown> = {}) => ({
  memberId: ids.member('member'),
  toBranchId: units.branch2,
  reason: 'Nhập nhầm chi bộ khi rà soát',
  ...over,
});
const propose = (over: Record<string, unknown> = {}, actor: Actor | null = admin()) =>
  act('proposeMemberCorrection', proposal(over), actor);
async function waiting() {
  const { correction } = await propose();
  return { correctionId: correction.id, expectedVersion: correction.version };
}
const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

describe('Mutation.proposeMemberCorrection', () => {
  test('waits for the lowest common superior of both branches', async () => {
    const { correction, refusal } = await propose();
    expect(refusal).toBeNull();
    expect(correction).toMatchObject({ status: 'PROPOSED' });
    const [told] = (await eventsNamed(house, 'MemberCorrectionProposed')).slice(-1);
    expect(told).toMatchObject({
      fromBranchId: units.branch1,
      toBranchId: units.branch2,
      deciderUnitId: units.committee,
    });
    await house.em().execute('truncate member_correction cascade');
    await propose({ toBranchId: units.otherBranch });
    const [far] = (await eventsNamed(house, 'MemberCorrectionProposed')).slice(-1);
    expect(far).toMatchObject({ deciderUnitId: units.ward });
  });
  test('strangers, members, leaders and applicants may not', async () => {
    expect((await propose({}, null)).error).toBe('UNAUTHENTICATED');
    const strangers = [
      actorNamed('neighbour'),
      actorNamed('secretary'),
      leader(),
      await openDraft(house, 'Người Nộp'),
    ];
    for (const actor of strangers) expect((await propose({}, actor)).error).toBe('FORBIDDEN');
  });
  test('an administrator of another unit, or one who no longer is, finds nobody', async () => {
    const capacity = {
      ...(admin().capacity as NonNullable<Actor['capacity']>),
      unitId: units.otherCommittee,
    };
    expect((await propose({}, { ...admin(), capacity })).refusal.code).toBe('NOT_FOUND');
    const gone = { ...(admin().capacity as NonNullable<Actor['capacity']>), positionId: randomUUID() };
    expect((await propose({}, { ...admin(), capacity: gone })).refusal.code).toBe('NOT_FOUND');
    expect((await propose({ memberId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
  });
  test('what cannot be right names its field', async () => {
    expect((await propose({ toBranchId: units.branch1 })).refusal.code).toBe('DESTINATION_IS_ORIGIN');
    expect((await propose({ toBranchId: units.committee })).refusal.code).toBe('DESTINATION_NOT_A_BRANCH');
    expect((await propose({ toBranchId: randomUUID() })).refusal.code).toBe('UNIT_NOT_FOUND');
    expect((await propose({ reason: ' ' })).refusal).toEqual({ code: 'REASON_REQUIRED', field: 'reason' });
    expect((await propose({ effectiveOn: '2026-07-07' })).refusal.field).toBe('effectiveOn');
    expect((await propose({ memberId: ids.member('admin'), toBranchId: units.branch1 })).refusal.code).toBe(
      'OWN_CASE',
    );
  });
  test('one at a time, and the same key twice is once', async () => {
    const key = { idempotencyKey: 'once' };
    const first = await propose(key);
    expect(await propose(key)).toEqual(first);
    expect((await propose()).refusal.code).toBe('CORRECTION_ALREADY_OPEN');
  });
});

describe('Mutation.approveMemberCorrection', () => {
  test('corrects the record, ends what was held in the wrong branch, and tells orgtree', async () => {
    const secretary = ids.member('secretary');
    const { correction } = await propose({ memberId: secretary });
    const input = { correctionId: correction.id, expectedVersion: correction.version };
    expect((await act('approveMemberCorrection', input, leader())).correction.status).toBe('APPROVED');
    const [told] = (await eventsNamed(house, 'MemberCorrected')).slice(-1);
    expect(told).toMatchObject({
      memberId: secretary,
      fromBranchId: units.branch1,
      toBranchId: units.branch2,
      effectiveOn: '2026-07-06',
      approvedBy: { memberId: ids.member('committee'), unitId: units.committee },
    });
    const [held] = await house
      .em()
      .execute('select ended_reason from position where id = ?', [ids.position('secretary')]);
    expect(held).toEqual({ ended_reason: 'MEMBER_CORRECTED' });
    await house
      .em()
      .execute('update position set ended_on = null, ended_reason = null where id = ?', [
        ids.position('secretary'),
      ]);
  });
  test('is no longer for the unit that was the common superior before one of the branches moved', async () => {
    const input = await waiting();
    const place = (parent: string) =>
      house
        .em()
        .execute(
          `update unit_copy set parent_id = ?, path = (?::text || '.' || ?::text || '.' || id::text)::ltree where id = ?`,
          [parent, units.ward, parent, units.branch2],
        );
    await place(units.otherCommittee);
    const late = await act('approveMemberCorrection', input, leader());
    await place(units.committee);
    expect(late.refusal?.code).toBe('PLACEMENT_CHANGED');
    expect((await act('approveMemberCorrection', input, leader())).correction.status).toBe('APPROVED');
  });
  test('strangers, other units, the proposer and stale sign-ins may not', async () => {
    const input = await waiting();
    expect((await act('approveMemberCorrection', input, null)).error).toBe('UNAUTHENTICATED');
    for (const actor of [
      actorNamed('neighbour'),
      actorNamed('secretary'),
      admin(),
      await openDraft(house, 'X'),
    ]) {
      expect((await act('approveMemberCorrection', input, actor)).error).toBe('FORBIDDEN');
    }
    const far = {
      ...leader(),
      capacity: { ...(leader().capacity as NonNullable<Actor['capacity']>), unitId: units.ward },
    };
    expect((await act('approveMemberCorrection', input, far)).refusal.code).toBe('NOT_FOUND');
    const random = { ...input, correctionId: randomUUID() };
    expect((await act('approveMemberCorrection', random, leader())).refusal.code).toBe('NOT_FOUND');
    expect((await act('approveMemberCorrection', input, stale(leader()))).refusal.code).toBe(
      'STEP_UP_REQUIRED',
    );
    const old = { ...input, expectedVersion: input.expectedVersion - 1 };
    expect((await act('approveMemberCorrection', old, leader())).refusal.code).toBe('VERSION_CONFLICT');
  });
  test('nobody decides about themselves, or what they proposed', async () => {
    const { correction } = await propose({ memberId: ids.member('committee'), toBranchId: units.branch1 });
    const input = { correctionId: correction.id, expectedVersion: correction.version };
    expect((await act('approveMemberCorrection', input, leader())).refusal.code).toBe('OWN_CASE');
    await house
      .em()
      .execute('update member_correction set member_id = ?, proposer_member_id = ?', [
        ids.member('member'),
        ids.member('committee'),
      ]);
    expect((await act('approveMemberCorrection', input, leader())).refusal.code).toBe('OWN_CASE');
  });
  test('a member who has moved since is not corrected; twice is the wrong state', async () => {
    const input = await waiting();
    await house
      .em()
      .execute('update placement_copy set branch_id = ? where member_id = ?', [
        units.otherBranch,
        ids.member('member'),
      ]);
    expect((await act('approveMemberCorrection', input, leader())).refusal.code).toBe('PLACEMENT_CHANGED');
    await house
      .em()
      .execute('update placement_copy set branch_id = ? where member_id = ?', [
        units.branch1,
        ids.member('member'),
      ]);
    const done = await act('approveMemberCorrection', input, leader());
    const again = { ...input, expectedVersion: done.correction.version };
    expect((await act('approveMemberCorrection', again, leader())).refusal.code).toBe('WRONG_STATE');
  });
});

describe('Mutation.rejectMemberCorrection', () => {
  test('says why, and only the common superior may', async () => {
    const input = await waiting();
    const reject = (reason: string, actor: Actor | null) =>
      act('rejectMemberCorrection', { ...input, reason }, actor);
    expect((await reject('x', null)).error).toBe('UNAUTHENTICATED');
    expect((await reject('x', admin())).error).toBe('FORBIDDEN');
    expect((await reject('', leader())).refusal).toEqual({ code: 'REASON_REQUIRED', field: 'reason' });
    expect((await reject('Chi bộ đúng rồi', leader())).correction.status).toBe('REJECTED');
    expect((await eventsNamed(house, 'MemberCorrectionRejected')).at(-1)).toMatchObject({
      reason: 'Chi bộ đúng rồi',
    });
    expect((await propose()).correction.status).toBe('PROPOSED');
  });
});

describe('Mutation.withdrawMemberCorrection', () => {
  test('only who proposed it takes it back', async () => {
    const input = await waiting();
    expect((await act('withdrawMemberCorrection', input, null)).error).toBe('UNAUTHENTICATED');
    expect((await act('withdrawMemberCorrection', input, leader())).error).toBe('FORBIDDEN');
    const random = { ...input, correctionId: randomUUID() };
    expect((await act('withdrawMemberCorrection', random, admin())).refusal.code).toBe('NOT_FOUND');
    expect((await act('withdrawMemberCorrection', input, admin())).correction.status).toBe('WITHDRAWN');
  });
});

const LIST = (name: string) => `query ($first: Int, $after: String) { ${name}(first: $first, after: $after) {
  edges { node { id memberName member { id } fromBranch { id } availableActions { action allowed }
    history { action label byName } } } pageInfo { hasNextPage endCursor } } }`;

describe('Query.memberCorrections', () => {
  test('shows the common superior what waits, and nobody else', async () => {
    const { correctionId } = await waiting();
    const list = (actor: Actor | null) => house.execute(LIST('memberCorrections'), { first: 5 }, actor);
    const { data } = await list(leader());
    expect(data?.memberCorrections.edges).toMatchObject([
      {
        node: {
          id: correctionId,
          memberName: 'Nguyễn Thị Hà',
          member: { id: ids.member('member') },
          fromBranch: { id: units.branch1 },
          availableActions: expect.arrayContaining([{ action: 'APPROVE', allowed: true }]),
          history: [{ action: 'PROPOSE', label: 'Đề nghị đính chính chi bộ', byName: 'Chu Văn Nam' }],
        },
      },
    ]);
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('neighbour'), admin(), actorNamed('secretary')]) {
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const far = {
      ...leader(),
      capacity: { ...(leader().capacity as NonNullable<Actor['capacity']>), unitId: units.ward },
    };
    expect((await list(far)).data?.memberCorrections.edges).toEqual([]);
  });
});

describe('Query.proposedCorrections', () => {
  test('shows an administrator what they proposed, page by page, and nobody else’s', async () => {
    await propose();
    await propose({ memberId: ids.member('neighbour') });
    const list = (actor: Actor | null, after?: string) =>
      house.execute(LIST('proposedCorrections'), { first: 1, after }, actor);
    const first = (await list(admin())).data?.proposedCorrections;
    expect(first.edges[0].node.memberName).toBe('Trần Văn Bình');
    const second = (await list(admin(), first.pageInfo.endCursor)).data?.proposedCorrections;
    expect(second.edges[0].node).toMatchObject({ memberName: 'Nguyễn Thị Hà', member: null });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await list(leader())).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const other = { ...admin(), accountId: ids.account('neighbour') };
    expect((await list(other)).data?.proposedCorrections.edges).toEqual([]);
  });
});
