/** The middle value; the mean of the two middle ones where their number is even. Refuses an empty list. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('the median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed (nearest rank). Refuses an empty list. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('a percentile of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] as number;
}

/** Median absolute deviation: how far a value usually lies from the median. */
export function deviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

/** A ratio with the interval in which it lies in 95 of 100 resamplings of its rounds. */
export type Ratio = { value: number; low: number; high: number };

/**
 * Candidate / anchor, paired by round: the median of the rounds' ratios, with a bootstrap interval. The resampling is
 * seeded, so that the same rounds always give the same interval. Refuses rounds that do not pair up.
 */
export function pairedRatio(
  candidate: readonly number[],
  anchor: readonly number[],
  resamplings = 2_000,
): Ratio {
  if (candidate.length !== anchor.length) throw new Error('every round needs both its measurements');
  const ratios = candidate.map((value, round) => value / (anchor[round] as number));
  const random = seeded(ratios.length);
  const medians = Array.from({ length: resamplings }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)] as number)),
  );
  return { value: median(ratios), low: percentile(medians, 0.025), high: percentile(medians, 0.975) };
}

/** mulberry32: small, fast, good enough to draw rounds with. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
