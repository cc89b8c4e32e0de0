import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { RefusalCode } from '@dang/service/refusal';
import type { Situation } from '@dang/workflow/decide';
import type { GuardOf } from '@dang/workflow/workflow';
import { findOrdersOf, type OrderRow } from './order.rows.ts';
import type { OrderWorkflow } from './order.workflow.ts';

/** The actor of a request that reached a door for people who are signed in. */
export function signedIn({ actor }: GraphContext): Actor {
  if (actor === null) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

/** Whether the unit lies where the actor's capacity holds the permission; asked once for all units of a request. */
export function isInScope(context: GraphContext, permission: Permission, unitId: string): Promise<boolean> {
  return loaderOf(context, `units in the scope of ${permission}`, async (unitIds: readonly string[]) => {
    const scope = context.actor && scopeUnitOf(context.actor, permission);
    const within = scope ? await withinScope(context.em, unitIds, scope) : new Set();
    return unitIds.map((id) => within.has(id));
  }).load(unitId);
}

/** What somebody is to an order; empty: it is not there for them. */
export type OrderRelation = 'PAYER' | 'COLLECTOR' | 'READER';

/**
 * An order for oneself belongs to the member; one of a branch to whoever collects there now. Who may read dues in the unit may
 * look at both.
 */
export async function relationsTo(
  context: GraphContext,
  order: Pick<OrderRow, 'mode' | 'unitId' | 'payerMemberId'>,
): Promise<ReadonlySet<OrderRelation>> {
  const relations = new Set<OrderRelation>();
  const { actor } = context;
  if (actor === null) return relations;
  if (order.mode === 'SELF') {
    if (actor.memberId === order.payerMemberId) relations.add('PAYER').add('READER');
  } else if (await isInScope(context, 'DUES_COLLECT', order.unitId)) {
    relations.add(order.mode === 'CASH' ? 'COLLECTOR' : 'PAYER').add('READER');
  }
  if (await isInScope(context, 'DUES_READ', order.unitId)) relations.add('READER');
  return relations;
}

/** Inspection reads who paid what; by which account and reference is covered (T82). */
export const readsCovered = ({ actor }: GraphContext): boolean =>
  actor?.capacity?.role === 'INSPECTION_OFFICER';

/** Facts that only the act itself knows. */
export type OrderFacts = Partial<Record<GuardOf<OrderWorkflow>, true | RefusalCode>>;

/** Are some of the dues in this order the actor's own? Asked once for all orders of a request. */
export function holdsOwnDues(context: GraphContext, orderId: string): Promise<boolean> {
  return loaderOf(context, 'orders with dues of the actor', async (ids: readonly string[]) => {
    const own = await findOrdersOf(context.em, ids, context.actor?.memberId ?? null);
    return ids.map((id) => own.has(id));
  }).load(orderId);
}

/** What the table is asked about an order. Whether the payer has begun at the platform is only known when it is asked. */
export async function situationOf(
  context: GraphContext,
  order: OrderRow,
  facts: OrderFacts = {},
): Promise<Situation<OrderWorkflow, RefusalCode>> {
  const actor = signedIn(context);
  return {
    state: order.status,
    relations: await relationsTo(context, order),
    facts: {
      notStarted: true,
      secondPerson: isRecorder(order, actor) ? 'SECOND_PERSON_REQUIRED' : true,
      notOwnCase: order.mode === 'CASH' && (await holdsOwnDues(context, order.id)) ? 'OWN_CASE' : true,
      ...facts,
    },
    stepUpFresh: signInIsFresh(actor, new Date()),
  };
}

const isRecorder = ({ recordedBy }: OrderRow, { accountId, memberId }: Actor): boolean =>
  recordedBy !== null && (recordedBy.accountId === accountId || recordedBy.memberId === memberId);
