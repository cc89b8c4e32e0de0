import { CommentSheetReturned } from '@dang/events/contracts/evaluation/comment-sheet-returned';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { finishItem, type ItemAct, type ItemAttempt, openItem } from '../comment-item/item-act.ts';
import type { CommentSheetContentInput } from '../generated/graph.ts';
import { recordResidenceContact } from '../residence-contact/record-contact.ts';
import { fillIn } from './sheet.content.ts';
import { beginSheet, changeSheet, getOpenSheet, personColumns } from './sheet.rows.ts';
import { barToSubmit } from './sheet.rules.ts';

/** Whoever starts a sheet on a member who is introduced too has accepted the introduction with it. */
export async function acceptIntroduction({ em, item, today }: ItemAct): Promise<void> {
  if (item.type === 'INTRODUCE_AND_REQUEST') await recordResidenceContact(em, item, today);
}

/** Begins the sheet on an item, empty. Runs inside `mutateMany`. */
export async function startSheet(
  em: SqlEntityManager,
  context: GraphContext,
  itemId: string,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'START_SHEET', { itemId });
  if (isRefusal(act)) return act;
  await acceptIntroduction(act);
  const draftedAt = context.clock.now();
  await beginSheet(em, itemId, { ...personColumns('drafted', act.actor), drafted_at: draftedAt });
  return finishItem(act, { sheet_complete: false });
}

/** What somebody has filled in of one sheet. */
export type SheetWriting = ItemAttempt & { readonly content: CommentSheetContentInput };

/**
 * Keeps what was filled in so far, any part of it. It is no step of the dossier: there is a new version, but no line of history and
 * no event. A sheet on paper that is written over here goes on as an electronic one. Runs inside `mutateMany`.
 */
export async function saveSheet(
  em: SqlEntityManager,
  context: GraphContext,
  { content: given, ...attempt }: SheetWriting,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'SAVE_SHEET', attempt);
  if (isRefusal(act)) return act;
  const { item, actor, today } = act;
  const sheet = await getOpenSheet(em, item.id);
  const filled = fillIn(sheet, given, today);
  if (isRefusal(filled)) return filled;
  const online = { channel: 'ONLINE', paper_reference: null, scan_id: null };
  await changeSheet(em, sheet.id, { ...filled.set, ...online, ...personColumns('drafted', actor) });
  await em.execute(
    'update comment_item set version = version + 1, sheet_complete = ?, updated_at = ? where id = ?',
    [barToSubmit(filled.content) === null, context.clock.now(), item.id],
  );
  const unitId = actor.capacity?.unitId ?? null;
  return { id: item.id, audit: { unitId, memberId: item.memberId } };
}

/**
 * Submits a complete sheet to the commune or ward; whoever does so confirms it for the branch ("đã xác nhận"). Refuses what is missing
 * by its name. `submitted` gets the item, for the event that tells of all at once. Runs inside `mutateMany`.
 */
export async function submitSheet(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
  submitted: (item: ItemAct['item']) => void,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'SUBMIT_SHEET', attempt);
  if (isRefusal(act))
    return act.code === 'SHEET_INCOMPLETE'
      ? (barToSubmit(await getOpenSheet(em, attempt.itemId)) ?? act)
      : act;
  const sheet = await getOpenSheet(em, act.item.id);
  const confirmed = { ...personColumns('confirmed', act.actor), confirmed_at: context.clock.now() };
  await changeSheet(em, sheet.id, { status: 'SUBMITTED', ...confirmed });
  const done = await finishItem(act);
  submitted(act.item);
  return done;
}

/** Sends a submitted sheet back to its branch with a reason, to be written anew. Runs inside `mutate`. */
export async function returnSheet(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'RETURN_SHEET', attempt);
  if (isRefusal(act)) return act;
  const { item, reason } = act;
  const sheet = await getOpenSheet(em, item.id);
  const unconfirmed = {
    confirmed_by_member_id: null,
    confirmed_by_name: null,
    confirmed_by_title: null,
    confirmed_at: null,
  };
  await changeSheet(em, sheet.id, { status: 'DRAFT', ...unconfirmed });
  const { id: itemId, number, residenceBranchId } = item;
  const data = { itemId, number, residenceBranchId: residenceBranchId ?? '', reason: reason ?? '' };
  await recordEvents(em, CommentSheetReturned, [{ aggregateId: itemId, data }]);
  return finishItem(act);
}

/** Approves a submitted sheet for the commune or ward. Runs inside `mutateMany`. */
export async function approveSheet(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'APPROVE_SHEET', attempt);
  if (isRefusal(act)) return act;
  const sheet = await getOpenSheet(em, act.item.id);
  const approved = { ...personColumns('approved', act.actor), approved_at: context.clock.now() };
  await changeSheet(em, sheet.id, { status: 'APPROVED', ...approved });
  return finishItem(act);
}
