import { type AuditLine, recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import { seatOf } from '../seat.ts';
import { memberSeesSheet } from './sheet.environment.ts';
import { findSheets, type SheetRow } from './sheet.rows.ts';
import { readableSheets } from './sheet.rules.ts';

/** The sheets of an item that the actor may read, in the order in which they were begun; batched. Whoever shows one notes it first. */
export async function sheetsOf(context: GraphContext, item: CommentItemRow): Promise<SheetRow[]> {
  const { memberId } = await seatOf(context);
  const loader = loaderOf(context, 'sheets of items', async (itemIds: readonly string[]) => {
    const sheets = await findSheets(context.em, itemIds);
    return itemIds.map((id) => sheets.get(id) ?? []);
  });
  const reader = { ...item, isMember: memberId === item.memberId };
  return readableSheets(await loader.load(item.id), reader, memberSeesSheet(context.environment));
}

/**
 * Keeps who reads which sheet about whom, before it is shown (domain 10.8): a line a sheet and request, in one statement for a list; what
 * the member reads about themselves is left out. Readable afterwards where the member's branch is.
 */
export async function noteSheetReads(
  context: GraphContext,
  { memberId, workplaceBranchId: unitId }: CommentItemRow,
  sheets: readonly SheetRow[],
): Promise<void> {
  if (context.actor?.memberId === memberId) return;
  const loader = loaderOf<AuditLine, boolean>(context, 'reads of sheets', async (lines) => {
    const once = new Map(lines.map((line) => [line.subjectId, line]));
    await recordAudit(context.em.fork(), [...once.values()], context);
    return lines.map(() => true);
  });
  const line = { action: 'readCommentSheet', subjectKind: 'commentSheet', unitId, memberId };
  await Promise.all(sheets.map(({ id }) => loader.load({ ...line, subjectId: id })));
}
