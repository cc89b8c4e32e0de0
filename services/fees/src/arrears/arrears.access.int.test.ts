import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const [late, alsoLate, elsewhere, good] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const as = (role: Role, unitId: string): Actor => testActor({ role, unitId });
const secretary = as('BRANCH_SECRETARY', units.branch1);
const office = as('OFFICE_STAFF', units.province);

beforeAll(async () => {
  fees = await openFees();
  const places: [string, string][] = [
    [late, units.branch1],
    [alsoLate, units.branch2],
    [elsewhere, units.branch21],
    [good, units.branch1],
  ];
  for (const [id, branch] of places)
    await fees.hear(heard.placed(id, branch), heard.approved(id, branch, '60000', '2026-03'));
  for (const month of ['2026-03', '2026-04', '2026-05', '2026-06'])
    for (const ward of [units.ward, units.otherWard]) await chargeMonth(fees.em(), month, ward);
  await fees.payThrough(good, '2026-06');
  for (const id of [late, alsoLate, elsewhere]) await fees.announceThrough(id, '2026-06');
  await fees.payThrough(alsoLate, '2026-04');
  await fees.runJob('fall-overdue');
});
afterAll(() => fees.close());

const refused: [string, Actor | null, string][] = [
  ['a plain member', testActor({ memberId: late }), 'FORBIDDEN'],
  ['an applicant', testActor({ memberId: null, accountStatus: 'DRAFT' }), 'FORBIDDEN'],
  ['the analyst', as('ANALYST', units.province), 'FORBIDDEN'],
  ['the administrator', as('ORG_ADMIN', units.province), 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
];
type Edges = { node: { member: { id: string } } }[];
const membersIn = (list: { edges: Edges } | null) => list?.edges.map(({ node }) => node.member.id) ?? null;

describe('OrgUnit.arrears', () => {
  const ask = async (actor: Actor | null, unitId: string, page = {}) => {
    const { data, errors } = await fees.execute(
      `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on OrgUnit {
        arrears(first: $first, after: $after) { edges { node { member { id } branch { id } months amount } }
          pageInfo { hasNextPage endCursor } } } } }`,
      { of: [{ __typename: 'OrgUnit', id: unitId }], ...page },
      actor,
    );
    return { list: data?._entities?.[0]?.arrears ?? null, code: errors?.[0]?.extensions?.code };
  };

  test('names who has months overdue, and what that is', async () => {
    expect((await ask(secretary, units.branch1)).list.edges).toEqual([
      {
        node: {
          member: { id: late },
          branch: { id: units.branch1 },
          months: ['2026-03', '2026-04', '2026-05', '2026-06'],
          amount: 240_000,
        },
      },
    ]);
  });

  test('is read page by page by who is above, each member once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { list } = await ask(office, units.province, { first: 1, after });
      seen.push(...(membersIn(list) ?? []));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([late, alsoLate, elsewhere]);
  });

  test('is as if it were not there outside one’s scope', async () => {
    expect(await ask(secretary, units.branch2)).toEqual({ list: null, code: undefined });
    expect(await ask(secretary, units.committee)).toEqual({ list: null, code: undefined });
    expect(await ask(as('OFFICE_STAFF', units.otherWard), units.ward)).toEqual({
      list: null,
      code: undefined,
    });
    expect(await ask(office, randomUUID())).toEqual({ list: null, code: undefined });
  });

  test.each(refused)('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor, units.branch1)).toEqual({ list: null, code });
  });

  test.each([
    ['a page of 101', { first: 101 }],
    ['a cursor that is none', { after: 'x' }],
  ])('%s is bad input', async (_what, page) => {
    expect((await ask(office, units.ward, page)).code).toBe('BAD_USER_INPUT');
  });
});

describe('Query.arrearsAlerts', () => {
  const ask = async (actor: Actor | null, given = {}) => {
    const { data, errors } = await fees.execute(
      `query ($unitId: UUID, $year: Int, $first: Int, $after: String) {
        arrearsAlerts(unitId: $unitId, year: $year, first: $first, after: $after) {
          edges { node { member { id } branch { id } year months alertedOn } } pageInfo { hasNextPage endCursor } } }`,
      given,
      actor,
    );
    return { list: data?.arrearsAlerts ?? null, code: errors?.[0]?.extensions?.code };
  };

  test('tells the branch and who is above it whose case is to be looked into', async () => {
    const alert = {
      member: { id: late },
      branch: { id: units.branch1 },
      year: 2026,
      months: ['2026-03', '2026-04', '2026-05', '2026-06'],
      alertedOn: '2026-07-06',
    };
    expect((await ask(secretary)).list.edges).toEqual([{ node: alert }]);
    expect(
      (await ask(as('COMMITTEE_SECRETARY', units.committee), { unitId: units.branch1 })).list.edges,
    ).toEqual([{ node: alert }]);
    expect(membersIn((await ask(office)).list)?.sort()).toEqual([late, elsewhere].sort());
    expect(membersIn((await ask(office, { year: 2025 })).list)).toEqual([]);
  });

  test('is read page by page, each once', async () => {
    const first = (await ask(office, { first: 1 })).list;
    const second = (await ask(office, { first: 1, after: first.pageInfo.endCursor })).list;
    expect([...(membersIn(first) ?? []), ...(membersIn(second) ?? [])].sort()).toEqual(
      [late, elsewhere].sort(),
    );
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test.each([
    ['of a sibling branch', secretary, units.branch2],
    ['of the committee above', secretary, units.committee],
    ['of a random unit', office, randomUUID()],
  ])('is null %s', async (_what, actor, unitId) => {
    expect(await ask(actor, { unitId })).toEqual({ list: null, code: undefined });
  });

  test.each(refused)('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor, { unitId: units.branch1 })).toEqual({ list: null, code });
  });

  test('a cursor that is none is bad input', async () => {
    expect((await ask(office, { after: 'x' })).code).toBe('BAD_USER_INPUT');
  });
});
