import type { Actor } from '@dang/access/actor';
import type { Client } from '@dang/access/tokens';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { ServiceEnvironment } from './environment.ts';

/** Whether a position, which somebody acts in, is over on this day. */
export type CapacityEnded = (em: SqlEntityManager, positionId: string, today: string) => Promise<boolean>;

/** What a resolver is given: who asks, in which language, and a unit of work of its own for this one request. */
export type GraphContext<Environment extends ServiceEnvironment = ServiceEnvironment> = {
  actor: Actor | null;
  em: SqlEntityManager;
  clock: Clock;
  language: 'vi' | 'en';
  requestId: string;
  /** From where the request came, as the gateway saw it. */
  client: Client;
  log: Logger;
  /** The batches of this request, by name; see `loaderOf`. */
  // biome-ignore lint/suspicious/noExplicitAny: loaders of every key and value live in one map
  loaders: Map<string, DataLoader<any, any>>;
  /** The name of this subgraph. */
  service: string;
  environment: Environment;
  /** See `ServiceDefinition.capacityEnded`. */
  capacityEnded?: CapacityEnded | undefined;
};

/**
 * The loader of this request by that name, made on first use: all ids asked for in one tick become one query.
 * `batch` answers in the order of its keys.
 */
export function loaderOf<Key, Value>(
  context: Pick<GraphContext, 'loaders'>,
  name: string,
  batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): DataLoader<Key, Value> {
  let loader = context.loaders.get(name);
  if (!loader) {
    loader = new DataLoader<Key, Value>((keys) => batch(keys));
    context.loaders.set(name, loader);
  }
  return loader;
}

/**
 * Does the work of a mutation with the request standing in its transaction: whatever is asked through `context` meanwhile goes over the
 * connection that the transaction holds, and sees what it wrote. Whoever asks for a second connection while holding one stands still once as
 * many do so at once as the pool has connections. Root fields of a mutation run one after the other, so nobody else uses the context then.
 * A fork of `context.em` stays outside: what must outlive a refusal (a turn that was used up, a reading that was noted) is written there.
 */
export async function withinTransaction<Result>(
  context: GraphContext,
  em: SqlEntityManager,
  work: () => Promise<Result>,
): Promise<Result> {
  const { em: outside, loaders } = context;
  context.em = em;
  context.loaders = new Map();
  try {
    return await work();
  } finally {
    context.em = outside;
    context.loaders = loaders;
  }
}
