import { scopeUnitOf } from '@dang/access/actor';
import { subtreePath } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { refundHistory } from '../dossier-step/history.ts';
import type { Resolvers } from '../generated/graph.ts';
import { isInScope, signedIn } from '../order/order.access.ts';
import { visibleOrder } from '../order/order.resolvers.ts';
import type { OrderRow } from '../order/order.rows.ts';
import { findRefunds, findRefundsOfOrders, findWaitingRefunds, type RefundRow } from './refund.rows.ts';
import { actOnRefund, isRefundVisible, type RefundAct, refundSituation, requestRefund } from './refund.ts';
import { type RefundWorkflow, refundActionLabels, refundWorkflow } from './refund.workflow.ts';

/** How `mutate` reads a refund back: only for who may still see it. */
const loadRefund =
  (context: GraphContext) =>
  async (em: SqlEntityManager, id: string): Promise<RefundRow | null> => {
    const [refund] = await findRefunds(em, [id]);
    return refund && (await isRefundVisible(context, refund)) ? refund : null;
  };

/** The mutation that does one action of the table. */
const refundMutation =
  (name: string, action: ActionOf<RefundWorkflow>) =>
  (_: unknown, { input }: { input: RefundAct & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'refund', load: loadRefund(context) } as const;
    return mutate(context, call, (em) => actOnRefund(em, context, action, input));
  };

const cursorShape = z.tuple([z.guid()]);

async function actionsOf(refund: RefundRow, context: GraphContext) {
  const actions = availableActions<RefundWorkflow, RefusalCode>(
    refundWorkflow,
    await refundSituation(context, refund),
  );
  return actions
    .filter(({ action }) => action !== 'HAND_BACK' || refund.mode === 'CASH')
    .map((action) => ({
      ...action,
      reason: action.code && refusalMessage(action.code, context.language),
    }));
}

/** Refunds: asked for by one, decided by another. */
export const refundResolvers: Resolvers = {
  Query: {
    async waitingRefunds(_, { unitId, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, cursorShape)[0];
      const wanted = unitId ?? scopeUnitOf(signedIn(context), 'PAYMENT_REFUND_APPROVE');
      if (wanted === null || !(await isInScope(context, 'PAYMENT_REFUND_APPROVE', wanted))) return null;
      const path = await subtreePath(context.em, wanted);
      if (path === null) return null;
      const rows = await findWaitingRefunds(context.em, path, { after: place, limit });
      return connection(rows, first, ({ id }) => [id]);
    },
  },

  Mutation: {
    requestRefund(_, { input }, context) {
      const call = { name: 'requestRefund', input, field: 'refund', load: loadRefund(context) } as const;
      return mutate(context, call, (em) => requestRefund(em, context, input));
    },
    approveRefund: refundMutation('approveRefund', 'APPROVE'),
    rejectRefund: refundMutation('rejectRefund', 'REJECT'),
    reopenRefund: refundMutation('reopenRefund', 'REOPEN'),
    retryRefund: refundMutation('retryRefund', 'RETRY'),
    confirmCashReturned: refundMutation('confirmCashReturned', 'HAND_BACK'),
  },

  DuesOrder: {
    refunds: ({ id }: OrderRow, _, context) =>
      loaderOf<string, RefundRow[]>(context, 'refunds of orders', async (ids) => {
        const byOrder = Map.groupBy(await findRefundsOfOrders(context.em, ids), ({ orderId }) => orderId);
        return ids.map((each) => byOrder.get(each) ?? []);
      }).load(id),
  },

  DuesRefund: {
    order: ({ orderId }: RefundRow, _, context) => visibleOrder(context, orderId),
    requestedBy: ({ requestedBy }: RefundRow) => requestedBy?.name ?? null,
    decidedBy: ({ decidedBy }: RefundRow) => decidedBy?.name ?? null,
    availableActions: (refund: RefundRow, _, context) => actionsOf(refund, context),
    history: ({ id }: RefundRow, _, context) => historyOf(context, refundHistory, id, refundActionLabels),
  },
};
