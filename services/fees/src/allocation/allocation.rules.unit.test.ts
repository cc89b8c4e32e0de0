import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AllocationPolicy,
  allocationOf,
  policyFor,
  policyName,
  readPolicyName,
  sharesOf,
} from './allocation.rules.ts';

const four = ['BRANCH', 'GRASSROOTS_COMMITTEE', 'PROVINCE', 'CENTRAL'];
const five = ['BRANCH', 'GRASSROOTS_COMMITTEE', 'SUPERIOR', 'PROVINCE', 'CENTRAL'];
const policy = (
  id: string,
  levels: string[],
  bps: number[],
  more: Partial<AllocationPolicy> = {},
): AllocationPolicy => ({
  id,
  levels,
  bps,
  basis: 'OF_RECEIVED',
  isUsual: true,
  branchRange: null,
  ...more,
});
const branchRange = { least: 3000, most: 5000 };
const received = policy('RECEIVED', four, [5000, 4500, 250, 250], { isUsual: false, branchRange });
const collected = policy('COLLECTED', four, [5000, 4000, 500, 500], { basis: 'OF_COLLECTED', branchRange });
const other = policy('OTHER', five, [5000, 3500, 750, 375, 375], { branchRange });
const regime01 = policy('QD01', four, [7000, 1500, 750, 750]);
const regime01of5 = policy('QD01_5', five, [7000, 1500, 750, 375, 375]);

const path = (...types: string[]) => types.map((type, index) => ({ id: `${index}`, type }));
const unchosen = { basis: null, branchBps: null };
const divide = (amount: bigint, policies: AllocationPolicy[], chosen = unchosen, types = four) =>
  allocationOf(path(...types), amount, policies, chosen)?.amounts;

describe('an amount is divided', () => {
  test.each([
    ['T21', 116_532n, [81_572n, 17_480n, 8_740n, 8_740n]],
    ['T23', 60_000n, [42_000n, 9_000n, 4_500n, 4_500n]],
    ['T24, a tie goes to who is nearer to the branch', 37_500n, [26_250n, 5_625n, 2_813n, 2_812n]],
  ])('%s: %d', (_, amount, parts) => {
    expect(divide(amount, [regime01])).toEqual(parts);
  });

  test('of what is received or of what is collected, as chosen (T29)', () => {
    const both = [received, collected];
    expect(divide(60_000n, both, { ...unchosen, basis: 'OF_RECEIVED' } as never)).toEqual([
      30_000n,
      27_000n,
      1_500n,
      1_500n,
    ]);
    expect(divide(60_000n, both)).toEqual([30_000n, 24_000n, 3_000n, 3_000n]);
  });

  test('a sub-committee has no share: the amount passes through it', () => {
    const through = ['BRANCH', 'SUB_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR', 'PROVINCE', 'CENTRAL'];
    expect(allocationOf(path(...through), 116_532n, [regime01of5], unchosen)).toEqual({
      policyId: 'QD01_5',
      units: ['0', '2', '3', '4', '5'],
      amounts: [81_572n, 17_480n, 8_740n, 4_370n, 4_370n],
    });
  });

  test('not at all when no policy is for the path', () => {
    expect(allocationOf(path('BRANCH', 'PROVINCE', 'CENTRAL'), 1n, [regime01], unchosen)).toBeNull();
    expect(allocationOf([], 1n, [regime01], unchosen)).toBeNull();
  });

  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
  test(`T42: Σ = amount, every part within one đồng of its share, none negative, whatever the policy (seed ${seed})`, () => {
    const anyPolicy = fc
      .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 6 })
      .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
      .map((bounds) => bounds.slice(1).map((bound, index) => bound - (bounds[index] ?? 0)));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000_000n }), anyPolicy, (amount, bps) => {
        const types = bps.map((_, index) => `L${index}`);
        const parts = divide(amount, [policy('ANY', types, bps)], unchosen, types) ?? [];
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const off = part * 10_000n - amount * BigInt(bps[index] ?? 0);
          expect(off > -10_000n && off < 10_000n && part >= 0n).toBe(true);
        }
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

describe('a basis that is chosen', () => {
  test('holds where there is a policy of it for the path, else the usual one holds', () => {
    const choose = (basis: 'OF_RECEIVED' | 'OF_COLLECTED') => ({ basis, branchBps: null });
    expect(policyFor(path(...four), [received, collected, other], choose('OF_RECEIVED'))).toBe(received);
    expect(policyFor(path(...five), [received, collected, other], choose('OF_COLLECTED'))).toBe(other);
  });
});

describe('what the branch keeps by choice (A4)', () => {
  test.each([
    [
      'of what is received: who is above goes on keeping 90 % and 50 % of the rest',
      received,
      3000,
      [3000, 6300, 350, 350],
    ],
    ['of what is collected: the commune makes up the difference', collected, 3000, [3000, 6000, 500, 500]],
    ['of five levels, an odd remainder to who is nearer', other, 4999, [4999, 3501, 750, 375, 375]],
    ['the same as the policy', received, 5000, [5000, 4500, 250, 250]],
  ])('%s', (_, of, bps, shares) => {
    expect(sharesOf(of, bps)).toEqual(shares);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  test('out of the range of the policy, or where it has none, does not hold', () => {
    expect(divide(10_000n, [collected], { basis: null, branchBps: 2999 } as never)).toEqual([
      5_000n,
      4_000n,
      500n,
      500n,
    ]);
    expect(divide(10_000n, [regime01], { basis: null, branchBps: 4000 } as never)).toEqual([
      7_000n,
      1_500n,
      750n,
      750n,
    ]);
  });

  test('is part of the name that an order line keeps', () => {
    expect(policyName(received, 5000)).toBe('RECEIVED');
    expect(policyName(received, 4000)).toBe('RECEIVED/4000');
    expect(readPolicyName('RECEIVED/4000')).toEqual({ id: 'RECEIVED', branchBps: 4000 });
    expect(readPolicyName('RECEIVED')).toEqual({ id: 'RECEIVED', branchBps: null });
  });
});
