import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../test/fees-stage.ts';
import { chargeMonth } from './charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const member = randomUUID();
const neighbour = randomUUID();
const inOtherBranch = randomUUID();
const moved = randomUUID();

const as = (role: NonNullable<Parameters<typeof testActor>[0]>['role'], unitId: string): Actor =>
  testActor({ ...(role && { role }), unitId });
const secretary = as('BRANCH_SECRETARY', units.branch1);
const siblingSecretary = as('BRANCH_SECRETARY', units.branch2);
const collector = as('BRANCH_DELEGATE', units.branch1);
const office = as('OFFICE_STAFF', units.ward);
const otherOffice = as('OFFICE_STAFF', units.otherWard);
const analyst = as('ANALYST', units.province);
const admin = as('ORG_ADMIN', units.province);
const nobody = null;

beforeAll(async () => {
  fees = await openFees();
  const places: [string, string][] = [
    [member, units.branch1],
    [neighbour, units.branch1],
    [inOtherBranch, units.branch2],
    [moved, units.branch1],
  ];
  for (const [id, branch] of places)
    await fees.hear(heard.placed(id, branch), heard.approved(id, branch, '60000', '2026-07'));
  await chargeMonth(fees.em(), '2026-07', units.ward);
  await fees.payThrough(moved, '2026-07');
  await fees.announceThrough(member, '2026-07');
  await fees.hear(
    heard.completed(moved, {
      transferId: randomUUID(),
      destinationBranchId: units.branch21,
      duesPaidThrough: '2026-07',
      completedOn: '2026-07-06',
    }),
    heard.placed(moved, units.branch21, 2),
  );
});
afterAll(() => fees.close());

describe('Query.me', () => {
  const ask = (actor: Actor | null) =>
    fees.execute('{ me { id dues { monthlyAmount paidThrough } } }', {}, actor);

  test('answers the member themselves, from the token', async () => {
    expect(await ask(testActor({ memberId: member }))).toEqual({
      data: { me: { id: member, dues: { monthlyAmount: 60_000, paidThrough: '2026-06' } } },
    });
  });

  test('is null for an applicant whom the registry does not know', async () => {
    const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });
    expect(await fees.execute('{ me { id } }', {}, applicant)).toEqual({ data: { me: null } });
  });

  test('shows no dues while the account is not active', async () => {
    const answer = await ask(testActor({ memberId: member, accountStatus: 'PENDING_BRANCH' }));
    expect(answer.data?.me).toEqual({ id: member, dues: null });
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('is refused to somebody who is not signed in', async () => {
    expect((await ask(nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('Member.dues', () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member {
    id dues { paidThrough openMonths outstanding charges { edges { node { period } } } chargings { from } } } } }`;
  const dues = async (actor: Actor | null, ...ids: string[]) => {
    const of = ids.map((id) => ({ __typename: 'Member', id }));
    const { data, errors } = await fees.execute(query, { of }, actor);
    expect(errors).toBeUndefined();
    const found: ({ id: string; dues: object | null } | null)[] = data?._entities ?? [];
    return found.map((one) => one?.dues ?? null);
  };
  const known = {
    paidThrough: '2026-06',
    openMonths: ['2026-07'],
    outstanding: 60_000,
    charges: { edges: [{ node: { period: '2026-07' } }] },
    chargings: [{ from: '2026-07' }],
  };

  test.each([
    ['the member', testActor({ memberId: member })],
    ['the secretary of the branch', secretary],
    ['the collector of the branch', collector],
    ['the office of the ward', office],
  ])('is read by %s', async (_who, actor) => {
    expect(await dues(actor, member)).toEqual([known]);
  });

  test.each([
    ['a neighbour in the branch', testActor({ memberId: neighbour })],
    ['the secretary of the sibling branch', siblingSecretary],
    ['the office of another ward', otherOffice],
    ['the analyst', analyst],
    ['the administrator', admin],
    ['nobody', nobody],
    ['the member before the account is active', testActor({ memberId: null, accountStatus: 'DRAFT' })],
  ])('is as if it were not there for %s', async (_who, actor) => {
    expect(await dues(actor, member)).toEqual([null]);
  });

  test('a random id is the same as one out of scope', async () => {
    expect(await dues(secretary, randomUUID(), inOtherBranch, member)).toEqual([null, null, known]);
  });

  test('asked twice for one member, both are answered', async () => {
    expect(await dues(secretary, member, member)).toEqual([known, known]);
  });

  test('after the transfer the destination reads them and the origin does not', async () => {
    expect(await dues(secretary, moved)).toEqual([null]);
    expect(await dues(as('BRANCH_SECRETARY', units.branch21), moved)).toEqual([
      expect.objectContaining({ paidThrough: '2026-07' }),
    ]);
  });
});

describe('OrgUnit.duesCharges', () => {
  const query = `query ($of: [_Any!]!, $status: DuesChargeStatus, $first: Int, $after: String) { _entities(representations: $of) { ... on OrgUnit {
    duesCharges(period: "2026-07", status: $status, first: $first, after: $after) {
      edges { node { member { id dues { paidThrough } } branch { id } amount paid status } } pageInfo { hasNextPage endCursor } } } } }`;
  const ask = async (actor: Actor | null, unitId: string, page = {}) => {
    const of = [{ __typename: 'OrgUnit', id: unitId }];
    const { data, errors } = await fees.execute(query, { of, ...page }, actor);
    return { desk: data?._entities?.[0]?.duesCharges ?? null, code: errors?.[0]?.extensions?.code };
  };
  const members = async (actor: Actor, unitId: string) =>
    (await ask(actor, unitId)).desk?.edges.map(
      (edge: { node: { member: { id: string } } }) => edge.node.member.id,
    );

  test.each([
    ['secretary', secretary],
    ['collector', collector],
  ])('is the desk of the %s of the branch', async (_who, actor) => {
    expect(await members(actor, units.branch1)).toEqual([member, neighbour, moved].sort());
  });

  test('a paid charge of a member who left stays on the desk, the dues behind it do not', async () => {
    const { desk } = await ask(secretary, units.branch1);
    const row = desk.edges.find(
      (edge: { node: { member: { id: string } } }) => edge.node.member.id === moved,
    );
    expect(row.node).toEqual({
      member: { id: moved, dues: null },
      branch: { id: units.branch1 },
      amount: 60_000,
      paid: 60_000,
      status: 'PAID',
    });
  });

  test('can be asked for one status', async () => {
    const { desk } = await ask(secretary, units.branch1, { status: 'ANNOUNCED' });
    expect(desk.edges).toHaveLength(1);
    expect(desk.edges[0].node.member.id).toBe(member);
  });

  test('shows the office of the ward everything below it', async () => {
    expect(await members(office, units.ward)).toHaveLength(4);
  });

  test.each([
    ['the secretary of the sibling branch', siblingSecretary],
    ['the office of another ward', otherOffice],
  ])('is as if it were not there for %s', async (_who, actor) => {
    expect(await ask(actor, units.branch1)).toEqual({ desk: null, code: undefined });
  });

  test('of the committee above is not the branch’s to read', async () => {
    expect(await ask(secretary, units.committee)).toEqual({ desk: null, code: undefined });
  });

  test('a random id is the same as one out of scope', async () => {
    expect(await ask(secretary, randomUUID())).toEqual({ desk: null, code: undefined });
  });

  test.each([
    ['a plain member', testActor({ memberId: member }), 'FORBIDDEN'],
    ['the analyst', analyst, 'FORBIDDEN'],
    ['the administrator', admin, 'FORBIDDEN'],
    ['nobody', nobody, 'UNAUTHENTICATED'],
  ])('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor, units.branch1)).toEqual({ desk: null, code });
  });

  test('is read page by page, each charge once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { desk } = await ask(office, units.ward, { first: 1, after });
      seen.push(...desk.edges.map((edge: { node: { member: { id: string } } }) => edge.node.member.id));
      after = desk.pageInfo.hasNextPage ? desk.pageInfo.endCursor : null;
    } while (after);
    expect([...seen].sort()).toEqual([member, neighbour, inOtherBranch, moved].sort());
  });

  test.each([
    ['a page of 0', { first: 0 }],
    ['a page of 101', { first: 101 }],
    ['a cursor that is none', { after: 'x' }],
    ['a cursor of another list', { after: Buffer.from('["2026-07"]').toString('base64url') }],
  ])('%s is bad input', async (_what, page) => {
    expect(await ask(secretary, units.branch1, page)).toEqual({ desk: null, code: 'BAD_USER_INPUT' });
  });
});
