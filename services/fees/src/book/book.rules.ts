import type { Month } from '../charging/charging.rules.ts';
import { type PeriodFigures, paidOf, remittedOf, toRemitOf } from '../period-figures/period-figures.ts';

/** A line of part II of the book: a month, or the quarter or year up to which it adds up. */
export interface BookPeriod {
  readonly kind: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly from: Month;
  readonly through: Month;
  /** At the end: members, those exempt, those who had not paid the last month. */
  readonly members: number;
  readonly exempt: number;
  readonly unpaidMembers: number;
  readonly collected: bigint;
  readonly retained: bigint;
  readonly toRemit: bigint;
  readonly remitted: bigint;
  /** Owed upward at the end. */
  readonly owed: bigint;
}

/** A month as part II shows it. */
export const bookMonth = (month: Month, figures: PeriodFigures, unpaidMembers: number): BookPeriod => ({
  kind: 'MONTH',
  from: month,
  through: month,
  members: figures.members,
  exempt: figures.exempt,
  unpaidMembers,
  collected: paidOf(figures),
  retained: figures.retained + figures.adjusted,
  toRemit: toRemitOf(figures),
  remitted: remittedOf(figures),
  owed: figures.owed,
});

/** Adds up months: what moved is summed, what stands is that of the last month. */
function addUp(kind: 'QUARTER' | 'YEAR', months: readonly BookPeriod[]): BookPeriod {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) throw new Error('nothing to add up');
  const sum = (of: (one: BookPeriod) => bigint) => months.reduce((total, one) => total + of(one), 0n);
  return {
    ...last,
    kind,
    from: first.from,
    collected: sum(({ collected }) => collected),
    retained: sum(({ retained }) => retained),
    toRemit: sum(({ toRemit }) => toRemit),
    remitted: sum(({ remitted }) => remitted),
  };
}

const quarterOf = (month: Month): number => Math.floor((Number(month.slice(5)) - 1) / 3);

/** Part II: the months of a year in their order, each quarter added up after its last month (or the last there is), then the year. */
export function withTotals(months: readonly BookPeriod[]): BookPeriod[] {
  if (months.length === 0) return [];
  const quarters = [...Map.groupBy(months, ({ from }) => quarterOf(from)).values()];
  return [...quarters.flatMap((quarter) => [...quarter, addUp('QUARTER', quarter)]), addUp('YEAR', months)];
}

/** The columns of the report of dues: by what kind of Party organisation the branch belongs to. */
export type ReportColumn = 'COMMUNE' | 'ENTERPRISE' | 'OTHER';
/** Where a share is kept: in branches and sub-committees (05), at the grassroots (06), above them (07). */
export type ReportLevel = 'BRANCH' | 'GRASSROOTS' | 'ABOVE';

/** Sums of one column of the report. */
export interface ColumnSums {
  readonly members: bigint;
  readonly collected: bigint;
  readonly collectedInYear: bigint;
  readonly kept: Readonly<Record<ReportLevel, bigint>>;
  readonly keptInYear: Readonly<Record<ReportLevel, bigint>>;
  readonly owed: bigint;
}

/** A line of the report: its code (mã số), its words, and a number for each column. */
export interface ReportLine {
  readonly code: string;
  readonly label: string;
  readonly byColumn: Readonly<Record<ReportColumn, bigint>>;
  readonly total: bigint;
}

const keptOf = ({ BRANCH, GRASSROOTS, ABOVE }: Record<ReportLevel, bigint>): bigint =>
  BRANCH + GRASSROOTS + ABOVE;

const lines: readonly (readonly [string, string, (sums: ColumnSums) => bigint])[] = [
  ['01', 'Tổng số đảng viên đến cuối kỳ', ({ members }) => members],
  ['02', 'Đảng phí đã thu được từ chi bộ kỳ này', ({ collected }) => collected],
  ['03', 'Đảng phí đã thu được từ chi bộ lũy kế từ đầu năm', ({ collectedInYear }) => collectedInYear],
  ['04', 'Đảng phí trích giữ lại ở các cấp kỳ này (05 + 06 + 07)', ({ kept }) => keptOf(kept)],
  ['05', 'Chi bộ, đảng bộ bộ phận', ({ kept }) => kept.BRANCH],
  ['06', 'Tổ chức cơ sở đảng', ({ kept }) => kept.GRASSROOTS],
  ['07', 'Cấp trên cơ sở', ({ kept }) => kept.ABOVE],
  ['08', 'Đảng phí trích giữ lại lũy kế từ đầu năm (09 + 10 + 11)', ({ keptInYear }) => keptOf(keptInYear)],
  ['09', 'Chi bộ, đảng bộ bộ phận', ({ keptInYear }) => keptInYear.BRANCH],
  ['10', 'Tổ chức cơ sở đảng', ({ keptInYear }) => keptInYear.GRASSROOTS],
  ['11', 'Cấp trên cơ sở', ({ keptInYear }) => keptInYear.ABOVE],
  ['12', 'Đảng phí phải nộp cấp trên kỳ này (02 − 04)', ({ collected, kept }) => collected - keptOf(kept)],
  [
    '13',
    'Đảng phí phải nộp cấp trên lũy kế từ đầu năm (03 − 08)',
    ({ collectedInYear, keptInYear }) => collectedInYear - keptOf(keptInYear),
  ],
  ['14', 'Đảng phí còn phải nộp cấp trên đến cuối kỳ', ({ owed }) => owed],
];

/** The report of dues (codes 01 to 14) from the sums of its three columns. */
export const reportLines = (columns: Readonly<Record<ReportColumn, ColumnSums>>): ReportLine[] =>
  lines.map(([code, label, of]) => {
    const byColumn = {
      COMMUNE: of(columns.COMMUNE),
      ENTERPRISE: of(columns.ENTERPRISE),
      OTHER: of(columns.OTHER),
    };
    return { code, label, byColumn, total: byColumn.COMMUNE + byColumn.ENTERPRISE + byColumn.OTHER };
  });
