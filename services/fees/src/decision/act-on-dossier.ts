import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { availableActions, decide } from '@dang/workflow/decide';
import type { Workflow } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { factsOf, relationsTo } from './dossier.rules.ts';
import { keepStep } from './dossier.steps.ts';
import type { DossierKind, DuesDossier } from './dossier.ts';
import { signedIn } from './signed-in.ts';

const REASON_LIMIT = 2_000;

/** Does the dossier's branch lie where the actor may read dues? */
async function isInScope(em: SqlEntityManager, actor: Actor, branchId: string | null): Promise<boolean> {
  const scope = scopeUnitOf(actor, 'DUES_READ');
  return scope !== null && branchId !== null && (await isWithin(em, branchId, scope));
}

/** How `mutate` and the queries read a dossier: only for who has anything to do with it now. */
export const visibleTo =
  <Row extends DuesDossier>(context: GraphContext, kind: DossierKind<Row>) =>
  async (em: SqlEntityManager, id: string): Promise<Row | null> => {
    const actor = signedIn(context);
    const [row] = await kind.find(em, [id]);
    if (!row) return null;
    const relations = relationsTo(row, actor, kind.permission, await isInScope(em, actor, row.branchId));
    return relations.size > 0 ? row : null;
  };

/** A dossier that is locked and may be acted on. */
export interface Opened<Row extends DuesDossier> {
  readonly em: SqlEntityManager;
  readonly context: GraphContext;
  readonly actor: Actor;
  readonly dossier: Row;
  readonly today: string;
  readonly reason: string | null;
}

/** What an act changes of the row beside its state, column by column, and the state where the table leaves a choice. */
export interface Change {
  readonly set: Readonly<Record<string, unknown>>;
  readonly to?: string;
}

type ActInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason?: string | null | undefined;
};

/**
 * Does one action of its workflow to one dossier: locks it, asks the table, does `work`, writes the row, its version, its history
 * and where it stands. Refuses as the table does; `NOT_FOUND` for a dossier that is not the actor's in any way. Runs inside `mutate`.
 */
export async function actOnDossier<Row extends DuesDossier>(
  em: SqlEntityManager,
  context: GraphContext,
  kind: DossierKind<Row>,
  action: string,
  { id, expectedVersion, reason: given }: ActInput,
  work: (opened: Opened<Row>) => Promise<Refusal | Change>,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const [dossier] = await kind.find(em, [id], { lock: true });
  if (!dossier) return refuse('NOT_FOUND', { field: kind.idField });
  const reason = tidyText(given ?? '') || null;
  const relations = relationsTo(
    dossier,
    actor,
    kind.permission,
    await isInScope(em, actor, dossier.branchId),
  );
  const row = kind.workflow.transitions.find(
    (one) => one.action === action && one.from.includes(dossier.status),
  );
  const decision = decide<Workflow, RefusalCode>(kind.workflow, {
    state: dossier.status,
    action,
    relations,
    facts: factsOf(dossier, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
    to: row?.to[0],
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: kind.idField });
  const conflict = checkVersion(dossier.version, expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  const change = await work({ em, context, actor, dossier, today: context.clock.today(), reason });
  if (!('set' in change)) return change;
  const to = change.to ?? decision.to;
  const columns = Object.keys(change.set).map((column) => `, ${column} = ?`);
  await em.execute(
    `update ${kind.table} set version = version + 1, status = ?${columns.join('')} where id = ?`,
    [to, ...Object.values(change.set), id],
  );
  await keepStep(em, kind.table, [id], {
    action,
    from: dossier.status,
    at: context.clock.now(),
    actor,
    reason,
  });
  const { branchId: unitId, memberId, status } = dossier;
  return { id, audit: { unitId, memberId, before: { status }, after: { status: to }, reason } };
}

/** The buttons of a dossier that the actor can see. */
export function actionsOn<Row extends DuesDossier>(
  context: GraphContext,
  kind: DossierKind<Row>,
  dossier: Row,
) {
  const actor = signedIn(context);
  const actions = availableActions<Workflow, RefusalCode>(kind.workflow, {
    state: dossier.status,
    // whoever is shown a dossier may read it
    relations: relationsTo(dossier, actor, kind.permission, true),
    facts: factsOf(dossier, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}
