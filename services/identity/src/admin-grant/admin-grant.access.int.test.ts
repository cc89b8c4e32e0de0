import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { actingIn, run, statementsOf } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let applicant: Actor;
let operator: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Người Nộp Hồ Sơ');
  operator = await actingIn(house, 'sibling', 'SYSTEM_ADMIN', units.otherBranch);
});
afterAll(() => house.close());

const thing = 'grant { id role title kind unit { id } current endedReason }';
const grant = (actor: Actor | null, over: Record<string, unknown> = {}) =>
  run(
    house,
    actor,
    'grantAdmin',
    { accountId: ids.account('member'), unitId: units.committee, reason: 'Theo công văn 12', ...over },
    thing,
  );
const revoke = (actor: Actor | null, grantId: string, over: Record<string, unknown> = {}) =>
  run(house, actor, 'revokeAdmin', { grantId, reason: 'Thay người', ...over }, thing);
const stale = () => new Date(Date.now() - 11 * 60_000);

describe('Mutation.grantAdmin', () => {
  test('refuses nobody signed in, members, leaders and applicants', async () => {
    expect((await grant(null)).error).toBe('UNAUTHENTICATED');
    const strangers = ['member', 'secretary', 'committee', 'collector'].map((name) => actorNamed(name));
    for (const actor of [...strangers, applicant]) expect((await grant(actor)).error).toBe('FORBIDDEN');
  });
  test('T55: refuses a sibling, the own unit and a made-up one; grants below, and it is on record', async () => {
    const committeeAdmin = await actingIn(house, 'neighbour', 'ORG_ADMIN', units.committee);
    const refused = { refusal: { code: 'NOT_FOUND', field: 'unitId' } };
    for (const unitId of [units.otherCommittee, units.otherBranch, units.committee, units.ward, randomUUID()])
      expect(await grant(committeeAdmin, { unitId })).toMatchObject(refused);
    const { grant: given } = await grant(committeeAdmin, { unitId: units.branch1 });
    expect(given).toMatchObject({
      role: 'ORG_ADMIN',
      kind: 'ADMIN_GRANT',
      title: 'Quản trị',
      unit: { id: units.branch1 },
      current: true,
    });
    expect((await eventsNamed(house, 'AdminGranted')).at(-1)).toMatchObject({
      grantId: given.id,
      memberId: ids.member('member'),
      unitId: units.branch1,
      reason: 'Theo công văn 12',
    });
    const [line] = await house
      .em()
      .execute(`select actor_role, unit_id, member_id, reason from audit_entry where subject_id = ?`, [
        given.id,
      ]);
    expect(line).toMatchObject({
      actor_role: 'ORG_ADMIN',
      unit_id: units.branch1,
      member_id: ids.member('member'),
      reason: 'Theo công văn 12',
    });
    expect((await grant(committeeAdmin, { unitId: units.branch1 })).refusal.code).toBe('ALREADY_HELD');
  });
  test('never oneself, nobody out of one’s unit, nobody without an active account', async () => {
    const admin = actorNamed('admin');
    const code = async (accountId: string) => (await grant(admin, { accountId })).refusal?.code;
    expect(await code(ids.account('admin'))).toBe('OWN_CASE');
    expect(await code(randomUUID())).toBe('NOT_FOUND');
    expect(await code(applicant.accountId)).toBe('NOT_FOUND');
    const committeeAdmin = await actingIn(house, 'deputy', 'ORG_ADMIN', units.committee);
    const far = { accountId: ids.account('sibling'), unitId: units.branch1 };
    expect((await grant(committeeAdmin, far)).refusal).toEqual({ code: 'NOT_FOUND', field: 'accountId' });
    await house.em().execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('collector')]);
    expect(await code(ids.account('collector'))).toBe('ACCOUNT_NOT_ACTIVE');
  });
  test('needs a reason and a fresh sign-in, and an office that is held', async () => {
    expect((await grant(actorNamed('admin', { signedInAt: stale() }))).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await grant(actorNamed('admin'), { reason: ' ' })).refusal.code).toBe('REASON_REQUIRED');
    const { capacity } = actorNamed('admin');
    expect((await grant(actorNamed('neighbour', { capacity }))).refusal.code).toBe('NOT_FOUND');
  });
  test('the operator of the system grants at the top of the chain', async () => {
    const { grant: given } = await grant(operator, { unitId: units.ward });
    expect(given).toMatchObject({ unit: { id: units.ward }, current: true });
  });
});

describe('Mutation.revokeAdmin', () => {
  test('refuses who may not, and knows nothing of grants that are not below', async () => {
    const { grant: given } = await grant(actorNamed('admin'), { unitId: units.otherCommittee });
    expect((await revoke(null, given.id)).error).toBe('UNAUTHENTICATED');
    for (const name of ['member', 'secretary', 'committee'])
      expect((await revoke(actorNamed(name), given.id)).error).toBe('FORBIDDEN');
    expect((await revoke(applicant, given.id)).error).toBe('FORBIDDEN');
    const committeeAdmin = await actingIn(house, 'secretary', 'ORG_ADMIN', units.committee);
    expect((await revoke(committeeAdmin, given.id)).refusal.code).toBe('NOT_FOUND');
    expect((await revoke(actorNamed('admin'), randomUUID())).refusal.code).toBe('NOT_FOUND');
    expect((await revoke(actorNamed('admin'), ids.position('admin'))).refusal.code).toBe('NOT_FOUND');
    expect((await revoke(actorNamed('admin'), ids.position('secretary'))).refusal.code).toBe('NOT_FOUND');
    expect((await revoke(actorNamed('admin', { signedInAt: stale() }), given.id)).refusal.code).toBe(
      'STEP_UP_REQUIRED',
    );
    expect((await revoke(actorNamed('admin'), given.id, { reason: '' })).refusal.code).toBe(
      'REASON_REQUIRED',
    );
    expect((await revoke(actorNamed('admin'), given.id)).grant).toMatchObject({ current: false });
    expect((await revoke(actorNamed('admin'), given.id)).refusal.code).toBe('WRONG_STATE');
    expect((await eventsNamed(house, 'PositionEnded')).at(-1)).toMatchObject({
      positionId: given.id,
      reason: 'RELIEVED',
      successorNeeded: false,
    });
  });
});

describe('Query.adminGrants', () => {
  const GRANTS = `query ($unitId: UUID, $first: Int, $after: String) {
    adminGrants(unitId: $unitId, first: $first, after: $after) {
      edges { node { name grantedByName member { id } position { id role unit { id } } } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const list = (actor: Actor | null, over: Record<string, unknown> = {}) =>
    house.execute(GRANTS, over, actor);
  const unitsOf = async (actor: Actor, over: Record<string, unknown> = {}): Promise<string[]> => {
    const edges = (await list(actor, over)).data?.adminGrants.edges ?? [];
    return edges.map(({ node }: { node: { position: { unit: { id: string } } } }) => node.position.unit.id);
  };

  test('refuses nobody signed in, members, leaders and applicants', async () => {
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('committee'), applicant])
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  test('shows those of one’s unit and below, who granted them, and nobody elsewhere', async () => {
    const committeeAdmin = await actingIn(house, 'collector', 'ORG_ADMIN', units.committee);
    const seen = await unitsOf(committeeAdmin);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.every((id) => [units.committee, units.branch1].includes(id))).toBe(true);
    expect(await unitsOf(committeeAdmin, { unitId: units.otherCommittee })).toEqual([]);
    expect(await unitsOf(committeeAdmin, { unitId: units.ward })).toEqual([]);
    expect(await unitsOf(committeeAdmin, { unitId: randomUUID() })).toEqual([]);
    const { capacity } = actorNamed('admin');
    expect(await unitsOf(actorNamed('member', { capacity }))).toEqual([]);
    const { data } = await list(actorNamed('admin'), { unitId: units.branch1 });
    expect(data?.adminGrants.edges[0].node).toMatchObject({
      name: 'Nguyễn Thị Hà',
      grantedByName: 'Trần Văn Bình',
      member: null,
    });
  });
  test('comes in pages of five statements, however many rows', async () => {
    const page = async (first: number, after: string | null = null) =>
      (await list(actorNamed('admin'), { first, after })).data?.adminGrants;
    const one = await page(2);
    const two = await page(100, one.pageInfo.endCursor);
    const idsOf = (part: { edges: { node: { position: { id: string } } }[] }) =>
      part.edges.map(({ node }) => node.position.id);
    expect(new Set([...idsOf(one), ...idsOf(two)]).size).toBe(idsOf(one).length + idsOf(two).length);
    const few = await statementsOf(house, () => page(1));
    expect(await statementsOf(house, () => page(100))).toBe(few);
    expect(few).toBeLessThanOrEqual(5);
  });
});
