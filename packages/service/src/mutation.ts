import { createHash } from 'node:crypto';
import { OptimisticLockError } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { GraphContext } from './context.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';

const KEY_LIMIT = 100;

/** Which mutation, with which input, about which field of its result. */
export type MutationCall<Field extends string, Thing> = {
  /** The name of the mutation, `requestOfficialTransfer`. */
  name: string;
  input: { idempotencyKey: string };
  /** The field of the result that holds the thing: `transfer`. */
  field: Field;
  /**
   * Reads the thing, after the commit or when the same call comes again; null when it is no longer this actor's to see:
   * a key is kept for a week, and somebody's office or branch may have changed since.
   */
  load(em: SqlEntityManager, id: string): Promise<Thing | null>;
  /** How long the key is kept: 7 days, or as long as the thing (orders). */
  keepKey?: 'WEEK' | 'FOREVER';
};

/** `{ transfer, refusal }`: one of the two is null. */
export type MutationResult<Field extends string, Thing> = { [F in Field]: Thing | null } & {
  refusal: Refusal | null;
};

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

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

function hashOf(input: object): Buffer {
  const { idempotencyKey: _key, expectedVersion: _version, ...rest } = input as Record<string, unknown>;
  return createHash('sha256')
    .update(JSON.stringify(canonical(rest)))
    .digest();
}

/**
 * Takes the key for this transaction; a call with the same key waits here until the first one ends. When the key is
 * taken, what the first call made, or the refusal of another input; null when this is the first.
 */
async function takeKey(
  em: SqlEntityManager,
  accountId: string,
  { name, input, keepKey }: MutationCall<string, unknown>,
): Promise<{ id: string } | Refusal | null> {
  const hash = hashOf(input);
  const keptUntil = keepKey === 'FOREVER' ? `'infinity'` : `now() + interval '7 days'`;
  const taken = await em.execute(
    `insert into idempotency_key (account_id, key, mutation, input_hash, kept_until)
     values (?, ?, ?, ?, ${keptUntil}) on conflict do nothing returning key`,
    [accountId, input.idempotencyKey, name, hash],
  );
  if (taken.length > 0) return null;
  const [kept] = await em.execute<{ id: string; same: boolean }[]>(
    `select thing_id as id, mutation = ? and input_hash = ? as same
     from idempotency_key where account_id = ? and key = ?`,
    [name, hash, accountId, input.idempotencyKey],
  );
  if (!kept?.same) return refuse('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey' });
  return { id: kept.id };
}

/**
 * Runs a mutation once: looks up its idempotency key before anything else, does the work in one transaction, rolls
 * back on a refusal, and answers `{ [field], refusal }`. The same key and input again gives the same thing, read anew;
 * what the actor may no longer see is `NOT_FOUND` then, and another input `IDEMPOTENCY_CONFLICT`. Refusals are not kept.
 * Of two calls at once, one has an effect. Rows and events are written by `work` with the entity manager it is given, within 5 s.
 */
export async function mutate<Field extends string, Thing>(
  context: GraphContext,
  call: MutationCall<Field, Thing>,
  work: (em: SqlEntityManager) => Promise<Refusal | { id: string }>,
): Promise<MutationResult<Field, Thing>> {
  const { actor } = context;
  if (!actor) throw new GraphQLError('sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
  const { idempotencyKey } = call.input;
  if (idempotencyKey.length < 1 || idempotencyKey.length > KEY_LIMIT) {
    throw new GraphQLError(`idempotencyKey has 1..${KEY_LIMIT} characters`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  const answer = (thing: Thing | null, refusal: Refusal | null) =>
    ({ [call.field]: thing, refusal }) as MutationResult<Field, Thing>;
  try {
    const { id } = await context.em.fork().transactional(async (em) => {
      const known = await takeKey(em, actor.accountId, call);
      const outcome = known ?? (await work(em));
      if (isRefusal(outcome)) throw new RolledBack(outcome);
      if (!known) {
        await em.flush();
        await em.execute('update idempotency_key set thing_id = ? where account_id = ? and key = ?', [
          outcome.id,
          actor.accountId,
          idempotencyKey,
        ]);
      }
      return outcome;
    });
    context.em.clear();
    context.loaders.clear();
    const thing = await call.load(context.em, id);
    return answer(thing, thing === null ? refuse('NOT_FOUND') : null);
  } catch (error) {
    if (error instanceof RolledBack) return answer(null, error.refusal);
    if (error instanceof OptimisticLockError)
      return answer(null, refuse('VERSION_CONFLICT', { field: 'expectedVersion' }));
    throw error;
  }
}
