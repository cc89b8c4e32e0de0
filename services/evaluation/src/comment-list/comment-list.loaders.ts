import { type GraphContext, loaderOf } from '@dang/service/context';
import { seatOf } from '../seat.ts';
import { type CampaignRow, type CommentListRow, findCampaigns, findLists } from './comment-list.rows.ts';

/** A list, or null when its unit is not in the scope of the actor's capacity; batched. */
export function commentListOf(context: GraphContext, id: string): Promise<CommentListRow | null> {
  return loaderOf(context, 'lists', async (ids: readonly string[]) => {
    const { scopeUnitId } = await seatOf(context);
    const rows = scopeUnitId ? await findLists(context.em, ids, scopeUnitId) : [];
    return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? null);
  }).load(id);
}

/** Every campaign, latest first; asked once a request. */
export function campaignsOf(context: GraphContext): Promise<CampaignRow[]> {
  return loaderOf(context, 'campaigns', (keys: readonly 'all'[]) =>
    Promise.all(keys.map(() => findCampaigns(context.em))),
  ).load('all');
}
