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
 * The same request inside the transaction of its mutation: whatever it reads goes over the connection that the transaction holds. Whoever asks
 * for a second connection while holding one stands still for ever once as many do so at once as the pool has connections.
 */
export const withinTransaction = (context: GraphContext, em: GraphContext['em']): GraphContext => ({
  ...context,
  em,
  loaders: new Map(),
});
