import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { told } from '../../test/figures-stage.ts';
import { unit } from '../../test/orgtree-stage.ts';
import { openPortal } from '../../test/portal-stage.ts';

let stage: Awaited<ReturnType<typeof openPortal>>;
beforeAll(async () => {
  stage = await openPortal();
  const state = { state: 'SUBMITTED', unitId: unit.ward };
  await stage.subgraph.deliver(told(1, state), told(2, state), told(3, state));
  await stage.arm({ refuse: '05.200-2' });
  await stage.round();
  await stage.subgraph.deliver(told(4, state), told(5, state));
});
afterAll(() => stage?.close());

const operator = testActor({ role: 'SYSTEM_ADMIN', unitId: unit.city });
const backlog = async (actor: Actor | null, args = '') => {
  const { data, errors, faults } = await stage.subgraph.execute(
    `{ portalBacklog${args} { edges { node { number state refused attempts lastError firstDueAt } } pageInfo { hasNextPage endCursor } } }`,
    {},
    actor,
  );
  if (faults) throw new Error(faults.join(' '));
  return errors ? errors[0]?.extensions?.code : data?.portalBacklog;
};
const numbers = (page: { edges: { node: { number: string } }[] }) =>
  page.edges.map(({ node }) => node.number);

describe('Query.portalBacklog', () => {
  test('is for whoever runs the system of the whole province, and for nobody else', async () => {
    expect(await backlog(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      testActor(),
      testActor({ role: 'ORG_ADMIN', unitId: unit.city }),
      testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.city }),
      testActor({ role: 'INSPECTION_OFFICER', unitId: unit.city }),
      { ...operator, accountStatus: 'LOCKED' as const },
    ])
      expect(await backlog(actor)).toBe('FORBIDDEN');
    expect(await backlog(testActor({ role: 'SYSTEM_ADMIN', unitId: unit.ward }))).toBeNull();
  });

  test('shows what waits and what was refused, the longest first, page by page', async () => {
    const page = await backlog(operator);
    expect(numbers(page)).toEqual(['05.200-2', '05.200-4', '05.200-5']);
    expect(page.edges.map(({ node }: { node: { refused: boolean } }) => node.refused)).toEqual([
      true,
      false,
      false,
    ]);
    expect(page.edges[0].node).toMatchObject({
      state: 'SUBMITTED',
      attempts: 1,
      lastError: 'it answered 422: UNKNOWN_PROCEDURE',
    });
    const first = await backlog(operator, '(first: 2)');
    expect(numbers(first)).toEqual(['05.200-2', '05.200-4']);
    const rest = await backlog(operator, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([numbers(rest), rest.pageInfo.hasNextPage]).toEqual([['05.200-5'], false]);
    expect(await backlog(operator, '(after: "x")')).toBe('BAD_USER_INPUT');
  });
});
