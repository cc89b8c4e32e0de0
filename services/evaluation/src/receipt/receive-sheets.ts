import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { finishItem, openItem } from '../comment-item/item-act.ts';

/**
 * The workplace opens and files a sheet that has come (domain 7.3, step 12): the request is finished, the comment stands for the
 * year-end as received, and the list is complete when it was the last one. Needs the transaction of the mutation, in which all of
 * `among` are received. Refuses as
 * `openItem` does; a sheet that was received is not received again (`WRONG_STATE`), until a correction of it has come.
 */
export async function receiveSheet(
  em: SqlEntityManager,
  context: GraphContext,
  itemId: string,
  among: readonly string[],
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'RECEIVE', { itemId, among });
  if (isRefusal(act)) return act;
  const done = await finishItem(act);
  await em.execute('update year_end_comment set received_at = ? where item_id = ?', [
    context.clock.now(),
    itemId,
  ]);
  return done;
}
