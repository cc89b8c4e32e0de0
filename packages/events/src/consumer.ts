import { readTraceparent } from '@dang/telemetry/trace';
import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { answers, DatabaseAway } from './database-state.ts';
import { pause } from './doorbell.ts';
import { readEnvelope, subjectOf } from './envelope.ts';
import { keepHearing } from './keep-hearing.ts';
import { whileLeader } from './leader.ts';
import { type ARRIVED, arrivedSubject } from './link.ts';
import { type EventMetrics, eventMetrics } from './metrics.ts';
import { claimDue, type DueEvent, dueEvents, markFailed, markResolved } from './park.ts';
import { findConsumer, type Subscription } from './pull-session.ts';
import type { AnyReaction, Clock, Database, Projection } from './reaction.ts';
import { receive, retryParked } from './receive.ts';
import { linkOf, managerOf, streamName } from './stream.ts';
import type { ReceiverContext } from './task.ts';

export { deliver } from './receive.ts';

/** What running consumers answer to. */
export interface Consumers {
  /** Lets the batches in hand end and acknowledges them, then stops. */
  stop(): Promise<void>;
  /** Events on their way to this service from all publishers; Infinity while a place in a stream is not known yet. */
  lag(): Promise<number>;
}

/** What the consumers of a service need. `databaseUrl` must reach PostgreSQL directly (the leader's lock is a session's). */
export interface ConsumerOptions {
  orm: Database;
  databaseUrl: string;
  nats: NatsConnection;
  service: string;
  province: string;
  reactions: readonly AnyReaction[];
  projections?: readonly Projection[];
  clock: Clock;
  /** How the service is configured, handed to its reactions. */
  environment?: unknown;
  log: Logger;
  metrics?: Registry;
  /** Left out for what the service itself hears; the name of the aside whose reactions these are. */
  aside?: string | undefined;
  /** Heard instead of the publishers' own streams: what has arrived from other provinces. */
  upstream?: typeof ARRIVED | undefined;
}

/** The durable consumer of a service, or of one of its asides, in the streams that it hears. */
export const durableOf = (service: string, aside?: string | null): string =>
  aside ? `${service}-${aside}` : service;

const RETRY_POLL_MS = 1000;
const DATABASE_AWAY_POLL_MS = 200;

/**
 * Starts hearing what other services publish: one durable pull consumer for each of them, all in one process at a time,
 * and the worker that tries parked events again. Returns at once and never fails: without PostgreSQL or NATS it waits,
 * parks nothing, and goes on when they are back, making its consumers again if they have vanished. Refuses (throws) two
 * reactions of one name.
 */
export function startConsumers(options: ConsumerOptions): Consumers {
  const reactions = [...options.reactions, ...(options.projections ?? []).flatMap((each) => each.reactions)];
  const twice = reactions.find(
    ({ name }, index) => reactions.findIndex((other) => other.name === name) !== index,
  );
  const durable = durableOf(options.service, options.aside);
  if (twice) throw new Error(`${durable} has two reactions called ${twice.name}`);
  const subscriptions = subscriptionsOf(options, reactions);
  const metrics = options.metrics ? eventMetrics(options.metrics) : null;
  if (metrics) watch(metrics, options, subscriptions);
  const stopping = new AbortController();
  const running = whileLeader(
    {
      databaseUrl: options.databaseUrl,
      lock: options.aside === undefined ? 'consumers' : `aside ${options.aside}`,
      name: `${durable} consumers`,
      log: options.log,
      stop: stopping.signal,
    },
    async (_client, signal) => {
      await Promise.all([
        ...subscriptions.map((each) => hear(each, reactions, options, metrics, signal)),
        retryWhenDue(reactions, options, signal),
      ]);
    },
  );
  return {
    lag: async () => {
      const lags = await Promise.all(subscriptions.map(lagOf));
      return lags.reduce((sum, lag) => sum + lag, 0);
    },
    stop: async () => {
      stopping.abort();
      await running;
      if (linkOf(options.nats).isUp()) await options.nats.flush().catch(() => {});
    },
  };
}

/** One subscription for each service that somebody here listens to, with the subjects in a stable order. */
function subscriptionsOf(
  { nats, province, service, aside, upstream: only }: ConsumerOptions,
  reactions: readonly AnyReaction[],
): Subscription[] {
  const subjects = new Map<string, Set<string>>();
  for (const { event, services } of reactions) {
    for (const publisher of services) {
      const heard = subjects.get(only ?? publisher) ?? new Set();
      const subject = only
        ? arrivedSubject('*', province, event.name, event.version)
        : subjectOf(province, publisher, event.name, event.version);
      subjects.set(only ?? publisher, heard.add(subject));
    }
  }
  return [...subjects].map(([upstream, heard]) => ({
    nats,
    province,
    upstream,
    durable: durableOf(service, aside),
    subjects: [...heard].sort(),
  }));
}

/** How many events a subscription still has before it: waiting, or delivered and not acknowledged. */
export async function lagOf(subscription: Subscription): Promise<number> {
  const { nats, province, upstream, durable } = subscription;
  if (!linkOf(nats).isUp()) return Number.POSITIVE_INFINITY;
  const info = await findConsumer(await managerOf(nats), streamName(province, upstream), durable);
  return info === null ? Number.POSITIVE_INFINITY : info.num_pending + info.num_ack_pending;
}

async function hear(
  subscription: Subscription,
  reactions: readonly AnyReaction[],
  options: ConsumerOptions,
  metrics: EventMetrics | null,
  signal: AbortSignal,
): Promise<void> {
  const { orm, log } = options;
  const { upstream, durable: service } = subscription;
  const context = receiverOf(options);
  const take = async (batch: readonly JsMsg[]): Promise<void> => {
    const messages = batch.map((message) => ({ subject: message.subject, text: message.string() }));
    const { handled, times } = await receive(orm, reactions, messages, context);
    metrics?.handled.inc({ service, upstream }, handled);
    // two databases' clocks: what seems to come from the future came at once
    for (const time of times)
      metrics?.delay.observe({ service, upstream }, Math.max(0, Date.now() - time.getTime()) / 1000);
  };
  await keepHearing(subscription, take, {
    log,
    signal,
    afterTrouble: async (error) => {
      if (error instanceof DatabaseAway) await databaseIsBack(orm, signal);
    },
  });
}

async function databaseIsBack(orm: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await answers(orm))) await pause(DATABASE_AWAY_POLL_MS, signal);
}

function receiverOf(options: RetryOptions): ReceiverContext {
  const { service, province, clock, log, environment, aside, upstream } = options;
  return { service, province, clock, log, environment, aside, upstream };
}

async function retryWhenDue(
  reactions: readonly AnyReaction[],
  options: ConsumerOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await retryDueEvents(reactions, options, signal);
    } catch (error) {
      options.log.debug({ reason: (error as Error).message }, 'parked events wait for the database');
    }
    await pause(RETRY_POLL_MS, signal);
  }
}

/** What trying parked events again needs. */
type RetryOptions = Pick<
  ConsumerOptions,
  'orm' | 'service' | 'province' | 'clock' | 'log' | 'environment' | 'aside' | 'upstream'
>;

/** Tries everything that is due, until nothing is: a resolved fact makes the one behind it due. */
export async function retryDueEvents(
  reactions: readonly AnyReaction[],
  options: RetryOptions,
  signal?: AbortSignal,
): Promise<void> {
  const { orm, aside } = options;
  for (;;) {
    const due = await dueEvents(orm.em.fork(), aside);
    let tried = 0;
    for (const event of due) {
      if (signal?.aborted) return;
      if (await retryOne(event, reactions, options)) tried += 1;
    }
    if (tried === 0) return;
  }
}

/** Tries one parked event; false when somebody else has it in hand. */
async function retryOne(
  event: DueEvent,
  reactions: readonly AnyReaction[],
  options: RetryOptions,
): Promise<boolean> {
  const { orm, log } = options;
  const context = receiverOf(options);
  try {
    return await orm.em.fork().transactional(async (em) => {
      if (!(await claimDue(em, event.id))) return false;
      await retryParked(em, reactions, event, context);
      await markResolved(em, event.id);
      return true;
    });
  } catch (failure) {
    if (!(await answers(orm))) throw new DatabaseAway(failure);
    const status = await markFailed(orm.em.fork(), event, failure);
    const stack = failure instanceof Error ? failure.stack : undefined;
    const read = readEnvelope(event.envelope);
    const traceId = 'unreadable' in read ? undefined : readTraceparent(read.traceparent)?.traceId;
    log.warn(
      { reaction: event.reaction, parked: event.id, status, stack, traceId },
      'a parked event failed again',
    );
    return true;
  }
}

function watch(
  metrics: EventMetrics,
  { orm, service, aside }: ConsumerOptions,
  subscriptions: readonly Subscription[],
): void {
  for (const each of subscriptions) metrics.watchLag(each.durable, each.upstream, () => lagOf(each));
  // what asides park is counted with what the service parks
  if (aside !== undefined) return;
  metrics.watchParked(service, async () => {
    const rows = await orm.em.fork().execute<{ status: string; count: number }[]>(
      `select status, count(parked_event.id)::int as count from unnest(array['RETRYING', 'WAITING', 'DEAD']) as status
       left join parked_event using (status) group by status`,
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  });
}
