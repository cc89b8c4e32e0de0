import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';

let house: Orders;
let payer: Actor;
let own: { id: string; number: string };
let ofBranch: { id: string; number: string };

const as = (role: Role, unitId: string, more: Partial<Actor> = {}): Actor =>
  testActor({ role, unitId, ...more });
const secretary = as('BRANCH_SECRETARY', units.branch1);
const collector = as('BRANCH_DELEGATE', units.branch1);
const siblingSecretary = as('BRANCH_SECRETARY', units.branch2);
const committee = as('COMMITTEE_SECRETARY', units.committee);
const otherOffice = as('OFFICE_STAFF', units.otherWard);
const analyst = as('ANALYST', units.province);
const inspection = as('INSPECTION_OFFICER', units.province);
const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });

beforeAll(async () => {
  house = await openOrders();
  payer = testActor({ memberId: await house.owing(units.branch1, ['2026-06', '2026-07']) });
  own = (await house.act(payer, 'payDues', { months: 1 }, 'order { id number version }')).order;
  await house.owing(units.branch1, ['2026-07']);
  ofBranch = (
    await house.act(collector, 'payForBranch', { branchId: units.branch1 }, 'order { id number version }')
  ).order;
});
afterAll(() => house.close());

const codeOf = (answer: Awaited<ReturnType<Orders['execute']>>) => answer.errors?.[0]?.extensions?.code;

describe('Query.duesOrder', () => {
  const see = async (actor: Actor | null, id: string) =>
    (await house.execute('query ($id: UUID) { duesOrder(id: $id) { id } }', { id }, actor)).data?.duesOrder
      ?.id ?? null;

  test('one’s own is shown to the payer and to who reads dues of the branch', async () => {
    for (const actor of [payer, secretary, collector, committee, inspection])
      expect(await see(actor, own.id)).toBe(own.id);
  });
  test('that of a branch is shown to who reads dues there, and not to its members', async () => {
    for (const actor of [secretary, collector, committee])
      expect(await see(actor, ofBranch.id)).toBe(ofBranch.id);
    expect(await see(payer, ofBranch.id)).toBeNull();
  });
  test('is as if it were not there for everybody else', async () => {
    for (const actor of [
      testActor(),
      siblingSecretary,
      otherOffice,
      analyst,
      as('ORG_ADMIN', units.province),
    ])
      for (const { id } of [own, ofBranch]) expect(await see(actor, id)).toBeNull();
    expect(await see(payer, randomUUID())).toBeNull();
    expect(await see({ ...collector, capacity: null }, ofBranch.id)).toBeNull();
  });
  test('is found by its number, by the same people', async () => {
    const byNumber = async (actor: Actor, number: string) =>
      (
        await house.execute(
          'query ($number: String) { duesOrder(number: $number) { id } }',
          { number },
          actor,
        )
      ).data?.duesOrder?.id ?? null;
    expect(await byNumber(payer, own.number)).toBe(own.id);
    expect(await byNumber(siblingSecretary, own.number)).toBeNull();
    expect(await byNumber(payer, 'G22.99.DP-00000000-000000-0000')).toBeNull();
    expect((await house.execute('{ duesOrder { id } }', {}, payer)).data).toEqual({ duesOrder: null });
  });
  test('is refused to applicants and strangers', async () => {
    const ask = (actor: Actor | null) =>
      house.execute('query ($id: UUID) { duesOrder(id: $id) { id } }', { id: own.id }, actor);
    expect(codeOf(await ask(null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(applicant))).toBe('FORBIDDEN');
  });
  test('T82: inspection reads it with the reference covered, and leaves a line', async () => {
    await house
      .em()
      .execute(`update payment_order set provider = 'national', provider_ref = 'TX-0001234' where id = ?`, [
        own.id,
      ]);
    const seen = (actor: Actor) => house.orderAs(actor, own.id, 'total providerRef');
    expect(await seen(secretary)).toEqual({ total: 60_000, providerRef: 'TX-0001234' });
    expect(await seen(inspection)).toEqual({ total: 60_000, providerRef: '*******234' });
    const lines = await house
      .em()
      .execute(
        `select count(*)::int as n from audit_entry where action = 'readDuesOrder' and account_id = ? and subject_id = ?`,
        [inspection.accountId, own.id],
      );
    expect(lines).toEqual([{ n: 2 }]);
  });
});

describe('Entity.DuesOrder', () => {
  test('another service leads to an order only who may see it', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DuesOrder { id number } } }`;
    const of = [own, ofBranch].map(({ id }) => ({ __typename: 'DuesOrder', id }));
    const see = async (actor: Actor | null) => (await house.execute(query, { of }, actor)).data?._entities;
    expect(await see(payer)).toEqual([{ id: own.id, number: own.number }, null]);
    expect(await see(siblingSecretary)).toEqual([null, null]);
    expect(await see(null)).toEqual([null, null]);
  });
});

describe('Query.myDuesOrders', () => {
  const mine = (actor: Actor | null, args = '') =>
    house.execute(`{ myDuesOrders${args} { edges { cursor node { id } } } }`, {}, actor);
  const ids = async (actor: Actor) =>
    (await mine(actor)).data?.myDuesOrders?.edges.map(({ node }: { node: { id: string } }) => node.id);

  test('shows what one placed for oneself, not what one placed for a branch', async () => {
    expect(await ids(payer)).toEqual([own.id]);
    expect(await ids(collector)).toEqual([]);
    expect(await ids(testActor())).toEqual([]);
  });
  test('is refused to applicants and strangers, and so is a cursor that is none', async () => {
    expect(codeOf(await mine(null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await mine(applicant))).toBe('FORBIDDEN');
    expect(codeOf(await mine(payer, '(after: "x")'))).toBe('BAD_USER_INPUT');
    expect(codeOf(await mine(payer, '(first: 0)'))).toBe('BAD_USER_INPUT');
  });
});

describe('Query.duesOrders', () => {
  const list = (actor: Actor | null, variables: object = {}) =>
    house.execute(
      'query ($unitId: UUID, $mode: DuesOrderMode) { duesOrders(unitId: $unitId, mode: $mode) { edges { node { id } } } }',
      { unitId: units.branch1, ...variables },
      actor,
    );
  const ids = async (actor: Actor, variables: object = {}) =>
    (await list(actor, variables)).data?.duesOrders?.edges.map(
      ({ node }: { node: { id: string } }) => node.id,
    ) ?? null;

  test('shows what the branch placed, and on demand what its members placed for themselves', async () => {
    for (const actor of [secretary, collector, committee, inspection])
      expect(await ids(actor)).toEqual([ofBranch.id]);
    expect(await ids(secretary, { mode: 'SELF' })).toEqual([own.id]);
    expect(await ids(secretary, { unitId: null })).toEqual([ofBranch.id]);
  });
  test('is null for a unit out of scope, above, or made up', async () => {
    for (const actor of [siblingSecretary, otherOffice]) expect(await ids(actor)).toBeNull();
    expect(await ids(secretary, { unitId: units.committee })).toBeNull();
    expect(await ids(secretary, { unitId: randomUUID() })).toBeNull();
  });
  test('is refused to members, analysts and strangers', async () => {
    expect(codeOf(await list(null))).toBe('UNAUTHENTICATED');
    for (const actor of [payer, analyst, applicant]) expect(codeOf(await list(actor))).toBe('FORBIDDEN');
  });
});

describe('Mutation.payDues', () => {
  const pay = (actor: Actor | null) =>
    house.execute(
      'mutation ($input: PayDuesInput!) { payDues(input: $input) { order { id } refusal { code } } }',
      { input: { idempotencyKey: randomUUID(), months: 1 } },
      actor,
    );
  test('is for active members only, and finds nothing to pay for who owes nothing', async () => {
    expect(codeOf(await pay(null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await pay(applicant))).toBe('FORBIDDEN');
    expect(codeOf(await pay({ ...payer, accountStatus: 'LOCKED' }))).toBe('FORBIDDEN');
    expect((await pay(testActor())).data?.payDues.refusal.code).toBe('NOTHING_TO_PAY');
  });
});

describe('Mutation.payForBranch', () => {
  const pay = (actor: Actor | null, input: object = {}) =>
    house.execute(
      'mutation ($input: PayForBranchInput!) { payForBranch(input: $input) { order { id } refusal { code field } } }',
      { input: { idempotencyKey: randomUUID(), branchId: units.branch1, ...input } },
      actor,
    );
  const refusal = async (actor: Actor, input: object = {}) =>
    (await pay(actor, input)).data?.payForBranch.refusal;

  test('is for who collects for the branch: others are refused, or find no such branch', async () => {
    expect(codeOf(await pay(null))).toBe('UNAUTHENTICATED');
    for (const actor of [
      payer,
      committee,
      otherOffice,
      analyst,
      as('BRANCH_COMMITTEE_MEMBER', units.branch1),
    ])
      expect(codeOf(await pay(actor))).toBe('FORBIDDEN');
    expect(await refusal(siblingSecretary)).toMatchObject({ code: 'NOT_FOUND', field: 'branchId' });
    expect(await refusal(secretary, { branchId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(secretary, { branchId: units.committee })).toMatchObject({ code: 'NOT_FOUND' });
  });
  test('a member of another branch is none of its members', async () => {
    const elsewhere = await house.owing(units.branch2, ['2026-07']);
    for (const memberId of [elsewhere, randomUUID()])
      expect(await refusal(secretary, { memberIds: [memberId] })).toMatchObject({
        code: 'MEMBER_NOT_IN_BRANCH',
        field: 'memberIds',
      });
  });
});

describe.each(['openCheckout', 'cancelDuesOrder'])('an act on an order: %s', (field) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const act = (actor: Actor | null, orderId: string, expectedVersion = 1) =>
    house.execute(
      `mutation ($input: ${type}!) { ${field}(input: $input) { order { id } refusal { code } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          orderId,
          expectedVersion,
          ...(field === 'openCheckout' && { returnUrl: 'http://127.0.0.1/back' }),
        },
      },
      actor,
    );
  const code = async (actor: Actor, orderId: string, version?: number) =>
    (await act(actor, orderId, version)).data?.[field].refusal?.code;

  test('is refused to applicants and strangers', async () => {
    expect(codeOf(await act(null, own.id))).toBe('UNAUTHENTICATED');
    expect(codeOf(await act(applicant, own.id))).toBe('FORBIDDEN');
  });
  test('is for who may pay it: to others it is not there, or not theirs', async () => {
    for (const actor of [testActor(), siblingSecretary, otherOffice, { ...collector, capacity: null }])
      for (const { id } of [own, ofBranch]) expect(await code(actor, id)).toBe('NOT_FOUND');
    expect(await code(payer, randomUUID())).toBe('NOT_FOUND');
    expect(await code(secretary, own.id)).toBe('ACTION_NOT_ALLOWED');
    expect(await code(committee, ofBranch.id)).toBe('ACTION_NOT_ALLOWED');
  });
  test('needs the version that was read', async () => {
    expect(await code(payer, own.id, 7)).toMatch(/VERSION_CONFLICT|PLATFORM_UNAVAILABLE/);
  });
});

// The doors that the table above stands before, by name.
describe('Mutation.openCheckout', () => {
  test('sends nobody back to an address that is none', async () => {
    for (const returnUrl of ['', 'javascript:alert(1)', 'ftp://x/', `http://x/${'y'.repeat(500)}`])
      expect(
        (
          await house.act(
            payer,
            'openCheckout',
            { orderId: own.id, expectedVersion: 1, returnUrl },
            'order { id }',
          )
        ).refusal,
      ).toMatchObject({ code: 'INVALID_INPUT', field: 'returnUrl' });
  });
});

describe('Mutation.cancelDuesOrder', () => {
  test('twice is too late', async () => {
    const actor = testActor({ memberId: await house.owing(units.branch1, ['2026-07']) });
    const { order } = await house.act(actor, 'payDues', { months: 1 }, 'order { id version }');
    const cancel = (expectedVersion: number) =>
      house.act(actor, 'cancelDuesOrder', { orderId: order.id, expectedVersion }, 'order { status }');
    expect((await cancel(1)).order.status).toBe('CANCELLED');
    expect((await cancel(1)).refusal.code).toBe('VERSION_CONFLICT');
    expect((await cancel(2)).refusal.code).toBe('WRONG_STATE');
  });
});
