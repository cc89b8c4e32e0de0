import { createHash } from 'node:crypto';
import type { ChainedTable } from '@dang/audit/chain';

/** An entry as it is hashed: amounts as digits, days `YYYY-MM-DD`; what does not apply is null. */
interface EntryContent {
  readonly line: number;
  readonly account: string;
  readonly unitId: string | null;
  readonly amount: string;
  readonly period: string | null;
  readonly memberId: string | null;
  readonly origin: string | null;
  readonly seq: number | null;
}

/** A transaction as it is hashed, its entries in the order of their lines. */
interface TransactionContent {
  readonly id: string;
  readonly kind: string;
  readonly bookedOn: string;
  readonly unitId: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly entries: readonly EntryContent[];
}

const entryText = ({ line, account, unitId, amount, period, memberId, origin, seq }: EntryContent): string =>
  [line, account, unitId ?? '', amount, period ?? '', memberId ?? '', origin ?? '', seq ?? ''].join(',');

/**
 * The hash of what a transaction says, made here from what is stored and by `ledger_content_hash` where it is written: two
 * computations that know nothing of each other.
 */
export function ledgerContentHash(content: TransactionContent): Buffer {
  const { id, kind, bookedOn, unitId, subjectId, reason, entries } = content;
  const said = reason === null ? '-' : `+${reason}`;
  const text = [
    'ledger 1',
    id,
    kind,
    bookedOn,
    unitId,
    subjectId,
    entries.map(entryText).join(';'),
    said,
  ].join('|');
  return createHash('sha256').update(text).digest();
}

/** The chain over the ledger: one a unit. */
export const ledgerChain: ChainedTable = {
  name: 'ledger',
  table: 'ledger_transaction',
  chainOf: 'ledger_transaction.unit_id',
  columns: `ledger_transaction.id as "transactionId", ledger_transaction.kind,
    to_char(ledger_transaction.booked_on, 'YYYY-MM-DD') as "bookedOn", ledger_transaction.unit_id as "unitId",
    ledger_transaction.subject_id as "subjectId", ledger_transaction.reason,
    (select coalesce(json_agg(json_build_object('line', line, 'account', account, 'unitId', entry.unit_id, 'amount', amount::text,
        'period', to_char(period, 'YYYY-MM-DD'), 'memberId', member_id, 'origin', origin, 'seq', seq) order by line), '[]')
      from ledger_entry entry where entry.transaction_id = ledger_transaction.id) as entries`,
  hashOf: ({ transactionId, ...row }) =>
    ledgerContentHash({ ...row, id: transactionId } as TransactionContent),
  writtenAt: 'ledger_transaction.posted_at',
};
