import { addMonths, lastDayOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { branchesBelow, cashStanding, collectedLines } from '../period-figures/collected.sql.ts';
import type { ColumnSums, ReportColumn, ReportLevel } from './book.rules.ts';

type Cell = { column: ReportColumn; name: string; level: ReportLevel | null; amount: string };

/** The kind of a branch's grassroots organisation says in which column it is counted; a branch outside of any counts by its own. */
const columnOf = `case coalesce((
    select above.kind from unit_copy own join unit_copy above on above.path @> own.path
    where own.id = branches.branch_id and above.type in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH')
    order by nlevel(above.path) desc limit 1), (select kind from unit_copy where id = branches.branch_id))
  when 'ENTERPRISE' then 'ENTERPRISE' when 'COMMUNE' then 'COMMUNE' when 'RESIDENTIAL' then 'COMMUNE' else 'OTHER' end`;

const statement = `
  with ${branchesBelow},
  ${collectedLines},
  ${cashStanding},
  placed as (select branch_id, ${columnOf} as place from branches),
  kept as (
    select collected.branch_id, collected.booked_on, share.unit_id, sign * share.amount as amount
    from collected cross join unnest(share_units, share_amounts) as share(unit_id, amount)
    where share.unit_id in (select unit_id from below)),
  cell as (
    select branch_id, 'members' as name, null as level, count(*) as amount from member_charge
    where period = ?::date and origin = 'REGULAR' and branch_id in (select branch_id from branches) group by branch_id
    union all
    select branch_id, case when booked_on >= ?::date then 'collected' else 'before' end, null, amount from collected
    union all
    select kept.branch_id, case when booked_on >= ?::date then 'kept' else 'keptBefore' end,
      case when unit.type in ('BRANCH', 'SUB_COMMITTEE') then 'BRANCH'
        when unit.type in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH') then 'GRASSROOTS' else 'ABOVE' end, kept.amount
    from kept join unit_copy unit on unit.id = kept.unit_id
    union all
    select branch_id, 'owed', null, amount from unfunded where unit_id not in (select unit_id from below))
  select place as column, name, level, sum(amount) as amount
  from cell join placed using (branch_id) group by place, name, level`;

/**
 * The sums of the report of dues of a unit and everything below it, from one month of a year through another, and from January on; one
 * statement. What is kept is what the division gives; adjustments of reconciliations are not in it.
 */
export async function findReportSums(
  em: SqlEntityManager,
  unitId: string,
  from: Month,
  through: Month,
): Promise<Record<ReportColumn, ColumnSums>> {
  const day = lastDayOf(through);
  const january = `${through.slice(0, 4)}-01-01`;
  const after = `${addMonths(through, 1)}-01`;
  const first = `${from}-01`;
  const cells = await em.execute<Cell[]>(statement, [
    unitId,
    day,
    day,
    january,
    after,
    after,
    `${through}-01`,
    first,
    first,
  ]);
  const sumsOf = (column: ReportColumn): ColumnSums => {
    const amount = (name: string, level: ReportLevel | null = null): bigint =>
      BigInt(
        cells.find((cell) => cell.column === column && cell.name === name && cell.level === level)?.amount ??
          0,
      );
    const kept = (name: string) => ({
      BRANCH: amount(name, 'BRANCH'),
      GRASSROOTS: amount(name, 'GRASSROOTS'),
      ABOVE: amount(name, 'ABOVE'),
    });
    const [now, before] = [kept('kept'), kept('keptBefore')];
    return {
      members: amount('members'),
      collected: amount('collected'),
      collectedInYear: amount('collected') + amount('before'),
      kept: now,
      keptInYear: {
        BRANCH: now.BRANCH + before.BRANCH,
        GRASSROOTS: now.GRASSROOTS + before.GRASSROOTS,
        ABOVE: now.ABOVE + before.ABOVE,
      },
      owed: amount('owed'),
    };
  };
  return { COMMUNE: sumsOf('COMMUNE'), ENTERPRISE: sumsOf('ENTERPRISE'), OTHER: sumsOf('OTHER') };
}
