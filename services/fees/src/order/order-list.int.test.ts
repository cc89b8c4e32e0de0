import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { endOrder } from './end-order.ts';

let house: Orders;
let actor: Actor;
const numbers: string[] = [];
const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });

beforeAll(async () => {
  house = await openOrders();
  actor = testActor({ memberId: await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07']) });
  for (const months of [1, 2, 3]) {
    const { order } = await house.act(actor, 'payDues', { months }, 'order { id number }');
    numbers.push(order.number);
    const end = { orderId: order.id, reason: null, today: '2026-07-06' };
    if (months < 3)
      await house
        .em()
        .transactional((em) => endOrder(em, { ...end, to: months === 1 ? 'CANCELLED' : 'EXPIRED' }));
  }
});
afterAll(() => house.close());

const ask = async (args: string, fields = 'number') => {
  const { data, errors } = await house.execute(
    `{ myDuesOrders(${args}) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
    {},
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.myDuesOrders;
};
const found = async (args: string): Promise<string[]> =>
  (await ask(args)).edges.map(({ node }: { node: { number: string } }) => node.number);

describe('the list of transactions', () => {
  test('shows the columns of the screen, newest first', async () => {
    const { edges } = await ask('first: 3', 'number initiatedAt formLabel total status');
    expect(edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { number: numbers[2], formLabel: 'Nộp cho chính mình', total: 180_000, status: 'INITIATED' },
      { number: numbers[1], total: 120_000, status: 'EXPIRED' },
      { number: numbers[0], total: 60_000, status: 'CANCELLED' },
    ]);
    expect(edges[0].node.initiatedAt).toMatch(/^2026-07-0[56]T/);
  });

  test('is read page by page, each order once', async () => {
    const first = await ask('first: 2');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await ask(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.number)).toEqual([...numbers].reverse());
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  test.each([
    ['hết hạn', 1],
    ['HET HAN', 1],
    ['da huy', 0],
    ['khoi tao', 2],
    ['120.000', 1],
    ['120000', 1],
    ['180.000 đồng', 2],
  ])('%s finds one by status or amount, without marks', async (text, index) => {
    expect(await found(`text: "${text}"`)).toEqual([numbers[index]]);
  });

  test.each(['chính mình', 'CHINH MINH', '06/07/2026', '05200044001', 'g22.99', '  '])(
    '%s finds all',
    async (text) => {
      expect(await found(`text: "${text}"`)).toHaveLength(3);
    },
  );

  test.each(['chi bộ', '%', '_', '999999', "' or 1=1"])('%s finds nothing', async (text) => {
    expect(await found(`text: "${text}"`)).toEqual([]);
  });

  test('is narrowed to a status', async () => {
    expect(await found('status: EXPIRED')).toEqual([numbers[1]]);
    expect(await found('status: EXPIRED, text: "da huy"')).toEqual([]);
  });

  test('of many orders takes as many statements as of one', async () => {
    const fields = `number lineCount months lines { edges { node { month } } } refunds { id } availableActions { action }
      history { action byName }`;
    const count = (first: number) => house.statementsOf(() => ask(`first: ${first}`, fields));
    expect(await count(1)).toBe(await count(3));
    const branch = (first: number) =>
      house.statementsOf(() =>
        house.execute(
          `{ duesOrders(mode: SELF, first: ${first}) { edges { node { ${fields} } } } }`,
          {},
          secretary,
        ),
      );
    expect(await branch(1)).toBe(await branch(3));
    expect(await branch(3)).toBeLessThanOrEqual(9);
  });
});
