import { setTimeout as sleep } from 'node:timers/promises';
import { startConsumers } from '@dang/events/consumer';
import { startRelay } from '@dang/events/relay';
import { connectNats, linkOf } from '@dang/events/stream';
import { startBackground } from './background.ts';
import { awaitMigrations } from './database.ts';
import type { ServiceDefinition } from './definition.ts';
import { startJobs } from './jobs.ts';
import type { SubgraphParts } from './subgraph.ts';

const GIVE_UP_STARTING_MS = 500;
const HOUSEKEEPING_MS = 3_600_000;
const PRUNE_LIMIT = 10_000;

/** What role `worker` runs: the relay, the consumers, the jobs, what goes on in the background, and the pruning of old idempotency keys. */
export type Workers = { natsState(): 'connecting' | 'up' | 'down'; stop(): Promise<void> };

/** Deletes idempotency keys whose time is over, a bounded number at a time. */
export async function pruneIdempotencyKeys(orm: SubgraphParts['orm']): Promise<void> {
  await orm.em.fork().execute(
    `delete from idempotency_key where (account_id, key) in
       (select account_id, key from idempotency_key where kept_until < now() limit ${PRUNE_LIMIT})`,
  );
}

async function startEvents(definition: ServiceDefinition, parts: SubgraphParts, signal: AbortSignal) {
  const { orm, clock, log, metrics, environment } = parts;
  await awaitMigrations(orm, { signal, log });
  const nats = await connectNats(environment.NATS_URL, definition.name);
  const common = {
    databaseUrl: environment.DATABASE_URL,
    nats,
    service: definition.name,
    province: environment.PROVINCE_CODE,
    log,
    metrics,
  };
  const relay = startRelay(common);
  const { reactions, projections, asides = [] } = definition;
  const consumers = [
    startConsumers({ ...common, orm, reactions, projections, clock }),
    ...asides.map((aside) =>
      startConsumers({ ...common, orm, reactions: aside.reactions, aside: aside.name, clock }),
    ),
  ];
  return {
    link: linkOf(nats),
    async stop() {
      await Promise.all([...consumers, relay].map((part) => part.stop()));
      await nats.close();
    },
  };
}

async function startSchedule(
  { name, jobs = [] }: ServiceDefinition,
  parts: SubgraphParts,
  signal: AbortSignal,
) {
  const { orm, clock, log, environment } = parts;
  if (jobs.length === 0) return null;
  await awaitMigrations(orm, { signal, log });
  return startJobs(jobs, {
    orm,
    clock,
    log,
    environment,
    service: name,
    url: environment.DATABASE_URL,
    signal,
  });
}

/**
 * Starts relay, consumers and jobs in the background and returns at once: with NATS or the database away the process lives
 * on, and catches up when they are back.
 */
export function startWorkers(definition: ServiceDefinition, parts: SubgraphParts): Workers {
  const { orm, log } = parts;
  const abort = new AbortController();
  const background = startBackground(definition.background ?? [], parts);
  let events: Awaited<ReturnType<typeof startEvents>> | undefined;
  let schedule: Awaited<ReturnType<typeof startSchedule>> = null;
  const unlessStopped = (error: unknown) => {
    if (!abort.signal.aborted) throw error;
  };
  const starting = Promise.all([
    startEvents(definition, parts, abort.signal).then((started) => {
      events = started;
    }, unlessStopped),
    startSchedule(definition, parts, abort.signal).then((started) => {
      schedule = started;
    }, unlessStopped),
  ]);
  const housekeeping = setInterval(() => {
    pruneIdempotencyKeys(orm).catch((error) =>
      log.warn({ err: error }, 'old idempotency keys stay a while longer'),
    );
  }, HOUSEKEEPING_MS);
  housekeeping.unref();

  return {
    natsState() {
      if (!events) return 'connecting';
      return events.link.isUp() ? 'up' : 'down';
    },
    async stop() {
      abort.abort();
      clearInterval(housekeeping);
      // without NATS the first connection is still being tried; the end of the process ends that
      await Promise.race([starting, sleep(GIVE_UP_STARTING_MS, undefined, { ref: false })]);
      await Promise.all([events?.stop(), schedule?.stop(), background.stop()]);
    },
  };
}
