import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RateDossierInput, Resolvers } from '../generated/graph.ts';
import { unitInScope } from '../progress/progress.resolvers.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import type { UnitRow } from '../unit/unit.rows.ts';
import {
  findOwnRatings,
  findRating,
  findRatings,
  type RatingRow,
  type RatingsKey,
  type RatingsRow,
} from './rating.rows.ts';
import { changeableThrough, type RatedDossier, ratingBar } from './rating.rules.ts';

const COMMENT_LIMIT = 1_000;

/** Writes the rating of one's own finished dossier, or changes it within the days in which that is possible. */
async function rate(
  em: SqlEntityManager,
  memberId: string,
  input: RateDossierInput,
  today: string,
): Promise<Refusal | Done> {
  const [dossier] = await em.execute<(RatedDossier & { unitId: string })[]>(
    `select dossier.closed_on as "closedOn", dossier.unit_id as "unitId", rating.rated_on as "ratedOn"
     from dossier_state dossier left join dossier_rating rating using (dossier_id)
     where dossier.dossier_id = ? and dossier.member_id = ?`,
    [input.dossierId, memberId],
  );
  if (!dossier) return refuse('NOT_FOUND', { field: 'dossierId' });
  const bar = ratingBar(dossier, today);
  if (bar) return refuse(bar, { field: 'dossierId' });
  if (!Number.isInteger(input.stars) || input.stars < 1 || input.stars > 5)
    return refuse('INVALID_INPUT', { field: 'stars' });
  const comment = input.comment?.normalize('NFC').trim() || null;
  if (comment !== null && comment.length > COMMENT_LIMIT)
    return refuse('INVALID_INPUT', { field: 'comment' });
  await em.execute(
    `insert into dossier_rating (dossier_id, member_id, unit_id, procedure, number, stars, comment, rated_on, changed_on)
     select dossier_id, member_id, unit_id, procedure, number, ?, ?, ?::date, ?::date from dossier_state where dossier_id = ?
     on conflict (dossier_id) do update set stars = excluded.stars, comment = excluded.comment, changed_on = excluded.changed_on`,
    [input.stars, comment, today, today, input.dossierId],
  );
  return { id: input.dossierId, audit: { unitId: dossier.unitId, memberId, after: { stars: input.stars } } };
}

/** The ratings of a unit in a stretch of days; all that are asked for in one tick are one statement. */
export const ratingsOf = (context: GraphContext, key: RatingsKey): Promise<RatingsRow> =>
  loaderOf<string, RatingsRow>(context, 'ratings', (keys) =>
    findRatings(
      context.em,
      keys.map((one) => JSON.parse(one) as RatingsKey),
      context.clock.today(),
    ),
  ).load(JSON.stringify(key));

/** How the member who asks has rated a dossier; all of a list are one statement. */
function ownRatingOf(context: GraphContext, dossierId: string): Promise<RatingRow | null> {
  const memberId = context.actor?.memberId ?? null;
  return loaderOf<string, RatingRow | null>(context, 'own ratings', async (ids) => {
    const known = memberId === null ? new Map() : await findOwnRatings(context.em, ids, memberId);
    return ids.map((id) => known.get(id) ?? null);
  }).load(dossierId);
}

/** Satisfaction with finished dossiers: one's own, and in sums for a unit. */
export const ratingResolvers: Resolvers = {
  Query: {
    myRating: (_, { dossierId }, { actor, em }) =>
      actor?.memberId ? findRating(em, dossierId, actor.memberId) : null,
  },

  Mutation: {
    rateDossier(_, { input }, context) {
      const memberId = context.actor?.memberId ?? null;
      const load = async (em: SqlEntityManager, id: string) =>
        memberId === null ? null : findRating(em, id, memberId);
      const call = { name: 'rateDossier', input, field: 'rating' as const, load };
      return mutate(context, call, async (em) =>
        memberId === null ? refuse('NOT_FOUND') : rate(em, memberId, input, context.clock.today()),
      );
    },
  },

  OrgUnit: {
    async ratings(unit: UnitRow, { from, through }, context) {
      const now = await unitInScope(context, unit, 'PROGRESS_READ');
      return now && ratingsOf(context, { path: now.path, from, through });
    },
  },

  DuesOrder: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    rating: ({ id }: { id: string }, _, context) => ownRatingOf(context, id),
  },

  DossierRating: {
    changeableThrough: ({ ratedOn }: RatingRow) => changeableThrough(ratedOn),
  },

  RatingComment: {
    unit: ({ unitId }: RatingsRow['comments'][number], _, context) =>
      unitOnOrLast(context, unitId, context.clock.today()),
  },
};
