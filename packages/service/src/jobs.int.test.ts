import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { PgBoss } from 'pg-boss';
import { Registry } from 'prom-client';
import { definition } from '../test-subgraph/definition.ts';
import { makeClock } from './clock.ts';
import { jobMetrics, jobsLastDone } from './job-metrics.ts';
import type { Job, JobPace } from './jobs.ts';
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
async function worker(jobs: readonly Job[], pace: Partial<JobPace> = {}, metrics = new Registry()) {
  const { orm, environment } = subgraph;
  const abort = new AbortController();
  const given = { orm, environment, clock: makeClock('2026-07-06'), log, service: 'notes', url };
  const runs = jobMetrics(metrics, jobs);
  const running = await startJobs(jobs, { ...given, pace, runs, signal: abort.signal });
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

/** Waits until something is so, for 20 s at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); await sleep(20))
    if (Date.now() > end) throw new Error('it never came to be');
}

const jobOf = (name: string, cron: string): Job => ({ name, cron, run: async () => {} });
const schedules = () =>
  subgraph
    .em()
    .execute<{ name: string; cron: string }[]>('select name, cron from pgboss.schedule order by name');

describe('two versions side by side', () => {
  const older = [jobOf('moved', '0 1 * * *'), jobOf('dropped', '0 2 * * *')];
  const newer = [jobOf('added', '0 3 * * *'), jobOf('moved', '0 4 * * *')];
  const asNewer = [
    { name: 'added', cron: '0 3 * * *' },
    { name: 'moved', cron: '0 4 * * *' },
  ];

  test('only migrations change a time or take a job away: a worker that starts again undoes nothing', async () => {
    await migrateJobs(url, 'notes', older, log);
    const before = await worker(older);
    await migrateJobs(url, 'notes', newer, log);
    expect(await schedules()).toEqual(asNewer);
    await before.stop();
    const again = await worker(older);
    // what only it knows how to do goes on while it lives: a canary may take days
    expect(await schedules()).toEqual([asNewer[0], { name: 'dropped', cron: '0 2 * * *' }, asNewer[1]]);
    await again.stop();
    const next = await worker(newer);
    expect((await schedules()).map(({ name }) => name)).toEqual(['added', 'dropped', 'moved']);
    await next.stop();
    await migrateJobs(url, 'notes', newer, log);
    expect(await schedules()).toEqual(asNewer);
  }, 20_000);

  test('a worker that goes on beside the migrations of the next version puts its own jobs back', async () => {
    await migrateJobs(url, 'notes', older, log);
    const present = await worker(older, { lookMs: 100 });
    await migrateJobs(url, 'notes', newer, log);
    await sleep(500);
    await present.stop();
    expect((await schedules()).map(({ name }) => name)).toEqual(['added', 'dropped', 'moved']);
    await migrateJobs(url, 'notes', newer, log);
  }, 20_000);
});

describe('what an alert is told of a job', () => {
  const done = async (name: string) => {
    const rows = await jobsLastDone([{ name }]).ask(subgraph.em(), makeClock('2026-07-06'));
    return rows.map(({ label, ...row }) => [label, Number(Object.values(row)[0])]);
  };

  test('one that has never succeeded counts from when it was scheduled, one of another version is nobody’s', async () => {
    await migrateJobs(url, 'notes', [jobOf('never', '0 1 * * *')], log);
    await subgraph
      .em()
      .execute(`update pgboss.schedule set created_on = to_timestamp(1000) where name = 'never'`);
    expect(await done('never')).toEqual([['never', 1000]]);
    await subgraph
      .em()
      .execute(
        `insert into pgboss.job (name, state, completed_on) values ('never', 'completed', to_timestamp(2000))`,
      );
    expect(await done('never')).toEqual([['never', 2000]]);
    expect(await done('of another version')).toEqual([]);
  });

  test('its first failure is an increase: counts begin at 0', async () => {
    const metrics = new Registry();
    const runs = jobMetrics(metrics, [{ name: 'never' }]);
    expect(await metrics.metrics()).toContain('job_run_seconds_count{job="never",outcome="error"} 0');
    runs.start('never')('error');
    expect(await metrics.metrics()).toContain('job_run_seconds_count{job="never",outcome="error"} 1');
  });
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

  test('a long job goes on turn by turn, never beside itself, and another process goes on where one stopped', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const turns: number[] = [];
    const long: Job = {
      name: 'takes-long',
      cron: '0 5 * * *',
      async run({ isTurnOver }) {
        running += 1;
        most = Math.max(most, running);
        const before = rounds;
        while (rounds < 30) {
          await sleep(50);
          rounds += 1;
          if (isTurnOver()) break;
        }
        turns.push(rounds - before);
        running -= 1;
      },
    };
    await migrateJobs(url, 'notes', [long], log);
    await send('takes-long');
    const pace = { turnMs: 300, pollSeconds: 0.5 };
    const first = await worker([long], pace);
    await until(() => rounds > 2);
    // told to stop in the middle: it does not wait for the end of the job
    await first.stop();
    const stoppedAt = rounds;
    expect(stoppedAt).toBeLessThan(10);
    const metrics = new Registry();
    const two = await Promise.all([worker([long], pace, metrics), worker([long], pace)]);
    await until(() => rounds === 30 && running === 0);
    await sleep(200);
    await Promise.all(two.map((each) => each.stop()));
    expect(most).toBe(1);
    expect(turns.length).toBeGreaterThan(3);
    expect(turns.reduce((sum, each) => sum + each, 0)).toBe(30);
    const states = await subgraph
      .em()
      .execute(`select distinct state::text from pgboss.job where name = 'takes-long'`);
    expect(states).toEqual([{ state: 'completed' }]);
  }, 30_000);

  test('the term after which the queue gives a job to somebody else is longer than a turn and its last round', async () => {
    await migrateJobs(url, 'notes', [{ name: 'any', cron: '0 5 * * *', run: async () => {} }], log);
    // of an older version: what it says of its queue is brought up to date
    await subgraph.em().execute(`update pgboss.queue set expire_seconds = 60 where name = 'any'`);
    await migrateJobs(url, 'notes', [{ name: 'any', cron: '0 5 * * *', run: async () => {} }], log);
    const [queue] = await subgraph
      .em()
      .execute<{ term: number }[]>(`select expire_seconds as term from pgboss.queue where name = 'any'`);
    expect(queue?.term).toBeGreaterThanOrEqual(600 + 120);
  });

  test('without its database a worker waits, and can be stopped meanwhile', async () => {
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
    });
    const abort = new AbortController();
    const starting = startJobs([], {
      runs: jobMetrics(new Registry(), []),
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
