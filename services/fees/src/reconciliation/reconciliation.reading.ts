import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findReconciliation, type ReconciliationRow } from './reconciliation.rows.ts';

/** May this actor read the reconciliations of this unit? */
export async function isReadable(em: SqlEntityManager, actor: Actor, unitId: string): Promise<boolean> {
  const scope = scopeUnitOf(actor, 'RECONCILIATION_READ');
  return scope !== null && (await isWithin(em, unitId, scope));
}

/** How `mutate` and `reconciliation` read a dossier: only for who may read it now. */
export const loadFor =
  (actor: Actor) =>
  async (em: SqlEntityManager, id: string): Promise<ReconciliationRow | null> => {
    const dossier = await findReconciliation(em, id);
    return dossier && (await isReadable(em, actor, dossier.unitId)) ? dossier : null;
  };
