import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** As many deltas, or units that moved, as one transaction takes in: well under 5 s. */
const AT_MOST = { deltas: 20_000, units: 1_000 } as const;

/**
 * Adds what has been charged, paid and given back since the last time to the totals of its unit and of all above it, as the tree stood
 * on the last day of each month. Everything of transactions that ended before the oldest one still open; a bounded number at a time,
 * and answers how many, 0 when nothing waits. Two at once wait for each other.
 */
export async function foldTotals(em: SqlEntityManager, atMost: number = AT_MOST.deltas): Promise<number> {
  const [row] = await em.execute<{ folded: number }[]>('select fold_totals(?) as folded', [atMost]);
  return row?.folded ?? 0;
}

/**
 * Lets the totals follow the tree: what units that have moved collected and kept, in the months whose last day is the day of the move
 * or later, leaves the units they lay below and goes to those they lie below now. A bounded number of units at a time, and answers
 * how many, 0 when nobody has moved.
 */
export async function followPlaces(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ moved: number }[]>('select follow_places(?) as moved', [AT_MOST.units]);
  return row?.moved ?? 0;
}
