import { createHmac } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { GraphContext } from './context.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';

const KEY_LIMIT = 100;

/** What a key belongs to: one mutation with one input. */
type KeyedCall = {
  name: string;
  input: { idempotencyKey: string };
  keepKey?: 'WEEK' | 'FOREVER';
};

/** Keys in one order, `bigint` and `Date` as text: the same input is the same text. */
function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
}

/** With the index key, because an input may be a personal id alone, which a plain hash of it would give away. */
function hashOf(input: object, indexKey: Uint8Array): Buffer {
  const { idempotencyKey: _key, expectedVersion: _version, ...rest } = input as Record<string, unknown>;
  return createHmac('sha256', indexKey)
    .update(JSON.stringify(canonical(rest)))
    .digest();
}

/** Who mutates. @throws `UNAUTHENTICATED` when nobody is signed in; `BAD_USER_INPUT` for a key of a wrong length. */
export function whoMutates({ actor }: GraphContext, { input }: KeyedCall): Actor {
  if (!actor) throw new GraphQLError('sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
  const { length } = input.idempotencyKey;
  if (length < 1 || length > KEY_LIMIT) {
    throw new GraphQLError(`idempotencyKey has 1..${KEY_LIMIT} characters`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return actor;
}

/**
 * Takes the key for this transaction; a call with the same key waits here until the first one ends. When the key is
 * taken, what the first call made (`id` is null where it made several things), or the refusal of another input; null when
 * this is the first.
 */
export async function takeKey(
  em: SqlEntityManager,
  { environment }: GraphContext,
  accountId: string,
  { name, input, keepKey }: KeyedCall,
): Promise<{ id: string | null } | Refusal | null> {
  const hash = hashOf(input, environment.PROVINCE_INDEX_KEY);
  const keptUntil = keepKey === 'FOREVER' ? `'infinity'` : `now() + interval '7 days'`;
  const taken = await em.execute(
    `insert into idempotency_key (account_id, key, mutation, input_hash, kept_until)
     values (?, ?, ?, ?, ${keptUntil}) on conflict do nothing returning key`,
    [accountId, input.idempotencyKey, name, hash],
  );
  if (taken.length > 0) return null;
  const [kept] = await em.execute<{ id: string | null; same: boolean }[]>(
    `select thing_id as id, mutation = ? and input_hash = ? as same
     from idempotency_key where account_id = ? and key = ?`,
    [name, hash, accountId, input.idempotencyKey],
  );
  if (!kept?.same) return refuse('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey' });
  return { id: kept.id };
}
