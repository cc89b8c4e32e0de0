import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { PgBoss } from 'pg-boss';
import { Registry } from 'prom-client';
import { definition } from '../test-subgraph/definition.ts';
import { makeClock } from './clock.ts';
import { jobMetrics } from './job-metrics.ts';
import type { Job } from './jobs.ts';
import { migrateJobs, startJobs } from './jobs.ts';
import { makeLogger } from './logger.ts';
import { openSubgraph, testDatabase } from './testing.ts';

type Opened = Awaited<ReturnType<typeof openSubgraph>>;
const log = makeLogger({ service: 'notes', role: 'worker', level: 'silent' });

let url: string;
let subgraph: Opened;
beforeAll(async () => {
  url = await testDatabase('notes');
  subgraph = await openSubgraph(definition, { databaseUrl: url });
});
afterAll(() => subgraph.close());

const notes = async () =>
  (await subgraph.em().execute<{ text: string }[]>('select text from note order by text')).map(
    ({ text }) => text,
  );

/** What a worker process does with these jobs. */
async function worker(jobs: readonly Job[], metrics = new Registry()) {
  const { orm, environment } = subgraph;
  const abort = new AbortController();
  const given = { orm, environment, clock: makeClock('2026-07-06'), log, service: 'notes', url };
  const running = await startJobs(jobs, { ...given, runs: jobMetrics(metrics), signal: abort.signal });
  return {
    stop: async () => {
      abort.abort();
      await running.stop();
    },
  };
}

/** Sends a job by hand, as the schedule does at its minute. */
async function send(name: string): Promise<string | null> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await boss.start();
  const id = await boss.send(name);
  await boss.stop({ graceful: false });
  return id;
}

test('a test runs a job by its name, on the day of its clock', async () => {
  await subgraph.runJob('count-notes');
  expect(await notes()).toContain('2026-07-06: 0 notes');
  await expect(subgraph.runJob('nobody')).rejects.toThrow('notes has no job nobody');
});

describe('by the clock', () => {
  test('replicas that migrate at once make one schedule; two workers run a job once', async () => {
    let runs = 0;
    const count: Job = {
      name: 'count-runs',
      cron: '0 2 * * *',
      async run() {
        runs += 1;
        await sleep(300);
      },
    };
    await Promise.all([1, 2, 3].map(() => migrateJobs(url, 'notes', [count], log)));
    expect(await send('count-runs')).not.toBeNull();
    // one waits already: a slow job is never overtaken by itself
    expect(await send('count-runs')).toBeNull();
    const workers = await Promise.all([worker([count]), worker([count])]);
    await sleep(2_000);
    await Promise.all(workers.map((each) => each.stop()));
    expect(runs).toBe(1);
    const schedules = await subgraph
      .em()
      .execute('select name, cron, timezone from pgboss.schedule order by name');
    expect(schedules).toEqual([{ name: 'count-runs', cron: '0 2 * * *', timezone: 'Asia/Ho_Chi_Minh' }]);
  });

  test('a job that nobody knows any more is off the schedule, and one that fails is tried again', async () => {
    let tries = 0;
    const failing: Job = {
      name: 'fails-once',
      cron: '0 3 * * *',
      async run() {
        tries += 1;
        throw new Error('not today');
      },
    };
    await migrateJobs(url, 'notes', [failing], log);
    await send('fails-once');
    const running = await worker([failing]);
    await sleep(1_000);
    await running.stop();
    expect(tries).toBe(1);
    const [job] = await subgraph.em().execute(`select state::text from pgboss.job where name = 'fails-once'`);
    expect(job).toEqual({ state: 'retry' });
    const schedules = await subgraph.em().execute('select name from pgboss.schedule');
    expect(schedules).toEqual([{ name: 'fails-once' }]);
  });

  test('a worker that is there before the queue of its job waits for it, and lives', async () => {
    let runs = 0;
    const late: Job = {
      name: 'comes-later',
      cron: '0 4 * * *',
      async run() {
        runs += 1;
      },
    };
    const starting = worker([late]);
    await sleep(1_500);
    await migrateJobs(url, 'notes', [late], log);
    await send('comes-later');
    const running = await starting;
    await sleep(1_000);
    await running.stop();
    expect(runs).toBe(1);
  });

  test('without its database a worker waits, and can be stopped meanwhile', async () => {
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
    });
    const abort = new AbortController();
    const starting = startJobs([], {
      runs: jobMetrics(new Registry()),
      orm,
      environment: subgraph.environment,
      clock: makeClock('2026-07-06'),
      log,
      service: 'notes',
      url: 'postgresql://127.0.0.1:1/nowhere',
      signal: abort.signal,
    });
    await sleep(200);
    abort.abort();
    await (await starting).stop();
    await orm.close(true);
  });
});
