import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findRefundSentAs, findRefunds } from './refund.rows.ts';
import { refundWorkflow } from './refund.workflow.ts';
import { stepRefund } from './refund-steps.ts';

/** What the platform says of a refund that it was told to pay, by the id that it knows; `reason` of a failure. `today` is the business day. */
export interface RefundOutcome {
  readonly refundId: string;
  readonly to: 'INSTRUCTED' | 'PAID' | 'FAILED';
  readonly reason: string | null;
  readonly today: string;
  /** The moment, by the business clock. */
  readonly at?: Date;
}

const actions = { INSTRUCTED: 'SEND', PAID: 'SETTLE', FAILED: 'FAIL' } as const;

/**
 * Notes what the platform says of a refund, from its answer or a callback, in any order and any number of times. Answers whether that
 * was news: what is paid stays paid, and what nobody approved is left as it is. Needs a transaction.
 */
export async function settleRefund(
  em: SqlEntityManager,
  { refundId, to, reason, today, at = new Date() }: RefundOutcome,
): Promise<boolean> {
  const known = await findRefundSentAs(em, refundId);
  const [refund] = known === null ? [] : await findRefunds(em, [known], { lock: true });
  const action = actions[to];
  const from: readonly string[] = refundWorkflow.transitions
    .filter((row) => row.action === action)
    .flatMap((row) => [...row.from]);
  if (!refund || !from.includes(refund.status)) return false;
  await stepRefund(em, refund, {
    action,
    to,
    actor: null,
    today,
    at,
    reason: to === 'FAILED' ? reason : null,
  });
  return true;
}
