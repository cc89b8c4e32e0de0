import pg from 'pg';
import { numbersOf, type TreeSize, unitId } from './big-tree.ts';

/** The province of the big tree: everybody's dues are charged below it. */
export const BIG_PROVINCE = unitId(1);

/** Hà Nội as performance is measured: 126 communes, 3,000 grassroots organisations, 15,000 branches, 500,000 members. */
export const hanoi: TreeSize = { superiors: 126, grassroots: 3_000, units: 18_129, members: 500_000 };

const idSql = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const memberSql = (n: string) => `('00000000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Fills a migrated, empty database of fees with the units of a province, and with members who are charged from the first month on:
 * their branch, rate and standing, as a registry that was loaded leaves them. One in twenty is exempt and one in a hundred
 * pays less, as the rules of 6.9 let one expect. Units and members are numbered as registers
 * are loaded: commune by commune, branch by branch.
 */
export async function loadBigDues(url: string, size: TreeSize, firstMonth: string): Promise<void> {
  const { superiors, grassroots, units, members } = size;
  const { branch, grassroots: committee } = numbersOf(size);
  const [firstGrassroots, firstBranch, day] = [committee(0), branch(0), `${firstMonth}-01`];
  const branches = units - firstBranch;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const level = (type: string, first: number, count: number, parent: string) =>
    client.query(
      `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, region_min_wage, valid_from)
       select ${idSql('n')}, 1, '05.' || n, 'Đảng bộ số ' || n, 'Số ' || n, '${type}', 'OTHER', parent.id,
         parent.path || ${idSql('n')}::text, 1, '2025-07-01'
       from generate_series(${first}, ${first + count - 1}) as n
       join unit_copy parent on parent.id = ${idSql(parent)}`,
    );
  try {
    await client.query(
      `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, region_min_wage, valid_from)
       values (${idSql('0')}, 1, 'CENTRAL', 'Trung ương', 'Trung ương', 'CENTRAL', 'OTHER', null, ${idSql('0')}::text::ltree, 1, '2025-07-01')`,
    );
    await level('PROVINCE', 1, 1, '0');
    await level('SUPERIOR', 3, superiors, '1');
    await level(
      'GRASSROOTS_COMMITTEE',
      firstGrassroots,
      grassroots,
      `3 + (n - ${firstGrassroots}) * ${superiors} / ${grassroots}`,
    );
    await level(
      'BRANCH',
      firstBranch,
      branches,
      `${firstGrassroots} + (n - ${firstBranch}) * ${grassroots} / ${branches}`,
    );
    await client.query(
      `insert into procedure_start_copy (unit_id, procedure, version, starts_on) values ($1, 'DUES', 1, $2)`,
      [BIG_PROVINCE, day],
    );
    // the constraints of one member at a time are checked once at the end, which takes a fifth of the time
    const constraints = [
      `charging add constraint charging_one_branch_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&)`,
      `dues_rate add constraint dues_rate_one_a_month exclude using gist (member_id with =, daterange(from_period, to_period, '[]') with &&) where (status in ('APPROVED', 'SUPERSEDED'))`,
    ];
    await client.query('alter table charging drop constraint charging_one_branch_a_month');
    await client.query('alter table dues_rate drop constraint dues_rate_one_a_month');
    const made = `generate_series(0, ${members - 1}) as n`;
    const branchOf = idSql(`${firstBranch} + (n::bigint * ${branches} / ${members})::int`);
    await client.query(
      `insert into charging (member_id, branch_id, from_period, cause, cause_id)
       select ${memberSql('n')}, ${branchOf}, '${day}', 'START', ${memberSql('n')} from ${made}`,
    );
    await client.query(
      `insert into charging_ground (kind, id, member_id, branch_id, paid_through, decided_on, occurred_at)
       select 'START', ${memberSql('n')}, ${memberSql('n')}, ${branchOf}, date '${day}' - interval '1 month', '${day}', now() from ${made}`,
    );
    await client.query(
      `insert into dues_rate (member_id, monthly_amount, from_period, status)
       select ${memberSql('n')}, 20000 + n % 100000, '${day}', 'APPROVED' from ${made}`,
    );
    await client.query(
      `insert into dues_standing (member_id, paid_through, open_months, charged_by, outstanding)
       select ${memberSql('n')}, to_char(date '${day}' - interval '1 month', 'YYYY-MM'), '{}', ${branchOf}, 0 from ${made}`,
    );
    await client.query(
      `insert into waiver (member_id, branch_id, approver_unit_id, kind, percent, ground, from_period, status, reason, requested_on)
       select ${memberSql('n')}, ${branchOf}, ${branchOf}, case when n % 20 = 0 then 'EXEMPT' else 'REDUCE_50' end,
         case when n % 20 = 0 then null else 50 end, 'HARDSHIP', '${day}', 'APPROVED', 'Khó khăn', '${day}'
       from ${made} where n % 20 = 0 or n % 100 = 1`,
    );
    for (const constraint of constraints) await client.query(`alter table ${constraint}`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
