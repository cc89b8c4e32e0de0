import { canSeeMember } from '@dang/reference/members';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { seatOf } from '../seat.ts';
import {
  type CommentItemRow,
  findItems,
  findItemsOf,
  type ItemChoice,
  type ItemPage,
} from './comment-item.rows.ts';
import { type CommentItemOrder, type ItemOrdering, latestFirst, orderingOf } from './item-order.ts';

interface PageWish {
  first?: number | null;
  after?: string | null;
}

const { cursorOf } = latestFirst;

/** Reads and checks the arguments of a page. */
export function readPage(
  wish: PageWish,
  ordering: ItemOrdering = latestFirst,
): { first: number; page: ItemPage } {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  return { first, page: { limit, after: after === null ? null : decodeCursor(after, ordering.shape) } };
}

/** A page of the items of a choice that the actor may see, latest first unless said otherwise. */
export async function itemsOf(
  context: GraphContext,
  choice: ItemChoice,
  wish: PageWish,
  order: CommentItemOrder = 'LATEST_FIRST',
): Promise<Connection<CommentItemRow>> {
  const ordering = orderingOf(order, context.clock.today());
  const { first, page } = readPage(wish, ordering);
  const rows = await findItems(context.em, await seatOf(context), choice, page, ordering);
  return connection(rows, first, ordering.cursorOf);
}

/** A page of the items of one member, or of one list, that the actor may see; batched. */
export async function itemsOfOwner(
  context: GraphContext,
  owner: 'memberId' | 'listId',
  id: string,
  wish: PageWish,
): Promise<Connection<CommentItemRow>> {
  const { first, page } = readPage(wish);
  const batch = `items by ${owner} ${JSON.stringify(page)}`;
  const loader = loaderOf(context, batch, async (ids: readonly string[]) => {
    const lists = await findItemsOf(context.em, await seatOf(context), owner, ids, page);
    return ids.map((each) => lists.get(each) ?? []);
  });
  return connection(await loader.load(id), first, cursorOf);
}

/** An item, or null when it is not there for the actor; batched. */
export function itemById(context: GraphContext, id: string): Promise<CommentItemRow | null> {
  return loaderOf(context, 'items', async (ids: readonly string[]) => {
    const choice = { where: 'item.id in (?)', values: [ids] };
    const rows = await findItems(context.em, await seatOf(context), choice, {
      limit: ids.length,
      after: null,
    });
    return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? null);
  }).load(id);
}

/** A member, or null when not the actor's to see; batched. */
export function visibleMember(context: GraphContext, id: string): Promise<{ id: string } | null> {
  return loaderOf(context, 'members', async (ids: readonly string[]) => {
    const visible = await canSeeMember(context.em, context.actor, ids, 'COMMENT_READ');
    return ids.map((wanted) => (visible.has(wanted) ? { id: wanted } : null));
  }).load(id);
}
