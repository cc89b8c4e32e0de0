import { loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { transfersOfMember, visibleDossier } from '../dossier/dossier.resolvers.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { type Condition, visibleTo } from '../dossier/visibility.ts';
import type { Resolvers } from '../generated/graph.ts';
import { agreeStayConversion, refuseStayConversion, requestStayConversion } from './conversion.acts.ts';
import { type ConversionRow, findLastConversions } from './conversion.rows.ts';
import { grantStayExtension, refuseStayExtension, requestStayExtension } from './extension.acts.ts';
import { receiveStayLetter } from './receive-letter.acts.ts';
import { enterPaperTemporaryTransfer, requestTemporaryTransfer } from './request-stay.acts.ts';
import { addStayNote, confirmTemporaryStay, receiveMemberBack, writeStayComment } from './stay.acts.ts';
import { extensionsOf, noteRead, notesOf, runningStays, shownStayOf } from './stay.reads.ts';
import type { ShownStay } from './stay.rows.ts';
import { rightsDuring } from './stay.rules.ts';
import { saveTemporaryTransferDraft } from './stay-draft.acts.ts';

/** A stay as the graph hands it on: with the dossier that it belongs to. */
type Shown = ShownStay & { readonly dossier: DossierRow };

const cursorShape = z.tuple([z.iso.date(), z.guid()]);

const begun: Condition = {
  sql: `d.kind = 'TEMPORARY' and exists (select from temporary_stay s where s.dossier_id = d.id and s.started_on is not null)`,
  values: [],
};

/** Temporary transfers: what is asked, what is done during a stay, and how it is read. */
export const stayResolvers: Resolvers = {
  Mutation: {
    requestTemporaryTransfer,
    enterPaperTemporaryTransfer,
    saveTemporaryTransferDraft,
    receiveStayLetter,
    confirmTemporaryStay,
    addStayNote,
    requestStayExtension,
    grantStayExtension,
    refuseStayExtension,
    writeStayComment,
    receiveMemberBack,
    requestStayConversion,
    agreeStayConversion,
    refuseStayConversion,
  },

  Transfer: {
    async stay(dossier: DossierRow, _, context) {
      const stay = await shownStayOf(context, dossier);
      return stay && { ...stay, dossier };
    },
    converts: ({ convertsId }: DossierRow, _, context) => convertsId && visibleDossier(context, convertsId),
  },

  TemporaryStay: {
    duesPlace: ({ duesAt }: Shown) => duesAt,
    rights: ({ dossier, ...stay }: Shown) =>
      rightsDuring(stay, dossier).map(({ branchId, ...rights }) => ({
        ...rights,
        branch: branchId === null ? null : { id: branchId },
      })),
    extensions: ({ dossier }: Shown, _, context) => extensionsOf(context, dossier.id),
    async notes({ dossier }: Shown, _, context) {
      const notes = await notesOf(context, dossier.id);
      if (notes.length > 0) await noteRead(context, dossier);
      return notes;
    },
    conversion: ({ dossier }: Shown, _, context) =>
      loaderOf<string, ConversionRow | null>(context, 'stay conversions', async (ids) => {
        const conversions = await findLastConversions(context.em, ids);
        return ids.map((id) => conversions.get(id) ?? null);
      }).load(dossier.id),
    async comment({ dossier, ...stay }: Shown, _, context) {
      const { comment, commentedOn, commentedByName, commentedByTitle, returnedThrough } = stay;
      if (comment === null || commentedOn === null) return null;
      await noteRead(context, dossier);
      const by = { byName: commentedByName, byTitle: commentedByTitle };
      return { text: comment, writtenOn: commentedOn, ...by, duesPaidThrough: returnedThrough };
    },
  },

  StayConversion: {
    transferReason: ({ request }: ConversionRow) => request.reason,
    decision: ({ request }: ConversionRow) => ({
      number: request.decisionNumber,
      date: request.decisionDate,
      issuer: request.decisionIssuer,
      effectiveDate: request.effectiveDate,
    }),
    official: ({ officialDossierId }: ConversionRow, _, context) =>
      officialDossierId && visibleDossier(context, officialDossierId),
  },

  Member: {
    temporaryStays: ({ id }: { id: string }, args, context) => transfersOfMember(context, id, args, begun),
  },

  OrgUnit: {
    async temporaryStays({ id: unitId }: { id: string }, { side, overdueOnly, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, cursorShape);
      const visible = await visibleTo(context.em, context.actor);
      const wish = { unitId, side, visible, today: context.clock.today(), overdueOnly, limit, after: place };
      const rows = await runningStays(context.em, wish);
      const page = connection(rows, first, ({ dossier, through }) => [through, dossier.id]);
      return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: node.dossier, cursor })) };
    },
  },
};
