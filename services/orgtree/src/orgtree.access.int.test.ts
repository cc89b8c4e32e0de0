import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, member, smallTree, unit } from '../test/orgtree-stage.ts';
import { definition } from './definition.ts';
import { loadDemoData } from './demo-data.ts';
import { unitKinds, unitTypes } from './unit/unit.rules.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

const nobody = null;
const applicant = testActor({ accountStatus: 'DRAFT', memberId: null });
const plainMember = testActor({ memberId: member.binh });
const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: unit.branch1 });
const sibling = testActor({ role: 'BRANCH_SECRETARY', unitId: unit.branch2 });
const committee = testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.estate });
const otherWard = testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.otherWard });
const admin = testActor({ role: 'ORG_ADMIN', unitId: unit.city });

/** The root fields that read the tree, with a document that asks for it, and what the people it is open to get. */
const doors: Record<string, { document: string; applicantGets: object | null }> = {
  'Query.unit': {
    document: `{ unit(id: "${unit.branch1}") { code } }`,
    applicantGets: { unit: { code: '05.200.044.000.001' } },
  },
  'Query.unitByCode': {
    document: '{ unitByCode(code: "05.200") { id } }',
    applicantGets: { unitByCode: { id: unit.ward } },
  },
  'Query.units': {
    document: '{ units { edges { node { code } } } }',
    applicantGets: { units: { edges: [{ node: { code: 'CENTRAL' } }] } },
  },
  'Query.unitTypes': {
    document: '{ unitTypes(asOf: "2026-07-06") { type } }',
    applicantGets: { unitTypes: unitTypes.map((type) => ({ type })) },
  },
  'Query.unitKinds': {
    document: '{ unitKinds { kind } }',
    applicantGets: { unitKinds: unitKinds.map((kind) => ({ kind })) },
  },
  'Query.unitChoices': {
    document: `{ unitChoices(superiorId: "${unit.ward}") { grassroots { code } branches { code } } }`,
    applicantGets: { unitChoices: { grassroots: [{ code: '05.200.044' }], branches: [] } },
  },
  'Query.searchUnits': {
    document: '{ searchUnits(text: "khu dan cu") { edges { node { code } } } }',
    applicantGets: { searchUnits: { edges: [{ node: { code: '05.200.044' } }] } },
  },
  'Query.me': { document: '{ me { id } }', applicantGets: { me: null } },
};

describe('every door to the tree', () => {
  test.each(Object.entries(doors))('%s is closed to who is not signed in', async (_, { document }) => {
    const { data, errors } = await subgraph.execute(document, {}, nobody);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
  });
  test.each(Object.entries(doors))(
    '%s is open to an applicant, who chooses a branch',
    async (_, { document, applicantGets }) => {
      const { data, errors } = await subgraph.execute(document, {}, applicant);
      expect(errors).toBeUndefined();
      expect(data).toEqual(applicantGets);
    },
  );
});

describe('what is not there', () => {
  test('a random id and an unknown code answer null', async () => {
    const { data } = await subgraph.execute(
      `{ unit(id: "${idOf(77)}") { code } unitByCode(code: "99.999") { id } units(parentId: "${idOf(77)}") { edges { cursor } } }`,
      {},
      plainMember,
    );
    expect(data).toEqual({ unit: null, unitByCode: null, units: { edges: [] } });
  });
  test.each([
    '{ unit(id: "1 or 1=1") { code } }',
    `{ unit(id: "${unit.ward}", asOf: "2026-02-30") { code } }`,
    '{ units(type: DISTRICT) { edges { cursor } } }',
    '{ unit { code } }',
  ])('malformed input is refused without an answer: %s', async (document) => {
    const { data, errors } = await subgraph.execute(document, {}, plainMember);
    expect(data?.unit ?? null).toBeNull();
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors?.[0]?.extensions?.code);
  });
});

describe('lists of members', () => {
  const members = (id: string, more = '') =>
    `{ unit(id: "${id}") { members${more} { edges { node { id } } } } }`;
  const branch1 = { edges: [{ node: { id: member.an } }, { node: { id: member.binh } }] };

  test.each([
    ['an applicant', applicant],
    ['a plain member of that very branch', plainMember],
    ['an administrator of the whole city', admin],
  ])('are forbidden to %s', async (_, actor) => {
    const { data, errors } = await subgraph.execute(members(unit.branch1), {}, actor);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(data?.unit.members).toBeNull();
  });
  test.each([
    ['the secretary of a sibling branch', sibling, unit.branch1],
    ['the secretary of another ward', otherWard, unit.branch1],
    ['a branch secretary asking for the committee above', secretary, unit.estate],
  ])('read as not there for %s', async (_, actor, id) => {
    const { data, errors } = await subgraph.execute(members(id), {}, actor);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ unit: { members: null } });
  });
  test.each([
    ['the secretary of the branch', secretary],
    ['the committee above', committee],
  ])('are open to %s', async (_, actor) => {
    const { data } = await subgraph.execute(members(unit.branch1), {}, actor);
    expect(data?.unit.members).toEqual(branch1);
  });
  test('a unit that lay in the scope only in the past gives nothing, one that lies in it now gives its past', async () => {
    const then = members(unit.branch2, '(asOf: "2026-02-01")');
    expect((await subgraph.execute(then, {}, otherWard)).data?.unit.members).toBeNull();
    expect((await subgraph.execute(then, {}, committee)).data?.unit.members.edges).toHaveLength(1);
  });
  test('the list of a past day tells of those who left the scope since only that they were there', async () => {
    const then = `{ unit(id: "${unit.merged}", asOf: "2026-02-01") { members { edges {
      node { id branch { code } membership { from } memberships { from } } membership { from to }
    } } } }`;
    const dung = async (actor: typeof secretary) => {
      const { data, errors } = await subgraph.execute(then, {}, actor);
      expect(errors).toBeUndefined();
      return data?.unit.members.edges;
    };
    const membership = { from: '2025-07-01', to: '2026-03-01' };
    expect(await dung(testActor({ role: 'BRANCH_SECRETARY', unitId: unit.merged }))).toEqual([
      { node: { id: member.dung, branch: null, membership: null, memberships: null }, membership },
    ]);
    expect(await dung(otherWard)).toEqual([
      {
        node: {
          id: member.dung,
          branch: { code: '05.202.010.000.001' },
          membership: { from: '2026-03-01' },
          memberships: [{ from: '2026-03-01' }, { from: '2025-07-01' }],
        },
        membership,
      },
    ]);
  });
  test('numbers are open to members, and not to applicants', async () => {
    const count = `{ unit(id: "${unit.branch1}") { membershipCount } }`;
    expect((await subgraph.execute(count, {}, plainMember)).data?.unit.membershipCount).toBe(2);
    expect((await subgraph.execute(count, {}, applicant)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('Entity.Member', () => {
  const refer = async (actor: Parameters<typeof subgraph.execute>[2]) => {
    const { data } = await subgraph.execute(
      'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Member { id branch { code } } } }',
      { refs: [member.an, member.chi, idOf(199)].map((id) => ({ __typename: 'Member', id })) },
      actor,
    );
    return data?._entities.map((one: { id: string } | null) => one?.id ?? null);
  };

  test('is known to the member, to the branch and to the committees above', async () => {
    expect(await refer(testActor({ memberId: member.an }))).toEqual([member.an, null, null]);
    expect(await refer(secretary)).toEqual([member.an, null, null]);
    expect(await refer(committee)).toEqual([member.an, member.chi, null]);
  });
  test('is known to the branch of a temporary stay as well', async () => {
    expect(await refer(testActor({ role: 'BRANCH_SECRETARY', unitId: unit.sales }))).toEqual([
      null,
      member.chi,
      null,
    ]);
  });
  test.each([
    ['nobody signed in', nobody],
    ['an applicant', applicant],
    ['a neighbour in the same branch', plainMember],
    ['an administrator', admin],
    ['the analyst', testActor({ role: 'ANALYST', unitId: unit.city })],
    ['a support agent', testActor({ role: 'SUPPORT_AGENT', unitId: unit.city })],
  ])('reads as not there for %s', async (_, actor) => {
    expect(await refer(actor)).toEqual([null, null, null]);
  });
});

describe('Entity.OrgUnit', () => {
  test.each([
    ['an applicant', applicant],
    ['a plain member', plainMember],
  ])('is the tree, open to %s', async (_, actor) => {
    const { data } = await subgraph.execute(
      'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on OrgUnit { code } } }',
      { refs: [unit.ward, idOf(77)].map((id) => ({ __typename: 'OrgUnit', id })) },
      actor,
    );
    expect(data?._entities).toEqual([{ code: '05.200' }, null]);
  });
});

test('no request reaches the graph without the token of the gateway', async () => {
  const { status } = await subgraph.post({ query: '{ units { edges { cursor } } }' });
  expect(status).toBe(401);
});
