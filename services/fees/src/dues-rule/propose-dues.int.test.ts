import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFees } from '../../test/fees-stage.ts';
import { findFigures } from './dues-rule.rows.ts';
import type { DuesFigures } from './dues-rule.ts';
import { type DuesCase, hasRetirementAge, percentOf, proposeDues } from './propose-dues.rules.ts';

// the numbers of domain 15.1, by the rows that the migration ships
let fees: Awaited<ReturnType<typeof openFees>>;
let figures: DuesFigures;
beforeAll(async () => {
  fees = await openFees();
  figures = await findFigures(fees.em());
});
afterAll(() => fees.close());

const somebody: DuesCase = {
  category: 'SI_COMPULSORY',
  period: '2026-07',
  base: null,
  baseMonth: null,
  gender: 'FEMALE',
  dateOfBirth: '1990-02-17',
  region: 1,
};

const ask = (given: Partial<DuesCase>) => proposeDues({ ...somebody, ...given }, figures);
const proposed = (given: Partial<DuesCase>) => {
  const proposal = ask(given);
  if (isRefusal(proposal)) throw new Error(proposal.code);
  return proposal;
};
const amount = (given: Partial<DuesCase>) => proposed(given).amount;
const refusal = (given: Partial<DuesCase>) => {
  const proposal = ask(given);
  return isRefusal(proposal) ? `${proposal.code} ${proposal.field}` : 'none';
};

describe('who pays social insurance', () => {
  test('T1 pays 1 % of the salary of the month before, and reads how', () => {
    const { amount, explanation } = proposed({ base: 11_653_200n });
    expect(amount).toBe(116_532n);
    expect(explanation).toBe('1 % × lương đóng BHXH tháng 06/2026 (11.653.200) = 116.532');
  });
  test('T2 in August by the salary of July', () => {
    const { amount, explanation } = proposed({ period: '2026-08', base: 12_599_400n });
    expect(amount).toBe(125_994n);
    expect(explanation).toContain('tháng 07/2026');
  });
  test.each([
    ['2026-05', 468_000n, '46.800.000'],
    ['2026-06', 468_000n, '46.800.000'],
    ['2026-07', 506_000n, '50.600.000'],
    ['2026-08', 506_000n, '50.600.000'],
  ])('T3 a salary of 60 million in %s counts up to the ceiling of that month', (baseMonth, dues, cap) => {
    const { amount, explanation } = proposed({ period: '2026-09', base: 60_000_000n, baseMonth });
    expect(amount).toBe(dues);
    expect(explanation).toContain(`60.000.000, tính theo mức trần ${cap}`);
  });
  test('T15 on maternity leave 1 % of the benefit', () => {
    expect(amount({ category: 'SI_SICK_MATERNITY', base: 10_000_000n })).toBe(100_000n);
  });
  test('without an income there is nothing to compute from', () => {
    expect(refusal({})).toBe('BASE_REQUIRED base');
    expect(refusal({ base: 0n })).toBe('AMOUNT_INVALID base');
    expect(refusal({ base: -1n })).toBe('AMOUNT_INVALID base');
    expect(refusal({ base: 1n, baseMonth: '2026-08' })).toBe('INVALID_INPUT baseMonth');
  });
});

describe('pensions and allowances', () => {
  test.each([
    ['T4', 7_500_000n, 37_500n],
    ['T5, half-up', 5_432_100n, 27_161n],
  ])('%s: 0.5 %% of the pension', (_case, base, dues) => {
    expect(amount({ category: 'PENSION', base })).toBe(dues);
  });
  test('what is not verified says so', () => {
    expect(proposed({ category: 'PENSION_WITH_WORK', base: 9_000_000n })).toMatchObject({
      amount: 45_000n,
      rule: { unverified: true },
    });
  });
});

test('T6 a student pays 5,000', () => {
  expect(amount({ category: 'STUDENT' })).toBe(5_000n);
});

describe('without social insurance or pension, by the minimum wage of the region and by age', () => {
  const woman = { category: 'NON_SI_BELOW_RETIREMENT', gender: 'FEMALE', dateOfBirth: '1969-07-20' } as const;
  const man = { category: 'NON_SI_BELOW_RETIREMENT', gender: 'MALE', dateOfBirth: '1965-01-31' } as const;

  test('T7 a woman of 56 years and 11 months', () => {
    const { amount, explanation } = proposed({ ...woman, period: '2026-06' });
    expect(amount).toBe(15_930n);
    expect(explanation).toBe('0,3 % × lương tối thiểu vùng I tháng 06/2026 (5.310.000) = 15.930');
  });
  test('T8 the same woman a month later, at 57, whatever was chosen', () => {
    expect(amount({ ...woman, period: '2026-07' })).toBe(10_620n);
    expect(amount({ ...woman, category: 'SI_OTHER_LEAVE', period: '2026-07' })).toBe(10_620n);
  });
  test('T9 a man of 61 years and 5 months, and of 6, in region IV', () => {
    expect(amount({ ...man, region: 4, period: '2026-06' })).toBe(11_100n);
    expect(amount({ ...man, region: 4, period: '2026-07' })).toBe(7_400n);
  });
  test('T10 regions II and III', () => {
    expect(amount({ category: 'NON_SI_BELOW_RETIREMENT', region: 2 })).toBe(14_190n);
    expect(amount({ category: 'NON_SI_BELOW_RETIREMENT', region: 3 })).toBe(12_420n);
  });
  test('A32 the first phase ends with 12/2027', () => {
    expect(amount({ category: 'NON_SI_BELOW_RETIREMENT', period: '2027-12' })).toBe(15_930n);
    expect(amount({ category: 'NON_SI_BELOW_RETIREMENT', period: '2028-01' })).toBe(26_550n);
  });
  test('of a branch without a region nothing is proposed', () => {
    expect(refusal({ category: 'NON_SI_BELOW_RETIREMENT', region: null })).toBe('INVALID_INPUT month');
  });
  test('who had reached the age of one year does not fall below that of the next', () => {
    const born = { gender: 'FEMALE', dateOfBirth: '1969-04-10' };
    expect(hasRetirementAge(born, '2025-11', figures)).toBe(false);
    expect(hasRetirementAge(born, '2025-12', figures)).toBe(true);
    expect(hasRetirementAge(born, '2026-01', figures)).toBe(true);
  });
});

describe('bands', () => {
  test('T16 abroad in another case, from 30,000 to 400,000', () => {
    expect(proposed({ category: 'OVERSEAS_OTHER' })).toMatchObject({
      amount: null,
      least: 30_000n,
      most: 400_000n,
    });
  });
  test('regime A: 2,000 to 30,000, half of it beyond working age', () => {
    const given = { category: 'OTHER_DOMESTIC', period: '2026-01' } as const;
    expect(proposed(given)).toMatchObject({ least: 2_000n, most: 30_000n });
    expect(proposed({ ...given, dateOfBirth: '1950-01-01' })).toMatchObject({ least: 1_000n, most: 15_000n });
  });
});

describe('A1 the regime is that of the period', () => {
  test('T18 01/2026 is computed by Decision 342, whenever it is paid', () => {
    const { amount, rule } = proposed({ category: 'SALARIED', period: '2026-01', base: 12_000_000n });
    expect(amount).toBe(120_000n);
    expect(rule.regime).toBe('A');
  });
  test('a category that the regime does not know is refused', () => {
    expect(refusal({ category: 'SALARIED', period: '2026-02', base: 1n })).toBe('INVALID_INPUT category');
    expect(refusal({ category: 'SI_COMPULSORY', period: '2026-01', base: 1n })).toBe(
      'INVALID_INPUT category',
    );
  });
});

test('A6 half-up to 1, 100 or 1,000 đồng', () => {
  expect([1, 100, 1_000].map((unit) => percentOf(11_653_250n, 100, unit))).toEqual([
    116_533n,
    116_500n,
    117_000n,
  ]);
});
