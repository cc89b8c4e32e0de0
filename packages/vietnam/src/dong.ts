const groupsOfThree = /^-?\d{1,3}(\.\d{3})+$/;
const plainDigits = /^-?\d+$/;

/** Reads an amount of whole đồng as people write it: `60.000`, `60000`, `60.000 đ`, `60.000 đồng`. Anything else is `null`. */
export function parseDong(text: string): bigint | null {
  const digits = text
    .normalize('NFC')
    .trim()
    .replace(/\s*(đồng|đ|₫)$/iu, '');
  if (!groupsOfThree.test(digits) && !plainDigits.test(digits)) return null;
  return BigInt(digits.replaceAll('.', ''));
}

/** Writes an amount of đồng with `.` between thousands and without a unit: `116.532`. */
export function formatDong(amount: bigint): string {
  return amount.toString().replace(/\B(?=(\d{3})+$)/g, '.');
}

const wholeInBasisPoints = 10_000;

/**
 * Splits an amount by shares in basis points (Σ = 10,000) so that Σ parts = amount and each part is less than one đồng
 * away from its exact share. Every part is floored, then the đồng left over go one by one to the largest fractions; of
 * equal fractions the earlier share (the level nearer to the branch) comes first. Returns the parts in the order of the
 * shares. Refuses (throws, a bug) a negative amount and shares that are not whole, not positive or not the whole.
 */
export function splitByLargestRemainder(
  amount: bigint,
  shares: readonly { readonly bps: number }[],
): bigint[] {
  const total = shares.reduce((sum, share) => sum + share.bps, 0);
  if (total !== wholeInBasisPoints || shares.some(({ bps }) => !Number.isInteger(bps) || bps < 0)) {
    throw new RangeError(`shares must be whole basis points that make 10,000 in all, not ${total}`);
  }
  if (amount < 0n) throw new RangeError(`cannot split the negative amount ${amount}`);
  const whole = BigInt(wholeInBasisPoints);
  const exact = shares.map(({ bps }) => amount * BigInt(bps));
  const parts = exact.map((product) => product / whole);
  const leftOver = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  const byFraction = exact
    .map((product, index) => ({ index, fraction: product % whole }))
    .sort((a, b) => Number(b.fraction - a.fraction) || a.index - b.index);
  for (const { index } of byFraction.slice(0, leftOver)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
