import { isRefusal } from '@dang/service/refusal';
import { describe, expect, test } from '@jest/globals';
import type { AllocationPolicy } from './allocation.rules.ts';
import { rangeFault } from './choice.rules.ts';
import { explain } from './explanation.rules.ts';

const policy: AllocationPolicy = {
  id: 'QD01_DEFAULT',
  levels: ['BRANCH', 'GRASSROOTS_COMMITTEE', 'PROVINCE', 'CENTRAL'],
  bps: [7000, 1500, 750, 750],
  basis: 'OF_RECEIVED',
  isUsual: true,
  branchRange: null,
};
const units = ['branch', 'commune', 'province', 'central'];
const rowsOf = (amount: bigint, amounts: bigint[]) =>
  explain(policy, 'QD01_DEFAULT', amount, units, amounts).shares.map(
    ({ exact, floor, extra, amount: part, why }) => `${exact} ${floor}+${extra}=${part} ${why}`,
  );

describe('a share is explained', () => {
  test('T21: three đồng left over go to the fractions .9, .9 and .8', () => {
    expect(rowsOf(116_532n, [81_572n, 17_480n, 8_740n, 8_740n])).toEqual([
      '81572.4 81572+0=81572 Phần lẻ 0.4 đứng thứ 4; 3 đồng còn lại đã chia cho phần lẻ lớn hơn.',
      '17479.8 17479+1=17480 Phần lẻ 0.8 đứng thứ 3; được 1 trong 3 đồng còn lại.',
      '8739.9 8739+1=8740 Phần lẻ 0.9 đứng thứ 1, bằng nhau thì cấp gần chi bộ hơn đứng trước; được 1 trong 3 đồng còn lại.',
      '8739.9 8739+1=8740 Phần lẻ 0.9 đứng thứ 2, bằng nhau thì cấp gần chi bộ hơn đứng trước; được 1 trong 3 đồng còn lại.',
    ]);
  });

  test('T24: of two halves the nearer unit gets the đồng', () => {
    expect(rowsOf(37_500n, [26_250n, 5_625n, 2_813n, 2_812n]).map((row) => row.split(' Phần')[0])).toEqual([
      '26250 26250+0=26250 Chia hết, không có phần lẻ.',
      '5625 5625+0=5625 Chia hết, không có phần lẻ.',
      '2812.5 2812+1=2813',
      '2812.5 2812+0=2812',
    ]);
  });

  test('with what the branch keeps by choice', () => {
    const ranged = { ...policy, bps: [5000, 4500, 250, 250], branchRange: { least: 3000, most: 5000 } };
    const explained = explain(ranged, 'QD342/3000', 10_000n, units, [3_000n, 6_300n, 350n, 350n]);
    expect(explained).toMatchObject({ chosenBranchBps: 3000, leftOver: 0 });
    expect(explained.shares.map(({ bps }) => bps)).toEqual([3000, 6300, 350, 350]);
  });

  test('never otherwise than it was divided', () => {
    expect(() => rowsOf(60_000n, [42_001n, 8_999n, 4_500n, 4_500n])).toThrow('branch got 42001');
  });
});

describe('a choice', () => {
  const ranged = { ...policy, bps: [5000, 4500, 250, 250], branchRange: { least: 3000, most: 5000 } };
  const fault = (
    policies: AllocationPolicy[],
    basis: 'OF_RECEIVED' | 'OF_COLLECTED' | null,
    branchBps: number | null,
  ) => {
    const found = rangeFault(policies, { basis, branchBps });
    return isRefusal(found) ? [found.code, found.params] : found;
  };

  test.each([
    ['within the range', 3000],
    ['at its upper end', 5000],
    ['of no share', null],
  ])('%s is open', (_, bps) => {
    expect(fault([ranged], 'OF_RECEIVED', bps)).toBeNull();
  });

  test.each([
    ['below the range', 2999, [ranged], { least: 3000, most: 5000 }],
    ['above it', 5001, [ranged], { least: 3000, most: 5000 }],
    ['where no policy leaves one', 7000, [policy], { least: 7000, most: 7000 }],
  ])('of a share %s is not', (_, bps, policies, params) => {
    expect(fault(policies, null, bps)).toEqual(['SHARE_OUT_OF_RANGE', params]);
  });

  test('of a basis without a policy is not', () => {
    expect(fault([ranged], 'OF_COLLECTED', null)).toEqual(['NO_ALLOCATION_POLICY', {}]);
  });
});
