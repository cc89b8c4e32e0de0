import { recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { itemsOf } from '../comment-item/comment-item.pages.ts';
import { commentListOf } from '../comment-list/comment-list.loaders.ts';
import type { CommentListRow } from '../comment-list/comment-list.rows.ts';
import type { Resolvers } from '../generated/graph.ts';
import { pathInScope, seatOf } from '../seat.ts';
import { type DeliveryRow, findDeliveries, findDeliveriesOf } from './delivery.rows.ts';
import { linkTo, withoutSheetOf } from './link.ts';

const cursorShape = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** What has come of a list to the unit of the actor's capacity; batched. */
function deliveryOf(context: GraphContext, listId: string): Promise<DeliveryRow | null> {
  return loaderOf(context, 'deliveries of lists', async (listIds: readonly string[]) => {
    const { chain } = await seatOf(context);
    const rows = chain.length > 0 ? await findDeliveriesOf(context.em, chain.join('.'), listIds) : [];
    return listIds.map((id) => rows.find((row) => row.listId === id) ?? null);
  }).load(listId);
}

const unitOf = ({ path }: DeliveryRow): string => path.slice(path.lastIndexOf('.') + 1);

/** Notes who was given the address of which archive, before it is given; all archives of a page are one statement. */
async function noteArchive(context: GraphContext, row: DeliveryRow): Promise<void> {
  await loaderOf(context, 'archives', async (asked: readonly DeliveryRow[]) => {
    const lines = asked.map((of) => ({
      action: 'readCommentArchive',
      subjectKind: 'commentList',
      subjectId: of.listId,
      unitId: unitOf(of),
      after: { number: of.listNumber, papers: of.papers },
    }));
    await recordAudit(context.em, lines, context);
    return asked.map(() => true);
  }).load(row);
}

/** What has come to the workplace: its lists with their sheets and reports, and all of one list as an archive. */
export const deliveryResolvers: Resolvers = {
  OrgUnit: {
    async commentDeliveries({ id }, { waitingOnly, ...wish }, context) {
      const { first, limit, after } = pageArgs(wish.first, wish.after);
      const place = after === null ? null : decodeCursor(after, cursorShape);
      const path = await pathInScope(context, id);
      if (path === null) return null;
      const rows = await findDeliveries(context.em, path, waitingOnly, { limit, after: place });
      return connection(rows, first, ({ sentAt, listId }) => [sentAt, listId]);
    },
  },
  CommentList: {
    delivery: ({ id }: CommentListRow, _, context) => deliveryOf(context, id),
  },
  CommentDelivery: {
    list: ({ listId }: DeliveryRow, _, context) => commentListOf(context, listId),
    sentAt: ({ sentAt }: DeliveryRow) => new Date(sentAt),
    items: ({ listId, path }: DeliveryRow, wish, context) =>
      itemsOf(
        context,
        { where: 'item.list_id = ? and workplace.path <@ ?::ltree', values: [listId, path] },
        wish,
      ),
    async archiveUrl(row: DeliveryRow, _, context) {
      if (row.papers === 0) return null;
      await noteArchive(context, row);
      const path = `${row.listId}/${unitOf(row)}/${withoutSheetOf(context)}`;
      return linkTo(context, `/files/evaluation/archives/${path}`);
    },
  },
};
