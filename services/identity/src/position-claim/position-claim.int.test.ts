import { randomUUID } from 'node:crypto';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { act, claim, claimAs, clearClaims, hold } from '../../test/position-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const last = async (name: string) => (await eventsNamed(house, name)).at(-1);
const reorganised = (successions: { unitId: string; successorId: string }[], movedUnitIds: string[]) => {
  const reorganisationId = randomUUID();
  const data = {
    reorganisationId,
    decisionNumber: '12-QĐ/ĐU',
    effectiveOn: '2026-07-06',
    successions,
    movedUnitIds,
  };
  const { PROVINCE_CODE: province } = house.environment;
  return makeEnvelope(ReorganisationApplied, { aggregateId: reorganisationId, data }, { province });
};

const endedReason = async (positionId: string) =>
  (await house.em().execute('select ended_reason as reason from held_position where id = ?', [positionId]))[0]
    ?.reason;

describe('a member claims to be committee member of the branch', () => {
  test('the committee above approves, and the position can be acted in', async () => {
    const { claim: opened } = await claimAs(house, 'member', { role: 'BRANCH_COMMITTEE_MEMBER' });
    expect(opened).toMatchObject({
      status: 'PENDING',
      title: 'Chi ủy viên',
      unit: { id: units.branch1 },
      approverUnit: { id: units.committee },
      availableActions: [
        expect.objectContaining({ action: 'APPROVE', allowed: false, code: 'ACTION_NOT_ALLOWED' }),
        expect.objectContaining({ action: 'REJECT', allowed: false }),
        expect.objectContaining({ action: 'WITHDRAW', allowed: true }),
      ],
    });
    expect(await last('PositionClaimSubmitted')).toMatchObject({
      claimId: opened.id,
      approverUnitId: units.committee,
    });
    expect((await claimAs(house, 'member', { role: 'BRANCH_COMMITTEE_MEMBER' })).refusal.code).toBe(
      'CLAIM_ALREADY_OPEN',
    );

    const key = randomUUID();
    const approve = () => act(house, 'committee', 'approvePositionClaim', opened, { idempotencyKey: key });
    const approved = (await approve()).claim;
    expect(approved).toMatchObject({
      status: 'APPROVED',
      position: { role: 'BRANCH_COMMITTEE_MEMBER', unit: { id: units.branch1 }, current: true },
      history: [
        expect.objectContaining({
          action: 'CLAIM',
          label: 'Đề nghị phê duyệt chức vụ',
          byName: 'Nguyễn Thị Hà',
        }),
        expect.objectContaining({ action: 'APPROVE', label: 'Duyệt', byTitle: 'Bí thư Đảng ủy' }),
      ],
    });
    expect(await last('PositionApproved')).toMatchObject({
      positionId: approved.position.id,
      memberId: ids.member('member'),
      approvedBy: { memberId: ids.member('committee'), unitId: units.committee },
    });
    expect(await last('DossierStateChanged')).toMatchObject({
      procedure: 'POSITION_CLAIM',
      state: 'APPROVED',
      closedOn: '2026-07-06',
    });
    const officers = await last('OfficersChanged');
    expect(JSON.stringify(officers)).toContain(approved.position.id);
    const events = (await eventsNamed(house, 'PositionApproved')).length;
    expect((await approve()).claim.id).toBe(opened.id);
    expect(await eventsNamed(house, 'PositionApproved')).toHaveLength(events);
    expect((await act(house, 'committee', 'approvePositionClaim', approved)).refusal.code).toBe(
      'WRONG_STATE',
    );

    const ended = await act(house, 'committee', 'endPosition', null, {
      positionId: approved.position.id,
      reason: 'Thôi tham gia cấp ủy',
    });
    expect(ended.position).toMatchObject({ current: false, endedReason: 'RELIEVED' });
    expect(await claim(house, opened.id)).toMatchObject({ status: 'ENDED', reason: 'Thôi tham gia cấp ủy' });
    expect(await last('PositionEnded')).toMatchObject({ reason: 'RELIEVED', successorNeeded: false });
    const again = { positionId: approved.position.id, reason: 'Lần nữa' };
    expect((await act(house, 'committee', 'endPosition', null, again)).refusal.code).toBe('WRONG_STATE');
  });

  test('and takes it back, or is not recognised and reads why', async () => {
    const first = (await claimAs(house, 'member', { role: 'BRANCH_DEPUTY_SECRETARY' })).claim;
    expect((await act(house, 'member', 'withdrawPositionClaim', first)).claim.status).toBe('WITHDRAWN');
    const second = (await claimAs(house, 'member', { role: 'BRANCH_DEPUTY_SECRETARY' })).claim;
    const refused = await act(house, 'committee', 'rejectPositionClaim', second, { reason: ' ' });
    expect(refused.refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
    const reason = 'Không có trong nghị quyết';
    const rejected = (await act(house, 'committee', 'rejectPositionClaim', second, { reason })).claim;
    expect(rejected).toMatchObject({ status: 'REJECTED', reason, position: null });
    expect(await last('PositionRejected')).toMatchObject({ memberId: ids.member('member'), reason });
    const { data } = await house.execute(
      '{ account { status positions { id } } me { id } myPositionClaims { status } }',
      {},
      actorNamed('member'),
    );
    expect(data).toMatchObject({
      account: { status: 'ACTIVE', positions: [] },
      me: { id: ids.member('member') },
    });
    expect(data?.myPositionClaims[0]).toEqual({ status: 'REJECTED' });
  });
});

describe('a claim is refused at once', () => {
  test.each([
    ['for the branch next door', { unitId: units.branch2 }, 'NOT_FOUND', 'unitId'],
    ['for a committee one does not belong to', { unitId: units.otherCommittee }, 'NOT_FOUND', 'unitId'],
    ['for a position that a committee has not', { unitId: units.committee }, 'INVALID_INPUT', 'role'],
    ['from tomorrow', { from: '2026-07-07' }, 'INVALID_INPUT', 'from'],
    ['for a term that is over', { through: '2026-07-05' }, 'INVALID_INPUT', 'through'],
    ['without a title', { title: ' ' }, 'INVALID_INPUT', 'title'],
  ])('%s', async (_what, over, code, field) => {
    expect((await claimAs(house, 'neighbour', over)).refusal).toEqual({ code, field });
  });
});

describe('a unit has one secretary', () => {
  test('a second one is refused until the first is replaced, and the delegations go with the first', async () => {
    await clearClaims(house);
    const { claim: opened } = await claimAs(house, 'neighbour', { role: 'BRANCH_SECRETARY' });
    const waiting = await claim(house, opened.id, 'committee');
    expect(waiting).toMatchObject({ incumbent: { name: 'Lê Quang Minh' } });
    expect((await act(house, 'committee', 'approvePositionClaim', opened)).refusal.code).toBe(
      'UNIT_HAS_SECRETARY',
    );
    const replaced = await act(house, 'committee', 'approvePositionClaim', opened, {
      replaceIncumbent: true,
    });
    expect(replaced.claim.status).toBe('APPROVED');
    expect(await endedReason(ids.position('secretary'))).toBe('SECRETARY_CHANGED');
    expect(await endedReason(ids.position('collector'))).toBe('SECRETARY_CHANGED');
    expect(await endedReason(ids.position('deputy'))).toBeNull();
    const [first] = (await eventsNamed(house, 'PositionEnded')).slice(-2);
    expect(first).toMatchObject({ positionId: ids.position('secretary'), successorNeeded: false });
  });

  test('a new term keeps the delegates, a deputy who becomes secretary is deputy no more', async () => {
    const delegation = await hold(house, 'delegation', 'collector', 'BRANCH_DELEGATE', units.branch1);
    const renewed = (await claimAs(house, 'neighbour', { role: 'BRANCH_SECRETARY', through: '2030-06-30' }))
      .claim;
    expect((await act(house, 'committee', 'approvePositionClaim', renewed)).claim.status).toBe('APPROVED');
    expect(await endedReason(delegation)).toBeNull();
    const risen = (await claimAs(house, 'deputy', { role: 'BRANCH_SECRETARY' })).claim;
    const approved = await act(house, 'committee', 'approvePositionClaim', risen, { replaceIncumbent: true });
    expect(approved.claim.status).toBe('APPROVED');
    expect(await endedReason(ids.position('deputy'))).toBe('SUPERSEDED');
    expect(await endedReason(delegation)).toBe('SECRETARY_CHANGED');
  });

  test('two approvals at once make one secretary', async () => {
    await house
      .em()
      .execute('update position set ended_on = ?, ended_reason = ? where unit_id = ? and ended_on is null', [
        '2026-07-06',
        'RELIEVED',
        units.branch1,
      ]);
    const rivals = await Promise.all(
      ['neighbour', 'member'].map((name) => claimAs(house, name, { role: 'BRANCH_SECRETARY' })),
    );
    const outcomes = await Promise.all(
      rivals.map(({ claim: rival }) => act(house, 'committee', 'approvePositionClaim', rival)),
    );
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null).sort()).toEqual(['UNIT_HAS_SECRETARY', null]);
  });
});

describe('the top of the chain', () => {
  test('is decided by the operator of the system, who decides nothing below it', async () => {
    const operator = await hold(house, 'admin_grant', 'admin', 'SYSTEM_ADMIN', units.ward);
    const { claim: top } = await claimAs(house, 'sibling', {
      unitId: units.ward,
      role: 'COMMITTEE_SECRETARY',
    });
    const { claim: below } = await claimAs(house, 'sibling', {
      unitId: units.otherCommittee,
      role: 'COMMITTEE_SECRETARY',
    });
    const as = {
      positionId: operator,
      role: 'SYSTEM_ADMIN',
      unitId: units.ward,
      title: 'Quản trị hệ thống',
    } as const;
    const actor = actorNamed('admin', { capacity: as });
    const list = `query ($waitingForMe: Boolean) { positionClaims(waitingForMe: $waitingForMe) { edges { node { id } } } }`;
    const listed = await house.execute(list, { waitingForMe: true }, actor);
    expect(listed.data?.positionClaims.edges).toEqual([{ node: { id: top.id } }]);
    expect((await act(house, actor, 'approvePositionClaim', below)).refusal.code).toBe('NOT_FOUND');
    expect((await act(house, 'committee', 'approvePositionClaim', top)).refusal.code).toBe('NOT_FOUND');
    expect((await act(house, actor, 'approvePositionClaim', top)).claim.status).toBe('APPROVED');
  });
});

describe('a unit is moved by a reorganisation', () => {
  test('and a claim in it waits for the new superior, who alone decides', async () => {
    const { claim: open } = await claimAs(house, 'committee', {
      unitId: units.branch2,
      role: 'BRANCH_COMMITTEE_MEMBER',
    });
    await house
      .em()
      .execute('update unit_copy set parent_id = ? where id = ?', [units.otherCommittee, units.branch2]);
    await house.deliver(reorganised([], [units.branch2]));
    expect(await claim(house, open.id)).toMatchObject({ approver_unit_id: units.otherCommittee });
    const told = (await eventsNamed(house, 'DossierStateChanged')).at(-1);
    expect(told).toMatchObject({ dossierId: open.id, unitId: units.otherCommittee, state: 'PENDING' });
    expect(
      (
        await act(
          house,
          'committee',
          'rejectPositionClaim',
          { ...open, version: open.version + 1 },
          { reason: 'Không' },
        )
      ).refusal.code,
    ).toBe('ACTION_NOT_ALLOWED');
    await house
      .em()
      .execute('update unit_copy set parent_id = ? where id = ?', [units.committee, units.branch2]);
  });
});

describe('a unit ends by a reorganisation', () => {
  test('and with it its positions, delegations and rights, and claims there are withdrawn', async () => {
    const { claim: open } = await claimAs(house, 'sibling', {
      unitId: units.otherBranch,
      role: 'BRANCH_SECRETARY',
    });
    await house
      .em()
      .execute(`update unit_copy set valid_to = '2026-07-06' where id = ?`, [units.otherBranch]);
    const event = reorganised([{ unitId: units.otherBranch, successorId: units.branch2 }], []);
    await house.deliver(event);
    await house.deliver(event);
    expect(await endedReason(ids.position('sibling'))).toBe('UNIT_ENDED');
    expect(await claim(house, open.id)).toMatchObject({ status: 'WITHDRAWN' });
    const [ended] = (await eventsNamed(house, 'PositionEnded')).filter(
      ({ positionId }) => positionId === ids.position('sibling'),
    );
    expect(ended).toMatchObject({ reason: 'UNIT_ENDED', successorNeeded: false });
  });
});

describe('a claimant who is elsewhere by now', () => {
  test('is given nothing in the unit that they have left, whatever moved them', async () => {
    await clearClaims(house);
    const { claim: opened } = await claimAs(house, 'neighbour', { role: 'BRANCH_COMMITTEE_MEMBER' });
    const place = (branchId: string) =>
      house
        .em()
        .execute('update placement_copy set branch_id = ? where member_id = ?', [
          branchId,
          ids.member('neighbour'),
        ]);
    await place(units.otherBranch);
    const late = await act(house, 'committee', 'approvePositionClaim', opened);
    await place(units.branch1);
    expect(late.refusal?.code).toBe('PLACEMENT_CHANGED');
    expect((await act(house, 'committee', 'approvePositionClaim', opened)).claim.status).toBe('APPROVED');
  });
});

test('nobody uses up the numbers of a unit: an account claims a hundred times a day', async () => {
  await clearClaims(house);
  await house.em().execute(
    `insert into position_claim (account_id, unit_id, number, status, role, title, from_on, submitted_on, decided_on)
     select ?, ?, 'used-' || n, 'WITHDRAWN', 'BRANCH_SECRETARY', 'Bí thư chi bộ', '2026-07-01', '2026-07-06', '2026-07-06'
     from generate_series(1, 100) n`,
    [ids.account('deputy'), units.branch1],
  );
  expect((await claimAs(house, 'deputy')).refusal?.code).toBe('RATE_LIMITED');
});
