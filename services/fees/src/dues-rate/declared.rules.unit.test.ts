import { expect, test } from '@jest/globals';
import type { DuesProposal } from '../dues-rule/propose-dues.rules.ts';
import { declaredParts } from './declared.rules.ts';

const prescribed = (given: Partial<DuesProposal>) =>
  ({ amount: null, least: null, most: null, ...given }) as DuesProposal;
const rate = prescribed({ amount: 116_532n });
const band = prescribed({ least: 30_000n, most: 400_000n });

test('T17 50,000 above 116,532 are given beyond the rate', () => {
  expect(declaredParts(166_532n, rate)).toEqual({ regular: 116_532n, voluntary: 50_000n });
});

test('A5 up to 1,000 đồng more is rounding, one more is given', () => {
  expect(declaredParts(117_532n, rate)).toEqual({ regular: 117_532n, voluntary: 0n });
  expect(declaredParts(117_533n, rate)).toEqual({ regular: 116_532n, voluntary: 1_001n });
});

test('less than the rate is dues all the same', () => {
  expect(declaredParts(1n, rate)).toEqual({ regular: 1n, voluntary: 0n });
});

test('T16 within a band both ends count, outside of it nothing', () => {
  expect(declaredParts(30_000n, band)).toEqual({ regular: 30_000n, voluntary: 0n });
  expect(declaredParts(400_000n, band)).toEqual({ regular: 400_000n, voluntary: 0n });
  expect(declaredParts(25_000n, band)).toEqual({ least: 30_000n, most: 400_000n });
  expect(declaredParts(450_000n, band)).toEqual({ least: 30_000n, most: 400_000n });
});

test('without a rule what is declared is what is paid', () => {
  expect(declaredParts(60_000n, null)).toEqual({ regular: 60_000n, voluntary: 0n });
});
