import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { minutesWorkflow } from './minutes.workflow.ts';
import { reconciliationWorkflow } from './reconciliation.workflow.ts';

/**
 * Writes one step into the history of each reconciliation, whose rows hold what follows from it, and tells where they stand: with
 * the unit until it has confirmed, then with its superior.
 */
export async function keepStep(
  em: SqlEntityManager,
  ids: readonly string[],
  step: { action: string; from: string | null; at: Date; actor: Actor | null; reason?: string | null },
): Promise<void> {
  const { action, from, at, actor, reason = null } = step;
  const rows = await em.execute<(typeof DossierStateChanged)['example'][]>(
    `select id as "dossierId", version, 'RECONCILIATION' as procedure, number,
       case when status in ('OPEN', 'DISPUTED') then unit_id else superior_id end as "unitId", status as state,
       'ONLINE' as channel, opened_on as "openedOn", closed_on as "closedOn", due_on as "dueOn", null as "memberId"
     from reconciliation where id = any(?::uuid[]) order by id`,
    [uuidArray(ids)],
  );
  await keepSteps(
    em,
    rows.map(({ dossierId, state }) => ({ dossierId, action, from, to: state, reason })),
    { at, actor },
  );
  const events = rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data }));
  await recordEvents(em, DossierStateChanged, events, { actor, service: 'fees' });
}

/** The words of each step of a reconciliation. */
export const reconciliationLabels = labelsOf(
  reconciliationWorkflow,
  ['OPEN', 'Mở đối chiếu'],
  ...minutesWorkflow.transitions.map(({ action, label }) => [action, label] as const),
);
