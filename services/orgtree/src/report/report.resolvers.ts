import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { figuresOf } from '../figures/figures.loaders.ts';
import type { Figures } from '../figures/figures.rules.ts';
import { viewOf } from '../figures/figures.view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { reportHistory } from '../history.ts';
import { isUnitWithin, pathNow } from '../unit/scope.rows.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import {
  acceptReport,
  aggregate,
  isReadable,
  requestReports,
  returnReport,
  saveDraft,
  signedIn,
  submit,
} from './report.acts.ts';
import { findParts, findReports, findReportsWithin, findSums, type ReportRow } from './report.rows.ts';
import { guardsOf, isOverdue, relationsTo } from './report.rules.ts';
import { reportLabels } from './report.steps.ts';
import { type ReportWorkflow, reportWorkflow } from './report.workflow.ts';

/** How `mutate` reads the report back: only for who may read it now. */
const loadFor =
  ({ clock }: GraphContext, actor: Actor) =>
  async (em: SqlEntityManager, id: string): Promise<ReportRow | null> => {
    const [report] = await findReports(em, [id]);
    return report && (await isReadable(em, actor, report.unitId, clock.today())) ? report : null;
  };

/** A mutation on reports, from its work in one transaction. */
const reportMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'report' as const, load: loadFor(context, signedIn(context)) };
    return mutate(context, call, (em) => work(em, context, input));
  };

const sumsOf = (context: GraphContext, id: string): Promise<Figures> =>
  loaderOf<string, Figures>(context, 'report sums', (ids) => findSums(context.em, ids)).load(id);

/** Frozen when it is sent, otherwise as they are now. */
function figuresIn(report: ReportRow, context: GraphContext): Figures | Promise<Figures> {
  const isWritten = report.status === 'DRAFT' || report.status === 'RETURNED';
  if (!isWritten && report.figures !== null) return report.figures;
  return report.sums ? sumsOf(context, report.id) : figuresOf(context, report);
}

function actionsOf(report: ReportRow, context: GraphContext) {
  const actor = signedIn(context);
  // every report that one can see lies in scope
  const actions = availableActions<ReportWorkflow, RefusalCode>(reportWorkflow, {
    state: report.status,
    relations: relationsTo(report, actor, true),
    facts: guardsOf(report, actor, context.clock.today()),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const placeShape = z.tuple([z.iso.date(), z.string(), z.guid()]);
const partShape = z.tuple([z.string(), z.guid()]);

const unitNow = (context: GraphContext, id: string) => unitOnOrLast(context, id, context.clock.today());

/** The reports of units on the procedures: lists as plain rows, acts by the table. */
export const reportResolvers: Resolvers = {
  Query: {
    async quarterlyReports(_, { unitId, quarter, status, overdue, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const today = context.clock.today();
      const scope = scopeUnitOf(signedIn(context), 'REPORT_READ');
      const wanted = unitId ?? scope;
      if (wanted === null || !(await isUnitWithin(context.em, wanted, scope, today))) return null;
      const path = await pathNow(context.em, wanted, today);
      if (path === null) return null;
      const place = after === null ? null : decodeCursor(after, placeShape);
      const rows = await findReportsWithin(context.em, {
        path,
        today,
        quarter: quarter ?? null,
        status: status ?? null,
        isOverdue: overdue ?? null,
        limit,
        after: place && { dueOn: place[0], unitCode: place[1], id: place[2] },
      });
      return connection(rows, first, ({ dueOn, unitCode, id }) => [dueOn, unitCode, id]);
    },

    quarterlyReport: (_, { id }, context) => loadFor(context, signedIn(context))(context.em, id),
  },

  Mutation: {
    requestReports: reportMutation('requestReports', requestReports),
    saveReportDraft: reportMutation('saveReportDraft', saveDraft),
    submitReport: reportMutation('submitReport', submit),
    returnReport: reportMutation('returnReport', returnReport),
    acceptReport: reportMutation('acceptReport', acceptReport),
    aggregateReports: reportMutation('aggregateReports', aggregate),
  },

  QuarterlyReport: {
    unit: ({ unitId }: ReportRow, _, context) => unitNow(context, unitId),
    superior: ({ superiorId }: ReportRow, _, context) =>
      superiorId === null ? null : unitNow(context, superiorId),
    overdue: (report: ReportRow, _, context) => isOverdue(report, context.clock.today()),
    figures: async (report: ReportRow, _, context) => viewOf(await figuresIn(report, context)),
    partsTotal: ({ parts }: ReportRow) => parts.total,
    partsAggregated: ({ parts }: ReportRow) => parts.aggregated,
    async parts(report: ReportRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, partShape);
      const rows = await findParts(context.em, report, {
        limit,
        after: place && { unitCode: place[0], id: place[1] },
      });
      return connection(rows, first, ({ unitCode, id }) => [unitCode, id]);
    },
    availableActions: (report: ReportRow, _, context) => actionsOf(report, context),
    history: ({ id }: ReportRow, _, context) => historyOf(context, reportHistory, id, reportLabels),
  },
};
