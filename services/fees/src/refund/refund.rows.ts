import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { ActedBy } from '../dossier-step/acted-by.ts';
import type { OrderMode } from '../order/order.rules.ts';
import type { RefundStatus } from './refund.workflow.ts';

/** A refund with what is needed of its order; days are `YYYY-MM-DD`, the amount whole đồng as text. */
export interface RefundRow {
  readonly id: string;
  readonly version: number;
  readonly orderId: string;
  readonly kind: 'PAYMENT' | 'DUPLICATE';
  readonly status: RefundStatus;
  readonly providerRef: string | null;
  readonly amount: string;
  readonly reason: string;
  readonly requestedBy: ActedBy | null;
  readonly decidedBy: ActedBy | null;
  readonly requestedOn: string;
  readonly decidedOn: string | null;
  readonly paidOn: string | null;
  readonly failure: string | null;
  readonly number: string;
  readonly unitId: string;
  readonly mode: OrderMode;
  readonly payerMemberId: string;
  /** By which id the platform knows it. */
  readonly sentAs: string;
}

const columns = `refund.id, refund.version, refund.order_id as "orderId", refund.kind, refund.status,
  coalesce(refund.provider_ref, placed.provider_ref) as "providerRef", refund.amount, refund.reason,
  refund.requested_by as "requestedBy", refund.decided_by as "decidedBy", refund.requested_on as "requestedOn",
  refund.decided_on as "decidedOn", refund.paid_on as "paidOn", refund.failure, placed.number, placed.unit_id as "unitId",
  placed.mode, placed.payer_member_id as "payerMemberId", coalesce(refund.sent_as, refund.id) as "sentAs"`;

const from = 'from refund join payment_order placed on placed.id = refund.order_id';

/** Refunds by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findRefunds(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<RefundRow[]> {
  return em.execute(
    `select ${columns} ${from} where refund.id = any(?::uuid[]) ${lock ? 'for update of refund' : ''}`,
    [uuidArray(ids)],
  );
}

/** The id of the refund that the platform knows by this one. */
export async function findRefundSentAs(em: SqlEntityManager, sentAs: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    'select id from refund where coalesce(sent_as, id) = ?::uuid',
    [sentAs],
  );
  return row?.id ?? null;
}

/** The refunds of these orders, the first one first; one query for all of them. */
export async function findRefundsOfOrders(
  em: SqlEntityManager,
  orderIds: readonly string[],
): Promise<RefundRow[]> {
  return em.execute(
    `select ${columns} ${from} where refund.order_id = any(?::uuid[]) order by refund.order_id, refund.id`,
    [uuidArray(orderIds)],
  );
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What waits for people in a subtree, longest waiting first: refunds to decide, notes to hand back, and what failed. */
export async function findWaitingRefunds(
  em: SqlEntityManager,
  path: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<RefundRow[]> {
  return em.execute(
    `select ${columns} ${from} join unit_copy unit on unit.id = placed.unit_id
     where refund.status not in ('REJECTED', 'PAID') and (refund.status in ('REQUESTED', 'FAILED')
         or (refund.status = 'APPROVED' and placed.mode = 'CASH'))
       and unit.path <@ ?::ltree and refund.id > ?::uuid
     order by refund.id limit ?`,
    [path, after ?? FIRST_ID, limit],
  );
}

/**
 * Refunds that the platform has to be told of or asked about: those it was never asked about first, then those longest ago, so that
 * none stands in the way of the others.
 */
export async function findRefundsToSend(em: SqlEntityManager, limit: number): Promise<RefundRow[]> {
  return em.execute(
    `select ${columns} ${from}
     where refund.status in ('APPROVED', 'INSTRUCTED') and placed.mode <> 'CASH'
     order by refund.asked_at nulls first, refund.id limit ?`,
    [limit],
  );
}

/** Notes that the platform is asked about a refund now, whatever it answers. */
export const noteAsked = (em: SqlEntityManager, id: string): Promise<unknown> =>
  em.execute('update refund set asked_at = now() where id = ?', [id]);
