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
  'DECEASED',
  'MISSING',
] as const;

/** Official (chính thức) from the official date on, probationary (dự bị) before it or without one. */
export function memberKind(officialDate: string | null, today: string): 'OFFICIAL' | 'PROBATIONARY' {
  return officialDate !== null && officialDate <= today ? 'OFFICIAL' : 'PROBATIONARY';
}
