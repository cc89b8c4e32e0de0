import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actors, items, lists, members, openTestProvince, units } from '../test/small-province.ts';

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

type Who = keyof typeof actors | 'nobody';
const actorOf = (who: Who): Actor | null => (who === 'nobody' ? null : actors[who]);
const everybody: readonly Who[] = ['nobody', ...(Object.keys(actors) as (keyof typeof actors)[])];

/** A way into this service: what is asked, where in the answer the thing is, who may have it; everybody else may not. */
interface Door {
  document: string;
  variables: Record<string, unknown>;
  thing: (data: Record<string, never>) => unknown;
  insiders: readonly Who[];
  /** Who is told that the permission is missing; of the others who are not insiders it reads as not there. */
  forbidden: readonly Who[];
}

const entity = (type: string, id: string, field: string) => ({
  document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { id ${field} } } }`,
  variables: { of: [{ __typename: type, id }] },
});
// biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the document's
const entityThing = (data: any) => data._entities[0]?.commentItems ?? data._entities[0]?.commentLists;

const withoutCommentRead: Who[] = ['member', 'neighbour', 'wardAdmin', 'support', 'locked', 'applicant'];
const workplace: Who[] = ['secretary', 'collector', 'committee', 'wardBuilding', 'inspector'];
const residence: Who[] = ['residenceSecretary', 'residenceCommittee', 'residenceWard'];

const doors: Record<string, Door> = {
  'Query.me': {
    document: '{ me { id } }',
    variables: {},
    thing: (data) => data.me,
    insiders: everybody.filter((who) => who !== 'nobody' && who !== 'applicant'),
    forbidden: [],
  },
  'Query.commentItem': {
    document: 'query ($id: UUID!) { commentItem(id: $id) { id } }',
    variables: { id: items.atBranch },
    thing: (data) => data.commentItem,
    insiders: ['member', ...workplace, ...residence],
    forbidden: ['locked', 'applicant'],
  },
  'Query.commentList': {
    document: 'query ($id: UUID!) { commentList(id: $id) { id } }',
    variables: { id: lists.open },
    thing: (data) => data.commentList,
    insiders: workplace,
    forbidden: withoutCommentRead,
  },
  'Query.commentCampaigns': {
    document: '{ commentCampaigns { id } }',
    variables: {},
    thing: (data) => data.commentCampaigns,
    insiders: [...workplace, ...residence, 'secretary2', 'companySecretary', 'companyWard'],
    forbidden: withoutCommentRead,
  },
  'Member.commentItems': {
    ...entity('Member', members.member, 'commentItems { edges { node { id } } }'),
    thing: entityThing,
    insiders: ['member', ...workplace],
    forbidden: [],
  },
  'OrgUnit.commentItems': {
    ...entity('OrgUnit', units.branch1, 'commentItems { edges { node { id } } }'),
    thing: entityThing,
    insiders: workplace,
    forbidden: withoutCommentRead,
  },
  'OrgUnit.commentLists': {
    ...entity('OrgUnit', units.branch1, 'commentLists { edges { node { id } } }'),
    thing: entityThing,
    insiders: workplace,
    forbidden: withoutCommentRead,
  },
};

describe.each(Object.entries(doors))('%s', (_, door) => {
  const ask = (who: Who) => province.execute(door.document, door.variables, actorOf(who));

  test.each([...door.insiders])('is open to %s', async (who) => {
    const { data, errors } = await ask(who);
    expect(errors).toBeUndefined();
    expect(door.thing(data as Record<string, never>)).toBeTruthy();
  });

  const strangers = everybody.filter((who) => !door.insiders.includes(who));
  test.each(strangers)('is closed to %s', async (who) => {
    const { data, errors } = await ask(who);
    if (who === 'nobody' && !door.document.includes('_entities')) {
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    } else if (door.forbidden.includes(who)) {
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    expect(data ? (door.thing(data as Record<string, never>) ?? null) : null).toBeNull();
  });
});

describe('what lies behind a door', () => {
  const rowsOf = async (
    unitId: string,
    side: 'WORKPLACE' | 'RESIDENCE',
    actor: Actor,
  ): Promise<string[] | null> => {
    const { data, errors } = await province.execute(
      `query ($of: [_Any!]!, $side: CommentSide!) {
        _entities(representations: $of) { ... on OrgUnit { commentItems(side: $side) { edges { node { id } } } } }
      }`,
      { of: [{ __typename: 'OrgUnit', id: unitId }], side },
      actor,
    );
    expect(errors).toBeUndefined();
    const page = data?._entities[0].commentItems;
    return page?.edges.map((edge: { node: { id: string } }) => edge.node.id) ?? null;
  };

  test('a residence branch has its items on its desk, its ward those without a branch too', async () => {
    const { residenceSecretary, residenceWard } = actors;
    expect(await rowsOf(units.residenceBranch, 'RESIDENCE', residenceSecretary)).toEqual([
      items.atBranch,
      items.received,
    ]);
    expect(await rowsOf(units.residenceWard, 'RESIDENCE', residenceWard)).toEqual([
      items.neighbours,
      items.atBranch,
      items.received,
    ]);
    expect(await rowsOf(units.residenceWard, 'WORKPLACE', residenceWard)).toEqual([]);
  });

  test('the residence side ends at the ward: the city sees residence items of its own workplaces only', async () => {
    const elsewhere = testActor({ role: 'PARTY_BUILDING_STAFF', unitId: units.companyWard });
    expect(await rowsOf(units.residenceWard, 'RESIDENCE', elsewhere)).toBeNull();
    expect(await rowsOf(units.residenceWard, 'RESIDENCE', actors.inspector)).toEqual([
      items.neighbours,
      items.atBranch,
      items.received,
    ]);
  });

  test('a unit below one’s own is open, one above, beside or unknown is not', async () => {
    expect(await rowsOf(units.branch1, 'WORKPLACE', actors.committee)).toHaveLength(3);
    expect(await rowsOf(units.committee, 'WORKPLACE', actors.secretary)).toBeNull();
    expect(await rowsOf(units.branch2, 'WORKPLACE', actors.secretary)).toBeNull();
    expect(await rowsOf(randomUUID(), 'WORKPLACE', actors.inspector)).toBeNull();
  });

  test('the member has their own items only, with what may be done', async () => {
    const { data } = await province.execute(
      '{ me { commentItems { edges { node { id list { id } availableActions { allowed code } } } } } }',
      {},
      actors.member,
    );
    const nodes = data?.me.commentItems.edges.map((edge: { node: object }) => edge.node);
    expect(nodes.map((node: { id: string }) => node.id)).toEqual([items.atBranch, items.received]);
    expect(nodes[0].list).toBeNull();
    expect(
      nodes[0].availableActions.every((one: { code: string }) => one.code === 'ACTION_NOT_ALLOWED'),
    ).toBe(true);
  });

  test('a random id is not there, a malformed one is bad input', async () => {
    const unknown = await province.execute(
      'query ($id: UUID!) { commentItem(id: $id) { id } }',
      { id: randomUUID() },
      actors.inspector,
    );
    expect(unknown).toEqual({ data: { commentItem: null } });
    const malformed = await province.execute('{ commentItem(id: "1 or 1=1") { id } }', {}, actors.inspector);
    expect(malformed.errors?.[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  test('after the member has moved, the old branch has lost the item and the new one has it', async () => {
    await province.deliver(province.completedTransfer(units.branch1, units.companyBranch, '2026-07-06', '1'));
    const see = async (actor: Actor) =>
      (
        await province.execute(
          'query ($id: UUID!) { commentItem(id: $id) { id } }',
          { id: items.atBranch },
          actor,
        )
      ).data?.commentItem;
    expect(await see(actors.secretary)).toBeNull();
    expect(await see(actors.companySecretary)).toEqual({ id: items.atBranch });
    expect(await see(actors.residenceSecretary)).toEqual({ id: items.atBranch });
  });
});
