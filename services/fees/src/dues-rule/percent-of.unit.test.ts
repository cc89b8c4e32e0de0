import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from './propose-dues.rules.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

test('a percentage is never further than half a unit from the exact one, and half goes up', () => {
  const property = fc.property(
    fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fc.integer({ min: 1, max: 10_000 }),
    fc.constantFrom(1, 100, 1_000),
    (amount, bps, unit) => {
      const off = 2n * (percentOf(amount, bps, unit) * 10_000n - amount * BigInt(bps));
      const half = 10_000n * BigInt(unit);
      expect(percentOf(amount, bps, unit) % BigInt(unit)).toBe(0n);
      expect(off <= half && off > -half).toBe(true);
    },
  );
  fc.assert(property, { numRuns: 1_000, seed });
  console.log(`percentages: seed ${seed}`);
});
