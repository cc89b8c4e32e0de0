import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers } from '../generated/graph.ts';
import { pathInScope, seatOf } from '../seat.ts';
import { itemsOf } from './comment-item.pages.ts';
import { awaitedStates, type CommentItemState } from './comment-item.workflow.ts';

interface DeskCount {
  readonly status: CommentItemState;
  readonly items: number;
  readonly overdue: number;
}

/** What waits for a unit by state, in the order of the table; `today` is `YYYY-MM-DD`. */
const countDesk = (em: SqlEntityManager, unitId: string, today: string): Promise<DeskCount[]> =>
  em.execute(
    `select status, count(*)::int as items,
       count(*) filter (where due_on < ?::date and status = any(array[?]::text[]))::int as overdue
     from comment_item where waiting_unit_id = ? group by status order by status`,
    [today, awaitedStates, unitId],
  );

/** Counted once a request. */
const countsOf = (context: GraphContext, unitId: string): Promise<DeskCount[]> =>
  loaderOf(context, 'counts of the desk', (unitIds: readonly string[]) =>
    Promise.all(unitIds.map((id) => countDesk(context.em, id, context.clock.today()))),
  ).load(unitId);

export const deskResolvers: Resolvers = {
  Query: {
    async commentDesk(_, __, context) {
      const { scopeUnitId: unitId } = await seatOf(context);
      const known = unitId !== null && (await pathInScope(context, unitId)) !== null;
      return known ? { unitId } : null;
    },
  },
  CommentDesk: {
    unit: ({ unitId }: { unitId: string }) => ({ id: unitId }),
    counts: ({ unitId }: { unitId: string }, _, context) => countsOf(context, unitId),
    overdue: async ({ unitId }: { unitId: string }, _, context) =>
      (await countsOf(context, unitId)).reduce((sum, { overdue }) => sum + overdue, 0),
    items({ unitId }: { unitId: string }, { statuses, ...wish }, context) {
      const choice = statuses
        ? {
            where: 'item.waiting_unit_id = ? and item.status = any(array[?]::text[])',
            values: [unitId, statuses],
          }
        : { where: 'item.waiting_unit_id = ?', values: [unitId] };
      return itemsOf(context, choice, wish, 'OVERDUE_FIRST');
    },
  },
};
