import { setTimeout as sleep } from 'node:timers/promises';
import { verifyGatewayToken } from '@dang/access/tokens';
import { startTracing } from '@dang/telemetry/start-tracing';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { makeClock } from './clock.ts';
import { collectAtRest } from './collect-at-rest.ts';
import { awaitMigrations, closeToOthers, databaseAnswers, migrate, openDatabase } from './database.ts';
import { watchPool } from './database-figures.ts';
import type { ServiceDefinition } from './definition.ts';
import { openDoors } from './doors/doors-listener.ts';
import { migrationEnvironmentSchema, readEnvironment, serviceEnvironmentSchema } from './environment.ts';
import type { Health } from './http-server.ts';
import { makeHttpServer } from './http-server.ts';
import { migrateJobs } from './jobs.ts';
import { makeLogger } from './logger.ts';
import { makeMetrics } from './metrics.ts';
import { openMonitor } from './monitor.ts';
import type { Closing } from './stopping.ts';
import { onStop } from './stopping.ts';
import type { SubgraphParts } from './subgraph.ts';
import { makeSubgraph } from './subgraph.ts';
import type { Workers } from './workers.ts';
import { startWorkers } from './workers.ts';

function poolSizeOf({ ROLE, DATABASE_POOL_API, DATABASE_POOL_WORKER }: SubgraphParts['environment']): number {
  if (ROLE === 'all') return DATABASE_POOL_API + DATABASE_POOL_WORKER;
  return ROLE === 'api' ? DATABASE_POOL_API : DATABASE_POOL_WORKER;
}

const migrateAll = async (definition: ServiceDefinition, url: string, log: Logger): Promise<void> => {
  await migrate({ definition, url, log });
  await migrateJobs(url, definition.name, definition.jobs ?? [], log);
};

/** Role `migrate`: brings the database and the queue of jobs up to date, lets nobody else in, and ends; with 1 when it could not. It is told nothing else. */
async function migrateOnly(definition: ServiceDefinition): Promise<never> {
  const { name } = definition;
  const { LOG_LEVEL, DATABASE_URL } = readEnvironment(migrationEnvironmentSchema(name));
  const log = makeLogger({ service: name, role: 'migrate', level: LOG_LEVEL });
  try {
    await migrateAll(definition, DATABASE_URL, log);
    await closeToOthers({ definition, url: DATABASE_URL, log });
    log.info('the database is up to date');
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'the database could not be migrated');
    process.exit(1);
  }
}

/**
 * Runs a service until it is told to stop: reads the environment (all faults at once, exit 1), migrates (roles `api`
 * and `all`, unless `MIGRATIONS=awaited`: then it is not ready until role `migrate` has), answers GraphQL, relays and
 * consumes events (roles `worker` and `all`), and tells its parent `{ type: 'ready' }`. It starts with NATS away. SIGTERM, SIGINT, `{ type: 'shutdown' }` or the end of the parent
 * drain it: not ready at once, what is in flight finishes, exit 0.
 */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const { name } = definition;
  if (process.env.ROLE === 'migrate') return migrateOnly(definition);
  const environment = readEnvironment(serviceEnvironmentSchema(name, definition.environment));
  const role = environment.ROLE;
  const log = makeLogger({ service: name, role, level: environment.LOG_LEVEL });
  const choice = { definition, url: environment.DATABASE_URL, log };
  let draining = false;
  let app: FastifyInstance | undefined;
  let workers: Workers | undefined;
  const who = { service: name, role, province: environment.PROVINCE_CODE };
  const closings: Closing[] = [
    { what: 'traces', close: await startTracing(environment, who, (message) => log.warn(message)) },
  ];
  const delay = async () => {
    draining = true;
    await sleep(environment.DRAIN_DELAY_MS);
  };
  const whatCloses = (): Closing[] => [
    { what: 'delay', close: delay },
    { what: 'requests', close: async () => app?.close() },
    { what: 'events', close: async () => workers?.stop() },
    ...closings.reverse(),
  ];
  onStop(log, whatCloses, environment.DRAIN_DELAY_MS);

  const mayMigrate = role !== 'worker' && environment.MIGRATIONS === 'at-start';
  if (mayMigrate) await migrateAll(definition, environment.DATABASE_URL, log);
  const metrics = makeMetrics(name, definition.measured?.counters);
  const onPool = (pool: Pool) => watchPool(metrics, pool);
  const orm = await openDatabase({ ...choice, poolSize: poolSizeOf(environment), onPool });
  closings.push({ what: 'database', close: () => orm.close(true) });
  const clock = makeClock(environment.CLOCK_START);
  const parts: SubgraphParts = { orm, clock, log, metrics, environment };
  const subgraph = role === 'worker' ? undefined : await makeSubgraph(definition, parts);
  if (subgraph) closings.push({ what: 'graph', close: () => subgraph.server.stop() });

  let listens = false;
  let migrated = mayMigrate;
  if (!migrated) {
    const waiting = new AbortController();
    closings.push({ what: 'migrations', close: async () => waiting.abort() });
    void awaitMigrations(orm, { signal: waiting.signal, log }).then(
      () => {
        migrated = true;
      },
      () => undefined,
    );
  }
  const health = async (): Promise<Health> => {
    const database = await databaseAnswers(orm);
    const states = {
      database: database ? 'up' : 'down',
      nats: workers?.natsState() ?? 'not used',
      ...(!migrated && { migrations: 'awaited' }),
      ...(draining && { draining: 'true' }),
    };
    return { ready: database && migrated && listens && !draining, parts: states };
  };
  const watched = { health, metrics: parts.metrics };
  const { HOST: host, PORT: port, PORT_MONITOR: monitorPort } = environment;
  if (monitorPort !== undefined) {
    const close = await openMonitor({ host, port: monitorPort }, watched, log);
    closings.unshift({ what: 'monitor', close });
  }
  let address = 'none';
  if (subgraph !== undefined || monitorPort === undefined) {
    const verifyToken = verifyGatewayToken(environment.GATEWAY_PUBLIC_JWK, name);
    const isDraining = () => draining;
    app = makeHttpServer({
      subgraph,
      verifyToken,
      ...(monitorPort === undefined && { watched }),
      isDraining,
      log,
    });
    address = await app.listen({ host, port });
  }
  if (role !== 'api') workers = startWorkers(definition, parts);
  if (role !== 'worker' && definition.doors?.length)
    closings.push({ what: 'doors', close: await openDoors(definition, parts, () => draining) });
  listens = true;
  collectAtRest();
  log.info({ address }, 'ready');
  process.send?.({ type: 'ready' });
}
