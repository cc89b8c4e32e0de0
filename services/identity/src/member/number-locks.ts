import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Holds these numbers (blind indexes, old card numbers) for the rest of the transaction, before it asks whether they are
 * taken: of two who would give one number to two people at once, the second waits here and then sees the first. In one order,
 * so that two with two numbers do not wait for each other.
 */
export async function holdNumbers(
  em: SqlEntityManager,
  numbers: readonly (string | null | undefined)[],
): Promise<void> {
  const held = [...new Set(numbers.filter((number) => typeof number === 'string'))].sort();
  for (const number of held)
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('number ' || ?, 0))`, [number]);
}
