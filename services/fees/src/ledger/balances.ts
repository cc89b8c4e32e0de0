import { horizon } from '@dang/events/horizon';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { uuidArray } from '../charging/charging.rows.ts';
import type { LedgerAccount } from './post.ts';

/**
 * Adds to the balances what was posted since, up to the first transaction that may still be open; answers how many
 * transactions. One statement; two at once wait for each other. Called by whoever folds the totals.
 */
export async function foldBalances(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ folded: number }>({
    name: 'fold_balances',
    text: `with place as materialized (
        select folded_to, ${horizon} as up_to from ledger_balance_place for update),
      settled as (
        select id from ledger_transaction, place where xid >= folded_to and xid < up_to),
      change as (
        select account, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid) as unit_id, sum(amount)::bigint as amount
        from settled join ledger_entry on transaction_id = settled.id group by 1, 2),
      added as (
        insert into ledger_balance as balance (account, unit_id, amount)
        select account, unit_id, amount from change where amount <> 0 order by 1, 2
        on conflict (account, unit_id) do update set amount = balance.amount + excluded.amount),
      moved as (
        update ledger_balance_place set folded_to = place.up_to from place where place.up_to > place.folded_to)
      select count(*)::int as folded from settled`,
  });
  return rows[0]?.folded ?? 0;
}

/**
 * What stands on an account for these units (null: for every unit), debit positive, by unit; a unit on whose account nothing
 * stands is left out. Exact at this moment: what is folded and what is not yet are read in one snapshot, whether or not anybody folds.
 */
export async function accountBalances(
  em: SqlEntityManager,
  account: LedgerAccount,
  unitIds: readonly string[] | null,
): Promise<Map<string, bigint>> {
  const wanted = unitIds && uuidArray(unitIds);
  const rows = await em.execute<{ unitId: string; amount: string }[]>(
    `select unit_id as "unitId", sum(amount)::text as amount
     from (
       select unit_id, amount from ledger_balance
       where account = ?::ledger_account and (?::uuid[] is null or unit_id = any(?::uuid[]))
       union all
       select entry.unit_id, entry.amount from ledger_transaction made
       join ledger_entry entry on entry.transaction_id = made.id
       where made.xid >= (select folded_to from ledger_balance_place) and entry.account = ?::ledger_account
         and (?::uuid[] is null or entry.unit_id = any(?::uuid[]))) as part
     group by unit_id having sum(amount) <> 0`,
    [account, wanted, wanted, account, wanted, wanted],
  );
  return new Map(rows.map(({ unitId, amount }) => [unitId, BigInt(amount)]));
}

/**
 * What is owed to these units (null: to every unit) and lies on the central account, to be paid out: positive, or negative after
 * a refund of what was paid out already. A unit to which nothing is owed is left out.
 */
export async function shareBalances(
  em: SqlEntityManager,
  unitIds: readonly string[] | null,
): Promise<Map<string, bigint>> {
  const balances = await accountBalances(em, 'UNIT_SHARE', unitIds);
  return new Map([...balances].map(([unitId, amount]) => [unitId, -amount]));
}
