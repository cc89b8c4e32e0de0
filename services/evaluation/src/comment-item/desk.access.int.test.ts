import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ItemStage, type OpenedItem, openItems } from '../../test/item-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: ItemStage;
let young: OpenedItem;
let late: OpenedItem;
let later: OpenedItem;
beforeAll(async () => {
  stage = await openItems();
  await stage.em().execute('truncate comment_item cascade');
  // sent one after the other; the second and third are overdue on 2026-07-06
  young = await stage.item({ sentAt: '2026-07-01T08:00:00+07:00', dueOn: '2026-07-06' });
  late = await stage.item({
    status: 'DRAFTING',
    sentAt: '2026-07-02T08:00:00+07:00',
    dueOn: '2026-07-03',
  });
  later = await stage.item({ sentAt: '2026-07-03T08:00:00+07:00', dueOn: '2026-07-05' });
  await stage.item({ status: 'SUBMITTED' });
  await stage.item({ status: 'SENT', residenceBranchId: null, dueOn: '2026-07-03' });
  await stage.item({ status: 'DELIVERED', dueOn: '2026-07-03' });
  await stage.item({ status: 'RECEIVED' });
  await stage.item({ residenceUnitId: units.companyWard, residenceBranchId: units.companyBranch });
});
afterAll(() => stage?.close());

interface Desk {
  unit: { id: string };
  counts: { status: string; items: number; overdue: number }[];
  overdue: number;
  items: { edges: { node: { id: string; status: string } }[]; pageInfo: { endCursor: string | null } };
}

const ask = (actor: Actor | null, wish: Record<string, unknown> = {}) =>
  stage.execute(
    `query ($first: Int, $after: String, $statuses: [CommentItemStatus!]) { commentDesk { unit { id } counts { status items overdue }
       overdue items(first: $first, after: $after, statuses: $statuses) { edges { node { id status } } pageInfo { endCursor } } } }`,
    wish,
    actor,
  );
const desk = async (actor: Actor, wish?: Record<string, unknown>): Promise<Desk | null> => {
  const { data, errors } = await ask(actor, wish);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.commentDesk;
};
const ids = (page: Desk['items'] | undefined) => page?.edges.map(({ node }) => node.id);

describe('Query.commentDesk', () => {
  test('is closed to who is not signed in, to members, administrators and who is locked', async () => {
    expect((await ask(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const who of ['member', 'wardAdmin', 'support', 'locked', 'applicant'] as const)
      expect((await ask(actors[who])).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('is that of one’s own unit: nothing waits for a committee above, beside or between', async () => {
    for (const who of ['committee', 'residenceCommittee', 'secretary2', 'companyWard', 'inspector'] as const)
      expect([who, (await desk(actors[who]))?.counts]).toEqual([who, []]);
    expect(await desk(testActor({ role: 'COMMITTEE_SECRETARY' }))).toBeNull();
    const [company] = (await desk(actors.companySecretary))?.items.edges ?? [];
    expect(company?.node.status).toBe('AT_BRANCH');
  });

  test('holds what waits for the unit, overdue first, then oldest first, with counts', async () => {
    const mine = await desk(actors.residenceSecretary);
    expect(mine?.unit.id).toBe(units.residenceBranch);
    expect(mine?.counts).toEqual([
      { status: 'AT_BRANCH', items: 2, overdue: 1 },
      { status: 'DRAFTING', items: 1, overdue: 1 },
    ]);
    expect(mine?.overdue).toBe(2);
    expect(ids(mine?.items)).toEqual([late.id, later.id, young.id]);
    const ward = await desk(actors.residenceWard);
    expect(ward?.items.edges.map(({ node }) => node.status)).toEqual(['SENT', 'SUBMITTED']);
    const work = await desk(actors.secretary);
    expect(work?.counts).toEqual([{ status: 'DELIVERED', items: 1, overdue: 0 }]);
  });

  test('comes page by page in that order, and narrowed to states', async () => {
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Desk | null = await desk(actors.residenceSecretary, { first: 1, after });
      seen.push(...(ids(page?.items) ?? []));
      after = page?.items.pageInfo.endCursor ?? null;
    } while (after);
    expect(seen).toEqual([late.id, later.id, young.id]);
    const drafts = await desk(actors.residenceSecretary, { statuses: ['DRAFTING'] });
    expect(ids(drafts?.items)).toEqual([late.id]);
  });

  test('takes a handful of statements, however much waits', async () => {
    const { statements } = await stage.counting(() => desk(actors.residenceSecretary));
    // the seat, the unit, the counts, the items
    expect(statements).toBeLessThanOrEqual(4);
  });
});

describe('OrgUnit.commentItems', () => {
  const list = async (actor: Actor, args: string) => {
    const { data } = await stage.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { commentItems(side: RESIDENCE, ${args}) {
         edges { node { id } } } } } }`,
      { of: [{ __typename: 'OrgUnit', id: units.residenceBranch }] },
      actor,
    );
    return ids(data?._entities[0].commentItems);
  };

  test('may be narrowed to what is overdue, and put in the order of the desk', async () => {
    const { residenceSecretary } = actors;
    expect(await list(residenceSecretary, 'overdueOnly: true, order: OLDEST_FIRST')).toEqual([
      late.id,
      later.id,
    ]);
    expect(await list(residenceSecretary, 'overdueOnly: true')).toEqual([later.id, late.id]);
    const first = await list(residenceSecretary, 'order: OVERDUE_FIRST, first: 3');
    expect(first).toEqual([late.id, later.id, young.id]);
  });
});

test('a cursor of another order is bad input', async () => {
  const foreign = Buffer.from('["2026-07-01T08:00:00+07:00","x"]').toString('base64url');
  const { errors } = await ask(actors.residenceSecretary, { after: foreign });
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
