import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { ReportState } from './report.workflow.ts';

/** `2026-Q2`, and its first and last day. */
export type Quarter = { quarter: string; from: string; through: string; dueOn: string };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const lastDays = ['03-31', '06-30', '09-30', '12-31'];

/** The quarter in which a day (`YYYY-MM-DD`) lies. Its report is due on the 5th day after its end (domain 10.5). */
export function quarterOf(day: string): Quarter {
  const year = Number(day.slice(0, 4));
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const isLast = index === 3;
  return {
    quarter: `${year}-Q${index + 1}`,
    from: `${year}-${twoDigits(index * 3 + 1)}-01`,
    through: `${year}-${lastDays[index]}`,
    dueOn: `${isLast ? year + 1 : year}-${isLast ? '01' : twoDigits(index * 3 + 4)}-05`,
  };
}

/** The quarter before this one. */
export function quarterBefore({ from }: Quarter): Quarter {
  const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  return quarterOf(dayBefore);
}

/** The quarters whose reports are to be open on a day: the one that runs, and the last one until its report is due. */
export function openQuarters(today: string): Quarter[] {
  const running = quarterOf(today);
  const last = quarterBefore(running);
  return today <= last.dueOn ? [last, running] : [running];
}

/** What people read above a quarterly report. */
export const quarterTitle = ({ quarter }: Quarter): string =>
  `Báo cáo quý ${'I'.repeat(Number(quarter.at(-1))).replace('IIII', 'IV')}/${quarter.slice(0, 4)}`;

/** What the rules must know of a report. */
export type ReportFacts = {
  unitId: string;
  superiorId: string | null;
  status: ReportState;
  /** Is it made by adding up the reports of the units below? */
  sums: boolean;
  through: string;
  submittedBy: string | null;
  /** Reports of the units directly below: how many there are, wait to be added up, are added up. */
  parts: { total: number; accepted: number; aggregated: number };
};

/**
 * What the actor is to a report: writer in the very unit that reports, decider in the very unit above, reader wherever the
 * report's unit lies within the actor's. Empty: the report is not there for them.
 */
export function relationsTo(report: ReportFacts, actor: Actor, isInScope: boolean): Set<string> {
  const relations = new Set<string>();
  if (scopeUnitOf(actor, 'REPORT_WRITE') === report.unitId) relations.add('WRITER');
  // a report follows its unit within minutes; until then the former superior has none of it
  if (isInScope && report.superiorId !== null && scopeUnitOf(actor, 'REPORT_DECIDE') === report.superiorId)
    relations.add('DECIDER');
  if (isInScope && scopeUnitOf(actor, 'REPORT_READ') !== null) relations.add('READER');
  return relations;
}

/** The facts that the table asks for, as `true` or the code that refuses. */
export function guardsOf(report: ReportFacts, actor: Actor, today: string) {
  const { parts } = report;
  return {
    partsAccepted: parts.accepted > 0 || 'NO_ACCEPTED_REPORT',
    periodOver: today >= report.through || 'REPORT_PERIOD_RUNS',
    figuresReady: !report.sums || parts.total === 0 || parts.aggregated > 0 || 'REPORT_NOT_AGGREGATED',
    notOwnCase: report.submittedBy !== actor.accountId || 'OWN_CASE',
  } as const;
}

/** Late: not with the superior although the due day is over. */
export const isOverdue = (
  { status, dueOn }: { status: ReportState; dueOn: string },
  today: string,
): boolean => (status === 'DRAFT' || status === 'RETURNED') && dueOn < today;
