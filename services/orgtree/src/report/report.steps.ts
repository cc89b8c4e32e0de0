import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { reportWorkflow } from './report.workflow.ts';

const finished = `report.status in ('ACCEPTED', 'AGGREGATED', 'LAPSED')`;

/**
 * Tells everybody where these reports stand now: with the unit that writes them, then with its superior. Call it in the
 * transaction that changed them, after the rows are written.
 */
export async function recordReportStates(
  em: SqlEntityManager,
  reportIds: readonly string[],
  actor: Actor | null,
): Promise<void> {
  const rows: (typeof DossierStateChanged)['example'][] = await em.execute(
    `select report.id as "dossierId", report.version, 'QUARTERLY_REPORT' as procedure, report.number,
       case when report.status in ('DRAFT', 'RETURNED', 'LAPSED') then report.unit_id else coalesce(report.superior_id, report.unit_id) end
         as "unitId",
       report.status as state, 'ONLINE' as channel, report.opened_on as "openedOn",
       case when ${finished} then coalesce(report.decided_on, report.submitted_on, report.opened_on) end as "closedOn",
       report.due_on as "dueOn", null as "memberId"
     from report where report.id = any(array[?]::uuid[]) order by report.id`,
    [reportIds],
  );
  await recordEvents(
    em,
    DossierStateChanged,
    rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data })),
    { actor, service: 'orgtree' },
  );
}

/** Writes one step into the history of each report; their version and status are those after it. */
export async function keepReportStep(
  em: SqlEntityManager,
  reportIds: readonly string[],
  step: { action: string; from: string | null; at: Date; actor: Actor | null; reason?: string | null },
): Promise<void> {
  const { action, from, at, actor, reason } = step;
  await em.execute(
    `insert into report_entry (report_id, version, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select id, version, ?, ?, ?, status, ?, ?, ?, ?, ? from report where id = any(array[?]::uuid[])`,
    [
      at,
      action,
      from,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason ?? null,
      reportIds,
    ],
  );
}

/** The words on the button of each action, and of the first step. */
export const reportLabels = labelsOf(reportWorkflow, ['OPEN', 'Mở báo cáo']);
