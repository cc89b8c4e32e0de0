import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  decideRate,
  declare,
  type Fees,
  join,
  openRates,
  people,
  plain,
  stale,
  statementsOf,
} from '../../test/rates-stage.ts';

let fees: Fees;
let member: Awaited<ReturnType<typeof join>>;
let neighbour: Awaited<ReturnType<typeof join>>;
let waiting: { id: string; version: number };
beforeAll(async () => {
  fees = await openRates();
  member = await join(fees);
  neighbour = await join(fees);
  waiting = (await declare(fees, member)).duesRate;
});
afterAll(() => fees.close());

const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });
const errorOf = (answer: Awaited<ReturnType<Fees['execute']>>) => answer.errors?.[0]?.extensions?.code;

describe('Query.duesRate', () => {
  const see = (actor: Actor | null, id: string = waiting.id) =>
    fees.execute('query ($id: UUID!) { duesRate(id: $id) { id } }', { id }, actor);
  const seen = async (actor: Actor, id?: string) => (await see(actor, id)).data?.duesRate?.id ?? null;

  test('refuses who is not signed in, applicants, and who is locked', async () => {
    expect(errorOf(await see(null))).toBe('UNAUTHENTICATED');
    for (const actor of [applicant, { ...people.secretary, accountStatus: 'LOCKED' as const }])
      expect(errorOf(await see(actor))).toBe('FORBIDDEN');
  });
  test('shows the owner, the branch and what is above, and nobody else', async () => {
    const { secretary, delegate, committee, ward, inspector } = people;
    for (const actor of [member, secretary, delegate, committee, ward, inspector])
      expect(await seen(actor)).toBe(waiting.id);
    const { sibling, otherCommittee, admin } = people;
    for (const actor of [neighbour, sibling, otherCommittee, admin, plain(secretary)])
      expect(await seen(actor)).toBeNull();
    expect(await seen(member, randomUUID())).toBeNull();
  });
});

describe('Query.waitingDuesRates', () => {
  const list = (actor: Actor | null, variables: Record<string, unknown> = {}) =>
    fees.execute(
      `query ($unitId: UUID, $first: Int, $after: String) { waitingDuesRates(unitId: $unitId, first: $first, after: $after) {
        edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
      variables,
      actor,
    );
  const ids = async (actor: Actor, unitId?: string) =>
    (await list(actor, { unitId })).data?.waitingDuesRates?.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    ) ?? null;

  test('refuses who is not signed in, members, collectors and administrators', async () => {
    expect(errorOf(await list(null))).toBe('UNAUTHENTICATED');
    for (const actor of [member, people.delegate, people.admin, applicant])
      expect(errorOf(await list(actor))).toBe('FORBIDDEN');
  });
  test('is what waits for the unit; a unit out of scope reads as none', async () => {
    expect(await ids(people.secretary)).toEqual([waiting.id]);
    expect(await ids(people.committee, units.branch1)).toEqual([waiting.id]);
    expect(await ids(people.committee)).toEqual([]);
    for (const unitId of [units.branch2, units.committee, randomUUID()])
      expect(await ids(people.secretary, unitId)).toBeNull();
    expect(await ids(people.otherCommittee, units.branch1)).toBeNull();
  });
  test('is read page by page, and refuses a cursor that is none', async () => {
    const second = (await declare(fees, neighbour)).duesRate;
    const first = (await list(people.secretary, { first: 1 })).data?.waitingDuesRates;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = (await list(people.secretary, { first: 1, after: first.pageInfo.endCursor })).data
      ?.waitingDuesRates;
    expect(next.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual([second.id]);
    expect(errorOf(await list(people.secretary, { after: 'x' }))).toBe('BAD_USER_INPUT');
    expect(errorOf(await list(people.secretary, { first: 101 }))).toBe('BAD_USER_INPUT');
  });
});

describe('Mutation.declareDuesRate', () => {
  test('is for members with an active account', async () => {
    expect((await declare(fees, null)).refusal.code).toBe('UNAUTHENTICATED');
    expect((await declare(fees, applicant)).refusal.code).toBe('FORBIDDEN');
  });
  test('of whom no branch is known is refused', async () => {
    expect((await declare(fees, testActor())).refusal.code).toBe('MEMBER_HAS_NO_BRANCH');
  });
  test('the same key and input again gives the same rate; another input is a conflict', async () => {
    const actor = await join(fees);
    const idempotencyKey = randomUUID();
    const first = await declare(fees, actor, { idempotencyKey });
    expect((await declare(fees, actor, { idempotencyKey })).duesRate.id).toBe(first.duesRate.id);
    expect((await declare(fees, actor, { idempotencyKey, amount: 120_000 })).refusal.code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
  });
  test('half a đồng is bad input', async () => {
    expect((await declare(fees, neighbour, { amount: 1.5 })).refusal.code).toBe('BAD_USER_INPUT');
  });
});

/** The same strangers stand before both decisions. */
function strangersBefore(what: 'approve' | 'reject', more: object) {
  const code = async (actor: Actor | null, rate = waiting) =>
    (await decideRate(fees, what, actor, rate, { ...more })).refusal?.code;

  test('refuses strangers, members, collectors, inspectors and administrators', async () => {
    expect(await code(null)).toBe('UNAUTHENTICATED');
    for (const actor of [member, neighbour, people.delegate, people.inspector, people.admin, applicant])
      expect(await code(actor)).toBe('FORBIDDEN');
  });
  test('knows no such rate for the sibling, another committee, and a made-up id', async () => {
    expect(await code(people.sibling)).toBe('NOT_FOUND');
    expect(await code(people.otherCommittee)).toBe('NOT_FOUND');
    expect(await code(people.secretary, { ...waiting, id: randomUUID() })).toBe('NOT_FOUND');
  });
  test('is not for the superior while the branch decides, nor with a stale sign-in, nor on an old version', async () => {
    expect(await code(people.committee)).toBe('ACTION_NOT_ALLOWED');
    expect(await code(stale(people.secretary))).toBe('STEP_UP_REQUIRED');
    expect(await code(people.secretary, { ...waiting, version: 7 })).toBe('VERSION_CONFLICT');
  });
  test('is nobody’s on their own case', async () => {
    const own = { ...people.secretary, memberId: member.memberId };
    expect(await code(own)).toBe('OWN_CASE');
  });
  test('comes once', async () => {
    const actor = await join(fees);
    const { duesRate } = await declare(fees, actor);
    const { duesRate: decided } = await decideRate(fees, what, people.secretary, duesRate, { ...more });
    expect(await code(people.secretary, decided)).toBe('WRONG_STATE');
  });
}

describe('Mutation.approveDuesRate', () => {
  strangersBefore('approve', {});
});

describe('Mutation.rejectDuesRate', () => {
  strangersBefore('reject', { reason: 'Chưa đúng' });
});

describe('Mutation.withdrawDuesRate', () => {
  const code = async (actor: Actor | null, rate = waiting) =>
    (await decideRate(fees, 'withdraw', actor, rate)).refusal?.code;
  test('is the owner’s alone', async () => {
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await code(neighbour)).toBe('NOT_FOUND');
    expect(await code(people.sibling)).toBe('NOT_FOUND');
    expect(await code(people.secretary)).toBe('ACTION_NOT_ALLOWED');
    expect(await code(member, { ...waiting, id: randomUUID() })).toBe('NOT_FOUND');
  });
  test('takes it back once, and another can be declared', async () => {
    const actor = await join(fees);
    const { duesRate } = await declare(fees, actor);
    const { duesRate: gone } = await decideRate(fees, 'withdraw', actor, duesRate);
    expect(gone.status).toBe('WITHDRAWN');
    expect(await code(actor, gone)).toBe('WRONG_STATE');
    expect((await declare(fees, actor)).duesRate.status).toBe('PENDING');
  });
});

test('the rates of many members are read in as many statements as those of one', async () => {
  const statements = (...members: { memberId: string }[]) =>
    statementsOf(fees, async () => {
      const of = members.map(({ memberId }) => ({ __typename: 'Member', id: memberId }));
      const { data } = await fees.execute(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { dues {
          rates { id history { action } availableActions { action } } pendingRate { id } voluntaryContributions { id } } } } }`,
        { of },
        people.secretary,
      );
      expect(data?._entities).toHaveLength(members.length);
      expect(data?._entities[0].dues.pendingRate.id).toBe(waiting.id);
    });
  const one = await statements(member);
  expect(one).toBeGreaterThan(2);
  expect(await statements(member, neighbour)).toBe(one);
});
