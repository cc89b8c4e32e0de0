import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type OrderFacts, relationsTo, situationOf } from './order.access.ts';
import { findOrders, type OrderRow } from './order.rows.ts';
import { type OrderStatus, type OrderWorkflow, orderWorkflow } from './order.workflow.ts';

/** Which order, and on which version of it somebody acts. */
export interface OrderAct {
  readonly orderId: string;
  readonly expectedVersion: number;
}

/** An order that is locked, and where an action leads it. */
export interface ActedOrder {
  readonly order: OrderRow;
  readonly to: OrderStatus;
}

/**
 * Locks an order and asks the table whether the actor may do this to it now. Whoever it is nothing to gets `NOT_FOUND`. Runs in the
 * transaction that carries it out.
 */
export async function actOn(
  em: SqlEntityManager,
  context: GraphContext,
  { orderId, expectedVersion }: OrderAct,
  { facts, ...attempt }: { action: ActionOf<OrderWorkflow>; reason?: string | null; facts?: OrderFacts },
): Promise<Refusal | ActedOrder> {
  const [order] = await findOrders(em, [orderId], { lock: true });
  if (!order || (await relationsTo(context, order)).size === 0)
    return refuse('NOT_FOUND', { field: 'orderId' });
  const conflict = checkVersion(order.version, expectedVersion);
  if (conflict) return conflict;
  const decision = decide<OrderWorkflow, RefusalCode>(orderWorkflow, {
    ...(await situationOf(context, order, facts)),
    ...attempt,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  return { order, to: decision.to };
}

/** What the audit trail keeps of an act on an order. */
export function doneWith(order: OrderRow, status: OrderStatus, reason: string | null = null): Done {
  return {
    id: order.id,
    audit: {
      unitId: order.unitId,
      memberId: order.mode === 'SELF' ? order.payerMemberId : null,
      before: { status: order.status },
      after: { number: order.number, status },
      reason,
    },
  };
}
