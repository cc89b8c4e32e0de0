import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actedByText } from '../dossier-step/acted-by.ts';
import type { OrderStatus } from './order.workflow.ts';

/** What was done to an order, by whom and why. Without an actor the system did it. */
export interface OrderStep {
  readonly action: string;
  readonly from: OrderStatus | null;
  readonly actor: Actor | null;
  readonly at: Date;
  readonly reason?: string | null;
}

/** Keeps a step in the history of an order, and tells everybody where it stands. Call it after the order is written. */
export async function keepOrderStep(em: SqlEntityManager, orderId: string, step: OrderStep): Promise<void> {
  await em.execute(
    `insert into order_step (order_id, at, action, from_status, to_status, actor, reason)
     select id, ?, ?, ?::order_status, status, ?::jsonb, ? from payment_order where id = ?`,
    [step.at, step.action, step.from, actedByText(step.actor), step.reason ?? null, orderId],
  );
  const [data] = await em.execute<(typeof DossierStateChanged)['example'][]>(
    `select id as "dossierId", version, 'DUES_PAYMENT' as procedure, number, unit_id as "unitId", status as state,
       case mode when 'CASH' then 'PAPER' else 'ONLINE' end as channel, initiated_on as "openedOn",
       (ended_at at time zone 'Asia/Ho_Chi_Minh')::date as "closedOn",
       (expires_at at time zone 'Asia/Ho_Chi_Minh')::date as "dueOn", payer_member_id as "memberId"
     from payment_order where id = ?`,
    [orderId],
  );
  if (!data) throw new Error(`there is no order ${orderId}`);
  const event = { aggregateId: orderId, version: data.version, data };
  await recordEvents(em, DossierStateChanged, [event], { actor: step.actor, service: 'fees' });
}
