import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { EventContract } from './contract.ts';
import type { ReceivedEvent } from './envelope.ts';

/** What a reaction needs of a database; a MikroORM fits. */
export interface Database {
  em: { fork(): SqlEntityManager };
}

/** The calendar of the business (`packages/service` makes it): days and months in Asia/Ho_Chi_Minh. */
export interface Clock {
  now(): Date;
  today(): string;
  month(): string;
}

/** Where a reaction works: `em` is inside the transaction that also marks the event as taken in. */
export interface ReactionContext {
  em: SqlEntityManager;
  clock: Clock;
  log: Logger;
  service: string;
  province: string;
  /** How the service is configured; each service knows what stands in its own. */
  environment?: unknown;
}

/**
 * What a service does when it hears an event. Its name is part of the inbox key: renamed, it hears everything again.
 * `services` are the publishers to listen to, one for most events.
 */
export interface Reaction<Data = unknown> {
  readonly name: string;
  readonly event: EventContract<string, Data>;
  readonly services: readonly string[];
  readonly projection: string | null;
  handle(context: ReactionContext, event: ReceivedEvent<Data>): Promise<void>;
}

// A list of reactions holds many payload types; each is called only with data that its own contract has checked.
// biome-ignore lint/suspicious/noExplicitAny: the payload type differs from reaction to reaction
export type AnyReaction = Reaction<any>;

/**
 * Reactions with a durable consumer, a worker and a parking of their own, `<service>-<name>`: what is slow or stuck there
 * holds nothing up in the service, and what is stuck in the service holds nothing up there.
 */
export interface Aside {
  readonly name: string;
  readonly reactions: readonly AnyReaction[];
}

/** A read model that can be emptied and built again from events: its tables and the reactions that fill them. */
export interface Projection {
  readonly name: string;
  readonly tables: readonly string[];
  readonly reactions: readonly AnyReaction[];
}

/**
 * Declares a reaction. `handle` must do all its work through `context.em`, stay well under 5 s, and throw when it
 * cannot: the event is then retried and at last parked, and its transaction leaves nothing behind. `from` names the
 * publishers of an event that several services publish. Refuses a name that is not camelCase or kebab-case.
 */
export function defineReaction<Data>(reaction: {
  name: string;
  event: EventContract<string, Data>;
  from?: readonly string[];
  handle(context: ReactionContext, event: ReceivedEvent<Data>): Promise<void>;
}): Reaction<Data> {
  if (!/^[a-z][A-Za-z0-9-]*$/.test(reaction.name))
    throw new Error(`${reaction.name} is not a name for a reaction`);
  const services = reaction.event.service === null ? (reaction.from ?? []) : [reaction.event.service];
  if (services.length === 0) {
    throw new Error(`${reaction.name} must say which services it hears ${reaction.event.name} from`);
  }
  return { name: reaction.name, event: reaction.event, services, projection: null, handle: reaction.handle };
}

/**
 * Declares a projection. Its reactions only write its tables, guarded by version, so that `rebuild` may delete both and
 * hear everything again. Refuses a table name that is not a plain identifier.
 */
export function defineProjection(projection: {
  name: string;
  tables: readonly string[];
  reactions: readonly AnyReaction[];
}): Projection {
  for (const table of projection.tables) {
    if (!/^[a-z][a-z0-9_]*$/.test(table))
      throw new Error(`${table} is not a table of projection ${projection.name}`);
  }
  return {
    ...projection,
    reactions: projection.reactions.map((reaction) => ({ ...reaction, projection: projection.name })),
  };
}
