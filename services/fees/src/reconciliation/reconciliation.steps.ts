import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { By } from './reconciliation.rows.ts';
import { reconciliationWorkflow } from './reconciliation.workflow.ts';

/** Who acts, as it is kept beside what they did. */
export const actedBy = ({ accountId, name, capacity }: Actor): By => ({
  accountId,
  name,
  title: capacity?.title ?? null,
  unitId: capacity?.unitId ?? null,
});

/**
 * Writes one step into the history of each reconciliation, whose rows hold what follows from it, and tells where they stand: with
 * the unit until it has confirmed, then with its superior.
 */
export async function keepStep(
  em: SqlEntityManager,
  ids: readonly string[],
  step: { action: string; from: string | null; at: Date; actor: Actor | null; reason?: string | null },
): Promise<void> {
  const { action, from, at, actor, reason } = step;
  await em.execute(
    `insert into dues_step (dossier_id, version, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select id, version, ?, ?, ?, status, ?, ?, ?, ?, ? from reconciliation where id = any(?::uuid[])`,
    [
      at,
      action,
      from,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason ?? null,
      uuidArray(ids),
    ],
  );
  const rows = await em.execute<(typeof DossierStateChanged)['example'][]>(
    `select id as "dossierId", version, 'RECONCILIATION' as procedure, number,
       case when status in ('OPEN', 'DISPUTED') then unit_id else superior_id end as "unitId", status as state,
       'ONLINE' as channel, opened_on as "openedOn", closed_on as "closedOn", due_on as "dueOn", null as "memberId"
     from reconciliation where id = any(?::uuid[]) order by id`,
    [uuidArray(ids)],
  );
  const events = rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data }));
  await recordEvents(em, DossierStateChanged, events, { actor, service: 'fees' });
}

/** A step in the life of a reconciliation. */
export interface StepRow {
  readonly dossierId: string;
  readonly at: Date;
  readonly action: string;
  readonly label: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly byName: string | null;
  readonly byTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly reason: string | null;
}

const labels: ReadonlyMap<string, string> = new Map([
  ['OPEN', 'Mở đối chiếu'],
  ...reconciliationWorkflow.transitions.map(({ action, label }) => [action, label] as const),
]);

/** What was done to each reconciliation, the first step first; one statement. */
export async function findSteps(em: SqlEntityManager, ids: readonly string[]): Promise<StepRow[][]> {
  const rows = await em.execute<StepRow[]>(
    `select step.dossier_id as "dossierId", step.at, step.action, step.from_state as "fromState", step.to_state as "toState",
       step.by_name as "byName", step.by_title as "byTitle", step.unit_id as "unitId", unit.name as "unitName", step.reason
     from dues_step step left join unit_copy unit on unit.id = step.unit_id
     where step.dossier_id = any(?::uuid[]) order by step.dossier_id, step.version`,
    [uuidArray(ids)],
  );
  const read = rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    label: labels.get(row.action) ?? row.action,
  }));
  const byDossier = Map.groupBy(read, ({ dossierId }) => dossierId);
  return ids.map((id) => byDossier.get(id) ?? []);
}
