import { type Refusal, refuse } from '@dang/service/refusal';
import { formatDong } from '@dang/vietnam/dong';
import { addMonths, monthOf, monthsBetween } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';
import type { BaseKind, DuesCategory, DuesFigures, InForce, RateRule } from './dues-rule.ts';

/** Of whom, for which month, from which income. `baseMonth` left out is the month before. */
export interface DuesCase {
  readonly category: DuesCategory;
  readonly period: Month;
  readonly base: bigint | null;
  readonly baseMonth: Month | null;
  readonly gender: string;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string;
  /** Region of the minimum wage where the member's Party activity is. */
  readonly region: number | null;
}

/** What the rules say: the amount, or the band within which it is declared, and in words (Vietnamese) why. */
export interface DuesProposal {
  readonly rule: RateRule;
  /** The prescribed amount; null where the rule leaves a band. */
  readonly amount: bigint | null;
  readonly least: bigint | null;
  readonly most: bigint | null;
  readonly explanation: string;
}

const baseNames: Readonly<Record<BaseKind, string>> = {
  SI_SALARY: 'lương đóng BHXH',
  SALARY: 'tiền lương, phụ cấp tính đóng BHXH',
  SI_BENEFIT: 'trợ cấp ốm đau, thai sản',
  PENSION: 'lương hưu',
  PENSION_AND_PAY: 'lương hưu và tiền công',
  ALLOWANCE: 'trợ cấp hằng tháng',
  LIVING_ALLOWANCE: 'sinh hoạt phí',
};

const regionNames = ['I', 'II', 'III', 'IV'];
const WHOLE_BPS = 10_000n;
/** Who has neither social insurance nor pension pays by age, whatever of the three was chosen. */
const byAge: readonly DuesCategory[] = ['SI_OTHER_LEAVE', 'NON_SI_BELOW_RETIREMENT', 'NON_SI_RETIREMENT_AGE'];

/**
 * Proposes the monthly dues (QĐ 01-QĐ/TW from 02/2026, QĐ 342-QĐ/TW before) and explains them. Rounds half-up to the rule's
 * unit (A6). Refuses: `INVALID_INPUT` when no rule holds for the category in the month, the region is not known, or the income is of a later month;
 * `BASE_REQUIRED` for a category that computes from an income; `AMOUNT_INVALID` for an income of nothing or less.
 */
export function proposeDues(given: DuesCase, figures: DuesFigures): DuesProposal | Refusal {
  const retired = hasRetirementAge(given, given.period, figures);
  const category = byAge.includes(given.category)
    ? retired
      ? 'NON_SI_RETIREMENT_AGE'
      : 'NON_SI_BELOW_RETIREMENT'
    : given.category;
  const rule = figures.rules.find((row) => row.category === category && holdsIn(row, given.period));
  if (!rule) return refuse('INVALID_INPUT', { field: 'category' });
  if (rule.kind === 'PERCENT') return ofIncome(rule, given, figures);
  if (rule.kind === 'PERCENT_OF_MIN_WAGE') return ofMinimumWage(rule, given, figures);
  if (rule.kind === 'BAND') return ofBand(rule, retired);
  const amount = rule.amount ?? 0n;
  return {
    ...fixed(rule, amount),
    explanation: `Mức cố định ${formatDong(amount)} đồng/tháng (${rule.source})`,
  };
}

/** A percentage of an amount, half-up to the unit: 0,5 % of 5.432.100 is 27.161 (T5). */
export function percentOf(amount: bigint, bps: number, unit: number): bigint {
  const step = WHOLE_BPS * BigInt(unit);
  return ((2n * amount * BigInt(bps) + step) / (2n * step)) * BigInt(unit);
}

/**
 * Has the member reached the normal retirement age in this month, or before? The age rises by the year: who had reached it
 * once does not fall below it again.
 */
export function hasRetirementAge(
  { gender, dateOfBirth }: Pick<DuesCase, 'gender' | 'dateOfBirth'>,
  period: Month,
  { retirementAges }: Pick<DuesFigures, 'retirementAges'>,
): boolean {
  return retirementAges.some((row) => {
    if (row.gender !== gender || row.from > period) return false;
    const until = row.to !== null && row.to < period ? row.to : period;
    return monthsBetween(monthOf(dateOfBirth), until) >= row.months;
  });
}

const holdsIn = ({ from, to }: InForce, month: Month): boolean =>
  from <= month && (to === null || month <= to);

const fixed = (rule: RateRule, amount: bigint) => ({ rule, amount, least: amount, most: null });

const percentText = (bps: number): string => `${String(bps / 100).replace('.', ',')} %`;
const monthText = (month: Month): string => `${month.slice(5)}/${month.slice(0, 4)}`;

function ofIncome(rule: RateRule, given: DuesCase, figures: DuesFigures): DuesProposal | Refusal {
  const { base } = given;
  if (base === null) return refuse('BASE_REQUIRED', { field: 'base' });
  if (base <= 0n) return refuse('AMOUNT_INVALID', { field: 'base' });
  const baseMonth = given.baseMonth ?? addMonths(given.period, -1);
  if (baseMonth > given.period) return refuse('INVALID_INPUT', { field: 'baseMonth' });
  const cap = rule.capped ? figures.caps.find((row) => holdsIn(row, baseMonth)) : undefined;
  const isCapped = cap !== undefined && base > cap.amount;
  const counted = isCapped ? cap.amount : base;
  const bps = rule.bps ?? 0;
  const amount = percentOf(counted, bps, rule.rounding);
  const name = `${baseNames[rule.baseKind ?? 'SALARY']} tháng ${monthText(baseMonth)}`;
  const shown = isCapped
    ? `${formatDong(base)}, tính theo mức trần ${formatDong(cap.amount)}`
    : formatDong(base);
  return {
    ...fixed(rule, amount),
    explanation: `${percentText(bps)} × ${name} (${shown}) = ${formatDong(amount)}`,
  };
}

function ofMinimumWage(rule: RateRule, given: DuesCase, figures: DuesFigures): DuesProposal | Refusal {
  const { region, period } = given;
  const wage = figures.minimumWages.find((row) => row.region === region && holdsIn(row, period));
  if (!wage) return refuse('INVALID_INPUT', { field: 'month' });
  const bps = rule.bps ?? 0;
  const amount = percentOf(wage.amount, bps, rule.rounding);
  const name = `lương tối thiểu vùng ${regionNames[wage.region - 1]} tháng ${monthText(period)}`;
  return {
    ...fixed(rule, amount),
    explanation: `${percentText(bps)} × ${name} (${formatDong(wage.amount)}) = ${formatDong(amount)}`,
  };
}

function ofBand(rule: RateRule, retired: boolean): DuesProposal {
  const half = rule.halfAtRetirement && retired ? 2n : 1n;
  const least = (rule.least ?? 0n) / half;
  const most = (rule.most ?? 0n) / half;
  const why = half === 2n ? 'ngoài độ tuổi lao động: 50 %, ' : '';
  return {
    rule,
    amount: null,
    least,
    most,
    explanation: `Từ ${formatDong(least)} đến ${formatDong(most)} đồng/tháng (${why}${rule.source})`,
  };
}
