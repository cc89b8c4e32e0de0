import type { UnitRow } from '@dang/reference/units';
import type { Sheet } from '@dang/tabular/stream-rows';
import type { Month } from '../charging/charging.rules.ts';
import type { BookRow } from './book.rows.ts';
import type { BookPeriod, ReportLine } from './book.rules.ts';

const monthOf = (month: Month): string => month.split('-').reverse().join('/');

const partOne = (unit: UnitRow, month: Month, rows: readonly BookRow[]): Sheet => ({
  name: 'Phần I',
  title: [
    unit.name,
    'SỔ THU, NỘP ĐẢNG PHÍ (Mẫu S01/ĐP)',
    `Phần I: Thu đảng phí của đảng viên — tháng ${monthOf(month)}`,
  ],
  header: [
    'Stt',
    'Họ và tên đảng viên',
    'Được miễn',
    'Tháng/năm',
    'Thu nhập tính đóng đảng phí',
    'Phải đóng: Tháng này',
    'Phải đóng: Truy thu các tháng trước',
    'Phải đóng: Cộng',
    'Số tiền đảng phí đã thu',
    'Số tiền đảng phí chưa đóng đến cuối tháng',
  ],
  widths: [6, 32, 10, 12, 18, 16, 20, 16, 18, 22],
  rows: rows.map(({ name, exempt, income, thisMonth, arrears, due, collected, unpaid }, index) =>
    exempt && due === 0n && collected === 0n
      ? [index + 1, name, 'X', monthOf(month), null, null, null, null, null, null]
      : [
          index + 1,
          name,
          exempt ? 'X' : null,
          monthOf(month),
          income,
          thisMonth,
          arrears,
          due,
          collected,
          unpaid,
        ],
  ),
});

const periodName = ({ kind, through }: BookPeriod): string => {
  if (kind === 'MONTH') return monthOf(through);
  const year = through.slice(0, 4);
  return kind === 'YEAR'
    ? `Cộng năm ${year}`
    : `Cộng quý ${Math.floor((Number(through.slice(5)) + 2) / 3)}/${year}`;
};

const partTwo = (unit: UnitRow, periods: readonly BookPeriod[]): Sheet => ({
  name: 'Phần II',
  title: [unit.name, 'SỔ THU, NỘP ĐẢNG PHÍ (Mẫu S01/ĐP)', 'Phần II: Tổng hợp tình hình thu, nộp đảng phí'],
  header: [
    'Tháng',
    'Tổng số đảng viên đến cuối tháng',
    'Số đảng viên được miễn',
    'Số đảng viên chưa đóng',
    'Số tiền đã thu',
    'Số tiền được trích giữ lại',
    'Số tiền phải nộp cấp trên',
    'Số tiền đã nộp cấp trên',
    'Số tiền chưa nộp cấp trên',
  ],
  widths: [16, 16, 14, 14, 18, 18, 18, 18, 18],
  rows: periods.map((period) => [
    periodName(period),
    period.members,
    period.exempt,
    period.unpaidMembers,
    period.collected,
    period.retained,
    period.toRemit,
    period.remitted,
    period.owed,
  ]),
});

/** The book as sheets: part I only where there are rows of members to show. */
export const bookSheets = (
  unit: UnitRow,
  month: Month,
  rows: readonly BookRow[] | null,
  periods: readonly BookPeriod[],
): Sheet[] => [...(rows === null ? [] : [partOne(unit, month, rows)]), partTwo(unit, periods)];

/** The report of dues as a sheet. */
export const reportSheet = (
  unit: UnitRow,
  from: Month,
  through: Month,
  lines: readonly ReportLine[],
): Sheet => ({
  name: 'Báo cáo',
  title: [unit.name, 'BÁO CÁO THU, NỘP ĐẢNG PHÍ', `Từ tháng ${monthOf(from)} đến tháng ${monthOf(through)}`],
  header: [
    'Mã số',
    'Chỉ tiêu',
    'Đảng bộ xã, phường',
    'Đảng bộ doanh nghiệp',
    'Đảng bộ khác',
    'Cộng',
    'Ghi chú',
  ],
  widths: [8, 60, 20, 20, 20, 20, 16],
  rows: lines.map(({ code, label, byColumn, total }) => [
    code,
    label,
    byColumn.COMMUNE,
    byColumn.ENTERPRISE,
    byColumn.OTHER,
    total,
    null,
  ]),
});
