import { findMember } from '@dang/reference/members';
import { chainOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import type { ContributionCap, DuesFigures, MinimumWage, RateRule, RetirementAge } from './dues-rule.ts';
import type { DuesCase } from './propose-dues.rules.ts';

const inForce = `to_char(valid_from, 'YYYY-MM') as "from", to_char(valid_to, 'YYYY-MM') as "to", source`;

/** SQL: what holds in a month given as its first day, or everything when that is null. */
const ofMonth = "(?::date is null or ?::date between valid_from and coalesce(valid_to, 'infinity'))";

const whole = (amount: string | null): bigint | null => (amount === null ? null : BigInt(amount));

/** The rules and figures that hold in a month; without one, of all months, as the calculator wants them. Oldest first. */
export async function findFigures(em: SqlEntityManager, on: Month | null = null): Promise<DuesFigures> {
  const day = on && `${on}-01`;
  const rules = await em.execute<
    (Omit<RateRule, 'amount' | 'least' | 'most'> & Record<'amount' | 'least' | 'most', string | null>)[]
  >(
    `select id, regime, category, kind, bps, base_kind as "baseKind", capped, amount, least, most,
       half_at_retirement as "halfAtRetirement", rounding, unverified, ${inForce}
     from rate_rule where ${ofMonth} order by category, valid_from`,
    [day, day],
  );
  const wages = await em.execute<(Omit<MinimumWage, 'amount'> & { amount: string })[]>(
    `select id, region, amount, ${inForce} from minimum_wage where ${ofMonth} order by region, valid_from`,
    [day, day],
  );
  const caps = await em.execute<(Omit<ContributionCap, 'amount'> & { amount: string })[]>(
    `select id, amount, ${inForce} from si_cap where ${ofMonth} order by valid_from`,
    [day, day],
  );
  const retirementAges = await em.execute<RetirementAge[]>(
    `select gender, months, ${inForce} from retirement_age where ${ofMonth} order by gender, valid_from`,
    [day, day],
  );
  return {
    rules: rules.map((row) => ({
      ...row,
      amount: whole(row.amount),
      least: whole(row.least),
      most: whole(row.most),
    })),
    minimumWages: wages.map((row) => ({ ...row, amount: BigInt(row.amount) })),
    caps: caps.map((row) => ({ ...row, amount: BigInt(row.amount) })),
    retirementAges,
  };
}

/**
 * What of a member the calculator must know: gender, day of birth, and the region of the branch where their activity is (or of the
 * nearest unit above it that has one). Null for a member who is not among the copies.
 */
export async function findPerson(
  em: SqlEntityManager,
  memberId: string,
  branchId: string | null,
): Promise<Pick<DuesCase, 'gender' | 'dateOfBirth' | 'region'> | null> {
  const member = await findMember(em, memberId);
  if (!member) return null;
  const chain = branchId === null ? [] : await chainOf(em, branchId);
  const region = chain.findLast((unit) => unit.regionMinWage !== null)?.regionMinWage ?? null;
  return { gender: member.gender, dateOfBirth: member.dateOfBirth, region };
}
