/** How a membership can stand (domain 4.3). */
export const memberStatuses = [
  'ACTIVE',
  'ACTIVE_TEMP_AWAY',
  'EXEMPT_ACTIVITY',
  'TEMP_EXEMPT_ACTIVITY',
  'SUSPENDED',
  'SUSPENDED_DETENTION',
  'CONVICTED',
  'TRANSFERRING',
  'STRUCK_OFF',
  'EXPELLED',
  'LEFT',
  'TRANSFERRED_OUT',
  'DECEASED',
  'MISSING',
] as const;

/**
 * How somebody stands as it is shown: who is active by the registry and whose letter is under way is between two branches, and who has a stay
 * elsewhere is away for a time. What the registry says of somebody who is not active is stronger.
 */
export function shownStatus(member: { status: string; isTransferring: boolean; isAway: boolean }): string {
  if (member.status !== 'ACTIVE') return member.status;
  if (member.isTransferring) return 'TRANSFERRING';
  return member.isAway ? 'ACTIVE_TEMP_AWAY' : 'ACTIVE';
}

/** Official (chính thức) from the official date on, probationary (dự bị) before it or without one. */
export function memberKind(officialDate: string | null, today: string): 'OFFICIAL' | 'PROBATIONARY' {
  return officialDate !== null && officialDate <= today ? 'OFFICIAL' : 'PROBATIONARY';
}
