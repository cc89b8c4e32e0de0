import type { Permission } from './permission.ts';
import type { Role } from './role.ts';
import { permissionsOf } from './role.ts';

/** Where an account stands. Only `ACTIVE` gives any right beyond the own registration. */
export const accountStatuses = [
  'DRAFT',
  'PENDING_BRANCH',
  'PENDING_SUPERIOR',
  'ACTIVE',
  'REJECTED',
  'LOCKED',
  'CLOSED',
] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** The one position somebody acts in now: `title` is what people read (`Bí thư chi bộ`), the role holds on `unitId` and below. */
export type Capacity = { positionId: string; role: Role; title: string; unitId: string };

/**
 * Who asks. `memberId` is null for an applicant whom the registry does not know. `capacity` is null for a member who
 * acts for themselves. `signedInAt` is the moment of the sign-in with VNeID, not of the last refresh.
 */
export type Actor = {
  accountId: string;
  memberId: string | null;
  sessionId: string;
  name: string;
  accountStatus: AccountStatus;
  signedInAt: Date;
  capacity: Capacity | null;
};

/** A sign-in older than this is too old to approve or sign with. */
export const FRESH_SIGN_IN_MS = 10 * 60 * 1000;

/**
 * May this actor do that, somewhere? An active account of a member holds `MEMBER` for their own data; everything else
 * comes from the one capacity they act in. An account that is not active may do nothing here.
 */
export function hasPermission(actor: Actor, permission: Permission): boolean {
  if (actor.accountStatus !== 'ACTIVE') return false;
  if (actor.memberId !== null && permissionsOf('MEMBER').has(permission)) return true;
  return actor.capacity !== null && permissionsOf(actor.capacity.role).has(permission);
}

/**
 * The unit on which (and below which) the actor's capacity holds this permission; null when the capacity does not
 * hold it, even where the actor holds it for their own data.
 */
export function scopeUnitOf(actor: Actor, permission: Permission): string | null {
  if (actor.accountStatus !== 'ACTIVE' || actor.capacity === null) return null;
  return permissionsOf(actor.capacity.role).has(permission) ? actor.capacity.unitId : null;
}

/** Was the sign-in at most ten minutes ago? Approving and signing ask this (`STEP_UP_REQUIRED`). `now` is real time. */
export function signInIsFresh(actor: Actor, now: Date): boolean {
  const age = now.getTime() - actor.signedInAt.getTime();
  return age <= FRESH_SIGN_IN_MS;
}
