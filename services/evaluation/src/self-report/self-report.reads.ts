import { type AuditLine, recordAudit } from '@dang/audit/record';
import { type FileRow, filesById } from '@dang/documents/files/stored-file';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { type Connection, connection } from '@dang/service/keyset';
import { itemById, readPage } from '../comment-item/comment-item.pages.ts';
import { type CommentItemRow, findItemsOf } from '../comment-item/comment-item.rows.ts';
import { standpointOn } from '../comment-item/comment-item.rules.ts';
import { seatOf } from '../seat.ts';
import { findReports, type SelfReportRow } from './self-report.rows.ts';
import { type ReportSight, sightOf } from './self-report.rules.ts';

/** A report with its item and what the actor sees of it. */
export interface SeenReport {
  readonly report: SelfReportRow;
  readonly item: CommentItemRow;
  readonly sight: ReportSight;
}

/** The row of a report, whoever asks; batched. */
export function reportRowOf(context: GraphContext, itemId: string): Promise<SelfReportRow | null> {
  return loaderOf(context, 'self reports', async (itemIds: readonly string[]) => {
    const reports = await findReports(context.em, itemIds);
    return itemIds.map((id) => reports.get(id) ?? null);
  }).load(itemId);
}

/** The report on an item that the actor was given; null where none was asked for, or it is not theirs to know of. */
export async function reportOf(context: GraphContext, item: CommentItemRow): Promise<SeenReport | null> {
  if (!item.selfReportRequired) return null;
  const report = await reportRowOf(context, item.id);
  if (!report) return null;
  const sight = sightOf(item, report.status, standpointOn(item, await seatOf(context)));
  return sight === 'NOTHING' ? null : { report, item, sight };
}

/** The same by the id of the item. */
export async function reportByItem(context: GraphContext, itemId: string): Promise<SeenReport | null> {
  const item = await itemById(context, itemId);
  return item && reportOf(context, item);
}

/** The reports that were asked of a member, for the member and the workplace, latest first; batched. */
export async function reportsOfMember(
  context: GraphContext,
  memberId: string,
  wish: { first?: number | null; after?: string | null },
): Promise<Connection<SeenReport>> {
  const { first, page } = readPage(wish);
  const batch = `reports of members ${JSON.stringify(page)}`;
  const seat = await seatOf(context);
  const loader = loaderOf(context, batch, async (memberIds: readonly string[]) => {
    const choice = {
      where: `exists (select from self_report report where report.item_id = item.id)
        and (item.member_id = ?::uuid or seen."workplaceInScope")`,
      values: [seat.memberId],
    };
    const lists = await findItemsOf(context.em, seat, 'memberId', memberIds, page, choice);
    return memberIds.map((id) => lists.get(id) ?? []);
  });
  const items = await loader.load(memberId);
  const seen = await Promise.all(items.map((item) => reportOf(context, item)));
  const rows = seen.filter((one) => one !== null);
  return connection(rows, first, ({ item }) => [item.sentAt, item.id]);
}

/** The file of a report; batched. */
export function reportFile(context: GraphContext, fileId: string): Promise<FileRow | null> {
  return loaderOf(context, 'files of reports', async (ids: readonly string[]) => {
    const files = await filesById(context.em, ids);
    return ids.map((id) => files.get(id) ?? null);
  }).load(fileId);
}

/**
 * Keeps who reads what a member has reported, before it is shown (domain 10.8): a line a report and request, in one statement for a
 * list; what members read of themselves is left out. Readable afterwards where the member's branch is.
 */
export async function noteReportRead(
  context: GraphContext,
  { item: { id, memberId, workplaceBranchId } }: SeenReport,
): Promise<void> {
  if (context.actor?.memberId === memberId) return;
  const loader = loaderOf<AuditLine, boolean>(context, 'reads of self reports', async (lines) => {
    const once = new Map(lines.map((line) => [line.subjectId, line]));
    await recordAudit(context.em.fork(), [...once.values()], context);
    return lines.map(() => true);
  });
  await loader.load({
    action: 'readSelfReport',
    subjectKind: 'selfReport',
    subjectId: id,
    unitId: workplaceBranchId,
    memberId,
  });
}
