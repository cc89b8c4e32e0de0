import type { Actor } from '@dang/access/actor';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Choices, columnOf, criterionFields } from './sheet.criteria.ts';
import type { SheetState } from './sheet.rules.ts';

/** To what signatures and files of sheets belong. */
export const SHEET_KIND = 'CommentSheet';

/** A comment sheet with what it says. Moments are ISO 8601, days `YYYY-MM-DD`. */
export interface SheetRow extends Choices {
  readonly id: string;
  readonly version: number;
  readonly itemId: string;
  readonly status: SheetState;
  readonly otherComment: string | null;
  readonly meetingOn: string | null;
  readonly frontCommitteeMet: boolean;
  readonly draftedByName: string | null;
  readonly draftedByTitle: string | null;
  readonly draftedAt: string;
  readonly confirmedByName: string | null;
  readonly confirmedByTitle: string | null;
  readonly confirmedAt: string | null;
  readonly approvedByName: string | null;
  readonly approvedByTitle: string | null;
  readonly approvedAt: string | null;
  readonly sentByName: string | null;
  readonly sentByTitle: string | null;
  readonly deliveredAt: string | null;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly paperReference: string | null;
  readonly scanId: string | null;
  readonly signatureId: string | null;
  readonly replacesId: string | null;
  readonly correctionReason: string | null;
}

const moment = (column: string, name: string) => `to_json(sheet.${column})#>>'{}' as "${name}"`;
const person = (act: string) =>
  `sheet.${act}_by_name as "${act}ByName", sheet.${act}_by_title as "${act}ByTitle"`;

const columns = [
  `sheet.id, sheet.version, sheet.item_id as "itemId", sheet.status, sheet.other_comment as "otherComment"`,
  ...criterionFields.map((field) => `sheet.${columnOf[field]} as "${field}"`),
  'sheet.meeting_on as "meetingOn", sheet.front_committee_met as "frontCommitteeMet"',
  `${person('drafted')}, ${moment('drafted_at', 'draftedAt')}`,
  `${person('confirmed')}, ${moment('confirmed_at', 'confirmedAt')}`,
  `${person('approved')}, ${moment('approved_at', 'approvedAt')}`,
  `${person('sent')}, ${moment('delivered_at', 'deliveredAt')}`,
  'sheet.channel, sheet.paper_reference as "paperReference", sheet.scan_id as "scanId"',
  'sheet.signature_id as "signatureId", sheet.replaces_id as "replacesId"',
  'sheet.correction_reason as "correctionReason"',
].join(', ');

/** Every sheet of these items, in the order in which they were begun; one statement. Who may read them is not asked here. */
export async function findSheets(
  em: SqlEntityManager,
  itemIds: readonly string[],
): Promise<Map<string, SheetRow[]>> {
  const rows: SheetRow[] = await em.execute(
    `select ${columns} from comment_sheet sheet where sheet.item_id = any(array[?]::uuid[])
     order by sheet.item_id, sheet.drafted_at, sheet.id`,
    [itemIds],
  );
  return Map.groupBy(rows, ({ itemId }) => itemId);
}

/** The sheet of an item that is in the making; the item is locked, and in a state in which there is one. */
export async function getOpenSheet(em: SqlEntityManager, itemId: string): Promise<SheetRow> {
  const [row]: SheetRow[] = await em.execute(
    `select ${columns} from comment_sheet sheet
     where sheet.item_id = ? and sheet.status in ('DRAFT', 'SUBMITTED', 'APPROVED')`,
    [itemId],
  );
  if (!row) throw new Error(`item ${itemId} has no sheet in the making`);
  return row;
}

/** Writes columns of a sheet, with one more version. */
export async function changeSheet(
  em: SqlEntityManager,
  id: string,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(set).map((column) => `, ${column} = ?`);
  await em.execute(`update comment_sheet set version = version + 1${names.join('')} where id = ?`, [
    ...Object.values(set),
    id,
  ]);
}

/** Begins a sheet on an item, with what is said from the start, column by column. */
export async function beginSheet(
  em: SqlEntityManager,
  itemId: string,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(set);
  await em.execute(
    `insert into comment_sheet (id, item_id, status, ${names.join(', ')})
     values (uuidv7(), ?, 'DRAFT', ${names.map(() => '?').join(', ')})`,
    [itemId, ...Object.values(set)],
  );
}

/** Puts the sheet in the making of an item aside, when the item is cancelled or a correction is dropped. */
export async function discardOpenSheet(em: SqlEntityManager, itemId: string): Promise<void> {
  await em.execute(
    `update comment_sheet set status = 'DISCARDED', version = version + 1
     where item_id = ? and status in ('DRAFT', 'SUBMITTED', 'APPROVED')`,
    [itemId],
  );
}

/** The columns that say who did a step of a sheet, and in which title. */
export const personColumns = (act: 'drafted' | 'confirmed' | 'approved' | 'sent', actor: Actor) => ({
  [`${act}_by_member_id`]: actor.memberId,
  [`${act}_by_name`]: actor.name,
  [`${act}_by_title`]: actor.capacity?.title ?? null,
});
