import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SelfReportState } from './self-report.workflow.ts';

/** A report as its row says. Moments are ISO 8601. */
export interface SelfReportRow {
  readonly itemId: string;
  readonly version: number;
  readonly memberId: string;
  readonly status: SelfReportState;
  readonly requestedAt: string;
  readonly generalComment: string | null;
  readonly fileId: string | null;
  readonly sentAt: string | null;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly enteredByName: string | null;
  readonly enteredByTitle: string | null;
}

const columns = `item_id as "itemId", version, member_id as "memberId", status, to_json(requested_at)#>>'{}' as "requestedAt",
  general_comment as "generalComment", file_id as "fileId", to_json(sent_at)#>>'{}' as "sentAt", channel,
  entered_by_name as "enteredByName", entered_by_title as "enteredByTitle"`;

/** The reports that were asked for with these items; who may see which is the caller's to know. */
export async function findReports(
  em: SqlEntityManager,
  itemIds: readonly string[],
): Promise<Map<string, SelfReportRow>> {
  const rows: SelfReportRow[] = await em.execute(
    `select ${columns} from self_report where item_id = any(array[?]::uuid[])`,
    [itemIds],
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** The report of one item, locked; null where none was asked for. */
export async function lockReport(em: SqlEntityManager, itemId: string): Promise<SelfReportRow | null> {
  const [row]: SelfReportRow[] = await em.execute(
    `select ${columns} from self_report where item_id = ? for update`,
    [itemId],
  );
  return row ?? null;
}
