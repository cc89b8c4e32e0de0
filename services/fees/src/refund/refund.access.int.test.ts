import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';

let house: Orders;
let member: string;
let order: { id: string; version: number };
let refund: string;
const as = (role: Role, unitId: string): Actor => testActor({ role, unitId });
const officer = as('FINANCE_OFFICER', units.ward);
const otherOfficer = as('FINANCE_OFFICER', units.otherWard);
const committee = as('COMMITTEE_SECRETARY', units.committee);
const otherCommittee = as('COMMITTEE_SECRETARY', units.otherCommittee);
const secretary = as('BRANCH_SECRETARY', units.branch1);

beforeAll(async () => {
  house = await openOrders();
  member = await house.owing(units.branch1, ['2026-07']);
  const collector = as('BRANCH_DELEGATE', units.branch1);
  const input = { branchId: units.branch1, members: [{ memberId: member, months: 1 }], total: 60_000 };
  const notes = (await house.act(collector, 'recordCash', input, 'order { id }')).order;
  order = (
    await house.act(
      secretary,
      'confirmCash',
      { orderId: notes.id, expectedVersion: 1 },
      'order { id version }',
    )
  ).order;
  const asked = { orderId: order.id, expectedVersion: order.version, reason: 'Nộp nhầm' };
  refund = (await house.act(officer, 'requestRefund', asked, 'refund { id }')).refund.id;
});
afterAll(() => house.close());

async function door(actor: Actor | null, field: string, input: object): Promise<string> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await house.execute(
    `mutation ($input: ${type}!) { ${field}(input: $input) { refund { id } refusal { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return (errors?.[0]?.extensions?.code as string | undefined) ?? data?.[field].refusal?.code ?? 'DONE';
}

const outsiders = () => [
  testActor({ memberId: member }),
  testActor({ memberId: null, accountStatus: 'DRAFT' }),
  as('ANALYST', units.province),
  as('ORG_ADMIN', units.province),
  as('INSPECTION_OFFICER', units.province),
];

describe('Mutation.requestRefund', () => {
  const ask = (actor: Actor | null, orderId = order.id) =>
    door(actor, 'requestRefund', { orderId, expectedVersion: order.version, reason: 'thử' });
  test('is for finance officers of the unit', async () => {
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), secretary, committee]) expect(await ask(actor)).toBe('FORBIDDEN');
    expect(await ask(otherOfficer)).toBe('NOT_FOUND');
    expect(await ask(officer, randomUUID())).toBe('NOT_FOUND');
  });
  test('a second time finds it under way', async () => {
    expect(await ask(officer)).toBe('REFUND_NOT_POSSIBLE');
  });
});

/** The same strangers stand before both decisions. */
function strangersBefore(field: string) {
  const decide = (actor: Actor | null, refundId = refund, expectedVersion = 1) =>
    door(actor, field, { refundId, expectedVersion, ...(field === 'rejectRefund' && { reason: 'thử' }) });
  test('is for committees and finance officers above the branch, not for the branch itself', async () => {
    expect(await decide(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), secretary, as('OFFICE_STAFF', units.ward)])
      expect(await decide(actor)).toBe('FORBIDDEN');
    for (const actor of [otherOfficer, otherCommittee]) expect(await decide(actor)).toBe('NOT_FOUND');
    expect(await decide(committee, randomUUID())).toBe('NOT_FOUND');
  });
  test('is not for who asked, nor on another version', async () => {
    expect(await decide(officer)).toBe('SECOND_PERSON_REQUIRED');
    expect(await decide(committee, refund, 7)).toBe('VERSION_CONFLICT');
  });
}

describe('Mutation.approveRefund', () => strangersBefore('approveRefund'));
describe('Mutation.rejectRefund', () => strangersBefore('rejectRefund'));

describe('Mutation.reopenRefund', () => {
  const reopen = (actor: Actor | null, refundId = refund) =>
    door(actor, 'reopenRefund', { refundId, expectedVersion: 1, reason: 'thử' });
  test('is for finance officers of the unit, of what was declined', async () => {
    expect(await reopen(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), secretary, committee]) expect(await reopen(actor)).toBe('FORBIDDEN');
    expect(await reopen(otherOfficer)).toBe('NOT_FOUND');
    expect(await reopen(officer, randomUUID())).toBe('NOT_FOUND');
    expect(await reopen(officer)).toBe('WRONG_STATE');
  });
});

describe('Mutation.retryRefund', () => {
  const retry = (actor: Actor | null, refundId = refund) =>
    door(actor, 'retryRefund', { refundId, expectedVersion: 1 });
  test('is for finance officers of the unit, of what failed', async () => {
    expect(await retry(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), secretary, committee]) expect(await retry(actor)).toBe('FORBIDDEN');
    expect(await retry(otherOfficer)).toBe('NOT_FOUND');
    expect(await retry(officer, randomUUID())).toBe('NOT_FOUND');
    expect(await retry(officer)).toBe('WRONG_STATE');
  });
});

describe('Mutation.confirmCashReturned', () => {
  const back = (actor: Actor | null, refundId = refund) =>
    door(actor, 'confirmCashReturned', { refundId, expectedVersion: 1 });
  test('is for who collects for the branch, of what was approved', async () => {
    expect(await back(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), officer, committee]) expect(await back(actor)).toBe('FORBIDDEN');
    expect(await back(as('BRANCH_SECRETARY', units.branch2))).toBe('NOT_FOUND');
    expect(await back(secretary, randomUUID())).toBe('NOT_FOUND');
    expect(await back(secretary)).toBe('WRONG_STATE');
  });
});

describe('Query.waitingRefunds', () => {
  const waiting = (actor: Actor | null, unitId: string | null = null, more = '') =>
    house.execute(
      `query ($unitId: UUID) { waitingRefunds(unitId: $unitId${more}) { edges { node { id order { id } } } } }`,
      { unitId },
      actor,
    );
  const ids = async (actor: Actor, unitId?: string) =>
    (await waiting(actor, unitId)).data?.waitingRefunds?.edges.map(
      ({ node }: { node: { id: string } }) => node.id,
    ) ?? null;
  test('shows what waits below, to who may approve there', async () => {
    for (const actor of [officer, committee]) expect(await ids(actor)).toEqual([refund]);
    expect(await ids(officer, units.branch1)).toEqual([refund]);
    expect(await ids(officer, units.branch2)).toEqual([]);
    expect(await ids(otherOfficer)).toEqual([]);
    expect(await ids(otherOfficer, units.branch1)).toBeNull();
    expect(await ids(committee, units.ward)).toBeNull();
    expect(await ids(officer, randomUUID())).toBeNull();
  });
  test('is refused to everybody else, and so is a cursor that is none', async () => {
    expect((await waiting(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [...outsiders(), secretary])
      expect((await waiting(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await waiting(officer, null, ', after: "x"')).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });
});
