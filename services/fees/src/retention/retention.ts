import {
  type Forgetting,
  type Forgotten,
  keepsAuditTrail,
  type RetentionRule,
} from '@dang/service/retention';

/** What payment platforms told; the orders, postings and receipts that followed stay. */
async function forgetMessages({ em, endedBefore, limit }: Forgetting): Promise<Forgotten> {
  const gone = await em.execute<unknown[]>(
    `delete from provider_message where (provider, message_id) in (
       select provider, message_id from provider_message
       where received_at < ?::date::timestamp at time zone 'Asia/Ho_Chi_Minh' limit ?)
     returning 1 as gone`,
    [endedBefore, limit],
  );
  return { count: gone.length };
}

/** How long fees keeps what it holds (domain A35). Whatever proves a đồng stays: without it nobody could check the ledger again. */
export const feesRetention: readonly RetentionRule[] = [
  {
    record: 'TRANSACTIONS',
    what: 'Charges, orders, receipts, payouts, reconciliations and the ledger with its chains',
    keepMonths: null,
    leastMonths: 120,
    source: 'A35: at least 10 years',
  },
  {
    record: 'PLATFORM_MESSAGES',
    what: 'What payment platforms told, as it was told',
    keepMonths: 120,
    leastMonths: 120,
    source: 'A35',
    forget: forgetMessages,
  },
  keepsAuditTrail,
];
