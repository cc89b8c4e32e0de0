import type { Role } from '@dang/access/role';

/** A delegation lasts at most this long; then the secretary appoints again. */
export const longestDelegationDays = 366;

const DAY_MS = 86_400_000;

/** The first date of a delegation that cannot be right, or null: it begins today or later and ends within a year. */
export function faultyDate(from: string, through: string, today: string): 'from' | 'through' | null {
  if (from < today) return 'from';
  if (through < from) return 'through';
  return (Date.parse(through) - Date.parse(from)) / DAY_MS > longestDelegationDays ? 'through' : null;
}

/** Who may appoint delegates of which unit, and what the delegate becomes (domain 2.1); null: not in this capacity. */
export function delegateRoleFor(appointingRole: Role): 'BRANCH_DELEGATE' | 'COMMITTEE_DELEGATE' | null {
  if (appointingRole === 'BRANCH_SECRETARY' || appointingRole === 'BRANCH_DEPUTY_SECRETARY')
    return 'BRANCH_DELEGATE';
  if (appointingRole === 'COMMITTEE_SECRETARY' || appointingRole === 'COMMITTEE_DEPUTY_SECRETARY') {
    return 'COMMITTEE_DELEGATE';
  }
  return null;
}
