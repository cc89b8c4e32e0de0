import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  approvedAccount,
  declare,
  type Fees,
  onAccount,
  openPayouts,
  people,
} from '../../test/payout-stage.ts';

let fees: Fees;
let active: { id: string };
let waiting: { id: string; version: number };
beforeAll(async () => {
  fees = await openPayouts();
  active = await approvedAccount(fees);
  waiting = (await declare(fees, people.member)).account;
});
afterAll(() => fees.close());

const ask = async (document: string, actor: Actor | null, variables = {}) => {
  const { data, errors } = await fees.execute(document, variables, actor);
  return { data, code: errors?.[0]?.extensions?.code };
};

describe('Query.beneficiaryAccount', () => {
  const one = async (actor: Actor | null, id: string) => {
    const asked = await ask(
      'query ($id: UUID!) { beneficiaryAccount(id: $id) { status accountMask accountNumber } }',
      actor,
      { id },
    );
    return asked.code ?? asked.data?.beneficiaryAccount;
  };
  test.each([
    ['who declared it', people.member, '09901234567'],
    ['the direct superior', people.committee, '09901234567'],
    ['the leader of the branch', people.secretary, null],
    ['the leader of the ward', people.ward, null],
    ['the finance officer', people.finance, null],
    ['the inspector', people.inspector, null],
  ])('is read by %s, the number only by who needs it', async (_who, actor, accountNumber) => {
    expect(await one(actor, waiting.id)).toEqual({
      status: 'PENDING',
      accountMask: '********567',
      accountNumber,
    });
  });
  test.each([
    ['a neighbour', people.neighbour],
    ['the secretary of the sibling branch', people.sibling],
    ['the leader of another ward', people.otherWard],
    ['the analyst', people.analyst],
    ['an applicant', people.applicant],
  ])('is as if it were not there for %s', async (_who, actor) => {
    expect(await one(actor, waiting.id)).toBeNull();
  });
  test('a random id is the same, and nobody must sign in', async () => {
    expect(await one(people.committee, randomUUID())).toBeNull();
    expect(await one(null, waiting.id)).toBe('UNAUTHENTICATED');
  });
  test('what an inspector reads leaves a line in the trail', async () => {
    await one(people.inspector, active.id);
    const lines = await fees
      .em()
      .execute(`select from audit_entry where action = 'readBeneficiaryAccount' and subject_id = ?`, [
        active.id,
      ]);
    expect(lines).toHaveLength(1);
  });
});

describe('Query.myBeneficiaryAccounts', () => {
  const mine = async (actor: Actor | null) => {
    const asked = await ask('{ myBeneficiaryAccounts { edges { node { id } } } }', actor);
    return (
      asked.code ??
      asked.data?.myBeneficiaryAccounts.edges.map((edge: { node: { id: string } }) => edge.node.id)
    );
  };
  test('are one’s own only', async () => {
    expect(await mine(people.member)).toEqual([waiting.id]);
    expect(await mine(people.neighbour)).toEqual([]);
    expect(await mine(people.committee)).toEqual([]);
    expect(await mine(null)).toBe('UNAUTHENTICATED');
  });
});

describe('Query.waitingBeneficiaryAccounts', () => {
  const wait = async (actor: Actor | null) => {
    const asked = await ask('{ waitingBeneficiaryAccounts { edges { node { id } } } }', actor);
    const page = asked.data?.waitingBeneficiaryAccounts;
    return asked.code ?? page?.edges.map((edge: { node: { id: string } }) => edge.node.id);
  };
  test('wait for the direct superior and nobody else', async () => {
    expect(await wait(people.committee)).toEqual([waiting.id]);
    expect(await wait(people.ward)).toEqual([]);
    expect(await wait(people.otherWard)).toEqual([]);
    expect(await wait(people.operator)).toEqual([]);
  });
  test.each([
    ['the secretary of the branch', people.secretary, 'FORBIDDEN'],
    ['the inspector', people.inspector, 'FORBIDDEN'],
    ['a member', people.member, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('are refused to %s', async (_who, actor, code) => {
    expect(await wait(actor)).toBe(code);
  });
});

describe('Mutation.declareBeneficiaryAccount', () => {
  test.each([
    ['a member of another branch', testActor()],
    ['the secretary of the sibling branch', people.sibling],
    ['the leader of another ward', people.otherWard],
    ['the inspector', people.inspector],
    ['a locked account', testActor({ accountStatus: 'LOCKED' })],
  ])('reads as if the unit were not there for %s', async (_who, actor) => {
    expect((await declare(fees, actor)).refusal.code).toBe('NOT_FOUND');
  });
  test('a member declares in the own name only, an applicant for a branch only', async () => {
    const forNeighbour = await declare(fees, people.member, { holderMemberId: people.neighbour.memberId });
    expect(forNeighbour.refusal.code).toBe('NOT_FOUND');
    const forWard = await declare(fees, people.applicant, { unitId: units.ward });
    expect(forWard.refusal.code).toBe('NOT_FOUND');
    expect((await declare(fees, people.secretary, { unitId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
    expect((await declare(fees, null)).refusal.code).toBe('UNAUTHENTICATED');
  });
});

const decisions = [
  ['Mutation.approveBeneficiaryAccount', 'approveBeneficiaryAccount', {}],
  ['Mutation.rejectBeneficiaryAccount', 'rejectBeneficiaryAccount', { reason: 'Sai tên' }],
] as const;

function strangersOfDecision(name: string, more: object): void {
  test.each([
    ['the secretary of the branch', people.secretary, 'FORBIDDEN'],
    ['the finance officer', people.finance, 'FORBIDDEN'],
    ['the administrator', people.admin, 'FORBIDDEN'],
    ['who declared it', people.member, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
    ['the leader of another ward', people.otherWard, 'NOT_FOUND'],
    ['who operates the system', people.operator, 'NOT_FOUND'],
    ['the leader of the ward above', people.ward, 'ACTION_NOT_ALLOWED'],
  ])('%s does not decide', async (_who, actor, code) => {
    expect((await onAccount(fees, name, actor, waiting.id, { ...more })).refusal.code).toBe(code);
  });
  test('a random id, an old version, an old sign-in, a decided one', async () => {
    const on = (actor: Actor, id: string, and = {}) => onAccount(fees, name, actor, id, { ...more, ...and });
    expect((await on(people.committee, randomUUID())).refusal.code).toBe('NOT_FOUND');
    const old = await on(people.committee, waiting.id, { expectedVersion: 9 });
    expect(old.refusal.code).toBe('VERSION_CONFLICT');
    const stale = { ...people.committee, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect((await on(stale, waiting.id)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await on(people.committee, active.id)).refusal.code).toBe('WRONG_STATE');
  });
}

describe('Mutation.approveBeneficiaryAccount', () => strangersOfDecision(decisions[0][1], decisions[0][2]));
describe('Mutation.rejectBeneficiaryAccount', () => strangersOfDecision(decisions[1][1], decisions[1][2]));

describe('Mutation.endBeneficiaryAccount', () => {
  const end = async (actor: Actor | null, id: string, reason = 'Đổi tài khoản') =>
    (await onAccount(fees, 'endBeneficiaryAccount', actor, id, { reason })).refusal?.code;
  test('is for the unit, its superior, the holder and who declared it', async () => {
    expect(await end(people.neighbour, active.id)).toBe('NOT_FOUND');
    expect(await end(people.sibling, active.id)).toBe('NOT_FOUND');
    expect(await end(people.otherWard, active.id)).toBe('NOT_FOUND');
    expect(await end(people.finance, active.id)).toBe('ACTION_NOT_ALLOWED');
    expect(await end(people.committee, waiting.id)).toBe('ACTION_NOT_ALLOWED');
    expect(await end(people.secretary, active.id, ' ')).toBe('REASON_REQUIRED');
    expect(await end(people.secretary, randomUUID())).toBe('NOT_FOUND');
    expect(await end(null, active.id)).toBe('UNAUTHENTICATED');
  });
});

const entity = (field: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { ${field} } } }`;

describe('OrgUnit.beneficiaryAccount', () => {
  const active1 = async (actor: Actor | null, unitId: string = units.branch1) => {
    const of = [{ __typename: 'OrgUnit', id: unitId }];
    const asked = await ask(entity('beneficiaryAccount { id }'), actor, { of });
    return asked.code ?? asked.data?._entities[0].beneficiaryAccount;
  };
  test('is read in scope', async () => {
    expect(await active1(people.secretary)).toEqual({ id: active.id });
    expect(await active1(people.finance)).toEqual({ id: active.id });
    expect(await active1(people.sibling)).toBeNull();
    expect(await active1(people.otherWard)).toBeNull();
    expect(await active1(people.secretary, randomUUID())).toBeNull();
    expect(await active1(people.member)).toBe('FORBIDDEN');
    expect(await active1(people.admin)).toBe('FORBIDDEN');
    expect(await active1(null)).toBe('UNAUTHENTICATED');
  });
});

describe('OrgUnit.beneficiaryAccounts', () => {
  const all = async (actor: Actor | null, args = '', unitId: string = units.branch1) => {
    const of = [{ __typename: 'OrgUnit', id: unitId }];
    const field = `beneficiaryAccounts${args} { edges { node { id } } pageInfo { hasNextPage } }`;
    const asked = await ask(entity(field), actor, { of });
    const page = asked.data?._entities?.[0]?.beneficiaryAccounts;
    return asked.code ?? page?.edges.map((edge: { node: { id: string } }) => edge.node.id) ?? null;
  };
  test('are read in scope, the latest first', async () => {
    expect(await all(people.secretary)).toEqual([waiting.id, active.id]);
    expect(await all(people.secretary, '(status: APPROVED)')).toEqual([active.id]);
    expect(await all(people.secretary, '(first: 1)')).toEqual([waiting.id]);
    expect(await all(people.secretary, '(after: "x")')).toBe('BAD_USER_INPUT');
    expect(await all(people.sibling)).toBeNull();
    expect(await all(people.committee, '', units.branch21)).toBeNull();
    expect(await all(people.member)).toBe('FORBIDDEN');
    expect(await all(null)).toBe('UNAUTHENTICATED');
  });
});
