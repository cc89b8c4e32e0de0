import { setTimeout as sleep } from 'node:timers/promises';
import { auditChain } from '@dang/audit/audit-chain';
import { startSealer } from '@dang/audit/sealer';
import { startConsumers } from '@dang/events/consumer';
import { startLeaving } from '@dang/events/leaving';
import { ARRIVED, isLinked } from '@dang/events/link';
import { startRelay } from '@dang/events/relay';
import { connectNats, linkOf } from '@dang/events/stream';
import { startBackground } from './background.ts';
import { awaitMigrations, databaseAnswers } from './database.ts';
import { databaseFigures, watchDatabase } from './database-figures.ts';
import type { ServiceDefinition } from './definition.ts';
import { watchFigures } from './figures.ts';
import { type JobRuns, jobMetrics, jobsLastDone } from './job-metrics.ts';
import { startJobs } from './jobs.ts';
import type { SubgraphParts } from './subgraph.ts';

const GIVE_UP_STARTING_MS = 500;
const HOUSEKEEPING_MS = 3_600_000;
const PRUNE_LIMIT = 10_000;

/** What role `worker` runs: relay, consumers, sealer, jobs, what goes on in the background, pruning of old idempotency keys. */
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
  const relay = startRelay({ ...common, replicas: environment.NATS_REPLICAS });
  const { reactions, projections, asides = [], link } = definition;
  const hearing = { ...common, orm, clock, environment };
  const consumers = [
    startConsumers({ ...hearing, reactions, projections }),
    ...asides.map((aside) => startConsumers({ ...hearing, reactions: aside.reactions, aside: aside.name })),
    ...(link && isLinked(environment)
      ? [
          startConsumers({ ...hearing, reactions: link, aside: ARRIVED, upstream: ARRIVED }),
          startLeaving(common),
        ]
      : []),
  ];
  return {
    link: linkOf(nats),
    async stop() {
      await Promise.all([...consumers, relay].map((part) => part.stop()));
      await nats.close();
    },
  };
}

/** What needs no NATS: the sealer of the audit trail and of other chains, and the jobs. */
async function startLocalWork(
  { name, jobs = [], chains = [] }: ServiceDefinition,
  parts: SubgraphParts,
  runs: JobRuns,
  signal: AbortSignal,
) {
  const { orm, clock, log, environment } = parts;
  const { DATABASE_URL: databaseUrl } = environment;
  await awaitMigrations(orm, { signal, log });
  const sealer = startSealer({ databaseUrl, service: name, log }, [auditChain, ...chains]);
  const given = { orm, clock, log, runs, environment, service: name, url: databaseUrl, signal };
  const schedule = jobs.length > 0 ? await startJobs(jobs, given) : null;
  return { stop: () => Promise.all([sealer.stop(), schedule?.stop()]) };
}

/**
 * Starts relay, consumers, sealer and jobs in the background and returns at once: with NATS or the database away the process lives
 * on, and catches up when they are back.
 */
export function startWorkers(definition: ServiceDefinition, parts: SubgraphParts): Workers {
  const { orm, log, metrics } = parts;
  const { chains = [], jobs = [], measured } = definition;
  const runs = jobMetrics(metrics, jobs);
  watchDatabase(metrics, () => databaseAnswers(orm));
  watchFigures(
    [
      ...databaseFigures(orm, [auditChain, ...chains]),
      ...(jobs.length > 0 ? [jobsLastDone(jobs)] : []),
      ...(measured?.figures ?? []),
    ],
    parts,
  );
  const abort = new AbortController();
  const background = startBackground(definition.background ?? [], parts);
  let events: Awaited<ReturnType<typeof startEvents>> | undefined;
  let localWork: Awaited<ReturnType<typeof startLocalWork>> | undefined;
  const unlessStopped = (error: unknown) => {
    if (!abort.signal.aborted) throw error;
  };
  const starting = Promise.all([
    startEvents(definition, parts, abort.signal).then((started) => {
      events = started;
    }, unlessStopped),
    startLocalWork(definition, parts, runs, abort.signal).then((started) => {
      localWork = started;
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
      await Promise.all([events?.stop(), localWork?.stop(), background.stop()]);
    },
  };
}
