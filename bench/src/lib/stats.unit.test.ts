import { expect, test } from '@jest/globals';
import { deviation, median, pairedRatio, percentile } from './stats.ts';

test('the median of an odd and of an even number of values', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow('nothing');
});

test('percentiles are values that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile([7], 0.5)).toBe(7);
  expect(percentile([1, 2], 1)).toBe(2);
});

test('one wild round moves neither median nor deviation', () => {
  expect(deviation([10, 11, 9, 10, 500])).toBe(1);
});

test('a ratio is taken within each round, so that a slow minute slows both sides', () => {
  const anchor = [100, 50, 200, 100, 25];
  const candidate = anchor.map((value) => value * 2.5);
  expect(pairedRatio(candidate, anchor)).toEqual({ value: 2.5, low: 2.5, high: 2.5 });
});

test('the interval holds the ratio and is the same for the same rounds', () => {
  const anchor = [100, 100, 100, 100, 100];
  const candidate = [210, 190, 250, 205, 150];
  const ratio = pairedRatio(candidate, anchor);
  expect(ratio.value).toBe(2.05);
  expect(ratio.low).toBeLessThan(ratio.value);
  expect(ratio.high).toBeGreaterThan(ratio.value);
  expect(pairedRatio(candidate, anchor)).toEqual(ratio);
  expect(() => pairedRatio([1], [1, 2])).toThrow('both');
});
