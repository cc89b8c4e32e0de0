import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { LedgerAccount, LedgerKind } from './post.ts';

/** A posting as lists show it. */
export interface TransactionRow {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly bookedOn: string;
  readonly postedAt: string;
  readonly unitId: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly contentHash: string;
}

/** What to look for; `to` is exclusive, `after` the place of the last row seen. */
export interface LedgerWish {
  readonly unitIds: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: LedgerKind | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** The postings in the chains of these units, the latest day first; one statement. */
export async function findTransactions(em: SqlEntityManager, wish: LedgerWish): Promise<TransactionRow[]> {
  const [day, id] = wish.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  return em.execute(
    `select id, kind, booked_on as "bookedOn", posted_at as "postedAt", unit_id as "unitId", subject_id as "subjectId", reason,
       encode(content_hash, 'hex') as "contentHash"
     from ledger_transaction
     where unit_id = any(?::uuid[]) and (booked_on, id) < (?::date, ?::uuid)
       and booked_on >= coalesce(?::date, '-infinity') and booked_on < coalesce(?::date, 'infinity')
       and (?::ledger_kind is null or kind = ?::ledger_kind)
     order by booked_on desc, id desc limit ?`,
    [uuidArray(wish.unitIds), day, id, wish.from, wish.to, wish.kind, wish.kind, wish.limit],
  );
}

/** The sum of the debits of a posting, and its number in its chain. */
export interface TransactionFacts {
  readonly id: string;
  readonly total: string;
  readonly sealNumber: number | null;
}

/** What lists show of postings beside their rows, in no particular order; one statement. */
export async function findTransactionFacts(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<TransactionFacts[]> {
  return em.execute(
    `select asked.id, (select sum(amount) from ledger_entry where transaction_id = asked.id and amount > 0)::text as total,
       (select number::int from ledger_chain where row_id = asked.id) as "sealNumber"
     from unnest(?::uuid[]) as asked(id)`,
    [uuidArray(ids)],
  );
}

/** One side of a posting. */
export interface EntryRow {
  readonly transactionId: string;
  readonly line: number;
  readonly account: LedgerAccount;
  readonly unitId: string | null;
  readonly amount: string;
  readonly month: string | null;
  readonly memberId: string | null;
  readonly origin: string | null;
}

/** Up to `limit` entries of each posting after the line `after`, in the order of the ids; one statement. */
export async function findEntries(
  em: SqlEntityManager,
  ids: readonly string[],
  { after, limit }: { after: number; limit: number },
): Promise<EntryRow[][]> {
  const rows = await em.execute<EntryRow[]>(
    `select entry.*
     from unnest(?::uuid[]) as asked(id)
     cross join lateral (
       select transaction_id as "transactionId", line, account, unit_id as "unitId", amount, to_char(period, 'YYYY-MM') as month,
         member_id as "memberId", origin
       from ledger_entry where transaction_id = asked.id and line > ? order by line limit ?) as entry`,
    [uuidArray(ids), after, limit],
  );
  const lists = Map.groupBy(rows, ({ transactionId }) => transactionId);
  return ids.map((id) => lists.get(id) ?? []);
}
