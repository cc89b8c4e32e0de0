import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const member = randomUUID();
const as = (role: Role, unitId: string): Actor => testActor({ role, unitId });
const secretary = as('BRANCH_SECRETARY', units.branch1);

beforeAll(async () => {
  fees = await openFees();
  await fees.hear(
    heard.approved(member, units.branch1, '60000', '2026-07'),
    heard.approved(randomUUID(), units.branch2, '60000', '2026-07'),
    heard.approved(randomUUID(), units.branch21, '60000', '2026-07'),
  );
  await chargeMonth(fees.em(), '2026-07', units.ward);
  await chargeMonth(fees.em(), '2026-07', units.otherWard);
});
afterAll(() => fees.close());

const refused: [string, Actor | null, string][] = [
  ['a plain member', testActor({ memberId: member }), 'FORBIDDEN'],
  ['an applicant', testActor({ memberId: null, accountStatus: 'DRAFT' }), 'FORBIDDEN'],
  ['the analyst', as('ANALYST', units.province), 'FORBIDDEN'],
  ['the administrator', as('ORG_ADMIN', units.province), 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
];

describe('Mutation.announceDues', () => {
  const announce = async (
    actor: Actor | null,
    branchId: string,
    key: string = randomUUID(),
    month = '2026-07',
  ) => {
    const { data, errors } = await fees.execute(
      `mutation ($input: AnnounceDuesInput!) { announceDues(input: $input) {
        announcement { branch { id } members } refusal { code field } } }`,
      { input: { idempotencyKey: key, branchId, month } },
      actor,
    );
    return { result: data?.announceDues, code: errors?.[0]?.extensions?.code };
  };
  const notFound = { announcement: null, refusal: { code: 'NOT_FOUND', field: 'branchId' } };

  test.each([
    ...refused,
    ['the office of the ward', as('OFFICE_STAFF', units.ward), 'FORBIDDEN'] as const,
    ['the secretary of the committee', as('COMMITTEE_SECRETARY', units.committee), 'FORBIDDEN'] as const,
    [
      'a locked secretary',
      testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1, accountStatus: 'LOCKED' }),
      'FORBIDDEN',
    ] as const,
  ])('is refused to %s', async (_who, actor, code) => {
    expect(await announce(actor, units.branch1)).toEqual({ result: undefined, code });
  });

  test.each([
    ['a sibling branch', units.branch2],
    ['the committee above', units.committee],
    ['a branch of another ward', units.branch21],
    ['a random unit', randomUUID()],
  ])('knows nothing of %s', async (_what, unitId) => {
    expect((await announce(secretary, unitId)).result).toEqual(notFound);
  });

  test('is done by the secretary, the deputy, a committee member and the one assigned, each for their own branch', async () => {
    for (const role of ['BRANCH_DEPUTY_SECRETARY', 'BRANCH_COMMITTEE_MEMBER', 'BRANCH_DELEGATE'] as const)
      expect((await announce(as(role, units.branch2), units.branch1)).result).toEqual(notFound);
    expect((await announce(as('BRANCH_COMMITTEE_MEMBER', units.branch2), units.branch2)).result).toEqual({
      announcement: { branch: { id: units.branch2 }, members: 1 },
      refusal: null,
    });
    expect((await announce(as('BRANCH_DELEGATE', units.branch21), units.branch21)).result.refusal).toBeNull();
  });

  test('the same call again is one act; the same key with another month is a conflict', async () => {
    const key = randomUUID();
    const first = await announce(secretary, units.branch1, key);
    expect(first.result.announcement).toEqual({ branch: { id: units.branch1 }, members: 1 });
    expect(await announce(secretary, units.branch1, key)).toEqual(first);
    expect((await announce(secretary, units.branch1, key, '2026-06')).result.refusal.code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    expect((await announce(secretary, units.branch1)).result.refusal.code).toBe('ALREADY_ANNOUNCED');
  });

  test('a month that is none is bad input', async () => {
    expect((await announce(secretary, units.branch1, randomUUID(), '2026-13')).code).toBe('BAD_USER_INPUT');
  });
});

describe('OrgUnit.duesAnnouncement', () => {
  const ask = async (actor: Actor | null, unitId: string) => {
    const { data, errors } = await fees.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit {
        duesAnnouncement(month: "2026-07") { month members } } } }`,
      { of: [{ __typename: 'OrgUnit', id: unitId }] },
      actor,
    );
    return { sheet: data?._entities?.[0]?.duesAnnouncement ?? null, code: errors?.[0]?.extensions?.code };
  };

  test.each([
    ['the secretary', secretary],
    ['a committee member', as('BRANCH_COMMITTEE_MEMBER', units.branch1)],
    ['the office of the ward', as('OFFICE_STAFF', units.ward)],
    ['the inspection', as('INSPECTION_OFFICER', units.province)],
  ])('is read by %s', async (_who, actor) => {
    expect(await ask(actor, units.branch1)).toEqual({
      sheet: { month: '2026-07', members: 1 },
      code: undefined,
    });
  });

  test.each([
    ['the secretary of the sibling branch', as('BRANCH_SECRETARY', units.branch2), units.branch1],
    ['the office of another ward', as('OFFICE_STAFF', units.otherWard), units.branch1],
    ['the secretary, of the committee above', secretary, units.committee],
    ['the secretary, of a random unit', secretary, randomUUID()],
  ])('is as if it were not there for %s', async (_who, actor, unitId) => {
    expect(await ask(actor, unitId)).toEqual({ sheet: null, code: undefined });
  });

  test.each(refused)('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor, units.branch1)).toEqual({ sheet: null, code });
  });

  test('of many units it takes as many statements as of one', async () => {
    const of = [units.branch1, units.branch2].map((id) => ({ __typename: 'OrgUnit', id }));
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit {
      duesAnnouncement(month: "2026-07") { members total } } } }`;
    const office = as('OFFICE_STAFF', units.ward);
    const count = (asked: object[]) => fees.statementsOf(() => fees.execute(query, { of: asked }, office));
    expect(await count(of)).toBe(await count(of.slice(0, 1)));
  });
});

describe('OrgUnit.unannouncedBranches', () => {
  const ask = async (actor: Actor | null, unitId: string, page = {}) => {
    const { data, errors } = await fees.execute(
      `query ($of: [_Any!]!, $month: Month!, $first: Int, $after: String) { _entities(representations: $of) { ... on OrgUnit {
        unannouncedBranches(month: $month, first: $first, after: $after) {
          edges { node { branch { id } members amount } } pageInfo { hasNextPage endCursor } } } } }`,
      { of: [{ __typename: 'OrgUnit', id: unitId }], month: '2026-08', ...page },
      actor,
    );
    const list = data?._entities?.[0]?.unannouncedBranches ?? null;
    return { list, code: errors?.[0]?.extensions?.code };
  };
  const office = as('OFFICE_STAFF', units.province);

  beforeAll(async () => {
    await chargeMonth(fees.em(), '2026-08', units.ward);
    await chargeMonth(fees.em(), '2026-08', units.otherWard);
  });

  test('names the branches that have not, page by page, for who is above them', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { list } = await ask(office, units.province, { first: 1, after });
      seen.push(...list.edges.map((edge: { node: { branch: { id: string } } }) => edge.node.branch.id));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([units.branch1, units.branch2, units.branch21]);
    expect((await ask(office, units.otherWard)).list.edges).toEqual([
      { node: { branch: { id: units.branch21 }, members: 1, amount: 60_000 } },
    ]);
  });

  test('is as if it were not there outside one’s scope', async () => {
    expect(await ask(as('OFFICE_STAFF', units.ward), units.otherWard)).toEqual({
      list: null,
      code: undefined,
    });
    expect(await ask(office, randomUUID())).toEqual({ list: null, code: undefined });
    expect(await ask(secretary, units.branch2)).toEqual({ list: null, code: undefined });
  });

  test.each(refused)('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor, units.ward)).toEqual({ list: null, code });
  });

  test.each([
    ['a page of 0', { first: 0 }],
    ['a cursor that is none', { after: 'x' }],
    ['a month that is none', { month: '2026-00' }],
  ])('%s is bad input', async (_what, page) => {
    expect((await ask(office, units.ward, page)).code).toBe('BAD_USER_INPUT');
  });
});
