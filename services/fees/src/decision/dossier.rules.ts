import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { DossierFacts, DuesDossier } from './dossier.ts';

/**
 * What the actor is to a dossier: owner of their own, decider in the very unit that decides, reader where the branch lies in
 * the scope of their capacity. Empty: it is not there for them.
 */
export function relationsTo(
  dossier: DuesDossier,
  actor: Actor,
  permission: Permission,
  isInScope: boolean,
): Set<string> {
  const relations = new Set<string>();
  if (actor.memberId !== null && actor.memberId === dossier.memberId) relations.add('OWNER');
  if (dossier.approverUnitId !== null && scopeUnitOf(actor, permission) === dossier.approverUnitId)
    relations.add('DECIDER');
  if (isInScope) relations.add('READER');
  return relations;
}

/** Nobody decides on their own dues, nor on what they entered for somebody. */
export function factsOf(dossier: DuesDossier, actor: Actor): DossierFacts {
  return {
    notOwnCase: dossier.memberId !== actor.memberId || 'OWN_CASE',
    secondPerson: (dossier.enteredBy ?? null) !== actor.accountId || 'SECOND_PERSON_REQUIRED',
  };
}
