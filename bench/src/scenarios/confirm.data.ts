import { definition } from '@dang/fees/definition';
import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { Client } from 'pg';
import { connected } from './import.data.ts';

/** Hà Nội in its wards and branches; a ward has 119 of them. */
const WARDS = 126;
const BRANCHES = 15_000;
const BRANCHES_OF_A_WARD = Math.floor(BRANCHES / WARDS);

const idSql = (kind: string, n: string) =>
  `('0198000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** From the Centre down to a branch, as ids in SQL. */
const pathSql = [
  idSql('7', '0'),
  idSql('6', '0'),
  idSql('5', `(branch / 5 * 5) / ${BRANCHES_OF_A_WARD}`),
  idSql('4', 'branch / 5'),
  idSql('3', 'branch'),
];

/** The tree as the totals follow it: every branch, and everything above it. */
async function loadTree(client: Client): Promise<void> {
  await client.query(
    `insert into unit_path (unit_id, version, path, heard_on)
     select path[cardinality(path)], 1, path, '2026-01-01'
     from (select distinct ids[1:depth] as path
       from (select array[${pathSql.join(', ')}] as ids from generate_series(0, ${BRANCHES - 1}) as branch) as branches
       cross join generate_series(1, 5) as depth) as places`,
  );
  await client.query('select place_units(array_agg(unit_id)) from unit_path');
  for (;;) {
    const { rows } = await client.query<{ moved: number }>('select follow_places(1000) as moved');
    if (rows[0]?.moved === 0) return;
  }
}

/** What each of these orders costs: one month of one member. */
export const amount = 116_532;
export const today = '2026-07-06';
export const paidAt = `${today}T10:00:00+07:00`;

/** The number of the order of this place; the same in SQL. */
export const orderNumber = (place: number): string =>
  `G22.99.DP-05200044001-260706-${String(place).padStart(7, '0')}`;
export const orderNumberSql = (place: string): string =>
  `'G22.99.DP-05200044001-260706-' || lpad((${place})::text, 7, '0')`;

/**
 * Makes fees in this database, with so many orders that wait for their money: one member, one announced month, five shares each. The
 * branches of the orders from `hotFrom` on are those of one ward; before it they are spread over all wards.
 */
export async function loadOrders(
  url: string,
  { orders, hotFrom }: { orders: number; hotFrom: number },
): Promise<void> {
  await migrate({ definition, url, log: makeLogger({ service: 'fees', role: 'bench', level: 'warn' }) });
  const client = await connected(url);
  // chance, the same every time: neighbours in time are not neighbours in a branch
  const branchNumber = `case when n < ${hotFrom} then (n::bigint * 7919) % ${BRANCHES} else (n::bigint * 7919) % ${BRANCHES_OF_A_WARD} end`;
  const places = `(select n, ${idSql('1', 'n')} as member_id, ${idSql('2', 'n')} as order_id, ${branchNumber} as branch
    from generate_series(0, ${orders - 1}) as n) as made`;
  const branch = idSql('3', 'branch');
  try {
    await loadTree(client);
    await client.query(
      `insert into dues_charge (period, member_id, branch_id, amount, status, order_id)
       select '2026-07-01', member_id, ${branch}, ${amount}, 'IN_PAYMENT', order_id from ${places}`,
    );
    await client.query(
      `insert into charging (member_id, branch_id, from_period, cause, cause_id)
       select member_id, ${branch}, '2026-07-01', 'START', member_id from ${places}`,
    );
    await client.query(
      `insert into dues_standing (member_id, paid_through, open_months, charged_by, outstanding)
       select member_id, '2026-06', '{2026-07}', ${branch}, ${amount} from ${places}`,
    );
    await client.query(
      `insert into payment_order (id, number, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at,
         initiated_on, expires_at, provider, checkout_url, next_query_at)
       select order_id, ${orderNumberSql('n')}, ${branch}, 'SELF', 'PROCESSING', member_id, member_id, ${amount}, '${today}',
         '${today}', '${today}'::date + 1, 'national', 'https://pay.example/', '${today}'::date + 1
       from ${places}`,
    );
    await client.query(
      `insert into order_line (order_id, line, period, member_id, origin, seq, branch_id, category, amount, status_before, policy_id,
         share_units, share_amounts)
       select order_id, 1, '2026-07-01', member_id, 'REGULAR', 0, ${branch}, 'DECLARED', ${amount}, 'ANNOUNCED', 'QD01_DEFAULT_5',
         array[${pathSql.toReversed().join(', ')}],
         '{81572,17480,8740,4370,4370}'
       from ${places}`,
    );
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** What a round may not have broken: so many orders paid, each posted once and balanced. Says what is wrong, or nothing. */
export async function faultsAfter(url: string, confirmed: number): Promise<string[]> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from payment_order where status = 'SUCCEEDED') as "orders paid",
         (select count(*)::int from dues_charge where status = 'PAID') as "charges paid",
         (select count(*)::int from ledger_transaction) as "transactions posted",
         (select count(*)::int from dues_standing where open_months = '{}') as "standings without open months",
         (select count(*)::int / 6 from ledger_entry) as "sets of six entries"`,
    );
    const [sum] = (
      await client.query<{ sum: string }>('select coalesce(sum(amount), 0)::text as sum from ledger_entry')
    ).rows;
    const faults = Object.entries(rows[0] ?? {})
      .filter(([, count]) => count !== confirmed)
      .map(([what, count]) => `${what}: ${count} instead of ${confirmed}`);
    return sum?.sum === '0' ? faults : [...faults, `the ledger is out of balance by ${sum?.sum}`];
  } finally {
    await client.end();
  }
}
