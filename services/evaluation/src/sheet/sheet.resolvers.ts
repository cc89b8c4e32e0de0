import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import type { Resolvers } from '../generated/graph.ts';
import { noteSheetReads, sheetsOf } from './sheet.reads.ts';
import type { SheetRow } from './sheet.rows.ts';
import { currentSheet } from './sheet.rules.ts';

const moment = (text: string | null) => (text === null ? null : new Date(text));

export const sheetResolvers: Resolvers = {
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
    draftedAt: (sheet: SheetRow) => new Date(sheet.draftedAt),
    confirmedAt: (sheet: SheetRow) => moment(sheet.confirmedAt),
    approvedAt: (sheet: SheetRow) => moment(sheet.approvedAt),
    deliveredAt: (sheet: SheetRow) => moment(sheet.deliveredAt),
  },
};
