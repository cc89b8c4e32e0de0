import type { Actor, Capacity } from '@dang/access/actor';
import type { Role } from '@dang/access/role';

/** A position, delegation or system right; days are `YYYY-MM-DD`. */
export type HeldPosition = {
  id: string;
  kind: 'POSITION' | 'DELEGATION' | 'ADMIN_GRANT';
  memberId: string;
  unitId: string;
  role: Role;
  title: string;
  from: string;
  to: string | null;
  endedOn: string | null;
  endedReason: string | null;
};

/** Can it be acted in on that day? From the first day to the last, both included, unless it ended early. */
export function isCurrent(held: HeldPosition, today: string): boolean {
  return held.endedOn === null && held.from <= today && (held.to === null || held.to >= today);
}

/** What goes into the token of somebody who acts in this. */
export function capacityOf(held: HeldPosition): Capacity {
  return { positionId: held.id, role: held.role, title: held.title, unitId: held.unitId };
}

/** Does the actor hold today what their token says they act in? A token lives on for minutes after a position ended. */
export function actsRightly(actor: Actor, held: HeldPosition | null, today: string): boolean {
  const { capacity } = actor;
  if (!capacity || !held || !isCurrent(held, today)) return false;
  return held.memberId === actor.memberId && held.unitId === capacity.unitId && held.role === capacity.role;
}

const secretaries: readonly Role[] = ['BRANCH_SECRETARY', 'COMMITTEE_SECRETARY'];

/** Is this the first person of a unit? When such a position ends, the delegations it gave end too, and a successor is due. */
export const isSecretary = (role: Role): boolean => secretaries.includes(role);
