import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The accounts; what each means stands in `migrations/ledger-tables.ts`. */
export type LedgerAccount =
  | 'CENTRAL_BANK'
  | 'BRANCH_CASH'
  | 'UNIT_SHARE'
  | 'UNFUNDED_SHARE'
  | 'PAYOUT_IN_TRANSIT'
  | 'REFUND_PAYABLE'
  | 'UNMATCHED_RECEIPT';

/** Why money moves between accounts. Of every kind but `ADJUSTMENT` a subject has at most one transaction. */
export type LedgerKind =
  | 'PAYMENT'
  | 'CASH_PAYMENT'
  | 'REMITTANCE'
  | 'DUPLICATE_RECEIPT'
  | 'REFUND'
  | 'REFUND_PAID'
  | 'PAYOUT_INSTRUCTED'
  | 'PAYOUT_SETTLED'
  | 'PAYOUT_FAILED'
  | 'ADJUSTMENT';

/** One side of a transaction: whole đồng, debit positive, credit negative. Accounts of units name the unit. */
export interface PostedEntry {
  readonly account: LedgerAccount;
  readonly unitId?: string | null;
  readonly amount: bigint;
  /** The charge that it belongs to, where it belongs to one; `period` is a month `YYYY-MM`. */
  readonly period?: string | null;
  readonly memberId?: string | null;
  readonly origin?: 'REGULAR' | 'ARREARS_ADJUSTMENT' | 'VOLUNTARY' | null;
  readonly seq?: number | null;
}

export interface PostedTransaction {
  readonly kind: LedgerKind;
  /** The unit whose chain it joins: that of the order, the payout, the branch. */
  readonly unitId: string;
  /** What it is about: the id of the order, refund, payout attempt, remittance or reconciliation. */
  readonly subjectId: string;
  /** The day of business `YYYY-MM-DD`. */
  readonly bookedOn: string;
  readonly reason?: string | null;
  readonly entries: readonly PostedEntry[];
}

/**
 * Posts a balanced transaction and answers its id. Entries of 0 are left out. Needs a transaction of the database; the database
 * refuses what does not add up to 0, an account without its unit, and a second posting of the kind for the subject.
 */
export async function postTransaction(em: SqlEntityManager, posted: PostedTransaction): Promise<string> {
  if (!em.isInTransaction()) throw new Error(`${posted.kind} must be posted inside a transaction`);
  const entries = posted.entries
    .filter(({ amount }) => amount !== 0n)
    .map((entry) => ({
      ...entry,
      amount: entry.amount.toString(),
      period: entry.period ? `${entry.period}-01` : null,
    }));
  const [made] = await em.execute<{ id: string }[]>(
    'select post_transaction(?::ledger_kind, ?, ?, ?, ?, ?::jsonb) as id',
    [
      posted.kind,
      posted.unitId,
      posted.subjectId,
      posted.bookedOn,
      posted.reason ?? null,
      JSON.stringify(entries),
    ],
  );
  if (!made) throw new Error(`${posted.kind} of ${posted.subjectId} was not posted`);
  return made.id;
}
