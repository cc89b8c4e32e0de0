import type { Cell } from '@dang/tabular/cell';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findFigures } from '../figures/figures.rows.ts';
import { openedOf, ratesOf } from '../figures/figures.rules.ts';
import { findRatings } from '../rating/rating.rows.ts';
import { findUnitByCode, findUnitsOn } from '../unit/unit.rows.ts';
import {
  findMemberResults,
  findUnitResults,
  type MemberResultPlace,
  type ResultYear,
  type UnitResultRow,
  yearOf,
} from './results.rows.ts';

const PAGE = 100;

/** Of which unit and everything below it, in which year. */
export type ResultPlace = { path: string; year: ResultYear; today: string };

/** Where to look, from the code of a unit; null when no unit carries it today, or the year has not begun. */
export async function resultPlace(
  em: SqlEntityManager,
  { unitCode, year, today }: { unitCode: string; year: number; today: string },
): Promise<ResultPlace | null> {
  const unit = await findUnitByCode(em, unitCode, today);
  const stretch = yearOf(year, today);
  return unit && stretch && { path: unit.path.join('.'), year: stretch, today };
}

/** The columns of the table of units, with the words of the yearly ranking. */
export const unitResultHeader = [
  'Mã tổ chức đảng',
  'Tên tổ chức đảng',
  'Người đứng đầu',
  'Chức vụ',
  'Đảng viên trong diện',
  'Không thuộc diện',
  'Đã kích hoạt tài khoản',
  'Tỷ lệ kích hoạt (%)',
  'Có sử dụng',
  'Tỷ lệ sử dụng (%)',
  'Hồ sơ mở',
  'Tỷ lệ trực tuyến (%)',
  'Hồ sơ có hạn đã kết thúc',
  'Đúng hạn',
  'Tỷ lệ đúng hạn (%)',
  'Quá hạn',
  'Đảng phí phải thu (đồng)',
  'Đảng phí đã nộp (đồng)',
  'Tỷ lệ nộp (%)',
  'Báo cáo phải gửi',
  'Báo cáo gửi đúng hạn',
  'Lượt đánh giá',
  'Điểm đánh giá trung bình',
] as const;

const percent = (rate: number | null): Cell => (rate === null ? null : Math.round(rate * 10_000) / 100);

async function unitCells(
  em: SqlEntityManager,
  rows: readonly UnitResultRow[],
  { year, today }: ResultPlace,
): Promise<Cell[][]> {
  const stretch = { from: year.from, through: year.through };
  const figures = await findFigures(
    em,
    rows.map(({ unitId }) => ({ unitId, ...stretch })),
    today,
  );
  const units = await findUnitsOn(
    em,
    rows.map(({ unitId }) => ({ id: unitId, day: year.day, orLast: true })),
  );
  const ratings = await findRatings(
    em,
    units.map((unit) => ({ path: unit?.path ?? [], ...stretch })),
    today,
  );
  return rows.map((row, at) => {
    const counted = figures[at];
    const rated = ratings[at];
    if (!counted || !rated) throw new Error('a unit without figures');
    const rates = ratesOf(counted);
    return [
      row.code,
      row.name,
      row.head?.name ?? null,
      row.head?.title ?? null,
      counted.members,
      counted.excluded,
      counted.accounts,
      percent(rates.installRate),
      counted.activeMembers,
      percent(rates.usageRate),
      openedOf(counted).opened,
      percent(rates.onlineRate),
      counted.closed,
      counted.closedOnTime,
      percent(rates.onTimeRate),
      counted.late,
      // sums of đồng stay far below 2^53, where a spreadsheet still counts exactly
      Number(counted.duesDue),
      Number(counted.duesPaid),
      percent(rates.duesRate),
      row.reportsDue,
      row.reportsOnTime,
      rated.count,
      rated.average,
    ];
  });
}

/** A row for every unit that reports, in the order of codes, a page at a time. */
export async function* unitResultRows(em: SqlEntityManager, place: ResultPlace): AsyncGenerator<Cell[]> {
  let after: { code: string; id: string } | null = null;
  for (;;) {
    const rows: UnitResultRow[] = await findUnitResults(em, { ...place, limit: PAGE, after });
    yield* await unitCells(em, rows, place);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { code: last.code, id: last.unitId };
  }
}

/** The columns of the table of members. */
export const memberResultHeader = [
  'Mã chi bộ',
  'Chi bộ',
  'Họ và tên',
  'Không thuộc diện',
  'Đã kích hoạt tài khoản',
  'Số ngày có sử dụng',
  'Hồ sơ đã mở',
  'Trong đó trực tuyến',
] as const;

/** The names of members, by id: orgtree itself keeps none. */
export type NamesOf = (memberIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A row for every official member, by branch and name, a page at a time. */
export async function* memberResultRows(
  em: SqlEntityManager,
  place: ResultPlace,
  namesOf: NamesOf,
): AsyncGenerator<Cell[]> {
  let after: MemberResultPlace | null = null;
  for (;;) {
    const rows = await findMemberResults(em, { ...place, limit: PAGE, after });
    const names = await namesOf(rows.map(({ memberId }) => memberId));
    for (const row of rows)
      yield [
        row.code,
        row.branchName,
        names.get(row.memberId) ?? row.memberId,
        row.exclusion,
        row.hasAccount ? 'Có' : 'Không',
        row.activeDays,
        row.dossiersOpened,
        row.dossiersOnline,
      ];
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { code: last.code, nameKey: last.nameKey, memberId: last.memberId };
  }
}
