import type { Procedure } from '../generated/graph.ts';

/** Every procedure that is switched on unit by unit, in the order in which people read them (domain 1.1). */
export const procedures: readonly Procedure[] = [
  'ACCOUNT',
  'DUES',
  'RESIDENCE_COMMENT',
  'OFFICIAL_TRANSFER',
  'TEMPORARY_TRANSFER',
];

/** The day on which Hà Nội took the procedures in; no procedure ran anywhere before (domain 1.2). */
const FIRST_DAY = '2025-05-19';
const YEARS_AHEAD = 2;
const REASON_LIMIT = 500;

/** The field of the input that cannot be taken, or null. Days are `YYYY-MM-DD`; `reason` has been tidied. */
export function faultyField(
  { startsOn, reason }: { startsOn: string | null; reason: string },
  today: string,
): 'startsOn' | 'reason' | null {
  if (reason === '' || reason.length > REASON_LIMIT) return 'reason';
  if (startsOn === null) return null;
  const lastDay = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  return startsOn < FIRST_DAY || startsOn > lastDay ? 'startsOn' : null;
}
