import { CommentsRequested } from '@dang/events/contracts/evaluation/comments-requested';
import { recordEvents } from '@dang/events/outbox';
import { workingCalendar } from '@dang/reference/calendar';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { discardOpenSheet } from '../sheet/sheet.rows.ts';
import type { CommentItemRow } from './comment-item.rows.ts';
import { dueDay } from './comment-term.rules.ts';
import { finishItem, type ItemAttempt, openItem } from './item-act.ts';
import { residenceAt } from './residence.ts';
import { stateAtBranch, tellBranch } from './routing.acts.ts';

async function campaignClosing(em: SqlEntityManager, listId: string): Promise<string | null> {
  const [row] = await em.execute<{ closesOn: string }[]>(
    `select campaign.close_on as "closesOn" from comment_list list
     join comment_campaign campaign on campaign.id = list.campaign_id where list.id = ?`,
    [listId],
  );
  return row?.closesOn ?? null;
}

/**
 * The workplace corrects where a returned member lives and sends the request again, with a new term from today. A known
 * branch has it at once; a commune or ward alone forwards it. Where that is another place, the member is told. Refuses as `residenceAt`.
 */
export async function resendCommentItem(
  em: SqlEntityManager,
  context: GraphContext,
  input: ItemAttempt & { readonly residenceId: string },
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'CORRECT_AND_RESEND', input);
  if (isRefusal(act)) return act;
  const { item, today } = act;
  const { workplaceBranchId } = item;
  const field = 'residenceId';
  const residence = await residenceAt(em, input.residenceId, { today, workplaceBranchId, field });
  if (isRefusal(residence)) return residence;
  const { residenceUnitId, residenceBranchId } = residence;
  // an introduction has no term: nothing is awaited
  const dueOn =
    item.type === 'INTRODUCE'
      ? null
      : dueDay(await workingCalendar(em), today, await campaignClosing(em, item.listId));
  const atBranch = residenceBranchId !== null && stateAtBranch(item) !== act.to;
  const done = await finishItem(
    act,
    {
      residence_unit_id: residenceUnitId,
      residence_branch_id: residenceBranchId,
      return_reason: null,
      due_on: dueOn,
    },
    atBranch ? { action: 'FORWARD_TO_BRANCH', to: stateAtBranch(item) } : null,
  );
  if (residenceBranchId !== null) await tellBranch(em, item, { residenceUnitId, residenceBranchId }, dueOn);
  if (residenceUnitId !== item.residenceUnitId || residenceBranchId !== item.residenceBranchId)
    await tellMember(em, item);
  return done;
}

/** Tells a member that a request about them has gone to another place. */
async function tellMember(em: SqlEntityManager, item: CommentItemRow): Promise<void> {
  const { id, number, memberId, workplaceUnitId, type, selfReportRequired } = item;
  const request = {
    itemId: id,
    number,
    memberId,
    unitId: workplaceUnitId,
    type,
    reportRequired: selfReportRequired,
  };
  await recordEvents(em, CommentsRequested, [{ aggregateId: id, data: { requests: [request] } }]);
}

/** The workplace no longer needs what it asked for. A sheet that was being written goes no further. */
export async function cancelCommentItem(
  em: SqlEntityManager,
  context: GraphContext,
  input: ItemAttempt & { readonly reason: string },
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'CANCEL', input);
  if (isRefusal(act)) return act;
  await discardOpenSheet(em, act.item.id);
  return finishItem(act);
}
