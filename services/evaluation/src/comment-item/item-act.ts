import { type Actor, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { completeLists } from '../comment-list/complete-lists.ts';
import { seatAt } from '../seat.ts';
import { type CommentItemRow, findItems } from './comment-item.rows.ts';
import { factsOf, relationsTo, standpointOn } from './comment-item.rules.ts';
import {
  type CommentItemAction,
  type CommentItemState,
  closedStates,
  commentItemWorkflow,
} from './comment-item.workflow.ts';
import { publishItemStates } from './item-state.events.ts';

const REASON_LIMIT = 2_000;

/** What an act on one item is given. Acts on many at once name no version: their lock and the table decide. */
export interface ItemAttempt {
  readonly itemId: string;
  readonly expectedVersion?: number;
  readonly reason?: string | null;
  /** All items that are acted on in this transaction, where there are several. */
  readonly among?: readonly string[];
}

/** An act that the table allows, while its item is locked. */
export interface ItemAct {
  readonly em: SqlEntityManager;
  readonly context: GraphContext;
  readonly actor: Actor;
  readonly action: CommentItemAction;
  /** As it was before the act. */
  readonly item: CommentItemRow;
  readonly to: CommentItemState;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly reason: string | null;
}

/** What ends an item may complete its list. */
const closingActions: ReadonlySet<CommentItemAction> = new Set(
  commentItemWorkflow.transitions.flatMap(({ action, to }) =>
    to.some((state) => closedStates.includes(state)) ? [action] : [],
  ),
);

/**
 * Lists are locked before items, and all of a transaction in one order: whoever ends items then never waits for somebody who waits
 * for them.
 */
const lockLists = (em: SqlEntityManager, itemIds: readonly string[]) =>
  em.execute(
    `select from comment_list where id in (select list_id from comment_item where id = any(array[?]::uuid[]))
     order by id for update`,
    [itemIds],
  );

/**
 * Locks an item, looks at it from where the actor stands and asks the table. Needs the transaction of `mutate`. Refuses
 * `NOT_FOUND` for what is not there for them, `VERSION_CONFLICT` where a version is named, then as the table does; a
 * reason has at most 2,000 characters. `target` says what follows where the table leaves a choice.
 */
export async function openItem(
  em: SqlEntityManager,
  context: GraphContext,
  action: CommentItemAction,
  { itemId, expectedVersion, reason: given, among = [itemId] }: ItemAttempt,
  target?: (item: CommentItemRow) => CommentItemState,
): Promise<Refusal | ItemAct> {
  const { actor, clock } = context;
  if (!actor) throw new Error('a mutation without an actor');
  if (closingActions.has(action)) await lockLists(em, among);
  await em.execute('select from comment_item where id = ? for update', [itemId]);
  const seat = await seatAt(em, actor);
  const choice = { where: 'item.id = ?', values: [itemId] };
  const [item] = await findItems(em, seat, choice, { limit: 1, after: null });
  if (!item) return refuse('NOT_FOUND', { field: 'itemId' });
  if (expectedVersion !== undefined) {
    const conflict = checkVersion(item.version, expectedVersion);
    if (conflict) return conflict;
  }
  const reason = tidyText(given ?? '') || null;
  const decision = decide<typeof commentItemWorkflow, RefusalCode>(commentItemWorkflow, {
    state: item.status,
    action,
    relations: relationsTo(item, standpointOn(item, seat)),
    facts: factsOf(item, actor.memberId),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
    ...(target && { to: () => target(item) }),
  });
  if (decision.refusal !== undefined)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  return { em, context, actor, action, item, to: decision.to, today: clock.today(), reason };
}

/** A step by which an item comes from one state into another; without an actor the system took it. */
interface ItemStep {
  readonly item: CommentItemRow;
  readonly action: CommentItemAction;
  readonly from: CommentItemState;
  readonly to: CommentItemState;
  readonly actor: Actor | null;
  readonly reason: string | null;
}

async function takeStep(
  { em, context, today }: Pick<ItemAct, 'em' | 'context' | 'today'>,
  { item, action, from, to, actor, reason }: ItemStep,
  set: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const now = context.clock.now();
  const changed = { closed_on: closedStates.includes(to) ? today : null, updated_at: now, ...set };
  const columns = Object.keys(changed).map((column) => `, ${column} = ?`);
  await em.execute(
    `with line as (
       insert into comment_item_history (item_id, at, action, from_state, to_state, by_name, by_title, unit_id, reason)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     )
     update comment_item set version = version + 1, status = ?${columns.join('')} where id = ?`,
    [
      item.id,
      now,
      action,
      from,
      to,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason,
      to,
      ...Object.values(changed),
      item.id,
    ],
  );
}

/**
 * Does what the table has allowed: writes the state with what the act changes beside it (`set`, column by column; a closed item is
 * closed today unless it says otherwise), one more version and a line of history; the last item that ends completes its list. `then` is
 * a step that the system takes at once. Whoever calls it tells where the items stand now, of many at once (`publishItemStates`).
 */
export async function moveItem(
  act: ItemAct,
  set: Readonly<Record<string, unknown>> = {},
  then: { readonly action: CommentItemAction; readonly to: CommentItemState } | null = null,
): Promise<Done> {
  const { em, actor, item, action, to, reason } = act;
  await takeStep(act, { item, action, from: item.status, to, actor, reason }, set);
  if (then) await takeStep(act, { item, ...then, from: to, actor: null, reason: null });
  if (closedStates.includes(to)) await completeLists(em, [item.id]);
  const unitId = actor.capacity?.unitId ?? item.workplaceUnitId;
  const after = { status: then?.to ?? to };
  return {
    id: item.id,
    audit: { unitId, memberId: item.memberId, before: { status: item.status }, after, reason },
  };
}

/** `moveItem` for one item, told to everybody in the same transaction. */
export async function finishItem(...[act, ...how]: Parameters<typeof moveItem>): Promise<Done> {
  const done = await moveItem(act, ...how);
  await publishItemStates(act.em, act.context.service, [act.item.id]);
  return done;
}
