import { readCursor } from '@dang/service/doors/read-cursor';
import type { Cell } from '@dang/tabular/cell';
import type { Pool } from 'pg';
import type { Month } from '../charging/charging.rules.ts';

/** What a row of a table is: a unit and month, one of its cells, or the charges of a branch and month. */
export type ExportRows = 'MONTHS' | 'CELLS' | 'CHARGES';

/** Which table: of a unit and everything below it, down to the grassroots only for who may not see more. `to` is the month after the last. */
export interface ExportWish {
  readonly unitId: string;
  readonly from: Month;
  readonly to: Month;
  readonly rows: ExportRows;
  readonly isToGrassroots: boolean;
}

const place = ['Mã đơn vị', 'Tên đơn vị', 'Tháng'];
const amounts = [
  'Phải nộp',
  'Đã nộp',
  'Còn phải nộp',
  'Giữ lại',
  'Nộp cấp trên',
  'Số đảng viên phải nộp',
  'Số đảng viên đã nộp',
];
const cell = ['Nhóm đối tượng', 'Kênh', 'Phương thức'];

/** The columns of each table, as its first line names them. */
export const headers: Readonly<Record<ExportRows, readonly string[]>> = {
  MONTHS: [...place, ...amounts],
  CELLS: [...place, ...cell, ...amounts],
  CHARGES: [...place, 'Nhóm đối tượng', 'Trạng thái', 'Số khoản', 'Phải nộp', 'Đã nộp'],
};

/** Units at or below the one asked for, by their paths today; what is below a grassroots organisation may be left out. */
const units = `
  within as materialized (
    select unit.id, unit.code, unit.name, unit.path from unit_copy unit
    where unit.path <@ (select path from unit_copy where id = $1::uuid) and (not $4::boolean or not exists (
      select from unit_copy above where above.path @> unit.path and above.id <> unit.id and above.type = 'GRASSROOTS_COMMITTEE')))`;

const figures =
  'sum(due), sum(paid), sum(due) - sum(paid), sum(retained), sum(paid) - sum(retained), sum(members), sum(payers)';

function totalsSql(rows: 'MONTHS' | 'CELLS'): string {
  const isCell = rows === 'CELLS';
  const by = isCell ? ', category, channel, method' : '';
  const names = `unit_id, month${by}, due, members, paid, payers, retained`;
  return `
    with ${units}
    select array[code, name, to_char(month, 'YYYY-MM')${isCell ? ', category::text, channel, method' : ''}] as labels,
      array[${figures}]::text[] as amounts
    from (
      select ${names} from ${isCell ? 'totals_cube' : 'totals_month'} where month >= $2::date and month < $3::date
      union all
      select ${names} from totals_tail(array(select id from within), true, ${isCell}, $2::date, $3::date)) as part
    join within on within.id = part.unit_id
    group by within.path, code, name, month${by}
    having sum(due) <> 0 or sum(paid) <> 0 or sum(retained) <> 0 or sum(members) <> 0
    order by within.path, month${by}`;
}

const chargesSql = `
  with ${units}
  select array[code, name, to_char(period, 'YYYY-MM'), category::text, status::text] as labels,
    array[count(*), sum(amount), sum(paid)]::text[] as amounts
  from within join member_charge charge on charge.branch_id = within.id
  where period >= $2::date and period < $3::date
  group by within.path, code, name, period, category, status
  order by within.path, period, category, status`;

/**
 * The rows of a table from a cursor of the database, in one snapshot: a bounded number in memory, however many there are. Whoever stops
 * reading ends it.
 */
export async function* exportedRows(pool: Pool, wish: ExportWish): AsyncGenerator<readonly Cell[]> {
  const sql = wish.rows === 'CHARGES' ? chargesSql : totalsSql(wish.rows);
  const values = [wish.unitId, `${wish.from}-01`, `${wish.to}-01`, `${wish.isToGrassroots}`];
  const rows = readCursor<{ labels: (string | null)[]; amounts: string[] }>(pool, sql, values);
  for await (const { labels, amounts: figuresOfRow } of rows) yield [...labels, ...figuresOfRow.map(BigInt)];
}
