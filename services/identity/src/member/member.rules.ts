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

/** Why a person may not use the procedures at all (domain 1.4), as a refusal code; null: nothing stands in the way. */
export function exclusionOf(member: {
  status: string;
  forceCategory: string;
}): 'EXCLUDED_FORCE' | 'EXCLUDED_SUSPENDED' | 'EXCLUDED_CONVICTED' | null {
  if (member.forceCategory === 'POLICE' || member.forceCategory === 'ARMY') return 'EXCLUDED_FORCE';
  if (member.status === 'SUSPENDED_DETENTION') return 'EXCLUDED_SUSPENDED';
  if (member.status === 'CONVICTED') return 'EXCLUDED_CONVICTED';
  return null;
}

/** Official (chính thức) from the official date on, probationary (dự bị) before it or without one. */
export function memberKind(officialDate: string | null, today: string): 'OFFICIAL' | 'PROBATIONARY' {
  return officialDate !== null && officialDate <= today ? 'OFFICIAL' : 'PROBATIONARY';
}
