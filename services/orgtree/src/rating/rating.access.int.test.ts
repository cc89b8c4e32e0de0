import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
});
afterAll(() => subgraph.close());

/** Bình's finished dossiers are 11 and 13, An's 10 is open, Chi's is 12. */
const dossier = (number: number) => idOf(7000 + number);

const rate = async (actor: Actor | null, dossierId: string, stars = 4, comment: string | null = null) => {
  const { data, errors } = await subgraph.execute(
    `mutation ($input: RateDossierInput!) { rateDossier(input: $input) {
      rating { number procedure stars comment ratedOn changeableThrough } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), dossierId, stars, comment } },
    actor,
  );
  return errors ? errors[0]?.extensions?.code : data?.rateDossier;
};
const mine = async (actor: Actor | null, dossierId: string) => {
  const { data, errors } = await subgraph.execute(
    `{ myRating(dossierId: "${dossierId}") { stars } }`,
    {},
    actor,
  );
  return errors ? errors[0]?.extensions?.code : data?.myRating;
};

describe('Mutation.rateDossier', () => {
  test('is closed to nobody and to applicants', async () => {
    expect(await rate(null, dossier(11))).toBe('UNAUTHENTICATED');
    expect(await rate(people.applicant, dossier(11))).toBe('FORBIDDEN');
  });
  test('knows no dossier of a neighbour, of a made-up id, nor by right of an office', async () => {
    for (const [actor, id] of [
      [people.an, dossier(11)],
      [people.binh, randomUUID()],
      [people.branch1, dossier(11)],
    ] as const)
      expect((await rate(actor, id)).refusal.code).toBe('NOT_FOUND');
  });
  test('is refused for an open dossier, and for stars that do not exist', async () => {
    expect((await rate(people.an, dossier(10))).refusal.code).toBe('DOSSIER_NOT_FINISHED');
    for (const stars of [0, 6])
      expect((await rate(people.binh, dossier(11), stars)).refusal.field).toBe('stars');
    expect((await rate(people.binh, dossier(11), 5, 'x'.repeat(1001))).refusal.field).toBe('comment');
  });
  test('is kept once, and changed within seven days', async () => {
    expect(await rate(people.binh, dossier(11), 2, ' Chậm ')).toEqual({
      rating: {
        number: '05.200-11',
        procedure: 'OFFICIAL_TRANSFER',
        stars: 2,
        comment: 'Chậm',
        ratedOn: '2026-07-06',
        changeableThrough: '2026-07-13',
      },
      refusal: null,
    });
    expect((await rate(people.binh, dossier(11), 5)).rating).toMatchObject({ stars: 5, comment: null });
    await subgraph.em().execute(`update dossier_rating set rated_on = '2026-06-28'`);
    expect((await rate(people.binh, dossier(11), 1)).refusal.code).toBe('RATING_PERIOD_OVER');
  });
});

describe('Query.myRating', () => {
  test('shows one’s own only', async () => {
    expect(await mine(null, dossier(11))).toBe('UNAUTHENTICATED');
    expect(await mine(people.applicant, dossier(11))).toBe('FORBIDDEN');
    expect(await mine(people.binh, dossier(11))).toEqual({ stars: 5 });
    for (const [actor, id] of [
      [people.an, dossier(11)],
      [people.binh, randomUUID()],
      [people.branch1, dossier(11)],
    ] as const)
      expect(await mine(actor, id)).toBeNull();
  });
});

describe('DuesOrder.rating', () => {
  const ratingsOf = async (actor: Actor | null, ...ids: string[]) => {
    const { data, errors } = await subgraph.execute(
      `query ($orders: [_Any!]!) { _entities(representations: $orders) { ... on DuesOrder { rating { stars } } } }`,
      { orders: ids.map((id) => ({ __typename: 'DuesOrder', id })) },
      actor,
    );
    return errors
      ? errors[0]?.extensions?.code
      : data?._entities.map(({ rating }: { rating: unknown }) => rating);
  };
  test('shows one’s own only, whoever else may read the order', async () => {
    expect(await ratingsOf(null, dossier(11))).toBe('UNAUTHENTICATED');
    expect(await ratingsOf(people.applicant, dossier(11))).toBe('FORBIDDEN');
    expect(await ratingsOf(people.binh, dossier(11), randomUUID())).toEqual([{ stars: 5 }, null]);
    expect(await ratingsOf(people.an, dossier(11))).toEqual([null]);
    expect(await ratingsOf(people.branch1, dossier(11))).toEqual([null]);
  });
});

describe('OrgUnit.ratings', () => {
  const ratings = async (actor: Actor | null, unitId: string = unit.branch1) => {
    const { data, errors } = await subgraph.execute(
      `{ unit(id: "${unitId}") { ratings(from: "2026-07-01", through: "2026-07-31") {
        count average distribution comments { stars comment unit { code } } } } }`,
      {},
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.unit.ratings ?? null);
  };
  test('counts what members gave in these days, without their names', async () => {
    await rate(people.binh, dossier(13), 2, 'Phải đi lại nhiều lần');
    await subgraph.em().execute(`update dossier_rating set rated_on = '2026-07-05'`);
    expect(await ratings(people.estate)).toEqual({
      count: 2,
      average: 3.5,
      distribution: [0, 1, 0, 0, 1],
      comments: [{ stars: 2, comment: 'Phải đi lại nhiều lần', unit: { code: '05.200.044.000.001' } }],
    });
    expect(await ratings(people.city, unit.otherWard)).toMatchObject({ count: 0, average: null });
  });
  test('is forbidden to members, and null outside the scope', async () => {
    for (const actor of [people.an, people.applicant, people.support])
      expect(await ratings(actor)).toBe('FORBIDDEN');
    for (const actor of [people.branch2, people.otherWard]) expect(await ratings(actor)).toBeNull();
  });
});
