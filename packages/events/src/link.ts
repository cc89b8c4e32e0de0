/** What leaves a province and what has arrived in it from others: names of streams, of asides (`reaction.ts`) and of an upstream. */
export const LEAVING = 'leaving';
export const ARRIVED = 'arrived';

/** Whether a province with this environment is linked to others (`PROVINCE_LINK`). */
export const isLinked = (environment: unknown): boolean =>
  (environment as { PROVINCE_LINK?: string } | undefined)?.PROVINCE_LINK === 'on';

/**
 * The subject on which an event leaves a province: `letters.05.38.LetterSentOut.v1`. The sender comes first, so that everything a
 * province sends is one prefix, which is its stream and the only right that its own people need; whom it is for comes second, so
 * that a province asks for its own by `letters.*.38.>`. `*` in a place: whichever.
 */
export function letterSubject(from: string, to: string, name: string, version = 1): string {
  return `letters.${from}.${to}.${name}.v${version}`;
}

/** What the hub puts in front of every subject that comes over the link of a province, whatever that province says of itself. */
export const stampOf = (province: string): string => `from.${province}`;

/** The subject on which an event arrives: `from.05.letters.05.38.LetterSentOut.v1`, stamped by the hub. */
export function arrivedSubject(from: string, to: string, name: string, version = 1): string {
  return `${stampOf(from)}.${letterSubject(from, to, name, version)}`;
}
