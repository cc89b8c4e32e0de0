import type { Role } from '@dang/access/role';

/** A delegation lasts at most this long; then the secretary appoints again. */
export const longestDelegationDays = 366;

const DAY_MS = 86_400_000;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The first date of a delegation that cannot be right, or null: it begins within a year from today and lasts a year at most. */
export function faultyDate(from: string, through: string, today: string): 'from' | 'through' | null {
  if (from < today || daysBetween(today, from) > longestDelegationDays) return 'from';
  if (through < from) return 'through';
  return daysBetween(from, through) > longestDelegationDays ? 'through' : null;
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
