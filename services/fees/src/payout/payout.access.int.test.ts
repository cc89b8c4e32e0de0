import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Fees, onPayout, openPayouts, payoutsOf, people, retain, run } from '../../test/payout-stage.ts';

let fees: Fees;
let id: string;
beforeAll(async () => {
  fees = await openPayouts();
  await retain(fees, units.branch1, 42_000n);
  await fees.runJob('make-payouts');
  id = (await payoutsOf(fees, units.branch1))[0]?.id ?? '';
});
afterAll(() => fees.close());

const ask = async (document: string, actor: Actor | null, variables = {}) => {
  const { data, errors } = await fees.execute(document, variables, actor);
  return { data, code: errors?.[0]?.extensions?.code };
};
const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

const readers: [string, Actor][] = [
  ['the secretary of the branch', people.secretary],
  ['the committee', people.committee],
  ['the finance officer', people.finance],
  ['the inspector', people.inspector],
];
const strangers: [string, Actor][] = [
  ['the secretary of the sibling branch', people.sibling],
  ['the leader of another ward', people.otherWard],
  ['the finance officer of another ward', people.wardFinance],
];
const barred: [string, Actor | null, string][] = [
  ['a member', people.member, 'FORBIDDEN'],
  ['the collector', people.collector, 'FORBIDDEN'],
  ['the analyst', people.analyst, 'FORBIDDEN'],
  ['the administrator', people.admin, 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
];

describe('Query.payout', () => {
  const one = async (actor: Actor | null, payoutId = id) => {
    const asked = await ask('query ($id: UUID!) { payout(id: $id) { amount status bankRef } }', actor, {
      id: payoutId,
    });
    return asked.code ?? asked.data?.payout;
  };
  test.each(readers)('is read by %s', async (_who, actor) => {
    expect(await one(actor)).toEqual({ amount: 42_000, status: 'HELD', bankRef: null });
  });
  test.each(strangers)('is as if it were not there for %s', async (_who, actor) => {
    expect(await one(actor)).toBeNull();
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await one(actor)).toBe(code);
  });
  test('a random id is the same as one out of scope', async () => {
    expect(await one(people.finance, randomUUID())).toBeNull();
  });
  test('T82: what an inspector reads leaves a line in the trail', async () => {
    const lines = () =>
      fees.em().execute(`select from audit_entry where action = 'readPayout' and subject_id = ?`, [id]);
    const before = (await lines()).length;
    await one(people.inspector);
    await one(people.finance);
    expect((await lines()).length - before).toBe(1);
  });
});

describe('Query.payouts', () => {
  const list = async (actor: Actor | null, args = '') => {
    const asked = await ask(
      `{ payouts${args} { edges { node { id attempts { number } history { action } availableActions { action } } } pageInfo { endCursor } } }`,
      actor,
    );
    const page = asked.data?.payouts;
    return asked.code ?? page?.edges.map((edge: { node: { id: string } }) => edge.node.id) ?? null;
  };
  test.each(readers)('are read by %s', async (_who, actor) => {
    expect(await list(actor)).toEqual([id]);
    expect(await list(actor, '(status: SETTLED)')).toEqual([]);
  });
  test.each(strangers)('of a unit out of scope are not there for %s', async (_who, actor) => {
    expect(await list(actor, `(unitId: "${units.branch1}")`)).toBeNull();
    expect(await list(actor, `(unitId: "${randomUUID()}")`)).toBeNull();
  });
  test.each(barred)('are refused to %s', async (_who, actor, code) => {
    expect(await list(actor)).toBe(code);
  });
  test.each(['(first: 0)', '(first: 101)', '(after: "x")'])('%s is bad input', async (args) => {
    expect(await list(people.finance, args)).toBe('BAD_USER_INPUT');
  });
  test('takes one statement for the rows and one for each kind of part, however long the page', async () => {
    const statements = () => fees.statementsOf(() => list(people.finance));
    const few = await statements();
    for (const unitId of [units.branch2, units.branch21, units.branch22]) await retain(fees, unitId, 1_000n);
    await fees.runJob('make-payouts');
    expect(await list(people.finance)).toHaveLength(4);
    expect(await statements()).toBe(few);
  });
});

const acts = [
  ['Mutation.holdPayout', 'holdPayout', { reason: 'Đang đối chiếu' }],
  ['Mutation.releasePayout', 'releasePayout', {}],
  ['Mutation.retryPayout', 'retryPayout', {}],
] as const;

function strangersOf(name: string, more: object): void {
  test.each([
    ...barred,
    ['the secretary of the branch', people.secretary, 'FORBIDDEN'] as const,
    ['the inspector', people.inspector, 'FORBIDDEN'] as const,
    ['the finance officer of another ward', people.wardFinance, 'NOT_FOUND'] as const,
  ])('is refused to %s', async (_who, actor, code) => {
    expect((await onPayout(fees, name, actor, id, { ...more })).refusal.code).toBe(code);
  });
  test('a random id and an old version', async () => {
    const random = await onPayout(fees, name, people.finance, randomUUID(), { ...more });
    expect(random.refusal.code).toBe('NOT_FOUND');
    const old = await onPayout(fees, name, people.finance, id, { ...more, expectedVersion: 99 });
    expect(old.refusal.code).toBe('VERSION_CONFLICT');
  });
}

describe('Mutation.holdPayout', () => {
  strangersOf(acts[0][1], acts[0][2]);
  test('what is held already is in the wrong state', async () => {
    const held = await onPayout(fees, 'holdPayout', people.finance, id, { reason: 'vì' });
    expect(held.refusal.code).toBe('WRONG_STATE');
  });
});
describe('Mutation.releasePayout', () => {
  strangersOf(acts[1][1], acts[1][2]);
  test('without an account, or a fresh sign-in, it stays', async () => {
    const none = await onPayout(fees, 'releasePayout', people.finance, id);
    expect(none.refusal.code).toBe('NO_BENEFICIARY_ACCOUNT');
    const old = await onPayout(fees, 'releasePayout', stale(people.finance), id);
    expect(old.refusal.code).toBe('STEP_UP_REQUIRED');
  });
});
describe('Mutation.retryPayout', () => {
  strangersOf(acts[2][1], acts[2][2]);
  test('what the bank did not refuse is in the wrong state', async () => {
    expect((await onPayout(fees, 'retryPayout', people.finance, id)).refusal.code).toBe('WRONG_STATE');
  });
});

describe('Mutation.setPayoutInterval', () => {
  const set = async (actor: Actor | null, unitId: string = units.branch1, days = 7) => {
    const answer = await run(fees, 'setPayoutInterval', actor, { unitId, days }, 'unit { id }');
    return answer.refusal?.code ?? answer.unit.id;
  };
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await set(actor)).toBe(code);
  });
  test('holds in scope, from 1 to 31 days, with a fresh sign-in', async () => {
    expect(await set(people.wardFinance)).toBe('NOT_FOUND');
    expect(await set(people.finance, randomUUID())).toBe('NOT_FOUND');
    expect(await set(people.finance, units.branch1, 0)).toBe('INVALID_INPUT');
    expect(await set(people.finance, units.branch1, 32)).toBe('INVALID_INPUT');
    expect(await set(stale(people.finance))).toBe('STEP_UP_REQUIRED');
    expect(await set(people.finance)).toBe(units.branch1);
    expect(await set(people.finance, units.branch1, 1)).toBe(units.branch1);
  });
});

describe('OrgUnit.retainedDues', () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { retainedDues {
    waiting unfunded inTransit paidOut(from: "2026-07-01", to: "2026-08-01") openPayout { id } } } } }`;
  const retained = async (actor: Actor | null, unitId: string = units.branch1) => {
    const asked = await ask(query, actor, { of: [{ __typename: 'OrgUnit', id: unitId }] });
    return asked.code ?? asked.data?._entities[0].retainedDues;
  };
  test.each(readers)('is read by %s', async (_who, actor) => {
    expect(await retained(actor)).toEqual({
      waiting: 42_000,
      unfunded: 0,
      inTransit: 0,
      paidOut: 0,
      openPayout: { id },
    });
  });
  test.each(strangers)('is as if it were not there for %s', async (_who, actor) => {
    expect(await retained(actor)).toBeNull();
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await retained(actor)).toBe(code);
  });
  test('a random id is the same as one out of scope', async () => {
    expect(
      await retained(testActor({ role: 'FINANCE_OFFICER', unitId: units.province }), randomUUID()),
    ).toBeNull();
  });
});
