import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Figures } from '../figures/figures.rules.ts';
import { addFigures } from '../figures/figures.rules.ts';
import { unitsBelow } from '../unit/scope.rows.ts';
import type { ReportFacts } from './report.rules.ts';
import type { ReportState } from './report.workflow.ts';

/** A report as lists show it; days are `YYYY-MM-DD`, `figures` are frozen when it was submitted. */
export type ReportRow = ReportFacts & {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly requestId: string;
  readonly quarter: string | null;
  readonly title: string;
  readonly from: string;
  readonly unitCode: string;
  readonly dueOn: string;
  readonly openedOn: string;
  readonly figures: Figures | null;
  readonly difficulties: string | null;
  readonly recommendations: string | null;
  readonly submittedOn: string | null;
  readonly decidedOn: string | null;
  readonly returnReason: string | null;
  readonly aggregatedInto: string | null;
};

const columns = `report.id, report.version, report.number, report.request_id as "requestId", request.quarter, request.title,
  request.from_on as "from", request.through_on as through, report.unit_id as "unitId", report.unit_code as "unitCode",
  report.superior_id as "superiorId", report.status, report.sums, report.due_on as "dueOn", report.opened_on as "openedOn",
  report.figures, report.difficulties, report.recommendations, report.submitted_on as "submittedOn",
  report.submitted_by as "submittedBy", report.decided_on as "decidedOn", report.return_reason as "returnReason",
  report.aggregated_into as "aggregatedInto",
  (select json_build_object('total', count(*) filter (where part.status <> 'LAPSED'), 'accepted', count(*) filter (where part.status = 'ACCEPTED'),
       'aggregated', count(*) filter (where part.aggregated_into = report.id))
   from report part where part.request_id = report.request_id and part.superior_id = report.unit_id) as parts`;

const from = 'from report join report_request request on request.id = report.request_id';

/** The reports by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findReports(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<ReportRow[]> {
  return em.execute(
    `select ${columns} ${from} where report.id = any(array[?]::uuid[]) ${lock ? 'for update of report' : ''}`,
    [ids],
  );
}

/** Where a report stands in a list: the latest due day first, then by the codes of units. */
export type ReportPlace = { dueOn: string; unitCode: string; id: string };

/** Which reports of which subtree. */
export type ReportsPage = {
  path: string;
  today: string;
  quarter: string | null;
  status: ReportState | null;
  isOverdue: boolean | null;
  limit: number;
  after: ReportPlace | null;
};

/** A page of the reports of a unit and of everything below it. */
export async function findReportsWithin(em: SqlEntityManager, page: ReportsPage): Promise<ReportRow[]> {
  const { path, today, quarter, status, isOverdue, limit, after } = page;
  const late = `(report.status in ('DRAFT', 'RETURNED') and report.due_on < ?)`;
  return em.execute(
    `select ${columns} ${from}
     where report.unit_id in ${unitsBelow}
       ${quarter === null ? '' : 'and request.quarter = ?'} ${status === null ? '' : 'and report.status = ?'}
       ${isOverdue === null ? '' : `and ${isOverdue ? '' : 'not '}${late}`}
       ${after === null ? '' : "and (-(report.due_on - date '2000-01-01'), report.unit_code, report.id) > (-(?::date - date '2000-01-01'), ? collate \"C\", ?::uuid)"}
     order by -(report.due_on - date '2000-01-01'), report.unit_code, report.id
     limit ?`,
    [
      path,
      today,
      path,
      ...(quarter === null ? [] : [quarter]),
      ...(status === null ? [] : [status]),
      ...(isOverdue === null ? [] : [today]),
      ...(after === null ? [] : [after.dueOn, after.unitCode, after.id]),
      limit,
    ],
  );
}

/** A page of the reports that go into another one, by the codes of their units. */
export async function findParts(
  em: SqlEntityManager,
  report: Pick<ReportRow, 'requestId' | 'unitId'>,
  { limit, after }: { limit: number; after: { unitCode: string; id: string } | null },
): Promise<ReportRow[]> {
  return em.execute(
    `select ${columns} ${from}
     where report.request_id = ? and report.superior_id = ?
       and (report.unit_code, report.id) > (? collate "C", ?::uuid)
     order by report.unit_code, report.id limit ?`,
    [
      report.requestId,
      report.unitId,
      after?.unitCode ?? '',
      after?.id ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}

/** The sum of the reports that are added up in each of these; one statement. */
export async function findSums(em: SqlEntityManager, reportIds: readonly string[]): Promise<Figures[]> {
  const rows: { into: string; figures: Figures }[] = await em.execute(
    'select aggregated_into as into, figures from report where aggregated_into = any(array[?]::uuid[])',
    [reportIds],
  );
  const byReport = Map.groupBy(rows, ({ into }) => into);
  return reportIds.map((id) => addFigures((byReport.get(id) ?? []).map(({ figures }) => figures)));
}
