import { workingCalendar } from '@dang/reference/calendar';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemState } from '../comment-item/comment-item.workflow.ts';
import { dueDay } from '../comment-item/comment-term.rules.ts';
import { finishItem, type ItemAttempt, openItem } from '../comment-item/item-act.ts';
import { columnOf, criterionFields } from './sheet.criteria.ts';
import { beginSheet, discardOpenSheet, findSheets, personColumns } from './sheet.rows.ts';

/**
 * Begins the sheet that shall replace the one in force, which stays in force until then and never changes (domain 7.6). The new one
 * starts with what the old one says, and has a term of its own. Needs a reason. Runs inside `mutate`.
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
  await beginSheet(em, item.id, {
    ...Object.fromEntries(criterionFields.map((field) => [columnOf[field], old[field]])),
    other_comment: old.otherComment,
    meeting_on: old.meetingOn,
    front_committee_met: old.frontCommitteeMet,
    ...personColumns('drafted', actor),
    drafted_at: context.clock.now(),
    replaces_id: old.id,
    correction_reason: reason,
  });
  const dueOn = dueDay(await workingCalendar(em), today, null);
  return finishItem(act, { sheet_complete: true, due_on: dueOn });
}

/** Drops a correction that nobody needs: the item is again as it was, with the sheet in force. Runs inside `mutate`. */
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
  await discardOpenSheet(em, act.item.id);
  return finishItem(act, { sheet_complete: true });
}
