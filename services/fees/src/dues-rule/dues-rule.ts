import type { Month } from '../charging/charging.rules.ts';

/** By what somebody's dues are computed (domain 6.9). `DECLARED`: by what was declared and approved, no rule. */
export type DuesCategory =
  | 'SI_COMPULSORY'
  | 'SI_SICK_MATERNITY'
  | 'SI_OTHER_LEAVE'
  | 'PENSION'
  | 'PENSION_WITH_WORK'
  | 'MERITORIOUS_OR_INCAPACITY'
  | 'STUDENT'
  | 'NON_SI_BELOW_RETIREMENT'
  | 'NON_SI_RETIREMENT_AGE'
  | 'OVERSEAS_OFFICIAL'
  | 'OVERSEAS_OTHER'
  | 'SALARIED'
  | 'OTHER_DOMESTIC'
  | 'DECLARED';

export type RateKind = 'PERCENT' | 'FIXED' | 'BAND' | 'PERCENT_OF_MIN_WAGE';

export type BaseKind =
  | 'SI_SALARY'
  | 'SALARY'
  | 'SI_BENEFIT'
  | 'PENSION'
  | 'PENSION_AND_PAY'
  | 'ALLOWANCE'
  | 'LIVING_ALLOWANCE';

/** What holds from a month to another, both included; null: until further notice. */
export interface InForce {
  readonly from: Month;
  readonly to: Month | null;
  readonly source: string;
}

/** How dues of a category are computed. `bps` are hundredths of a per cent, amounts whole đồng, `rounding` the unit of half-up. */
export interface RateRule extends InForce {
  readonly id: string;
  readonly regime: 'A' | 'B';
  readonly category: DuesCategory;
  readonly kind: RateKind;
  readonly bps: number | null;
  readonly baseKind: BaseKind | null;
  readonly capped: boolean;
  readonly amount: bigint | null;
  readonly least: bigint | null;
  readonly most: bigint | null;
  readonly halfAtRetirement: boolean;
  readonly rounding: number;
  readonly unverified: boolean;
}

/** The minimum wage of a region, 1 to 4, in đồng a month. */
export interface MinimumWage extends InForce {
  readonly id: string;
  readonly region: number;
  readonly amount: bigint;
}

/** The salary above which social insurance, and so the dues, rise no more; by the month of the salary. */
export interface ContributionCap extends InForce {
  readonly id: string;
  readonly amount: bigint;
}

/** The normal retirement age, in months of life. */
export interface RetirementAge extends InForce {
  readonly gender: string;
  readonly months: number;
}

/** Every row there is, of whatever month. */
export interface DuesFigures {
  readonly rules: readonly RateRule[];
  readonly minimumWages: readonly MinimumWage[];
  readonly caps: readonly ContributionCap[];
  readonly retirementAges: readonly RetirementAge[];
}
