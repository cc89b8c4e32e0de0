import { workingCalendar } from '@dang/reference/calendar';
import { canSeeMember } from '@dang/reference/members';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import type { Connection } from '@dang/service/keyset';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { refusalMessage } from '@dang/service/refusal';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { stayOf } from '../stay/stay.reads.ts';
import { refusalParams } from './acting.ts';
import { flagsOf } from './deadlines.rules.ts';
import {
  admitMember,
  cancelTransfer,
  correctAndResendTransfer,
  rejectTransfer,
  requestTransferSupplement,
  returnTransfer,
  supplementTransfer,
  withdrawTransfer,
} from './dossier.acts.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { findDossiers, latestDossiers, latestDossiersOf, placeOf } from './dossier.reads.ts';
import type { DossierRow } from './dossier.row.ts';
import { saveDraft, submitTransfer } from './draft.acts.ts';
import { gatherFacts } from './gather-facts.ts';
import { dossierHistory } from './history.ts';
import { actionsOn } from './judge.rules.ts';
import { maskedCard } from './masked-card.ts';
import { enterPaperTransfer, requestOfficialTransfer } from './request.acts.ts';
import type { Condition } from './visibility.ts';
import { both, touches, visibleTo } from './visibility.ts';
import { actionLabels } from './workflows.ts';

const cursorShape = z.tuple([z.iso.datetime(), z.guid()]);

type PageArgs = { first?: number | null; after?: string | null };

async function pageOf(
  context: GraphContext,
  args: PageArgs,
  where: Condition,
): Promise<Connection<DossierRow>> {
  const { first, limit, after } = pageArgs(args.first, args.after);
  const place = after === null ? null : decodeCursor(after, cursorShape);
  return connection(await latestDossiers(context.em, { where, limit, after: place }), first, placeOf);
}

/** What this request's actor may read, found out once. */
const visibility = (context: GraphContext): Promise<Condition> =>
  loaderOf<'actor', Condition>(context, 'visibility', async (keys) => {
    const condition = await visibleTo(context.em, context.actor);
    return keys.map(() => condition);
  }).load('actor');

/** The working calendar, read once a request. */
const calendarOf = (context: GraphContext): Promise<WorkingCalendar> =>
  loaderOf<'today', WorkingCalendar>(context, 'calendar', async (keys) => {
    const calendar = await workingCalendar(context.em);
    return keys.map(() => calendar);
  }).load('today');

/** A page of each member's dossiers, where wanted only those that meet a condition; the same page of many members is one statement. */
export async function transfersOfMember(
  context: GraphContext,
  memberId: string,
  args: PageArgs,
  only: Condition = { sql: 'true', values: [] },
): Promise<Connection<DossierRow>> {
  const { first, limit, after } = pageArgs(args.first, args.after);
  const place = after === null ? null : decodeCursor(after, cursorShape);
  const pages = loaderOf<string, DossierRow[]>(
    context,
    `transfers ${only.sql} ${limit} ${after}`,
    async (ids) => {
      const page = { where: both(only, await visibility(context)), limit, after: place };
      const rows = await latestDossiersOf(context.em, ids, page);
      return ids.map((id) => rows.get(id) ?? []);
    },
  );
  return connection(await pages.load(memberId), first, placeOf);
}

/** A dossier that this request's actor may read. */
export const visibleDossier = (context: GraphContext, id: string): Promise<DossierRow | null> =>
  loaderOf<string, DossierRow | null>(context, 'visibleDossiers', async (ids) => {
    const rows = await findDossiers(context.em, ids, await visibility(context));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => found.get(key) ?? null);
  }).load(id);

const visibleMember = (context: GraphContext, id: string): Promise<boolean> =>
  loaderOf<string, boolean>(context, 'visibleMembers', async (ids) => {
    const visible = await canSeeMember(context.em, context.actor, ids, 'TRANSFER_READ');
    return ids.map((key) => visible.has(key));
  }).load(id);

/** What decides over the dossiers of this request, gathered for all of them at once. They were all read as visible. */
function factsOf(context: GraphContext, dossier: DossierRow): Promise<DossierFacts> {
  const rows = loaderOf<DossierRow, DossierFacts>(context, 'facts', async (dossiers) => {
    const facts = await gatherFacts(context.em, dossiers);
    return dossiers.map(({ id }) => facts.get(id) as DossierFacts);
  });
  return rows.load(dossier);
}

async function availableActionsOf(dossier: DossierRow, context: GraphContext) {
  if (context.actor === null) return [];
  const { clock, language } = context;
  const moment = { today: clock.today(), month: clock.month(), now: new Date() };
  return actionsOn(await factsOf(context, dossier), context.actor, moment).map((answer) => ({
    ...answer,
    reason: answer.code && refusalMessage(answer.code, language, refusalParams(context)),
  }));
}

/** `*********234`: enough to recognise a card, not enough to use it. A 12-digit one usually is the personal id. */
const historyLabels: ReadonlyMap<string, string> = new Map([
  ['REQUEST', 'Đề nghị chuyển sinh hoạt đảng'],
  ['BEGIN_DRAFT', 'Soạn hồ sơ'],
  ['ENTER_PAPER', 'Nhập đề nghị bằng văn bản'],
  ['RECEIVE_FROM_OUTSIDE', 'Nhận giấy giới thiệu từ hệ thống của tỉnh, thành phố khác'],
  ['RECEIVE_AGAIN_FROM_OUTSIDE', 'Nhận lại giấy giới thiệu được gửi lại'],
  ['ENTER_INCOMING', 'Nhập giấy giới thiệu từ ngoài hệ thống'],
  ['CONVERT_STAY', 'Mở từ hồ sơ chuyển sinh hoạt đảng tạm thời'],
  ['FOLLOW_REORGANISATION', 'Chuyển theo sắp xếp tổ chức đảng'],
  ['FOLLOW_CORRECTION', 'Chuyển theo đính chính chi bộ'],
  ...actionLabels,
]);

/** Dossiers, their lists and what is done to them. */
export const dossierResolvers: Resolvers = {
  Query: {
    transfer: (_, { id }, context) => visibleDossier(context, id),

    me: (_, __, { actor }) => (actor?.memberId ? { id: actor.memberId } : null),
  },

  Mutation: {
    requestOfficialTransfer,
    enterPaperTransfer,
    saveOfficialTransferDraft: saveDraft('saveOfficialTransferDraft', 'OFFICIAL'),
    submitTransfer,
    requestTransferSupplement,
    supplementTransfer,
    rejectTransfer,
    withdrawTransfer,
    returnTransfer,
    correctAndResendTransfer,
    cancelTransfer,
    admitMember,
  },

  Transfer: {
    __resolveReference: ({ id }: { id: string }, context: GraphContext) => visibleDossier(context, id),
    member: (dossier: DossierRow) => ({ id: dossier.memberId }),
    subject: (dossier: DossierRow, _, context) => ({
      ...dossier,
      cardNumberMasked: maskedCard(dossier, context.environment),
    }),
    origin: ({ originBranchId }: DossierRow) => originBranchId && { id: originBranchId },
    destination: ({ destinationBranchId }: DossierRow) => destinationBranchId && { id: destinationBranchId },
    decision: ({ decisionNumber, decisionDate, decisionIssuer, effectiveDate }: DossierRow) =>
      decisionNumber &&
      decisionDate &&
      decisionIssuer &&
      effectiveDate && {
        number: decisionNumber,
        date: decisionDate,
        issuer: decisionIssuer,
        effectiveDate,
      },
    waitingFor: ({ waitingUnitId }: DossierRow) => waitingUnitId && { id: waitingUnitId },
    overdue: ({ dueOn }: DossierRow, _, { clock }) => dueOn !== null && dueOn < clock.today(),
    flags: async (dossier: DossierRow, _, context) =>
      flagsOf(await calendarOf(context), dossier, context.clock.today(), await stayOf(context, dossier)),
    availableActions: (dossier: DossierRow, _, context) => availableActionsOf(dossier, context),
    history: ({ id }: DossierRow, _, context) => historyOf(context, dossierHistory, id, historyLabels),
  },

  Member: {
    async __resolveReference({ id }: { id: string }, context: GraphContext) {
      return (await visibleMember(context, id)) ? { id } : null;
    },
    transfers: ({ id }: { id: string }, args, context) => transfersOfMember(context, id, args),
  },

  OrgUnit: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    async transfers({ id }: { id: string }, args, context) {
      const here = await touches(context.em, id);
      return pageOf(context, args, both(here, await visibility(context)));
    },
  },
};
