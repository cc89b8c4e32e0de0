import { recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { readsCovered } from './order.access.ts';
import type { OrderRow } from './order.rows.ts';

/**
 * Keeps which orders an inspection has read, before they are shown (T82): one line an order and request, all of a page in one
 * statement. Readable afterwards in the unit of the order. What others read in their own work leaves none.
 */
export async function noteOrderReads(
  context: GraphContext,
  orders: readonly Pick<OrderRow, 'id' | 'unitId' | 'payerMemberId'>[],
): Promise<void> {
  if (!readsCovered(context)) return;
  const byId = new Map(orders.map((order) => [order.id, order]));
  const loader = loaderOf<string, boolean>(context, 'order reads', async (ids) => {
    const lines = ids.map((id) => ({
      action: 'readDuesOrder',
      subjectKind: 'order',
      subjectId: id,
      unitId: byId.get(id)?.unitId ?? null,
      memberId: byId.get(id)?.payerMemberId ?? null,
    }));
    await recordAudit(context.em.fork(), lines, context);
    return ids.map(() => true);
  });
  await Promise.all(orders.map(({ id }) => loader.load(id)));
}
