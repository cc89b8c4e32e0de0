import { attachment } from '@dang/documents/files/attachment';
import { type FileRow, filesById } from '@dang/documents/files/stored-file';
import { type SignatureRow, signaturesOf, signatureValue } from '@dang/documents/signing/signature-value';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import type { Resolvers } from '../generated/graph.ts';
import { noteSheetReads, sheetsOf } from './sheet.reads.ts';
import { SHEET_KIND, type SheetRow } from './sheet.rows.ts';
import { currentSheet } from './sheet.rules.ts';
import { verifyDocument } from './verification.ts';

const moment = (text: string | null) => (text === null ? null : new Date(text));

/** The signature of a sheet; batched. */
function signatureOf(context: GraphContext, { id, signatureId }: SheetRow): Promise<SignatureRow | null> {
  if (signatureId === null) return Promise.resolve(null);
  return loaderOf<string, SignatureRow | null>(context, 'signatures of sheets', async (ids) => {
    const rows = await signaturesOf(context.em, SHEET_KIND, ids);
    return ids.map((sheetId) => rows.get(sheetId)?.[0] ?? null);
  }).load(id);
}

/** The scan of a sheet on paper; batched. */
function scanOf(context: GraphContext, { scanId }: SheetRow): Promise<FileRow | null> {
  if (scanId === null) return Promise.resolve(null);
  return loaderOf<string, FileRow | null>(context, 'scans of sheets', async (ids) => {
    const rows = await filesById(context.em, ids);
    return ids.map((id) => rows.get(id) ?? null);
  }).load(scanId);
}

export const sheetResolvers: Resolvers = {
  Query: {
    verifyCommentDocument: (_, { sha256 }, context) => verifyDocument(context, sha256),
  },
  CommentItem: {
    async sheet(item: CommentItemRow, _, context) {
      const sheet = currentSheet(await sheetsOf(context, item));
      if (sheet) await noteSheetReads(context, item, [sheet]);
      return sheet;
    },
    async sheets(item: CommentItemRow, _, context) {
      const sheets = await sheetsOf(context, item);
      await noteSheetReads(context, item, sheets);
      return sheets;
    },
  },
  CommentSheet: {
    async signature(sheet: SheetRow, _, context) {
      const row = await signatureOf(context, sheet);
      return row && signatureValue(context.environment, context.service, row);
    },
    async document(sheet: SheetRow, _, context) {
      const file = (await signatureOf(context, sheet))?.file ?? (await scanOf(context, sheet));
      return file && attachment(context.environment, context.service, file);
    },
    draftedAt: (sheet: SheetRow) => new Date(sheet.draftedAt),
    confirmedAt: (sheet: SheetRow) => moment(sheet.confirmedAt),
    approvedAt: (sheet: SheetRow) => moment(sheet.approvedAt),
    deliveredAt: (sheet: SheetRow) => moment(sheet.deliveredAt),
  },
};
