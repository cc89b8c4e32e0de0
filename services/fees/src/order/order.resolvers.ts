import { scopeUnitOf } from '@dang/access/actor';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { type HistoryRow, historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { isRefusal, type RefusalCode, refusalMessage, refuse } from '@dang/service/refusal';
import { amountInWords } from '@dang/vietnam/amount-in-words';
import { maskDigits } from '@dang/vietnam/identifiers';
import { availableActions } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { orderHistory } from '../dossier-step/history.ts';
import { feesEnvironment } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { cancelOrder, noteCheckout, notStarted, openCheckout } from './checkout.ts';
import { isInScope, readsCovered, relationsTo, signedIn, situationOf } from './order.access.ts';
import {
  findOrderId,
  findOrderLines,
  findOrderSummaries,
  findOrders,
  findOwnOrders,
  findUnitOrders,
  type OrderLineRow,
  type OrderPage,
  type OrderRow,
  type OrderSummary,
} from './order.rows.ts';
import { formLabels, type OrderMode, readReturnUrl, waitingStatuses } from './order.rules.ts';
import { type OrderStatus, type OrderWorkflow, orderActionLabels, orderWorkflow } from './order.workflow.ts';
import { noteOrderReads } from './order-reads.ts';
import { readOrderText } from './order-search.rules.ts';
import { payDues, payForBranch } from './pay.ts';

/** The order by its id, for who may see it: everybody else gets null. Asked once for all orders of a request. */
export async function visibleOrder(context: GraphContext, id: string): Promise<OrderRow | null> {
  const order = await loaderOf<string, OrderRow | null>(context, 'orders', async (ids) => {
    const known = new Map((await findOrders(context.em, ids)).map((row) => [row.id, row]));
    return ids.map((each) => known.get(each) ?? null);
  }).load(id);
  if (!order || (await relationsTo(context, order)).size === 0) return null;
  await noteOrderReads(context, [order]);
  return order;
}

/** How `mutate` reads an order back: only for who may still see it. */
export const loadOrder =
  (context: GraphContext) =>
  (_em: SqlEntityManager, id: string): Promise<OrderRow | null> =>
    visibleOrder(context, id);

const cursorShape = z.tuple([z.iso.datetime(), z.guid()]);

interface ListWish {
  text?: string | null;
  status?: OrderStatus | null;
  first?: number | null;
  after?: string | null;
}

async function pageOf(wish: ListWish, find: (page: OrderPage) => Promise<OrderRow[]>) {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const place = after === null ? null : decodeCursor(after, cursorShape);
  const text = readOrderText(wish.text);
  const rows = await find({ text, status: wish.status ?? null, after: place, limit });
  return connection(rows, first, ({ placedAt, id }) => [placedAt, id]);
}

const branchModes: readonly OrderMode[] = ['BRANCH', 'CASH'];

function summaryOf(context: GraphContext, { id }: OrderRow): Promise<OrderSummary> {
  return loaderOf<string, OrderSummary>(context, 'order summaries', async (ids) => {
    const known = new Map((await findOrderSummaries(context.em, ids)).map((row) => [row.orderId, row]));
    return ids.map((each) => known.get(each) ?? { orderId: each, lines: 0, members: 0, months: [] });
  }).load(id);
}

const isWaiting = ({ status }: OrderRow): boolean => waitingStatuses.includes(status);
const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

async function actionsOf(order: OrderRow, context: GraphContext) {
  return availableActions<OrderWorkflow, RefusalCode>(orderWorkflow, await situationOf(context, order))
    .filter(({ action }) => (order.mode === 'CASH') === action.endsWith('_CASH'))
    .map((action) => ({
      ...action,
      reason: action.code && refusalMessage(action.code, context.language),
    }));
}

/** The history names the reference of a payment that came twice: covered like the order's own. */
const coveredStep = (step: HistoryRow, context: GraphContext): HistoryRow =>
  step.action === 'RECEIVE_DUPLICATE' && step.reason !== null && readsCovered(context)
    ? { ...step, reason: maskDigits(step.reason) }
    : step;

/** Orders: lists as plain rows, acts by the table. */
export const orderResolvers: Resolvers = {
  Query: {
    async myDuesOrders(_, args, context) {
      const { memberId } = signedIn(context);
      if (memberId === null) return null;
      return pageOf(args, (page) => findOwnOrders(context.em, memberId, page));
    },

    async duesOrders(_, { unitId, mode, ...args }, context) {
      const wanted = unitId ?? scopeUnitOf(signedIn(context), 'DUES_READ');
      pageArgs(args.first, args.after);
      if (wanted === null || !(await isInScope(context, 'DUES_READ', wanted))) return null;
      const page = await pageOf(args, (wish) =>
        findUnitOrders(context.em, wanted, mode ? [mode] : branchModes, wish),
      );
      await noteOrderReads(
        context,
        page.edges.map(({ node }) => node),
      );
      return page;
    },

    async duesOrder(_, { id, number }, context) {
      const wanted = id ?? (number ? await findOrderId(context.em, number) : null);
      return wanted && visibleOrder(context, wanted);
    },
  },

  Mutation: {
    payDues(_, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'payDues',
        input,
        field: 'order',
        load: loadOrder(context),
        keepKey: 'FOREVER',
      } as const;
      return mutate(context, call, (em) => payDues(em, context, actor, input));
    },
    payForBranch(_, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'payForBranch',
        input,
        field: 'order',
        load: loadOrder(context),
        keepKey: 'FOREVER',
      } as const;
      return mutate(context, call, (em) => payForBranch(em, context, actor, input));
    },
    async openCheckout(_, { input }, context) {
      const call = { name: 'openCheckout', input, field: 'order', load: loadOrder(context) } as const;
      const returnUrl = readReturnUrl(input.returnUrl, {
        production: context.environment.NODE_ENV === 'production',
        origins: feesEnvironment(context.environment).PAYMENT_RETURN_ORIGINS,
      });
      const checkout =
        returnUrl === null
          ? refuse('INVALID_INPUT', { field: 'returnUrl' })
          : await openCheckout(context, input.orderId, returnUrl);
      return mutate(context, call, async (em) =>
        isRefusal(checkout) ? checkout : noteCheckout(em, context, input, checkout),
      );
    },
    async cancelDuesOrder(_, { input }, context) {
      const call = { name: 'cancelDuesOrder', input, field: 'order', load: loadOrder(context) } as const;
      const isNotStarted = await notStarted(context, input.orderId);
      return mutate(context, call, (em) => cancelOrder(em, context, input, isNotStarted));
    },
  },

  DuesOrder: {
    __resolveReference: ({ id }, context) => visibleOrder(context, id),
    unit: ({ unitId }: OrderRow) => ({ id: unitId }),
    formLabel: ({ mode }: OrderRow) => formLabels[mode],
    payer: ({ payerMemberId }: OrderRow) => ({ id: payerMemberId }),
    totalInWords: ({ total }: OrderRow) => amountInWords(BigInt(total)),
    lineCount: async (order: OrderRow, _, context) => (await summaryOf(context, order)).lines,
    memberCount: async (order: OrderRow, _, context) => (await summaryOf(context, order)).members,
    months: async (order: OrderRow, _, context) => [...(await summaryOf(context, order)).months],
    async lines({ id }: OrderRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? 0 : decodeCursor(after, z.tuple([z.int()]))[0];
      const lines = await loaderOf<string, OrderLineRow[]>(
        context,
        `order lines, ${limit} after ${place}`,
        async (ids) => {
          const lists = await findOrderLines(context.em, ids, { after: place, limit });
          return ids.map((each) => lists.get(each) ?? []);
        },
      ).load(id);
      return connection(lines, first, ({ line }) => [line]);
    },
    initiatedAt: ({ initiatedAt }: OrderRow) => new Date(initiatedAt),
    dueAt: ({ expiresAt }: OrderRow) => new Date(expiresAt),
    overdue: (order: OrderRow, _, { clock }) => isWaiting(order) && new Date(order.expiresAt) < clock.now(),
    checkoutUrl: async (order: OrderRow, _, context) =>
      order.status === 'PROCESSING' && (await relationsTo(context, order)).has('PAYER')
        ? order.checkoutUrl
        : null,
    method: ({ method }: OrderRow) => method as never,
    paidAt: ({ paidAt }: OrderRow) => moment(paidAt),
    providerRef: ({ providerRef }: OrderRow, _, context) =>
      providerRef !== null && readsCovered(context) ? maskDigits(providerRef) : providerRef,
    recordedBy: ({ recordedBy }: OrderRow) => recordedBy?.name ?? null,
    confirmedBy: ({ confirmedBy }: OrderRow) => confirmedBy?.name ?? null,
    availableActions: (order: OrderRow, _, context) => actionsOf(order, context),
    async history({ id }: OrderRow, _, context) {
      const steps = await historyOf(context, orderHistory, id, orderActionLabels);
      return steps.map((step) => coveredStep(step, context));
    },
  },

  DuesOrderLine: {
    member: ({ memberId }: OrderLineRow) => ({ id: memberId }),
    month: ({ period }: OrderLineRow) => period,
    branch: ({ branchId }: OrderLineRow) => ({ id: branchId }),
  },
};
