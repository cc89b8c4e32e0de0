import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A reorganisation that was heard of as whole. */
interface Followed {
  readonly reorganisationId: string;
  readonly decisionNumber: string;
}

/** Keeps that this reorganisation is whole. A large one is told in several parts; the first that is heard counts. */
export async function keepFollowed(
  em: SqlEntityManager,
  { reorganisationId, decisionNumber }: Followed,
): Promise<void> {
  await em.execute(
    'insert into followed_reorganisation (reorganisation_id, decision_number) values (?, ?) on conflict do nothing',
    [reorganisationId, decisionNumber],
  );
}

/** Those of the reorganisations that were heard of as whole, by id. */
export async function findFollowed(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<Map<string, Followed>> {
  if (ids.length === 0) return new Map();
  const rows: Followed[] = await em.execute(
    `select reorganisation_id as "reorganisationId", decision_number as "decisionNumber" from followed_reorganisation
     where reorganisation_id = any(array[?]::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.reorganisationId, row]));
}
