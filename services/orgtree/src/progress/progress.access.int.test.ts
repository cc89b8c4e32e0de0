import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { account } from '../../test/figures-stage.ts';
import { member, unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
});
afterAll(() => subgraph.close());

const ask = async (field: string, actor: Actor | null, unitId: string = unit.estate) => {
  const { data, errors } = await subgraph.execute(
    `{ unit(id: "${unitId}") { answer: ${field} } }`,
    {},
    actor,
  );
  return errors ? errors[0]?.extensions?.code : (data?.unit.answer ?? null);
};

const quarter = 'from: "2026-04-01", through: "2026-06-30"';
const figures = `figures(${quarter}) { members accounts installRate }`;
const progress = `progress(${quarter}, by: MONTH) { from through figures { accounts activeMembers dossiersOpened } }`;
const without = 'membersWithoutAccount { edges { node { id } branch { code } } pageInfo { hasNextPage } }';

describe('the figures of a unit', () => {
  test('say the same as its reports', async () => {
    expect(await ask(figures, people.estate)).toEqual({ members: 3, accounts: 2, installRate: 0.6667 });
  });
  test('compare the units below, all in seven statements for figures', async () => {
    const document = `{ unit(id: "${unit.estate}") { children { edges { node { code ${figures} } } } } }`;
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const { data } = await subgraph.execute(document, {}, people.estate);
    Object.assign(logger, { log, isEnabled });
    expect(data?.unit.children.edges.map(({ node }: { node: object }) => node)).toEqual([
      { code: '05.200.044.000.001', figures: { members: 2, accounts: 1, installRate: 0.5 } },
      { code: '05.200.044.000.002', figures: { members: 1, accounts: 1, installRate: 1 } },
    ]);
    expect(statements).toHaveLength(9);
  });
  test('come month by month', async () => {
    expect(await ask(progress, people.inspector)).toEqual([
      {
        from: '2026-04-01',
        through: '2026-04-30',
        figures: { accounts: 1, activeMembers: 1, dossiersOpened: 3 },
      },
      {
        from: '2026-05-01',
        through: '2026-05-31',
        figures: { accounts: 1, activeMembers: 1, dossiersOpened: 1 },
      },
      {
        from: '2026-06-01',
        through: '2026-06-30',
        figures: { accounts: 2, activeMembers: 0, dossiersOpened: 1 },
      },
    ]);
  });
  test.each([
    'figures(from: "2026-07-02", through: "2026-07-01") { members }',
    'figures(from: "2020-01-01", through: "2026-07-01") { members }',
    'progress(from: "2020-01-01", through: "2026-07-01") { from }',
  ])('of a stretch that is turned around or too long are bad input: %s', async (field) => {
    expect(await ask(field, people.estate)).toBe('BAD_USER_INPUT');
  });
});

describe('members without an account', () => {
  test('are named to the branch; who is excluded is not among them', async () => {
    expect(await ask(without, people.city, unit.city)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false },
    });
    await subgraph.em().execute(`delete from dossier_state where procedure = 'ACCOUNT'`);
    expect(await ask(without, people.city, unit.city)).toEqual({
      edges: [
        { node: { id: member.an }, branch: { code: '05.200.044.000.001' } },
        { node: { id: member.binh }, branch: { code: '05.200.044.000.001' } },
        { node: { id: member.chi }, branch: { code: '05.200.044.000.002' } },
      ],
      pageInfo: { hasNextPage: false },
    });
    await subgraph.deliver(account(1, member.an, '2026-04-02'));
    expect((await ask(without, people.branch1, unit.branch1)).edges).toHaveLength(1);
  });
});

describe.each([
  ['figures', figures, [people.an, people.applicant, people.delegate, people.support]],
  ['progress', progress, [people.an, people.applicant, people.delegate, people.support]],
  ['membersWithoutAccount', without, [people.an, people.applicant, people.admin, people.support]],
] as const)('OrgUnit.%s', (_name, field, strangers) => {
  test('is forbidden to members, applicants and whoever lacks the right', async () => {
    for (const actor of strangers) expect(await ask(field, actor)).toBe('FORBIDDEN');
  });
  test('is null for a sibling, another ward, and the unit above one’s own', async () => {
    expect(await ask(field, people.otherWard)).toBeNull();
    expect(await ask(field, people.branch2, unit.branch1)).toBeNull();
    expect(await ask(field, people.branch1, unit.estate)).toBeNull();
  });
});
