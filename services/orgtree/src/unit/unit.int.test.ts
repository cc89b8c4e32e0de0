import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
const reader = testActor();

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

/** What the query answers; a GraphQL error fails the test. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await subgraph.execute(query, variables, reader);
  expect(errors).toBeUndefined();
  return data ?? {};
}

describe('the tree as it was on a day', () => {
  test('a renamed unit answers with the name of the day', async () => {
    const data = await ask(
      `query($id: UUID!) {
        today: unit(id: $id) { name validFrom validTo }
        before: unit(id: $id, asOf: "2026-02-28") { name }
        onTheDay: unit(id: $id, asOf: "2026-03-01") { name }
        tooEarly: unit(id: $id, asOf: "2025-06-30") { name }
      }`,
      { id: unit.estate },
    );
    expect(data).toEqual({
      today: { name: 'Khu dân cư Việt Hưng', validFrom: '2025-07-01', validTo: null },
      before: { name: 'Cụm dân cư số 2' },
      onTheDay: { name: 'Khu dân cư Việt Hưng' },
      tooEarly: null,
    });
  });

  test('a moved unit stands below another parent, and its ancestors follow', async () => {
    const data = await ask(
      `query($id: UUID!) {
        unit(id: $id) {
          code parent { code } before: parent(asOf: "2026-02-01") { code }
          ancestors { code } ancestorsBefore: ancestors(asOf: "2026-02-01") { code }
          periods { from to code parent { code } }
        }
      }`,
      { id: unit.branch2 },
    );
    expect(data.unit).toEqual({
      code: '05.200.044.000.002',
      parent: { code: '05.200.044' },
      before: { code: '05.202.010' },
      ancestors: ['CENTRAL', '05', '05.200', '05.200.044'].map((code) => ({ code })),
      ancestorsBefore: ['CENTRAL', '05', '05.202', '05.202.010'].map((code) => ({ code })),
      periods: [
        { from: '2025-07-01', to: '2026-03-01', code: '05.202.010.000.009', parent: { code: '05.202.010' } },
        { from: '2026-03-01', to: null, code: '05.200.044.000.002', parent: { code: '05.200.044' } },
      ],
    });
  });

  test('a day asked for at the top goes down through children and parents', async () => {
    const data = await ask(
      `query($id: UUID!) {
        unit(id: $id, asOf: "2026-02-01") { children { edges { node { code parent { name } } } } }
      }`,
      { id: unit.company },
    );
    const parent = { name: 'Tổ chức 05.202.010' };
    expect(data.unit.children.edges.map(({ node }: { node: object }) => node)).toEqual([
      { code: '05.202.010.000.001', parent },
      { code: '05.202.010.000.002', parent },
      { code: '05.202.010.000.009', parent },
    ]);
  });

  test('a dissolved unit is not there today', async () => {
    const data = await ask(
      `query($id: UUID!) { unit(id: $id) { name } unitByCode(code: "05.202.010.000.002") { name } }`,
      { id: unit.merged },
    );
    expect(data).toEqual({ unit: null, unitByCode: null });
  });

  test('a code belongs to the unit that carried it on the day', async () => {
    const data = await ask(`{
      before: unitByCode(code: "05.202.010.000.009", asOf: "2026-02-28") { id }
      now: unitByCode(code: "05.202.010.000.009") { id }
    }`);
    expect(data).toEqual({ before: { id: unit.branch2 }, now: null });
  });
});

describe('lists of units', () => {
  test('start at the root, go down by parent, or are all of one type', async () => {
    const data = await ask(
      `query($city: UUID!) {
        roots: units { edges { node { code } } }
        wards: units(parentId: $city) { edges { node { code } } }
        branches: units(type: BRANCH) { edges { node { code } } }
      }`,
      { city: unit.city },
    );
    const codes = (list: { edges: { node: { code: string } }[] }) => list.edges.map(({ node }) => node.code);
    expect(codes(data.roots)).toEqual(['CENTRAL']);
    expect(codes(data.wards)).toEqual(['05.200', '05.202']);
    expect(codes(data.branches)).toEqual(['05.200.044.000.001', '05.200.044.000.002', '05.202.010.000.001']);
  });

  test('pages continue after the cursor until nothing is left', async () => {
    const query = `query($after: String) {
      units(type: BRANCH, first: 2, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } }
    }`;
    const first = (await ask(query)).units;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await ask(query, { after: first.pageInfo.endCursor })).units;
    expect(second.edges).toEqual([{ node: { code: '05.202.010.000.001' } }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test.each(['units(first: 0)', 'units(first: 101)', 'units(after: "nonsense")'])(
    '%s is bad input',
    async (field) => {
      const { errors } = await subgraph.execute(`{ ${field} { edges { cursor } } }`, {}, reader);
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    },
  );
});

test('a page of children with the names of their parents, ancestors and counts is a handful of statements', async () => {
  const statements: string[] = [];
  const logger = subgraph.orm.config.getLogger();
  const { log, isEnabled } = logger;
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
  });
  const count = async (query: string) => {
    statements.length = 0;
    await ask(query, { id: unit.city });
    return statements.length;
  };
  const children = 'children(first: 50) { edges { node { name parent { name } } } }';
  expect(await count(`query($id: UUID!) { unit(id: $id) { ${children} } }`)).toBe(2);
  expect(
    await count(`query($id: UUID!) { unit(id: $id) { children { edges { node { name ${children} } } } } }`),
  ).toBe(3);
  expect(
    await count('query($id: UUID!) { unit(id: $id) { children { edges { node { membershipCount } } } } }'),
  ).toBe(3);
  Object.assign(logger, { log, isEnabled });
});

test('other services find a unit by its id even after it ended, and nothing for an id that is none', async () => {
  const data = await ask(
    `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on OrgUnit { code validTo } } }`,
    { refs: [unit.merged, unit.branch1, idOf(77)].map((id) => ({ __typename: 'OrgUnit', id })) },
  );
  expect(data._entities).toEqual([
    { code: '05.202.010.000.002', validTo: '2026-03-01' },
    { code: '05.200.044.000.001', validTo: null },
    null,
  ]);
});

describe('the database keeps the tree sound', () => {
  const insert = (id: string, code: string, path: string) =>
    subgraph.em().execute(
      `insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path)
       values (?, daterange('2026-01-01', null), ?, 'Tên', 'Tên', 'SUPERIOR', 'OTHER', ?, ?::ltree)`,
      [id, code, unit.city, path],
    );

  test('two periods of a unit never overlap', async () => {
    await expect(insert(unit.ward, '05.299', `${unit.city}.${unit.ward}`)).rejects.toThrow(
      'unit_period_no_overlap',
    );
  });
  test('two units never carry one code at a time', async () => {
    await expect(insert(unit.merged, '05.202', `${unit.city}.${unit.merged}`)).rejects.toThrow('unit_period');
  });
  test('a path always ends with the unit itself', async () => {
    await expect(insert(unit.merged, '05.299', unit.city)).rejects.toThrow('check constraint');
  });
});

test('loading the same demo data again changes nothing', async () => {
  const count = async () =>
    (
      await subgraph
        .em()
        .execute('select (select count(*) from unit_period) + (select count(*) from outbox) as n')
    )[0];
  const before = await count();
  await loadDemoData(subgraph.em(), smallTree);
  expect(await count()).toEqual(before);
});
