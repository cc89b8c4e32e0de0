import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import type { Envelope } from '@dang/events/envelope';
import { makeEnvelope } from '@dang/events/envelope';
import { deliver } from '@dang/events/receive';
import { makeLogger } from '@dang/service/logger';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { member, names, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

beforeEach(() => subgraph.em().execute(`truncate member_name, inbox; update membership set name_key = ''`));

/** Hands news of members to this service as the consumer would. */
async function hear(envelope: Envelope): Promise<void> {
  const log = makeLogger({ service: 'orgtree', role: 'worker', level: 'silent' });
  const context = { service: 'orgtree', province: '05', clock: subgraph.clock, log };
  const reactions = definition.projections.flatMap((one) => one.reactions);
  expect((await deliver(subgraph.orm, reactions, [envelope], context)).parked).toEqual([]);
}

const from = { province: '05' };

describe('the lists of members', () => {
  const secretary = testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.city });
  const recorded = (members: { id: string; version: number; fullName: string }[]) =>
    makeEnvelope(
      MemberRecorded,
      {
        aggregateId: 'members',
        data: {
          members: members.map((row) => ({
            ...(MemberRecorded.example.members[0] as never as object),
            ...row,
          })) as never,
        },
      },
      from,
    );
  const list = `query($id: UUID!, $first: Int, $after: String, $asOf: Date, $kind: MembershipKind! = OFFICIAL) {
    unit(id: $id) {
      members(first: $first, after: $after, asOf: $asOf, kind: $kind) {
        edges { cursor node { id branch { code } } membership { from kind } } pageInfo { hasNextPage endCursor }
      }
      membershipCount(asOf: $asOf)
    }
  }`;
  const ask = async (variables: object) => {
    const { data, errors } = await subgraph.execute(list, { ...variables }, secretary);
    expect(errors).toBeUndefined();
    return data?.unit;
  };
  const ids = (of: { members: { edges: { node: { id: string } }[] } }) =>
    of.members.edges.map(({ node }) => node.id);

  test('are sorted by given name and page after page complete', async () => {
    await hear(recorded(names));
    for (const id of [unit.city, unit.ward]) {
      const everybody = ids(await ask({ id }));
      const expected = [member.an, member.binh, member.chi, member.dung];
      expect(everybody).toEqual(id === unit.city ? expected : expected.slice(0, 3));
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          members: {
            edges: { node: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await ask({ id, first: 1, after });
        paged.push(...ids(page));
        after = page.members.pageInfo.hasNextPage ? page.members.pageInfo.endCursor : null;
      } while (after !== null);
      expect(paged).toEqual(everybody);
    }
  });

  test('follow a name that identity corrects, and ignore older news', async () => {
    await hear(recorded(names));
    await hear(recorded([{ id: member.an, version: 3, fullName: 'Nguyễn Văn Yên' }]));
    await hear(recorded([{ id: member.an, version: 2, fullName: 'Nguyễn Văn An' }]));
    expect(ids(await ask({ id: unit.branch1 }))).toEqual([member.binh, member.an]);
  });

  test('show who belonged to the unit on a day, and count them', async () => {
    expect(ids(await ask({ id: unit.company, asOf: '2026-02-28' })).sort()).toEqual([
      member.chi,
      member.dung,
    ]);
    expect((await ask({ id: unit.company, asOf: '2026-02-28' })).membershipCount).toBe(2);
    expect((await ask({ id: unit.company })).membershipCount).toBe(1);
    expect((await ask({ id: unit.city })).membershipCount).toBe(4);
  });

  test('show temporary members apart, and do not count them', async () => {
    const company = await ask({ id: unit.company, kind: 'TEMPORARY' });
    expect(company.members.edges).toEqual([
      {
        cursor: expect.any(String),
        node: { id: member.chi, branch: { code: '05.200.044.000.002' } },
        membership: { from: '2026-05-01', kind: 'TEMPORARY' },
      },
    ]);
    expect(company.membershipCount).toBe(1);
  });

  test('a page of members with their branches is three statements', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const query = 'query($id: UUID!) { unit(id: $id) { members { edges { node { branch { name } } } } } }';
    await subgraph.execute(query, { id: unit.city }, secretary);
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(3);
  });
});
