import { recordSignature } from '@dang/documents/signing/sign-document';
import { CommentSheetDelivered } from '@dang/events/contracts/evaluation/comment-sheet-delivered';
import { type NewEvent, recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ItemAttempt, moveItem, openItem } from '../comment-item/item-act.ts';
import { publishItemStates } from '../comment-item/item-state.events.ts';
import { changeSheet, getOpenSheet, personColumns, type SheetRow } from './sheet.rows.ts';
import { documentHash } from './sheet-paper.ts';
import type { SignedSheet } from './sign-sheets.ts';

/** The id of the recorded signature; null for a sheet on paper, which has its scan. Refuses `SIGNATURE_REQUIRED` (T63). */
async function signatureOf(
  em: SqlEntityManager,
  sheet: SheetRow,
  signed: SignedSheet | undefined,
): Promise<string | null | Refusal> {
  if (sheet.channel !== 'ONLINE') return sheet.scanId === null ? refuse('SCAN_REQUIRED') : null;
  if (signed === undefined) return refuse('SIGNATURE_REQUIRED');
  if (isRefusal(signed)) return signed;
  const isSame = signed.version === sheet.version && signed.signature.subjectId === sheet.id;
  if (!isSame) return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
  return recordSignature(em, signed.signature, { chain: false });
}

/** The sheet is now what the member's year comes to, where a yearly comment was asked for; a correction takes the place of the old one. */
async function keepForYearEnd(
  em: SqlEntityManager,
  itemId: string,
  sheetId: string,
  at: Date,
): Promise<void> {
  await em.execute(
    `insert into year_end_comment (member_id, year, item_id, sheet_id, delivered_at)
     select member_id, yearly_year, id, ?, ? from comment_item where id = ? and yearly_year is not null
     on conflict (member_id, year) do update set item_id = excluded.item_id, sheet_id = excluded.sheet_id,
       delivered_at = excluded.delivered_at, received_at = null`,
    [sheetId, at, itemId],
  );
}

/** What is told of a delivered sheet. */
export type Delivery = NewEvent<(typeof CommentSheetDelivered)['example']>;

/**
 * Sends an approved sheet to the workplace with the signature that was made for it; from now on it never changes. Nothing outside is
 * asked here. Runs inside `mutateMany`; refuses what kept it from being signed, and whatever somebody else changed since then. What is
 * to be told of it, with all others of the call (`tellDelivered`), is given to `delivered`.
 */
export async function deliverSheet(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
  signed: SignedSheet | undefined,
  delivered: (delivery: Delivery) => void,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'SIGN_AND_SEND', attempt);
  if (isRefusal(act)) return act;
  const { item, actor, today } = act;
  const sheet = await getOpenSheet(em, item.id);
  const signatureId = await signatureOf(em, sheet, signed);
  if (isRefusal(signatureId)) return signatureId;
  const at = context.clock.now();
  const sent = { ...personColumns('sent', actor), delivered_at: at, signature_id: signatureId };
  await changeSheet(em, sheet.id, { status: 'DELIVERED', ...sent });
  await keepForYearEnd(em, item.id, sheet.id, at);
  const { id: itemId, number, memberId, workplaceUnitId, workplaceBranchId, residenceUnitId } = item;
  const data = {
    itemId,
    number,
    sheetId: sheet.id,
    memberId,
    workplaceUnitId,
    workplaceBranchId,
    residenceUnitId,
    sha256:
      signatureId !== null && signed && !isRefusal(signed)
        ? signed.signature.kept.sha256.toString('hex')
        : await documentHash(em, sheet.id),
    replacesSheetId: sheet.replacesId,
    deliveredOn: today,
  };
  const done = await moveItem(act);
  delivered({ aggregateId: itemId, data });
  return done;
}

/** Tells everybody where the items of these sheets stand now, and their workplaces that the sheets are there. */
export async function tellDelivered(
  em: SqlEntityManager,
  { service }: GraphContext,
  deliveries: readonly Delivery[],
): Promise<void> {
  await publishItemStates(
    em,
    service,
    deliveries.map(({ aggregateId }) => aggregateId),
  );
  await recordEvents(em, CommentSheetDelivered, deliveries);
}
