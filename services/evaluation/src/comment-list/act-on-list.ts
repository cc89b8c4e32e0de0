import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refusalMessage, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { availableActions, decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CommentListRow, findList, findLists, findRowFigures, lockList } from './comment-list.rows.ts';
import { factsOfList, type RowFigures, relationsToList } from './comment-list.rules.ts';
import {
  type CommentListAction,
  type CommentListState,
  commentListWorkflow,
} from './comment-list.workflow.ts';
import { addListStep } from './list-history.rows.ts';
import { fourEyesOf } from './list-variables.ts';

const REASON_LIMIT = 2_000;

/** The actor of a mutation, who is always there. */
export function signedIn({ actor }: GraphContext): Actor {
  if (actor === null) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

/** Which list, as it was read. */
export interface ListInput {
  readonly listId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** A list that is locked and may be acted on. */
export interface OpenedList {
  readonly actor: Actor;
  readonly list: CommentListRow;
  readonly figures: RowFigures;
  readonly to: CommentListState;
  /** The business day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly reason: string | null;
}

/** What an act changes of the list beside its state, column by column. */
export interface ListChange {
  readonly set: Readonly<Record<string, unknown>>;
  /** What the audit trail keeps beside the state. */
  readonly after?: object;
}

/** How `mutate` and the queries read a list: only for who has its unit in the scope of their capacity now. */
export const visibleList =
  ({ actor }: GraphContext) =>
  async (em: SqlEntityManager, id: string): Promise<CommentListRow | null> => {
    const scope = actor && scopeUnitOf(actor, 'COMMENT_READ');
    return scope ? ((await findLists(em, [id], scope))[0] ?? null) : null;
  };

/** What the table says of one action on one list by this actor, now. */
function judge(
  context: GraphContext,
  list: CommentListRow,
  figures: RowFigures,
  attempt: { action: CommentListAction; reason: string | null },
) {
  const actor = signedIn(context);
  return decide<typeof commentListWorkflow, RefusalCode>(commentListWorkflow, {
    state: list.status,
    relations: relationsToList(list, actor),
    facts: factsOfList(list, figures, actor.memberId, fourEyesOf(context)),
    stepUpFresh: signInIsFresh(actor, new Date()),
    ...attempt,
  });
}

/** Asks the table about an action on a list that is not there for who cannot see it; the list and its next state, or the refusal. */
async function openList(
  em: SqlEntityManager,
  context: GraphContext,
  action: CommentListAction,
  { listId, expectedVersion, reason: given }: ListInput,
  find: (em: SqlEntityManager, id: string) => Promise<CommentListRow | null>,
): Promise<Refusal | OpenedList> {
  const actor = signedIn(context);
  const list = await find(em, listId);
  const scope = scopeUnitOf(actor, 'COMMENT_READ');
  if (list === null || scope === null || !(await isWithin(em, list.unitId, scope)))
    return refuse('NOT_FOUND', { field: 'listId' });
  const reason = tidyText(given ?? '') || null;
  const figures = (await findRowFigures(em, [listId])).get(listId) as RowFigures;
  const decision = judge(context, list, figures, { action, reason });
  const conflict = checkVersion(list.version, expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  return { actor, list, figures, to: decision.to, today: context.clock.today(), reason };
}

/** Whether this action would go through now, without locking or changing anything: asked before something outside is done for it. */
export const wouldAct = (
  em: SqlEntityManager,
  context: GraphContext,
  action: CommentListAction,
  input: ListInput,
): Promise<Refusal | OpenedList> => openList(em, context, action, input, findList);

/**
 * Does one action of the table to one list: locks it, asks the table, does `work`, writes the row, its version and its history. Refuses
 * as the table does; `NOT_FOUND` for a list that is not in the actor's scope. Runs inside `mutate`.
 */
export async function actOnList(
  em: SqlEntityManager,
  context: GraphContext,
  action: CommentListAction,
  input: ListInput,
  work: (opened: OpenedList) => Promise<Refusal | ListChange>,
): Promise<Refusal | Done> {
  const opened = await openList(em, context, action, input, lockList);
  if (isRefusal(opened)) return opened;
  const change = await work(opened);
  if (isRefusal(change)) return change;
  const { list, to, actor, reason } = opened;
  const columns = Object.keys(change.set).map((column) => `, ${column} = ?`);
  await em.execute(
    `update comment_list set version = version + 1, status = ?${columns.join('')} where id = ?`,
    [to, ...Object.values(change.set), list.id],
  );
  await addListStep(em, list.id, {
    action,
    fromState: list.status,
    toState: to,
    at: context.clock.now(),
    actor,
    reason,
  });
  const before = { status: list.status };
  const after = { status: to, ...change.after };
  return { id: list.id, audit: { unitId: list.unitId, memberId: null, before, after, reason } };
}

/** The buttons of a list that the actor can see. */
export function actionsOnList(context: GraphContext, list: CommentListRow, figures: RowFigures) {
  const actor = signedIn(context);
  const actions = availableActions<typeof commentListWorkflow, RefusalCode>(commentListWorkflow, {
    state: list.status,
    relations: relationsToList(list, actor),
    facts: factsOfList(list, figures, actor.memberId, fourEyesOf(context)),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}
