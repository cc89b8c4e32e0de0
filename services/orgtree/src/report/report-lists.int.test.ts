import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
});
afterAll(() => subgraph.close());

describe('the list of reports', () => {
  const list = async (given: string, actor = people.ward) => {
    const { data } = await subgraph.execute(
      `{ quarterlyReports(${given}) { edges { node { unit { code } quarter overdue } } pageInfo { hasNextPage endCursor } } }`,
      {},
      actor,
    );
    return data?.quarterlyReports;
  };
  test('is walked page by page without a gap', async () => {
    const whole = await list('quarter: "2026-Q2", first: 100');
    const codes = whole.edges.map(({ node }: { node: { unit: { code: string } } }) => node.unit.code);
    expect(codes).toEqual(['05.200', '05.200.044', '05.200.044.000.001', '05.200.044.000.002']);
    const first = await list('quarter: "2026-Q2", first: 3');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list(`quarter: "2026-Q2", first: 3, after: "${first.pageInfo.endCursor}"`);
    expect([...first.edges, ...second.edges]).toEqual(whole.edges);
  });
  test('tells the late ones, a page with names, figures and buttons being a handful of statements', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const { data } = await subgraph.execute(
      `{ quarterlyReports(overdue: false, first: 50) { edges { node { number unit { name } superior { name } status
         figures { members usageRate } availableActions { action allowed } history { action } } } } }`,
      {},
      people.city,
    );
    Object.assign(logger, { log, isEnabled });
    expect(data?.quarterlyReports.edges.length).toBeGreaterThan(15);
    expect(statements.length).toBeLessThanOrEqual(13);
    expect((await list('overdue: true')).edges).toEqual([]);
  });
});
