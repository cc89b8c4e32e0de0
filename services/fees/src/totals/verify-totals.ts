import type { Client } from 'pg';

/** No more faults than this are told. */
const FAULTS_TOLD = 20;

const figures = [
  'due',
  'members',
  'paid',
  'payers',
  'retained',
  'paid_in',
  'payers_in',
  'retained_in',
] as const;

/** What a verification found: how many rows of totals there are, how much waits to be folded, and what does not fit. */
export interface TotalsVerdict {
  readonly months: number;
  readonly cells: number;
  readonly waiting: number;
  readonly faults: readonly string[];
}

/**
 * What is each unit's own, from the charges and the ledger alone: what the branch was charged, what the ledger posted for its charges,
 * and what it posted to each keeper. Payers of a month of payment have no category or way of paying of their own.
 */
const own = `
  line as materialized (
    select line.branch_id, entry.unit_id as keeper, entry.period, date_trunc('month', head.booked_on)::date as paid_month, line.category,
      case when paid.mode = 'CASH' then 'CASH' else 'ONLINE' end as channel, coalesce(paid.method, '') as method,
      -entry.amount as amount, head.id as transaction_id, entry.member_id, entry.origin, entry.seq,
      case when head.kind = 'REFUND' then -1 else 1 end as sign
    from ledger_transaction head
    join ledger_entry entry on entry.transaction_id = head.id and entry.member_id is not null
      and entry.account in ('UNIT_SHARE', 'UNFUNDED_SHARE')
    left join refund on head.kind = 'REFUND' and refund.id = head.subject_id
    join payment_order paid on paid.id = coalesce(refund.order_id, head.subject_id)
    join order_line line on line.order_id = paid.id and line.member_id = entry.member_id and line.period = entry.period
      and line.origin = entry.origin and line.seq = entry.seq
    where head.kind in ('PAYMENT', 'CASH_PAYMENT', 'REFUND')),
  payer as (
    select distinct transaction_id, branch_id, period, member_id, category, channel, method, sign from line where origin = 'REGULAR'),
  own (unit_id, month, category, channel, method, ${figures.join(', ')}) as (
    select branch_id, period, category, '', '', sum(amount), count(*) filter (where origin = 'REGULAR'), 0, 0, 0, 0, 0, 0
    from member_charge where status <> 'WAIVED' group by branch_id, period, category
    union all
    select branch_id, period, category, channel, method, 0, 0, sum(amount), 0, 0, 0, 0, 0 from line group by 1, 2, 3, 4, 5
    union all
    select branch_id, period, category, channel, method, 0, 0, 0, sum(sign), 0, 0, 0, 0 from payer group by 1, 2, 3, 4, 5
    union all
    select keeper, period, category, channel, method, 0, 0, 0, 0, sum(amount), 0, 0, 0 from line group by 1, 2, 3, 4, 5
    union all
    select branch_id, paid_month, category, channel, method, 0, 0, 0, 0, 0, sum(amount), 0, 0 from line group by 1, 2, 3, 4, 5
    union all
    select keeper, paid_month, category, channel, method, 0, 0, 0, 0, 0, 0, 0, sum(amount) from line group by 1, 2, 3, 4, 5
    union all
    select branch_id, paid_month, 'DECLARED'::dues_category, '', '', 0, 0, 0, 0, 0, 0, count(*), 0 from payer_month group by 1, 2)`;

/** The rows of a table and the tail behind it, less what charges and ledger make in the tree as it was; what is left is a fault. */
function check(table: 'totals_month' | 'totals_cube'): string {
  const isCube = table === 'totals_cube';
  const key = ['unit_id', 'month', ...(isCube ? ['category', 'channel', 'method'] : [])].join(', ');
  // a payer of a month has no cell of their own: by category and way of paying they are not compared
  const compared = figures.filter((figure) => !(isCube && figure === 'payers_in'));
  const both = [...compared, ...compared.map((figure) => `own_${figure}`)];
  const ofUnit = (sign: string, from: string) =>
    `select ${key}, ${[...compared, ...compared].map((figure) => `${sign}${figure}`).join(', ')} from ${from}`;
  const above = (sign: string, from: string, tree: string) =>
    `select ${key.replace('unit_id', 'ancestor')}, ${compared.map((figure) => `${sign}${figure}`).join(', ')}, ${compared.map(() => '0').join(', ')}
     from ${from} join ${tree} on descendant = unit_id and from_day <= last_day_of(month) and to_day > last_day_of(month)`;
  const differs = both.map((figure) => `sum(${figure}) <> 0`).join(' or ');
  const named = both
    .map((figure) => `case when sum(${figure}) <> 0 then '${figure} by ' || sum(${figure}) end`)
    .join(', ');
  return `
    with ${own},
    tail as materialized (
      select * from totals_change where xid >= (select upto from fold_place where name = 'totals')),
    place as materialized (
      select unit_id as descendant, step.id as ancestor, from_day, to_day
      from unit_place cross join lateral unnest(path) with ordinality as step(id, n) where step.n < cardinality(path)),
    side (${key}, ${both.join(', ')}) as (
      select ${key}, ${both.join(', ')} from ${table}
      union all ${ofUnit('', 'tail')}
      union all ${above('', 'tail', 'totals_closure')}
      union all ${ofUnit('-', 'own')}
      union all ${above('-', 'own', 'place')})
    select 'totals of ' || coalesce(unit.code, side.unit_id::text) || ' in ' || to_char(month, 'YYYY-MM')
      ${isCube ? `|| ' (' || concat_ws(' ', category, nullif(channel, ''), nullif(method, '')) || ')'` : ''}
      || ' are too high: ' || concat_ws(', ', ${named}) as fault
    from side left join unit_copy unit on unit.id = side.unit_id
    group by side.unit_id, unit.code, ${key.replace('unit_id, ', '')}
    having ${differs}
    order by 1 limit ${FAULTS_TOLD}`;
}

/**
 * Proves the totals: of every unit and every month, on both axes, also by category, channel and method, what is kept and what waits
 * behind it is what the charges and the ledger make, added up anew in the tree as it was on the last day of each month. In one
 * snapshot, so that it may run beside the writers; units whose move has not been followed yet would be told as faults, so they are first.
 */
export async function verifyTotals(client: Client): Promise<TotalsVerdict> {
  for (let moved = 1; moved > 0; ) {
    const { rows } = await client.query<{ moved: number }>('select follow_places(1000) as moved');
    moved = rows[0]?.moved ?? 0;
  }
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    const { rows } = await client.query<{ months: number; cells: number; waiting: number }>(
      `select (select count(*)::int from totals_month) as months, (select count(*)::int from totals_cube) as cells,
         (select count(*)::int from totals_delta where xid >= (select upto from fold_place where name = 'totals')) as waiting`,
    );
    const faults: string[] = [];
    for (const table of ['totals_month', 'totals_cube'] as const) {
      const found = await client.query<{ fault: string }>(check(table));
      faults.push(...found.rows.map(({ fault }) => fault));
    }
    return { ...(rows[0] ?? { months: 0, cells: 0, waiting: 0 }), faults };
  } finally {
    await client.query('rollback');
  }
}
