import { attachment } from '@dang/documents/files/attachment';
import type { GraphContext } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refusalMessage } from '@dang/service/refusal';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import { standpointOn } from '../comment-item/comment-item.rules.ts';
import type { Resolvers } from '../generated/graph.ts';
import { reportHistory } from '../history.ts';
import { seatOf } from '../seat.ts';
import {
  noteReportRead,
  reportByItem,
  reportFile,
  reportOf,
  reportRowOf,
  reportsOfMember,
  type SeenReport,
} from './self-report.reads.ts';
import { reportActionsOn } from './self-report.rules.ts';
import { selfReportWorkflow } from './self-report.workflow.ts';
import { enterReport, writeReport } from './write-report.ts';

/** A mutation on one report, from its work in one transaction. */
const reportMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const load = (_em: SqlEntityManager, id: string) => reportByItem(context, id);
    return mutate(context, { name, input, field: 'selfReport', load }, (em) => work(em, context, input));
  };

const labels = labelsOf(selfReportWorkflow);

export const selfReportResolvers: Resolvers = {
  Mutation: {
    saveSelfReport: reportMutation('saveSelfReport', (em, context, input) =>
      writeReport(em, context, 'SAVE', input),
    ),
    sendSelfReport: reportMutation('sendSelfReport', (em, context, input) =>
      writeReport(em, context, 'SEND', input),
    ),
    enterSelfReport: reportMutation('enterSelfReport', enterReport),
  },
  Member: {
    selfReports: ({ id }, wish, context) => reportsOfMember(context, id, wish),
  },
  CommentItem: {
    selfReport: (item: CommentItemRow, _, context) => reportOf(context, item),
    selfReportMissing: async (item: CommentItemRow, _, context) =>
      item.selfReportRequired && (await reportRowOf(context, item.id))?.status !== 'SENT',
  },
  SelfReport: {
    item: ({ item }: SeenReport) => item,
    status: ({ report }: SeenReport) => report.status,
    requestedAt: ({ report }: SeenReport) => new Date(report.requestedAt),
    async generalComment(seen: SeenReport, _, context) {
      if (seen.sight !== 'WHOLE') return null;
      await noteReportRead(context, seen);
      return seen.report.generalComment;
    },
    async file(seen: SeenReport, _, context) {
      const { fileId } = seen.report;
      if (seen.sight !== 'WHOLE' || fileId === null) return null;
      await noteReportRead(context, seen);
      const file = await reportFile(context, fileId);
      return file && attachment(context.environment, context.service, file);
    },
    sentAt: ({ report: { sentAt } }: SeenReport) => (sentAt === null ? null : new Date(sentAt)),
    channel: ({ report }: SeenReport) => report.channel,
    enteredByName: ({ report }: SeenReport) => report.enteredByName,
    enteredByTitle: ({ report }: SeenReport) => report.enteredByTitle,
    version: ({ report }: SeenReport) => report.version,
    async availableActions({ item, report }: SeenReport, _, context) {
      const standpoint = standpointOn(item, await seatOf(context));
      return reportActionsOn(item, report.status, standpoint).map((one) => ({
        ...one,
        reason: one.code && refusalMessage(one.code, context.language),
      }));
    },
    history: ({ item }: SeenReport, _, context) => historyOf(context, reportHistory, item.id, labels),
  },
};
