import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A rating, as its member sees it. */
export type RatingRow = {
  dossierId: string;
  memberId: string;
  number: string;
  procedure: string;
  stars: number;
  comment: string | null;
  ratedOn: string;
};

/** The rating of a dossier by this member. */
export async function findRating(
  em: SqlEntityManager,
  dossierId: string,
  memberId: string,
): Promise<RatingRow | null> {
  return (await findOwnRatings(em, [dossierId], memberId)).get(dossierId) ?? null;
}

/** The ratings that the member gave these dossiers, by dossier: one statement for all of them. */
export async function findOwnRatings(
  em: SqlEntityManager,
  dossierIds: readonly string[],
  memberId: string,
): Promise<Map<string, RatingRow>> {
  const rows: RatingRow[] = await em.execute(
    `select dossier_id as "dossierId", member_id as "memberId", number, procedure, stars, comment, rated_on as "ratedOn"
     from dossier_rating where dossier_id = any(array[?]::uuid[]) and member_id = ?`,
    [dossierIds, memberId],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** Which ratings: of a unit and everything below it, in a stretch of days. */
export type RatingsKey = { path: readonly string[]; from: string; through: string };

/** Ratings of a unit in numbers, with the latest comments. */
export type RatingsRow = {
  count: number;
  average: number | null;
  distribution: number[];
  comments: { stars: number; comment: string; procedure: string; ratedOn: string; unitId: string }[];
};

const COMMENTS = 20;

const none: RatingsRow = { count: 0, average: null, distribution: [0, 0, 0, 0, 0], comments: [] };

/** The ratings of each unit asked for, as the tree is today; one statement for all. */
export async function findRatings(
  em: SqlEntityManager,
  keys: readonly RatingsKey[],
  today: string,
): Promise<RatingsRow[]> {
  const rows: (RatingsRow & { n: number })[] = await em.execute(
    `with given as (
       select wanted.n, rating.*
       from unnest(array[?]::ltree[], array[?]::date[], array[?]::date[]) with ordinality as wanted(path, from_on, through_on, n)
       join dossier_rating rating on rating.rated_on between wanted.from_on and wanted.through_on
       cross join lateral (
         select place.path from unit_period place where place.unit_id = rating.unit_id
         order by place.during @> ?::date desc, lower(place.during) desc limit 1
       ) place
       where place.path <@ wanted.path
     ), latest as (
       select *, row_number() over (partition by n order by rated_on desc, dossier_id desc) as place
       from given where comment is not null
     )
     select given.n::int, count(*)::int as count, round(avg(given.stars), 2)::float8 as average,
       array[count(*) filter (where stars = 1), count(*) filter (where stars = 2), count(*) filter (where stars = 3),
         count(*) filter (where stars = 4), count(*) filter (where stars = 5)]::int[] as distribution,
       coalesce((
         select json_agg(json_build_object('stars', latest.stars, 'comment', latest.comment, 'procedure', latest.procedure,
           'ratedOn', latest.rated_on, 'unitId', latest.unit_id) order by latest.place)
         from latest where latest.n = given.n and latest.place <= ${COMMENTS}
       ), '[]') as comments
     from given group by given.n`,
    [
      keys.map(({ path }) => path.join('.')),
      keys.map(({ from }) => from),
      keys.map(({ through }) => through),
      today,
    ],
  );
  const byKey = new Map(rows.map(({ n, ...row }) => [n, row]));
  return keys.map((_, index) => byKey.get(index + 1) ?? none);
}
