import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { settleRefund } from '../refund/settle-refund.ts';

/** What a provider tells of a refund that we have ordered. */
export type ToldRefund = {
  provider: string;
  messageId: string;
  number: string;
  refundId: string;
} & ({ kind: 'REFUND_PAID' } | { kind: 'REFUND_FAILED'; reason: string });

/**
 * Settles a refund as the platform tells it; one that is settled already, or that nobody has approved, is left as it is
 * (`IGNORED`). The message is kept and counts once.
 */
export function tellRefund(
  em: SqlEntityManager,
  told: ToldRefund,
  { today }: { today: string },
): Promise<'REFUND_PAID' | 'REFUND_FAILED' | 'IGNORED' | 'REPEATED'> {
  const { provider, messageId, number, refundId, kind } = told;
  return em.transactional(async (inside) => {
    const [kept] = await inside.execute(
      `insert into provider_message (provider, message_id, kind, order_number, outcome)
       values (?, ?, 'REFUND', ?, ?) on conflict do nothing returning message_id`,
      [provider, messageId, number, kind],
    );
    if (!kept) return 'REPEATED';
    const end =
      told.kind === 'REFUND_PAID'
        ? ({ refundId, to: 'PAID', reason: null, today } as const)
        : ({ refundId, to: 'FAILED', reason: told.reason, today } as const);
    if (await settleRefund(inside, end)) return kind;
    await inside.execute(
      `update provider_message set outcome = 'IGNORED' where provider = ? and message_id = ?`,
      [provider, messageId],
    );
    return 'IGNORED';
  });
}
