import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { actingIn, run } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let applicant: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Người Nộp Hồ Sơ');
});
afterAll(() => house.close());

const thing = 'office { id role title kind unit { id } through current endedReason }';
const appoint = (actor: Actor | null, over: Record<string, unknown> = {}) =>
  run(
    house,
    actor,
    'appointStaff',
    {
      accountId: ids.account('member'),
      unitId: units.ward,
      role: 'OFFICE_STAFF',
      reason: 'Quyết định 3',
      ...over,
    },
    thing,
  );
const relieve = (actor: Actor | null, officeId: string, over: Record<string, unknown> = {}) =>
  run(house, actor, 'relieveStaff', { officeId, reason: 'Chuyển công tác', ...over }, thing);
const stale = () => new Date(Date.now() - 11 * 60_000);
const strangers = () => ['member', 'secretary', 'committee', 'collector'].map((name) => actorNamed(name));

describe('Mutation.appointStaff', () => {
  test('refuses nobody signed in, members, leaders and applicants', async () => {
    expect((await appoint(null)).error).toBe('UNAUTHENTICATED');
    for (const actor of [...strangers(), applicant]) expect((await appoint(actor)).error).toBe('FORBIDDEN');
  });
  test('in one’s own unit and below, not above, not beside, not in a forged office', async () => {
    const committeeAdmin = await actingIn(house, 'neighbour', 'ORG_ADMIN', units.committee);
    for (const unitId of [units.ward, units.otherCommittee, randomUUID()])
      expect((await appoint(committeeAdmin, { unitId })).refusal).toEqual({
        code: 'NOT_FOUND',
        field: 'unitId',
      });
    const { capacity } = actorNamed('admin');
    expect((await appoint(actorNamed('deputy', { capacity }))).refusal.code).toBe('NOT_FOUND');
    const { office } = await appoint(actorNamed('admin'), { through: '2026-12-31' });
    expect(office).toMatchObject({
      role: 'OFFICE_STAFF',
      kind: 'POSITION',
      title: 'Chuyên viên Văn phòng Đảng ủy',
      unit: { id: units.ward },
      through: '2026-12-31',
      current: true,
    });
    expect((await eventsNamed(house, 'AdminGranted')).at(-1)).toMatchObject({ role: 'OFFICE_STAFF' });
    expect(JSON.stringify((await eventsNamed(house, 'OfficersChanged')).at(-1))).toContain(office.id);
    expect((await appoint(actorNamed('admin'))).refusal.code).toBe('ALREADY_HELD');
    const helper = { unitId: units.branch1, role: 'SUPPORT_AGENT' };
    const { office: help } = await appoint(committeeAdmin, helper);
    expect(help.unit.id).toBe(units.branch1);
    expect(JSON.stringify((await eventsNamed(house, 'OfficersChanged')).at(-1))).not.toContain(help.id);
  });
  test.each([
    ['oneself', { accountId: ids.account('admin') }, 'OWN_CASE'],
    ['somebody made up', { accountId: randomUUID() }, 'NOT_FOUND'],
    ['an office that a branch has not', { unitId: units.branch1 }, 'INVALID_INPUT'],
    ['the board of a province in a ward', { role: 'ORG_BOARD_STAFF' }, 'INVALID_INPUT'],
    ['until yesterday', { role: 'FINANCE_OFFICER', through: '2026-07-05' }, 'INVALID_INPUT'],
    ['without a reason', { role: 'FINANCE_OFFICER', reason: '' }, 'REASON_REQUIRED'],
  ])('never %s', async (_what, over, code) => {
    expect((await appoint(actorNamed('admin'), over)).refusal.code).toBe(code);
  });
  test('needs a fresh sign-in', async () => {
    const over = { role: 'FINANCE_OFFICER' };
    const { refusal } = await appoint(actorNamed('admin', { signedInAt: stale() }), over);
    expect(refusal.code).toBe('STEP_UP_REQUIRED');
  });
});

describe('Mutation.relieveStaff', () => {
  test('refuses who may not, knows no office out of reach, and ends one', async () => {
    const { office } = await appoint(actorNamed('admin'), { role: 'INSPECTION_OFFICER' });
    expect((await relieve(null, office.id)).error).toBe('UNAUTHENTICATED');
    for (const actor of [...strangers(), applicant])
      expect((await relieve(actor, office.id)).error).toBe('FORBIDDEN');
    const committeeAdmin = await actingIn(house, 'collector', 'ORG_ADMIN', units.committee);
    expect((await relieve(committeeAdmin, office.id)).refusal.code).toBe('NOT_FOUND');
    const admin = actorNamed('admin');
    for (const id of [randomUUID(), ids.position('secretary'), ids.position('collector')])
      expect((await relieve(admin, id)).refusal.code).toBe('NOT_FOUND');
    const own = await actingIn(house, 'admin', 'ANALYST', units.ward);
    expect((await relieve(admin, own.capacity?.positionId ?? '')).refusal.code).toBe('OWN_CASE');
    expect((await relieve(admin, office.id, { reason: ' ' })).refusal.code).toBe('REASON_REQUIRED');
    const old = actorNamed('admin', { signedInAt: stale() });
    expect((await relieve(old, office.id)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await relieve(admin, office.id)).office).toMatchObject({
      current: false,
      endedReason: 'RELIEVED',
    });
    expect((await relieve(admin, office.id)).refusal.code).toBe('WRONG_STATE');
  });
});

describe('Query.staff', () => {
  const STAFF = `query ($unitId: UUID) { staff(unitId: $unitId) { edges { node { name grantedByName position { role } } } } }`;
  const list = (actor: Actor | null, unitId: string | null = null) => house.execute(STAFF, { unitId }, actor);
  const count = async (actor: Actor, unitId: string | null = null) =>
    (await list(actor, unitId)).data?.staff.edges.length;

  test('refuses nobody signed in, members, leaders and applicants', async () => {
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [...strangers(), applicant])
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  test('shows offices of one’s unit and below, and neither leaders nor strangers’ units', async () => {
    const { data } = await list(actorNamed('admin'));
    const roles = data?.staff.edges.map(
      ({ node }: { node: { position: { role: string } } }) => node.position.role,
    );
    expect(roles).toEqual(expect.arrayContaining(['OFFICE_STAFF', 'SUPPORT_AGENT']));
    expect(roles).not.toContain('BRANCH_SECRETARY');
    const inspector = await actingIn(house, 'deputy', 'INSPECTION_OFFICER', units.committee);
    expect(await count(inspector)).toBe(2);
    expect(await count(inspector, units.ward)).toBe(0);
    expect(await count(inspector, randomUUID())).toBe(0);
  });
});
