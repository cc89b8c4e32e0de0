import type { ChainedTable } from '@dang/audit/chain';
import type { AnyReaction, Aside, Projection } from '@dang/events/reaction';
import type { Migration } from '@mikro-orm/migrations';
import type { EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { z } from 'zod';
import type { Clock } from './clock.ts';
import type { CapacityEnded } from './context.ts';
import type { Door } from './doors/door.ts';
import type { ServiceEnvironment } from './environment.ts';
import type { Measured } from './figures.ts';
import type { Job } from './jobs.ts';

/** A migration by a stable name, in the order of the list. */
export type NamedMigration = {
  name: string;
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
};

// biome-ignore lint/suspicious/noExplicitAny: entities of every shape, resolvers of every schema
type Any = any;

/** What a started service hands to what goes on in its background. */
export type RunningService = {
  orm: MikroORM;
  environment: ServiceEnvironment;
  clock: Clock;
  log: Logger;
  metrics: Registry;
};

/**
 * What goes on in role `worker` as long as the process lives, in every such process at once. `prepare` runs at start
 * and throws when what it needs is not configured rightly, which ends the process. What it answers does a piece of the work
 * and says how long to rest before the next, in milliseconds; `close` lets go of what `prepare` took.
 */
export type Background = {
  name: string;
  prepare(running: RunningService): { step(): Promise<number>; close?(): Promise<void> };
};

/** A subgraph, before it runs: what `src/definition.ts` of every service exports. */
export type ServiceDefinition = {
  /** The name in addresses, subjects and variables: `fees`. */
  name: string;
  entities: readonly (EntitySchema<Any> | (new (...args: Any[]) => object))[];
  migrations: readonly NamedMigration[];
  /** The folder below which the `*.graphql` files of this service are: `new URL('./', import.meta.url)`. */
  schemaDir: URL;
  /** Resolver maps, merged; each is of the generated type `Resolvers`. */
  resolvers: readonly Record<string, Any>[];
  reactions: readonly AnyReaction[];
  projections: readonly Projection[];
  /** Append-only tables beside the audit trail whose rows the sealer puts into chains. */
  chains?: readonly ChainedTable[];
  /** What is done by the clock, once however many processes there are. */
  jobs?: readonly Job[];
  /** What is heard by consumers of their own, beside the service's, so that neither ever waits for the other. */
  asides?: readonly Aside[];
  /** What is heard, by a consumer of its own, of what other provinces send, where the link between provinces is on (`PROVINCE_LINK`). */
  link?: readonly AnyReaction[];
  /** What goes on in role `worker` by itself, in every process of that role. */
  background?: readonly Background[];
  /** Variables that only this service reads, by name. */
  environment?: z.ZodRawShape;
  /** Whether this service has heard that a position is over: no mutation is done in it any more (`POSITION_ENDED`). */
  capacityEnded?: CapacityEnded;
  /** What is reached beside the graph, on a listener of its own in role `api`; its variables are `doorVariables`. */
  doors?: readonly Door[];
  /** What is measured of this service beyond what is of every one. */
  measured?: Measured;
};

/** Everything this service hears: its reactions and those of its projections. */
export const reactionsOf = ({ reactions, projections }: ServiceDefinition): AnyReaction[] => [
  ...reactions,
  ...projections.flatMap((projection) => projection.reactions),
];
