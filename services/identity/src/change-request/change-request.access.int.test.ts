import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { requestChange, settleChange } from '../../test/change-stage.ts';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let waiting: { id: string; version: number };
let applicant: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Kiều Minh Đức');
  waiting = (await requestChange(house, actorNamed('member'), { profileNumber: '0043' })).change;
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;

/** Somebody whose token names an office that they do not hold. */
const forged = () =>
  actorNamed('neighbour', {
    capacity: {
      positionId: ids.position('secretary'),
      role: 'BRANCH_SECRETARY',
      title: 'Bí thư',
      unitId: units.branch1,
    },
  });

describe('Query.accountChange', () => {
  const see = (actor: Actor | null, id: string = waiting.id) =>
    house.execute('query ($id: UUID!) { accountChange(id: $id) { id } }', { id }, actor);
  const seen = async (actor: Actor, id?: string) => (await see(actor, id)).data?.accountChange?.id ?? null;

  test('refuses who is not signed in, applicants and locked members', async () => {
    expect(errorOf(await see(null))).toBe('UNAUTHENTICATED');
    expect(errorOf(await see(applicant))).toBe('FORBIDDEN');
    expect(errorOf(await see(actorNamed('secretary', { accountStatus: 'LOCKED' })))).toBe('FORBIDDEN');
  });
  test('shows the owner, the branch and what is above, and nobody else', async () => {
    for (const name of ['member', 'secretary', 'committee'])
      expect(await seen(actorNamed(name))).toBe(waiting.id);
    for (const name of ['neighbour', 'collector', 'sibling', 'admin'])
      expect(await seen(actorNamed(name))).toBeNull();
    expect(await seen(forged())).toBeNull();
    expect(await seen(actorNamed('secretary', { plain: true }))).toBeNull();
    expect(await seen(actorNamed('member'), randomUUID())).toBeNull();
  });
});

test('reading what somebody else asks to change leaves a line in the audit trail, one’s own none', async () => {
  const lines = async (actor: Actor) => {
    await house.execute(
      'query ($id: UUID!) { accountChange(id: $id) { changes { field new } } }',
      { id: waiting.id },
      actor,
    );
    const [row] = await house
      .em()
      .execute<{ n: number }[]>(
        `select count(*)::int as n from audit_entry where action = 'readMemberFile' and member_id = ? and account_id = ?`,
        [ids.member('member'), actor.accountId],
      );
    return row?.n;
  };
  expect(await lines(actorNamed('committee'))).toBe(1);
  expect(await lines(actorNamed('member'))).toBe(0);
});

describe('Query.myAccountChanges', () => {
  const mine = (actor: Actor | null, variables = {}) =>
    house.execute(
      'query ($first: Int, $after: String) { myAccountChanges(first: $first, after: $after) { edges { cursor node { id } } } }',
      variables,
      actor,
    );
  test('refuses who is not signed in and applicants', async () => {
    expect(errorOf(await mine(null))).toBe('UNAUTHENTICATED');
    expect(errorOf(await mine(applicant))).toBe('FORBIDDEN');
  });
  test('shows one’s own, page after page, and refuses a cursor that is none', async () => {
    const { data } = await mine(actorNamed('member'));
    expect(data?.myAccountChanges.edges).toHaveLength(1);
    const { cursor } = data?.myAccountChanges.edges[0] ?? {};
    expect((await mine(actorNamed('member'), { after: cursor })).data?.myAccountChanges.edges).toEqual([]);
    expect((await mine(actorNamed('secretary'))).data?.myAccountChanges.edges).toEqual([]);
    expect(errorOf(await mine(actorNamed('member'), { after: 'x' }))).toBe('BAD_USER_INPUT');
  });
});

describe('Query.pendingAccountChanges', () => {
  const pending = (actor: Actor | null, unitId: string | null = null) =>
    house.execute(
      'query ($unitId: UUID) { pendingAccountChanges(unitId: $unitId) { edges { node { id } } } }',
      { unitId },
      actor,
    );
  const count = async (actor: Actor, unitId: string | null = null) =>
    (await pending(actor, unitId)).data?.pendingAccountChanges.edges.length;

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect(errorOf(await pending(null))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('collector'), actorNamed('admin'), applicant])
      expect(errorOf(await pending(actor, units.branch1))).toBe('FORBIDDEN');
  });
  test('is empty for the sibling, for a unit above one’s own, a made-up unit, and an office not held', async () => {
    expect(await count(actorNamed('secretary'))).toBe(1);
    expect(await count(actorNamed('sibling'), units.branch1)).toBe(0);
    expect(await count(actorNamed('secretary'), units.committee)).toBe(0);
    expect(await count(actorNamed('secretary'), randomUUID())).toBe(0);
    expect(await count(forged())).toBe(0);
  });
});

describe('Mutation.requestAccountChange', () => {
  const ask = (actor: Actor | null) =>
    house.execute(
      `mutation ($input: RequestAccountChangeInput!) { requestAccountChange(input: $input) { change { id } refusal { code } } }`,
      { input: { idempotencyKey: randomUUID(), profileNumber: '1' } },
      actor,
    );
  test('refuses who is not signed in, and applicants: they change their form', async () => {
    expect(errorOf(await ask(null))).toBe('UNAUTHENTICATED');
    expect(errorOf(await ask(applicant))).toBe('FORBIDDEN');
  });
  test('is about one’s own account only: an unknown one is refused', async () => {
    const { data } = await ask(actorNamed('member', { accountId: randomUUID() }));
    expect(data?.requestAccountChange.refusal.code).toBe('WRONG_STATE');
  });
});

/** The same strangers stand before both decisions. */
function strangersBefore(what: 'approve' | 'reject', more: object) {
  const field = `${what}AccountChange`;
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const act = (actor: Actor | null) => {
    const input = {
      idempotencyKey: randomUUID(),
      changeId: waiting.id,
      expectedVersion: waiting.version,
      ...more,
    };
    return house.execute(
      `mutation ($input: ${type}!) { ${field}(input: $input) { refusal { code } } }`,
      { input },
      actor,
    );
  };
  const refusal = async (actor: Actor, change = waiting) =>
    (await settleChange(house, actor, what, change, { ...more })).refusal?.code;

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect(errorOf(await act(null))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('neighbour'), actorNamed('collector'), actorNamed('admin'), applicant])
      expect(errorOf(await act(actor))).toBe('FORBIDDEN');
  });
  test('knows no such change for the sibling, a made-up id, and an office not held', async () => {
    expect(await refusal(actorNamed('sibling'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('secretary'), { ...waiting, id: randomUUID() })).toBe('NOT_FOUND');
    expect(await refusal(forged())).toBe('NOT_FOUND');
  });
  test('is not for the superior while the branch decides, nor with a stale sign-in', async () => {
    expect(await refusal(actorNamed('committee'))).toBe('ACTION_NOT_ALLOWED');
    const stale = actorNamed('secretary', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect(await refusal(stale)).toBe('STEP_UP_REQUIRED');
  });
}

describe('Mutation.approveAccountChange', () => {
  strangersBefore('approve', {});
});

describe('Mutation.rejectAccountChange', () => {
  strangersBefore('reject', { reason: 'Chưa đúng' });
});

describe('Mutation.withdrawAccountChange', () => {
  test('is the owner’s alone', async () => {
    const answer = await house.execute(
      'mutation ($input: WithdrawAccountChangeInput!) { withdrawAccountChange(input: $input) { refusal { code } } }',
      { input: { idempotencyKey: randomUUID(), changeId: waiting.id, expectedVersion: waiting.version } },
    );
    expect(errorOf(answer)).toBe('UNAUTHENTICATED');
    const refusal = async (actor: Actor, id = waiting.id) =>
      (await settleChange(house, actor, 'withdraw', { ...waiting, id })).refusal?.code;
    expect(await refusal(actorNamed('neighbour'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('sibling'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('secretary'))).toBe('ACTION_NOT_ALLOWED');
    expect(await refusal(actorNamed('member'), randomUUID())).toBe('NOT_FOUND');
  });
});
