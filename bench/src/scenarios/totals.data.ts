import { definition } from '@dang/fees/definition';
import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { Client } from 'pg';
import { unitId } from '../lib/big-tree.ts';

/** Hà Nội in its wards, grassroots organisations and branches, below a Centre with 34 provinces. */
export const province = { wards: 126, committees: 3_000, branches: 15_000, provinces: 34 } as const;
export const months = { first: '2026-01', to: '2028-01', count: 24 } as const;

const firstWard = 1 + province.provinces;
const firstCommittee = firstWard + province.wards;
const firstBranch = firstCommittee + province.committees;

/** The unit of this place on its level; 0 of the provinces is the one in which everything happens. */
export const unitOf = {
  centre: () => unitId(0),
  province: (n = 0) => unitId(1 + n),
  ward: (n: number) => unitId(firstWard + (n % province.wards)),
  committee: (n: number) => unitId(firstCommittee + (n % province.committees)),
  branch: (n: number) => unitId(firstBranch + (n % province.branches)),
};

const idSql = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const memberSql = (n: string) => `('00000000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** From the Centre down to a branch by its place, as ids in SQL. */
const pathSql = [
  idSql('0'),
  idSql('1'),
  idSql(`${firstWard} + branch % ${province.committees} % ${province.wards}`),
  idSql(`${firstCommittee} + branch % ${province.committees}`),
  idSql(`${firstBranch} + branch`),
];

/** Makes the tables of fees in this database, with the tree as it is known and as the totals follow it. */
export async function loadTotalsTree(client: Client, url: string): Promise<void> {
  await migrate({ definition, url, log: makeLogger({ service: 'fees', role: 'bench', level: 'warn' }) });
  const types = `(array['CENTRAL', 'PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'BRANCH'])[cardinality(path)]`;
  await client.query(
    `with place as (
       select distinct ids[1:depth] as path
       from (select array[${pathSql.join(', ')}] as ids from generate_series(0, ${province.branches - 1}) as branch) as branches
       cross join generate_series(1, 5) as depth
       union
       select array[${idSql('0')}, ${idSql('n')}] from generate_series(1, ${province.provinces}) as n),
     copied as (
       insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
       select path[cardinality(path)], 1, path[cardinality(path)]::text, 'Đơn vị', 'ĐV', ${types}, 'OTHER',
         path[cardinality(path) - 1], array_to_string(path, '.')::ltree, '2020-01-01'
       from place)
     insert into unit_path (unit_id, version, path, heard_on) select path[cardinality(path)], 1, path, '2020-01-01' from place`,
  );
  await client.query('select place_units(array_agg(unit_id)) from unit_path');
  await drain(client, 'follow_places(1000)');
}

/** Calls a step of the folder until nothing is left to do; answers how much was. */
export async function drain(client: Client, step: string): Promise<number> {
  let done = 0;
  for (;;) {
    const { rows } = await client.query<{ n: number }>(`select ${step} as n`);
    const n = rows[0]?.n ?? 0;
    if (n === 0) return done;
    done += n;
  }
}

const share = (bps: number) => `(sum(amount) * ${bps} / 10000)::bigint`;

/**
 * Charges these members for 24 months and, but for the last month, counts them as paid in the month, then folds all of it. The charges
 * are there row by row, the payments as their changes of totals, a branch, category and way of paying in one.
 */
export async function loadDues(
  client: Client,
  { from, to, paidMonths = months.count - 1 }: { from: number; to: number; paidMonths?: number },
): Promise<void> {
  const branch = `n % ${province.branches}`;
  for (let month = 0; month < months.count; month += 1) {
    const isPaid = month < paidMonths;
    const period = `(date '${months.first}-01' + interval '${month} months')::date`;
    const charges = `select ${period} as period, ${memberSql('n')} as member_id, ${branch} as branch,
      20000 + n % 100 * 1000 as amount, (array['PENSION', 'SI_COMPULSORY', 'STUDENT'])[1 + n / ${province.branches} % 3]::dues_category as category,
      (array['BANK', 'E_WALLET', 'CASH'])[1 + n / ${province.branches} % 3] as method
      from generate_series(${from}, ${to - 1}) as n`;
    await client.query(
      `insert into dues_charge (period, member_id, branch_id, amount, paid, status, category)
       select period, member_id, ${idSql(`${firstBranch} + branch`)}, amount, ${isPaid ? 'amount' : '0'},
         '${isPaid ? 'PAID' : 'ANNOUNCED'}', category
       from (${charges} order by ${branch}, n) as made`,
    );
    if (isPaid)
      await client.query(
        `insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers, payers_of_month, kept_units, kept_amounts)
         select path[5], period, period, category, case when method = 'CASH' then 'CASH' else 'ONLINE' end, method, sum(amount), count(*), count(*),
           array[path[5], path[4], path[3], path[2], path[1]],
           array[sum(amount)::bigint - ${share(1500)} - ${share(750)} - ${share(375)} * 2, ${share(1500)}, ${share(750)}, ${share(375)}, ${share(375)}]
         from (select made.*, array[${pathSql.join(', ')}] as path from (${charges}) as made) as made
         group by path, period, category, method`,
      );
    await drain(client, 'fold_totals(20000)');
  }
  await client.query('vacuum analyze');
}

/** As many payments as come in a quarter of a second, not folded yet: each in a branch of its own, of the last month. */
export async function addTail(client: Client, payments: number): Promise<void> {
  const period = `date '${months.to}-01' - interval '1 month'`;
  await client.query(
    `insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers, payers_of_month, kept_units, kept_amounts)
     select path[5], ${period}, ${period}, 'PENSION', 'ONLINE', 'BANK', 60000, 1, 1, array[path[5], path[4], path[3], path[2], path[1]],
       '{42000,9000,4500,2250,2250}'
     from (select array[${pathSql.join(', ')}] as path
       from (select n * 7 % ${province.branches} as branch from generate_series(1, ${payments}) as n) as paid) as placed`,
  );
}
