const DAY_MS = 86_400_000;

/** How many days after the first rating it may still be changed (domain 10.7). */
const CHANGEABLE_DAYS = 7;

/** The last day on which a rating can be changed. */
export const changeableThrough = (ratedOn: string): string =>
  new Date(Date.parse(ratedOn) + CHANGEABLE_DAYS * DAY_MS).toISOString().slice(0, 10);

/** What the rules must know of a dossier: whether it has ended, and when it was rated before. */
export type RatedDossier = { closedOn: string | null; ratedOn: string | null };

/** Why a dossier cannot be rated today; null when it can. */
export function ratingBar(
  { closedOn, ratedOn }: RatedDossier,
  today: string,
): 'DOSSIER_NOT_FINISHED' | 'RATING_PERIOD_OVER' | null {
  if (closedOn === null) return 'DOSSIER_NOT_FINISHED';
  return ratedOn !== null && today > changeableThrough(ratedOn) ? 'RATING_PERIOD_OVER' : null;
}
