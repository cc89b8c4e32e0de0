import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { ReportAccepted } from '@dang/events/contracts/orgtree/report-accepted';
import { ReportReturned } from '@dang/events/contracts/orgtree/report-returned';
import { ReportSubmitted } from '@dang/events/contracts/orgtree/report-submitted';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findFigures } from '../figures/figures.rows.ts';
import { isUnitWithin } from '../unit/scope.rows.ts';
import { openReports } from './report.opening.ts';
import { findReports, findSums, type ReportRow } from './report.rows.ts';
import { guardsOf, relationsTo } from './report.rules.ts';
import { keepReportStep, recordReportStates } from './report.steps.ts';
import { type ReportState, type ReportWorkflow, reportWorkflow } from './report.workflow.ts';

const TEXT_LIMIT = 4_000;
const TITLE_LIMIT = 200;
const LONGEST_DAYS = 366;
/** Requests of one unit that may run at a time: each opens a report in every unit below. */
const REQUESTS_LIMIT = 10;
const DAY_MS = 86_400_000;

/** The actor of a request that reached a door for people who are signed in. */
export function signedIn({ actor }: GraphContext): Actor {
  if (actor === null) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

/** Does this report's unit lie where the actor may read reports, as the tree is today? */
export const isReadable = (
  em: SqlEntityManager,
  actor: Actor,
  unitId: string,
  today: string,
): Promise<boolean> => isUnitWithin(em, unitId, scopeUnitOf(actor, 'REPORT_READ'), today);

type ActInput = { reportId: string; expectedVersion: number; reason?: string | null };

/** A report that is locked, and may be acted on. */
type Opened = {
  em: SqlEntityManager;
  context: GraphContext;
  actor: Actor;
  report: ReportRow;
  to: ReportState;
};

/** What an act changes of the row beside its state, as SQL and its values. */
type Change = { set: string; values: unknown[] };

/**
 * Does one action of the table to one report: locks it, asks the table, writes what `work` says, its new state and version,
 * its history and the events, in the transaction of `em`.
 */
async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<ReportWorkflow>,
  input: ActInput,
  work: (opened: Opened) => Promise<Refusal | Change>,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const [report] = await findReports(em, [input.reportId], { lock: true });
  if (!report) return refuse('NOT_FOUND', { field: 'reportId' });
  const reason = tidyText(input.reason ?? '') || null;
  const relations = relationsTo(report, actor, await isReadable(em, actor, report.unitId, today));
  const decision = decide<ReportWorkflow, RefusalCode>(reportWorkflow, {
    state: report.status,
    action,
    relations,
    facts: guardsOf(report, actor, today),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
    to: action === 'SUBMIT' ? (report.superiorId === null ? 'ACCEPTED' : 'SUBMITTED') : undefined,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'reportId' });
  const conflict = checkVersion(report.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > 2_000) return refuse('INVALID_INPUT', { field: 'reason' });
  const change = await work({ em, context, actor, report, to: decision.to });
  if (!('set' in change)) return change;
  await em.execute(
    `update report set version = version + 1, status = ?${change.set === '' ? '' : `, ${change.set}`} where id = ?`,
    [decision.to, ...change.values, report.id],
  );
  const step = { action, from: report.status, at: context.clock.now(), actor, reason };
  await keepReportStep(em, [report.id], step);
  await recordReportStates(em, [report.id], actor);
  await announce(em, action, report, actor, reason);
  return { id: report.id, audit: { unitId: report.unitId, reason } };
}

async function announce(
  em: SqlEntityManager,
  action: string,
  report: ReportRow,
  actor: Actor,
  reason: string | null,
): Promise<void> {
  if (report.superiorId === null) return;
  const data = {
    reportId: report.id,
    unitId: report.unitId,
    toUnitId: report.superiorId,
    quarter: report.quarter ?? `${report.from}/${report.through}`,
  };
  const by = { actor };
  const aggregateId = report.id;
  if (action === 'SUBMIT') await recordEvents(em, ReportSubmitted, [{ aggregateId, data }], by);
  if (action === 'ACCEPT') await recordEvents(em, ReportAccepted, [{ aggregateId, data }], by);
  if (action === 'RETURN')
    await recordEvents(em, ReportReturned, [{ aggregateId, data: { ...data, reason: reason ?? '' } }], by);
}

/** Keeps the two texts that are typed. Refuses one that is too long. */
export function saveDraft(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput & { difficulties?: string | null; recommendations?: string | null },
): Promise<Refusal | Done> {
  const texts = { difficulties: input.difficulties ?? '', recommendations: input.recommendations ?? '' };
  return act(em, context, 'SAVE', input, async () => {
    for (const [field, text] of Object.entries(texts))
      if (text.length > TEXT_LIMIT) return refuse('INVALID_INPUT', { field });
    const values = Object.values(texts).map((text) => text.normalize('NFC').trim() || null);
    return { set: 'difficulties = ?, recommendations = ?', values };
  });
}

/** Sends the report with its figures as they are now; they stay so. */
export function submit(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'SUBMIT', input, async ({ report, actor }) => {
    const today = context.clock.today();
    const [figures] = report.sums ? await findSums(em, [report.id]) : await findFigures(em, [report], today);
    return {
      set: 'figures = ?::jsonb, submitted_on = ?, submitted_by = ?, return_reason = null, decided_on = null',
      values: [JSON.stringify(figures), today, actor.accountId],
    };
  });
}

/** Sends the report back with the reason. */
export function returnReport(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'RETURN', input, async () => ({
    set: 'return_reason = ?, decided_on = ?',
    values: [tidyText(input.reason ?? ''), context.clock.today()],
  }));
}

/** Takes the report over; it can be added up now. */
export function acceptReport(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'ACCEPT', input, async () => ({
    set: 'decided_on = ?',
    values: [context.clock.today()],
  }));
}

/** Adds every accepted report of the units directly below into this one. */
export function aggregate(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'AGGREGATE', input, async ({ report, actor }) => {
    const included: { id: string }[] = await em.execute(
      `update report set version = version + 1, status = 'AGGREGATED', aggregated_into = ?
       where request_id = ? and superior_id = ? and status = 'ACCEPTED' returning id`,
      [report.id, report.requestId, report.unitId],
    );
    const ids = included.map(({ id }) => id);
    await keepReportStep(em, ids, { action: 'INCLUDE', from: 'ACCEPTED', at: context.clock.now(), actor });
    await recordReportStates(em, ids, actor);
    return { set: '', values: [] };
  });
}

type RequestInput = { title: string; from: string; through: string; dueOn: string };

/** Which input of a request for reports is at fault; null when it is sound. */
function faultOf({ title, from, through, dueOn }: RequestInput, today: string): string | null {
  if (tidyText(title) === '' || title.length > TITLE_LIMIT) return 'title';
  if (through < from || (Date.parse(through) - Date.parse(from)) / DAY_MS >= LONGEST_DAYS) return 'through';
  return dueOn < today || dueOn < through ? 'dueOn' : null;
}

/** Asks every unit below the actor's own for a report on some days, and opens the actor's own, which adds them up. */
export async function requestReports(
  em: SqlEntityManager,
  context: GraphContext,
  input: RequestInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { clock, environment } = context;
  const unitId = scopeUnitOf(actor, 'REPORT_DECIDE');
  if (unitId === null) return refuse('NOT_FOUND');
  const field = faultOf(input, clock.today());
  if (field) return refuse('INVALID_INPUT', { field });
  // two at once from one unit wait here, so that the limit holds
  await em.execute('select from unit where id = ? for no key update', [unitId]);
  const running = await em.execute('select from report_request where unit_id = ? and due_on >= ? limit ?', [
    unitId,
    clock.today(),
    REQUESTS_LIMIT,
  ]);
  if (running.length >= REQUESTS_LIMIT) return refuse('RATE_LIMITED');
  const [request]: { id: string }[] = await em.execute(
    `insert into report_request (unit_id, title, from_on, through_on, due_on, requested_on)
     select unit_id, ?, ?, ?, ?, ? from unit_period where unit_id = ? and during @> ?::date returning id`,
    [tidyText(input.title), input.from, input.through, input.dueOn, clock.today(), unitId, clock.today()],
  );
  if (!request) return refuse('UNIT_ENDED');
  await openReports(
    em,
    { id: request.id, unitId },
    { clock, provinceCode: environment.PROVINCE_CODE, actor },
  );
  const [own]: { id: string }[] = await em.execute(
    'select id from report where request_id = ? and unit_id = ?',
    [request.id, unitId],
  );
  if (!own) throw new Error('A request for reports opened none for the unit that asks');
  return { id: own.id, audit: { unitId } };
}
