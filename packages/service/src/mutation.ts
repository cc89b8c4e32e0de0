import { type AuditLine, recordAudit } from '@dang/audit/record';
import { OptimisticLockError } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { committing } from './after-commit.ts';
import { type GraphContext, withinTransaction } from './context.ts';
import { takeKey, whoMutates } from './mutation-key.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';

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

/** Takes back everything since the last savepoint, and says why. */
export class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The line of the audit trail of what a mutation did; the unit is the capacity's, the member the actor who acts for themselves. */
export function auditLine(
  { actor }: GraphContext,
  { name, field }: Pick<MutationCall<string, unknown>, 'name' | 'field'>,
  { id, audit: given = {} }: Done,
): AuditLine {
  const { unitId = actor?.capacity?.unitId ?? null, memberId = actor?.capacity ? null : actor?.memberId } =
    given;
  return { ...given, action: name, subjectKind: field, subjectId: id, unitId, memberId };
}

/** An access token names a position for up to ten minutes after it ended: what the service has heard meanwhile counts. */
export async function refuseEndedCapacity(
  em: SqlEntityManager,
  { actor, clock, capacityEnded }: Pick<GraphContext, 'actor' | 'clock' | 'capacityEnded'>,
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
  const { accountId } = whoMutates(context, call);
  const answer = (thing: Thing | null, refusal: Refusal | null) =>
    ({ [call.field]: thing, refusal }) as MutationResult<Field, Thing>;
  try {
    const { id } = await committing(context, () =>
      context.em.fork().transactional(async (em) => {
        const known = (await takeKey(em, context, accountId, call)) as { id: string } | Refusal | null;
        const outcome: Refusal | Done =
          known ??
          (await refuseEndedCapacity(em, context)) ??
          (await withinTransaction(context, em, () => work(em)));
        if (isRefusal(outcome)) throw new RolledBack(outcome);
        if (!known) {
          await em.flush();
          await recordAudit(em, [auditLine(context, call, outcome)], context);
          await em.execute('update idempotency_key set thing_id = ? where account_id = ? and key = ?', [
            outcome.id,
            accountId,
            call.input.idempotencyKey,
          ]);
        }
        return outcome;
      }),
    );
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
