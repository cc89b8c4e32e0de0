import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What a delivered sheet of a test is about; the rest is the same for all. */
interface Delivered {
  readonly itemId: string;
  /** The file of the scan, which is what a sheet on paper has instead of a signature. */
  readonly scanId: string;
  readonly deliveredAt?: string;
  /** The sheet that it corrects. */
  readonly replaces?: string;
}

/** A file of a dossier whose bytes nobody asks for. */
export async function fileRow(em: SqlEntityManager, kind: string, subjectId: string): Promise<string> {
  const id = randomUUID();
  await em.execute(
    `insert into stored_file (id, storage_key, data_key_sealed, file_name, content_type, byte_size, sha256, origin, account_id,
       attached_kind, attached_id)
     values (?, ?, 'none', 'scan.pdf', 'application/pdf', 3, sha256('abc'), 'UPLOAD', ?, ?, ?)`,
    [id, id, randomUUID(), kind, subjectId],
  );
  return id;
}

/** Puts a delivered sheet on an item, and the comment for the year-end where the item is yearly; answers the id of the sheet. */
export async function deliverSheet(em: SqlEntityManager, given: Delivered): Promise<string> {
  const { itemId, scanId, deliveredAt = '2026-07-03T10:00:00+07:00', replaces = null } = given;
  const id = randomUUID();
  await em.execute(
    `insert into comment_sheet (id, item_id, status, exemplary_conduct, civic_duty, meeting_attendance, contact_keeping,
       mobilisation, proposal, other_comment, drafted_at, delivered_at, channel, paper_reference, scan_id, replaces_id,
       correction_reason)
     values (?, ?, 'DELIVERED', 'EXEMPLARY_GOOD', 'MODEL', 'FULL', 'REGULAR', 'ACTIVE', 'COMMEND', 'Tích cực', ?, ?, 'PAPER',
       'Công văn 12', ?, ?, ?)`,
    [id, itemId, deliveredAt, deliveredAt, scanId, replaces, replaces && 'Ghi nhầm tiêu chí 3'],
  );
  await em.execute(
    `update comment_item set status = 'DELIVERED', sheet_complete = true, closed_on = null, version = version + 1 where id = ?`,
    [itemId],
  );
  await em.execute(
    `insert into year_end_comment (member_id, year, item_id, sheet_id, delivered_at)
     select member_id, yearly_year, id, ?, ? from comment_item where id = ? and yearly_year is not null
     on conflict (member_id, year) do update
       set sheet_id = excluded.sheet_id, delivered_at = excluded.delivered_at, received_at = null`,
    [id, deliveredAt, itemId],
  );
  return id;
}
