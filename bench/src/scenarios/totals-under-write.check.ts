import type { TotalsWish } from '@dang/fees/totals/totals.query';
import { readTotals } from '@dang/fees/totals/totals.rows';
import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';

const MONTH = { from: '2026-07', to: '2026-08', first: '2026-07-01', last: '2026-07-31' } as const;

type Em = ReturnType<MikroORM['em']['fork']>;
type Tree = 'told' | 'followed';
type Row = { unitId: string; due: string; members: number; paid: string; payers: number; retained: string };

const zeros = ['0', '0', '0', '0', '0'].join();

/** Who lies below whom on the last day of the month: as the tree was told, or as far as the totals have followed it. */
const trees: Readonly<Record<Tree, string>> = {
  told: `select step.id as unit_id, place.unit_id as below from unit_place place cross join lateral unnest(path) as step(id)
    where from_day <= '${MONTH.last}' and to_day > '${MONTH.last}'`,
  followed: `select ancestor as unit_id, descendant as below from totals_closure where from_day <= '${MONTH.last}' and to_day > '${MONTH.last}'
    union all select id, id from unit_copy`,
};

/** What every unit has, row by row from charges, orders and their shares: no table of totals is read but, for the tree, one. */
const rawSql = (tree: Tree) => `
  with tree as materialized (${trees[tree]}),
  line as materialized (
    select line.branch_id, line.amount, line.share_units, line.share_amounts
    from payment_order paid join order_line line on line.order_id = paid.id
    where paid.status = 'SUCCEEDED'),
  own (unit_id, due, members, paid, payers, retained) as (
    select branch_id, sum(amount), count(*), 0, 0, 0 from dues_charge where period = '${MONTH.first}' group by branch_id
    union all
    select branch_id, 0, 0, sum(amount), count(*), 0 from line group by branch_id
    union all
    select share.unit_id, 0, 0, 0, 0, sum(share.amount)
    from line cross join lateral unnest(share_units, share_amounts) as share(unit_id, amount) group by share.unit_id)
  select tree.unit_id as "unitId", sum(due)::text as due, sum(members)::int as members, sum(paid)::text as paid,
    sum(payers)::int as payers, sum(retained)::text as retained
  from own join tree on tree.below = own.unit_id group by tree.unit_id`;

/** What one look found: how many totals were compared, by which tree, and how many payments waited behind the watermark. */
export type Look = { checks: number; tree: Tree; waiting: number; faults: readonly string[] };

/**
 * Compares, in one snapshot, what the service answers with what the rows make: for every unit in one question, and for some units in
 * a question of their own. While a move waits to be followed the tree of the totals is the old one, and so is that of the comparison.
 */
export function look(
  orm: MikroORM,
  wish: { units: readonly string[]; alone: readonly string[]; root: string; axis: TotalsWish['axis'] },
): Promise<Look> {
  return orm.em.fork().transactional(
    async (em) => {
      await em.execute('set local transaction_timeout = 0; set local statement_timeout = 0');
      const [state] = await em.execute<{ moving: boolean; waiting: number }[]>(
        `select exists (select from place_to_fold) as moving, (select count(*)::int from totals_delta
           where xid >= (select upto from fold_place where name = 'totals')) as waiting`,
      );
      const tree = state?.moving ? 'followed' : 'told';
      const raw = new Map<string, string>();
      for (const row of await em.execute<Row[]>(rawSql(tree))) raw.set(row.unitId, figures(row, wish.axis));
      const faults: string[] = [];
      let checks = 0;
      for (const asked of [wish.units, ...wish.alone.map((id) => [id])]) {
        for (const [unitId, told] of await ask(em, asked, wish)) {
          checks += 1;
          const counted = raw.get(unitId) ?? zeros;
          if (told !== counted) faults.push(`${unitId}: ${told} instead of ${counted}`);
        }
      }
      const expected = wish.units.length + wish.alone.length;
      if (checks !== expected) faults.push(`${checks} units were answered instead of ${expected}`);
      return { checks, tree, waiting: state?.waiting ?? 0, faults };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

/** By month of payment nothing is due: money came, or did not. */
const figures = (
  { due, members, paid, payers, retained }: { [Name in keyof Row]?: unknown },
  axis: TotalsWish['axis'],
) => [...(axis === 'PERIOD' ? [due, members] : [0, 0]), paid, payers, retained].join();

async function ask(
  em: Em,
  units: readonly string[],
  { root, axis }: { root: string; axis: TotalsWish['axis'] },
): Promise<Map<string, string>> {
  const wish: TotalsWish = { from: MONTH.from, to: MONTH.to, groups: ['MONTH'], axis, asOf: null };
  const answer = await readTotals(em, units, { scopeUnitId: root, isAnalyst: false }, wish);
  return new Map([...answer].map(([unitId, { total }]) => [unitId, figures(total, axis)]));
}
