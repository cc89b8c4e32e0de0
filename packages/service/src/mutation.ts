import { createHmac } from 'node:crypto';
import { recordAudit } from '@dang/audit/record';
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

/**
 * What the audit trail should know of a mutation beyond its name and its thing. Left out, the unit is the one of the
 * actor's capacity, and the member the actor who acts for themselves. Personal numbers do not belong into before and after.
 */
export type Audited = {
  unitId?: string | null;
  memberId?: string | null;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
};

/** What the work of a mutation made: the id of the thing, and what to keep of it. */
export type Done = { id: string; audit?: Audited };

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

/** With the index key, because an input may be a personal id alone, which a plain hash of it would give away. */
function hashOf(input: object, indexKey: Uint8Array): Buffer {
  const { idempotencyKey: _key, expectedVersion: _version, ...rest } = input as Record<string, unknown>;
  return createHmac('sha256', indexKey)
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
  indexKey: Uint8Array,
): Promise<{ id: string } | Refusal | null> {
  const hash = hashOf(input, indexKey);
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

function audit(
  em: SqlEntityManager,
  context: GraphContext,
  { name, field }: MutationCall<string, unknown>,
  { id, audit: given = {} }: Done,
): Promise<void> {
  const { actor } = context;
  const { unitId = actor?.capacity?.unitId ?? null, memberId = actor?.capacity ? null : actor?.memberId } =
    given;
  const line = { ...given, action: name, subjectKind: field, subjectId: id, unitId, memberId };
  return recordAudit(em, [line], context);
}

/** An access token names a position for up to ten minutes after it ended: what the service has heard meanwhile counts. */
async function refuseEndedCapacity(
  em: SqlEntityManager,
  { actor, clock, capacityEnded }: GraphContext,
): Promise<Refusal | null> {
  if (!actor?.capacity || !capacityEnded) return null;
  const ended = await capacityEnded(em, actor.capacity.positionId, clock.today());
  return ended ? refuse('POSITION_ENDED') : null;
}

/**
 * Runs a mutation once: looks up its idempotency key before anything else, does the work in one transaction, rolls
 * back on a refusal, and answers `{ [field], refusal }`. The same key and input again gives the same thing, read anew;
 * what the actor may no longer see is `NOT_FOUND` then, and another input `IDEMPOTENCY_CONFLICT`. Refusals are not kept.
 * A capacity that has ended is refused `POSITION_ENDED`. Of two calls at once, one has an effect. Rows and events are written by `work` with the entity manager it is given, within 5 s;
 * the line of the audit trail is written here, in the same transaction.
 */
export async function mutate<Field extends string, Thing>(
  context: GraphContext,
  call: MutationCall<Field, Thing>,
  work: (em: SqlEntityManager) => Promise<Refusal | Done>,
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
      const known = await takeKey(em, actor.accountId, call, context.environment.PROVINCE_INDEX_KEY);
      const outcome: Refusal | Done = known ?? (await refuseEndedCapacity(em, context)) ?? (await work(em));
      if (isRefusal(outcome)) throw new RolledBack(outcome);
      if (!known) {
        await em.flush();
        await audit(em, context, call, outcome);
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
