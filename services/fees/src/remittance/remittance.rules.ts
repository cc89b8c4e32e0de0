import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { RemittanceState } from './remittance.workflow.ts';

/** What the rules must know of a remittance. */
export interface RemittanceFacts {
  readonly branchId: string;
  /** The units from the root to the branch. */
  readonly path: readonly string[];
  readonly status: RemittanceState;
  readonly declaredByAccountId: string;
  readonly declaredByMemberId: string | null;
}

/**
 * What the actor is to a remittance: who collects for the branch, an officer of finance where the branch lies, or a reader. Empty: it is
 * not there for them.
 */
export function relationsTo(remittance: RemittanceFacts, actor: Actor): Set<string> {
  const relations = new Set<string>();
  const holds = (scope: string | null) => scope !== null && remittance.path.includes(scope);
  if (holds(scopeUnitOf(actor, 'DUES_COLLECT'))) relations.add('COLLECTOR');
  if (holds(scopeUnitOf(actor, 'PAYOUT_MANAGE'))) relations.add('OFFICER');
  if (holds(scopeUnitOf(actor, 'PAYOUT_READ'))) relations.add('READER');
  return relations;
}

/** The facts that the table asks for: who declared it does not confirm it, under whatever account. */
export function guardsOf(remittance: RemittanceFacts, actor: Actor) {
  const isSame =
    remittance.declaredByAccountId === actor.accountId ||
    (actor.memberId !== null && remittance.declaredByMemberId === actor.memberId);
  return { secondPerson: !isSame || 'SECOND_PERSON_REQUIRED' } as const;
}
