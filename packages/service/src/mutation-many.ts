import { recordAudit } from '@dang/audit/record';
import { OptimisticLockError } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { committing, takingBack } from './after-commit.ts';
import { type GraphContext, withinTransaction } from './context.ts';
import { auditLine, type Done, type MutationCall, RolledBack, refuseEndedCapacity } from './mutation.ts';
import { takeKey, whoMutates } from './mutation-key.ts';
import { isRefusal, type Refusal, type RefusalCode, type RefusalParams, refuse } from './refusal.ts';

/** How many things one call may act on: it is one transaction, which lives less than 5 s. */
export const MOST_AT_ONCE = 100;

/** Which mutation of many, with which input, about which field of each of its `items`; see `MutationCall`. */
export type MutationOfManyCall<Field extends string, Thing> = Omit<MutationCall<Field, Thing>, 'keepKey'> & {
  /** The field of the input that names the things: `itemIds`; a refusal of the whole call points at it. */
  idsField: string;
};

/** What became of one thing: `{ id, item, refusal }`, one of the last two is null. */
type ItemResult<Field extends string, Thing> = { [F in Field]: Thing | null } & {
  id: string;
  refusal: Refusal | null;
};

/** `{ items, refusal }`: one of the two is null. A refusal here is one of the whole call. */
export type MutationOfManyResult<Field extends string, Thing> = {
  items: ItemResult<Field, Thing>[] | null;
  refusal: Refusal | null;
};

/** What became of one thing, as it is kept with the key: the id of what was made or changed, or why not. */
type Outcome = { id: string; thingId: string } | { id: string; refusal: KeptRefusal };
type KeptRefusal = { code: RefusalCode; field: string | null; params: RefusalParams };

const refusalOf = ({ code, field, params }: KeptRefusal): Refusal => refuse(code, { field, params });

/** Nothing had an effect: the transaction, and the key with it, is taken back. */
class NothingDone extends Error {
  readonly outcomes: readonly Outcome[];
  constructor(outcomes: readonly Outcome[]) {
    super('every one was refused');
    this.outcomes = outcomes;
  }
}

/** Does the work on one thing in a savepoint of its own: what it wrote goes when it is refused. */
async function tryOne(
  em: SqlEntityManager,
  context: GraphContext,
  id: string,
  work: (em: SqlEntityManager, id: string) => Promise<Refusal | Done>,
): Promise<Done | Refusal> {
  try {
    return await takingBack(context, () =>
      em.transactional(async (own) => {
        const done = await withinTransaction(context, own, () => work(own, id));
        if (isRefusal(done)) throw new RolledBack(done);
        return done;
      }),
    );
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    if (error instanceof OptimisticLockError) return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
    throw error;
  }
}

/** What is done besides, in the same transaction, once every one was tried: one event that names all that were done. */
type Afterwards = (em: SqlEntityManager, done: readonly string[]) => Promise<void>;

/** The things themselves, or how they are found (or refused as a whole) inside the transaction, once the key is taken. */
type Things = readonly string[] | ((em: SqlEntityManager) => Promise<readonly string[] | Refusal>);

/** The ids as they are kept and answered; the refusal of a list that nobody may send. */
function listed(ids: readonly string[], idsField: string): string[] | Refusal {
  const wanted = ids.map((id) => id.toLowerCase());
  if (wanted.length < 1 || wanted.length > MOST_AT_ONCE || new Set(wanted).size < wanted.length)
    return refuse('INVALID_INPUT', { field: idsField });
  return wanted;
}

async function doAll(
  em: SqlEntityManager,
  context: GraphContext,
  call: MutationOfManyCall<string, unknown>,
  things: Things,
  work: (em: SqlEntityManager, id: string) => Promise<Refusal | Done>,
  afterwards: Afterwards | undefined,
): Promise<Outcome[]> {
  const ids = typeof things === 'function' ? await things(em) : things;
  if (isRefusal(ids)) throw new RolledBack(ids);
  const outcomes = new Map<string, Outcome>();
  const lines = [];
  // in one order, so that two calls about the same things wait for each other instead of for ever
  for (const id of ids.toSorted()) {
    const done = await tryOne(em, context, id, work);
    if (isRefusal(done)) {
      const params = Object.entries(done.params).map(([name, value]) => [name, String(value)] as const);
      outcomes.set(id, {
        id,
        refusal: { code: done.code, field: done.field, params: Object.fromEntries(params) },
      });
    } else {
      outcomes.set(id, { id, thingId: done.id });
      lines.push(auditLine(context, call, done));
    }
  }
  const inOrder = ids.flatMap((id) => outcomes.get(id) ?? []);
  if (lines.length === 0) throw new NothingDone(inOrder);
  await afterwards?.(
    em,
    inOrder.flatMap((outcome) => ('thingId' in outcome ? outcome.thingId : [])),
  );
  await recordAudit(em, lines, context);
  return inOrder;
}

/**
 * Runs a mutation of many things once, under one idempotency key: `work` does one of them, in a savepoint of its own, so that
 * a refusal takes back what was written for that one only, and the rest is done; `afterwards` is given the ids of what was done.
 * Answers `{ items, refusal }`, the items in the order of `things`, each `{ id, [field], refusal }`. What became of each is kept with
 * the key (`manyOutcomesTables`): the same call again answers the same, things read anew; when every one was refused nothing is
 * kept, and the key may be used again.
 *
 * Refuses as a whole: no id, more than 100, or one twice (`INVALID_INPUT`), `IDEMPOTENCY_CONFLICT`, `POSITION_ENDED`. A fault at one
 * takes back all. The audit trail gets a line for each success. All of it is one transaction of less than 5 s.
 */
export async function mutateMany<Field extends string, Thing>(
  context: GraphContext,
  call: MutationOfManyCall<Field, Thing>,
  things: Things,
  work: (em: SqlEntityManager, id: string) => Promise<Refusal | Done>,
  afterwards?: Afterwards,
): Promise<MutationOfManyResult<Field, Thing>> {
  const { accountId } = whoMutates(context, call);
  const key = [accountId, call.input.idempotencyKey];
  const wanted = typeof things === 'function' ? things : listed(things, call.idsField);
  if (isRefusal(wanted)) return { items: null, refusal: wanted };
  let outcomes: readonly Outcome[];
  try {
    outcomes = await committing(context, () =>
      context.em.fork().transactional(async (em) => {
        const known = await takeKey(em, context, accountId, call);
        const bar = isRefusal(known) ? known : known ? null : await refuseEndedCapacity(em, context);
        if (bar) throw new RolledBack(bar);
        if (known) {
          const sql = 'select outcomes from idempotency_key where account_id = ? and key = ?';
          const [kept] = await em.execute<{ outcomes: Outcome[] }[]>(sql, key);
          return kept?.outcomes ?? [];
        }
        const made = await withinTransaction(context, em, () =>
          doAll(em, context, call, wanted, work, afterwards),
        );
        const sql = 'update idempotency_key set outcomes = ? where account_id = ? and key = ?';
        await em.execute(sql, [JSON.stringify(made), ...key]);
        return made;
      }),
    );
  } catch (error) {
    if (error instanceof RolledBack) return { items: null, refusal: error.refusal };
    if (!(error instanceof NothingDone)) throw error;
    outcomes = error.outcomes;
  }
  context.em.clear();
  context.loaders.clear();
  const answer = (id: string, thing: Thing | null, refusal: Refusal | null) =>
    ({ id, [call.field]: thing, refusal }) as ItemResult<Field, Thing>;
  const items = outcomes.map(async (outcome) => {
    if ('refusal' in outcome) return answer(outcome.id, null, refusalOf(outcome.refusal));
    const thing = await call.load(context.em, outcome.thingId);
    return answer(outcome.id, thing, thing === null ? refuse('NOT_FOUND') : null);
  });
  return { items: await Promise.all(items), refusal: null };
}
