import { openDatabase } from '@dang/service/database';
import { watchPool } from '@dang/service/database-figures';
import type { ServiceDefinition } from '@dang/service/definition';
import type { DoorParts } from '@dang/service/doors/door';
import { makeDoors } from '@dang/service/doors/doors-listener';
import { migrateJobs } from '@dang/service/jobs';
import { makeMetrics } from '@dang/service/metrics';
import { makeSubgraph } from '@dang/service/subgraph';
import { openSubgraph, testDatabase, testNats } from '@dang/service/testing';
import { startWorkers } from '@dang/service/workers';
import { Pool } from 'pg';

type Registry = ReturnType<typeof makeMetrics>;

/** A metric as it is shown: labels beside `service`, which every one has. */
export type Shown = { name: string; type: string; labels: string[]; help: string };

/** What Node and the process tell of themselves. */
const isOfTheProcess = (name: string): boolean => /^(process|nodejs)_/.test(name);

/** Everything in this registry, with its labels whether anything was counted yet or not. */
export async function shownBy(registry: Registry): Promise<Shown[]> {
  const metrics = registry.getMetricsAsArray() as unknown as { name: string; labelNames: string[] }[];
  const labelsOf = new Map(metrics.map(({ name, labelNames }) => [name, labelNames]));
  return (await registry.getMetricsAsJSON())
    .filter(({ name }) => !isOfTheProcess(name))
    .map(({ name, type, help }) => ({
      name,
      type: String(type),
      labels: (labelsOf.get(name) ?? []).filter((label) => label !== 'service').sort(),
      help,
    }));
}

/**
 * A service with everything that measures, on a database of its own: what role `api` shows, what role `worker` shows, and the text
 * that a scraper of the worker gets, and what the worker warned of.
 */
export async function measure(definition: ServiceDefinition, environment: Record<string, string>) {
  const { name, measured, doors = [], jobs = [] } = definition;
  const databaseUrl = await testDatabase(name);
  const opened = await openSubgraph(definition, { databaseUrl, environment });
  const { clock, log } = opened;
  const { url: NATS_URL, province: PROVINCE_CODE } = testNats();
  const told = { ...opened.environment, NATS_URL, PROVINCE_CODE, DATABASE_URL: databaseUrl };
  await migrateJobs(databaseUrl, name, jobs, log);
  const start = async () => {
    const metrics = makeMetrics(name, measured?.counters);
    const choice = { definition, url: databaseUrl, log, poolSize: 4 };
    const orm = await openDatabase({ ...choice, onPool: (pool) => watchPool(metrics, pool) });
    return { orm, metrics, clock, log, environment: told };
  };
  const [api, worker] = await Promise.all([start(), start()]);
  const subgraph = await makeSubgraph(definition, api);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const listener = makeDoors({ ...api, pool } as unknown as DoorParts, doors);
  await listener.ready();
  await api.orm.em.fork().execute('select 1');
  const complaints: string[] = [];
  const overhearing = Object.assign(Object.create(log) as typeof log, {
    warn: (line: { err?: Error }, said: string) => complaints.push(`${said}: ${line.err?.message}`),
  });
  const workers = startWorkers(definition, { ...worker, log: overhearing });
  while (workers.natsState() !== 'up') await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    api: await shownBy(api.metrics),
    worker: await shownBy(worker.metrics),
    text: await worker.metrics.metrics(),
    complaints,
    async close(): Promise<void> {
      await workers.stop();
      await listener.close();
      await subgraph.server.stop();
      await pool.end();
      await Promise.all([api.orm.close(true), worker.orm.close(true), opened.close()]);
    },
  };
}
