import { workingCalendar } from '@dang/reference/calendar';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemState } from '../comment-item/comment-item.workflow.ts';
import { dueDay } from '../comment-item/comment-term.rules.ts';
import { finishItem, type ItemAttempt, openItem } from '../comment-item/item-act.ts';
import { placesNow } from '../comment-item/places-now.ts';
import { columnOf, criterionFields } from './sheet.criteria.ts';
import { beginSheet, discardOpenSheet, findSheets, personColumns } from './sheet.rows.ts';

/** What an item is like before a correction of it begins: days are `YYYY-MM-DD`, places those that go on today. */
async function findItemBefore(em: SqlEntityManager, itemId: string) {
  const [before]: {
    due_on: string | null;
    closed_on: string | null;
    places: Record<string, string | null>;
  }[] = await em.execute(
    `select item.due_on::text, item.closed_on::text, to_jsonb(now) - 'id' as places
       from comment_item item join (${placesNow} where item.id = ?) now on now.id = item.id`,
    [itemId],
  );
  if (!before) throw new Error('an item that is acted on is there');
  return before;
}

/**
 * Begins the sheet that shall replace the one in force, which stays in force until then and never changes (domain 7.6). The new one
 * starts with what the old one says, and has a term of its own. A closed item has not followed reorganisations: open again, it lies with
 * the units that go on. Needs a reason. Runs inside `mutate`.
 */
export async function correctSheet(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'START_CORRECTION', attempt);
  if (isRefusal(act)) return act;
  const { item, actor, today, reason } = act;
  const old = (await findSheets(em, [item.id]))
    .get(item.id)
    ?.findLast(({ status }) => status === 'DELIVERED');
  if (!old) throw new Error(`item ${item.number} was delivered without a sheet`);
  const before = await findItemBefore(em, item.id);
  await beginSheet(em, item.id, {
    ...Object.fromEntries(criterionFields.map((field) => [columnOf[field], old[field]])),
    other_comment: old.otherComment,
    meeting_on: old.meetingOn,
    front_committee_met: old.frontCommitteeMet,
    ...personColumns('drafted', actor),
    drafted_at: context.clock.now(),
    replaces_id: old.id,
    correction_reason: reason,
    former_due_on: before.due_on,
    former_closed_on: before.closed_on,
  });
  const dueOn = dueDay(await workingCalendar(em), today, null);
  return finishItem(act, { ...before.places, sheet_complete: true, due_on: dueOn });
}

/** Drops a correction that nobody needs: the item is again as it was, with its days and the sheet in force. Runs inside `mutate`. */
export async function dropCorrection(
  em: SqlEntityManager,
  context: GraphContext,
  attempt: ItemAttempt,
): Promise<Refusal | Done> {
  // read before the lock: whoever acts in between leaves another version
  const [line]: { state: CommentItemState }[] = await em.execute(
    `select from_state as state from comment_item_history
     where item_id = ? and action = 'START_CORRECTION' order by at desc, id desc limit 1`,
    [attempt.itemId],
  );
  const act = await openItem(em, context, 'DROP_CORRECTION', attempt, () => line?.state ?? 'DELIVERED');
  if (isRefusal(act)) return act;
  const [former]: { due_on: string | null; closed_on: string | null }[] = await em.execute(
    `select former_due_on as due_on, former_closed_on as closed_on from comment_sheet
     where item_id = ? and replaces_id is not null and status in ('DRAFT', 'SUBMITTED', 'APPROVED')`,
    [act.item.id],
  );
  await discardOpenSheet(em, act.item.id);
  return finishItem(act, { ...former, sheet_complete: true });
}
