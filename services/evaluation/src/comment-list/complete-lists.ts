import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Completes every list of which one of these items was the last to end: call it in the transaction that has ended them, after their
 * history is written. The list is complete at the moment of the last line of that history. Two items that end at once wait for each
 * other here, so that the second one sees both. Doing it again changes nothing.
 */
export async function completeLists(em: SqlEntityManager, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  // whoever ends another item of these lists at this moment goes first; the next statement then sees it
  const lists: { id: string }[] = await em.execute(
    `select id from comment_list
     where status = 'SENT' and id in (select list_id from comment_item where id = any(array[?]::uuid[]))
     order by id for update`,
    [itemIds],
  );
  if (lists.length === 0) return;
  await em.execute(
    `with done as (
       update comment_list list
       set status = 'COMPLETED', version = list.version + 1, completed_at = (
         select max(line.at) from comment_item_history line
         join comment_item item on item.id = line.item_id where item.list_id = list.id)
       where list.id = any(array[?]::uuid[]) and list.status = 'SENT'
         and not exists (select from comment_item item where item.list_id = list.id and item.closed_on is null)
       returning list.id, list.completed_at, list.unit_id)
     insert into comment_list_history (list_id, at, action, from_state, to_state, unit_id)
     select id, coalesce(completed_at, now()), 'COMPLETE', 'SENT', 'COMPLETED', unit_id from done`,
    [lists.map(({ id }) => id)],
  );
}
