import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDong, parseDong, splitByLargestRemainder } from './dong.ts';

const shares = (...bps: number[]) => bps.map((share) => ({ bps: share }));
const qd01 = shares(7000, 1500, 750, 750);

describe('splitByLargestRemainder', () => {
  test('T21: three left-over đồng of 116,532 go to the fractions .9, .9 and .8', () => {
    expect(splitByLargestRemainder(116_532n, qd01)).toEqual([81_572n, 17_480n, 8_740n, 8_740n]);
  });
  test('T23: 60,000 splits without rounding', () => {
    expect(splitByLargestRemainder(60_000n, qd01)).toEqual([42_000n, 9_000n, 4_500n, 4_500n]);
  });
  test('T24: of two halves the level nearer to the branch gets the đồng', () => {
    expect(splitByLargestRemainder(37_500n, qd01)).toEqual([26_250n, 5_625n, 2_813n, 2_812n]);
  });
  test('T29: 60,000 under Decision 342, of what is received and of what is collected', () => {
    const received = shares(5000, 4500, 250, 250);
    const collected = shares(5000, 4000, 500, 500);
    expect(splitByLargestRemainder(60_000n, received)).toEqual([30_000n, 27_000n, 1_500n, 1_500n]);
    expect(splitByLargestRemainder(60_000n, collected)).toEqual([30_000n, 24_000n, 3_000n, 3_000n]);
  });
  test('nothing splits into nothings', () => {
    expect(splitByLargestRemainder(0n, qd01)).toEqual([0n, 0n, 0n, 0n]);
  });
  test('refuses shares that are not the whole, and negative amounts', () => {
    expect(() => splitByLargestRemainder(1n, shares(7000, 2999))).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, shares(10_500, -500))).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(-1n, qd01)).toThrow(RangeError);
  });

  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
  test(`T42: parts always make the amount, each less than a đồng from its share (seed ${seed})`, () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 5 });
    const amounts = fc.bigInt({ min: 0n, max: 1_000_000_000n });
    const policies = cuts.map((points) => {
      const edges = [0, ...points.sort((a, b) => a - b), 10_000];
      return shares(...edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)));
    });
    const holds = fc.property(amounts, policies, (amount, policy) => {
      const parts = splitByLargestRemainder(amount, policy);
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
      parts.forEach((part, index) => {
        const off = part * 10_000n - amount * BigInt(policy[index]?.bps ?? 0);
        expect(off > -10_000n && off < 10_000n).toBe(true);
      });
    });
    fc.assert(holds, { seed, numRuns: 1_000 });
  });
});

describe('đồng as people write it', () => {
  test.each([
    ['60.000', 60_000n],
    ['60000', 60_000n],
    [' 1.005.000 đồng ', 1_005_000n],
    ['116.532đ', 116_532n],
    ['0', 0n],
    ['-5.000', -5_000n],
  ])('%s is read', (text, amount) => expect(parseDong(text)).toBe(amount));

  test.each(['', '60,000', '60.00', '6.0000', '1e5', '60.000 USD', '٣', '60 000'])('%s is refused', (text) =>
    expect(parseDong(text)).toBeNull(),
  );

  test.each([
    [0n, '0'],
    [999n, '999'],
    [60_000n, '60.000'],
    [1_005_000n, '1.005.000'],
    [-116_532n, '-116.532'],
  ])('%s is written', (amount, text) => {
    expect(formatDong(amount)).toBe(text);
    expect(parseDong(text)).toBe(amount);
  });
});
