import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan } from '@dang/telemetry/trace';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { ServiceEnvironment } from './environment.ts';
import type { JobRuns } from './job-metrics.ts';

/** What a job works with. `em` is a unit of work of its own; every transaction of it ends within 5 s. */
export type JobContext = {
  orm: MikroORM;
  em: SqlEntityManager;
  environment: ServiceEnvironment;
  clock: Clock;
  log: Logger;
  service: string;
};

/**
 * What a service does by the clock. `cron` is in the time of Việt Nam. Run twice it does no harm, it works on sets rather
 * than on one row after the other, and the day is `clock.today()`, never the database's.
 */
export type Job = { name: string; cron: string; run(context: JobContext): Promise<void> };

const SCHEMA = 'pgboss';
const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const CONNECTIONS = 2;
const RETRY_MS = 1_000;
const STOP_MS = 5_000;

const queue = {
  // one waits or runs at a time: a slow job is never overtaken by itself
  policy: 'exclusive',
  expireInSeconds: 900,
  // of a process that was killed, the job is taken over after half a minute
  heartbeatSeconds: 30,
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  retentionSeconds: 86_400,
  // longer than any job rests: its last success is asked here
  deleteAfterSeconds: 3 * 86_400,
} as const;

/** Loaded only where there are jobs: it takes 25 MB. */
async function bossOf(url: string, service: string, log: Logger, options: object): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const place = { connectionString: url, schema: SCHEMA, application_name: `${service} jobs` };
  const boss = new PgBoss({ ...place, ...options });
  boss.on('error', (error) => log.warn({ err: error }, 'the schedule of jobs complains'));
  return boss;
}

/** Runs one job now, as the schedule would. */
export async function runJob(job: Job, given: Omit<JobContext, 'em'>): Promise<void> {
  await job.run({ ...given, em: given.orm.em.fork(), log: given.log.child({ job: job.name }) });
}

/** Makes the tables of the schedule and a queue for each job: part of the migrations. Replicas take turns. */
export async function migrateJobs(
  url: string,
  service: string,
  jobs: readonly Job[],
  log: Logger,
): Promise<void> {
  if (jobs.length === 0) return;
  const boss = await bossOf(url, service, log, { max: 1, supervise: false, schedule: false });
  try {
    await boss.start();
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const { name } of jobs) if (!known.has(name)) await boss.createQueue(name, queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function schedule(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name, cron } of jobs) {
    // what came due while nothing ran is made up for, once
    await boss.schedule(name, cron, null, { tz: TIME_ZONE, missed: 'once' });
  }
  const names = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
}

/**
 * Starts running the jobs of a service by their schedule, once however many processes do so; the database must be
 * migrated. What fails is tried again three times and is in the log. `stop` lets what runs end.
 */
export async function startJobs(
  jobs: readonly Job[],
  {
    url,
    signal,
    runs,
    ...given
  }: Omit<JobContext, 'em'> & { url: string; signal: AbortSignal; runs: JobRuns },
): Promise<{ stop(): Promise<void> }> {
  const { service, log } = given;
  const boss = await bossOf(url, service, log, { max: CONNECTIONS, migrate: false });
  for (let started = false; !started && !signal.aborted; ) {
    // a release that brings a job may start before role migrate has made its queue
    const scheduled = async () => {
      await boss.start();
      await schedule(boss, jobs);
    };
    started = await scheduled().then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, 'jobs cannot start yet');
        return false;
      },
    );
    if (!started) await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
  }
  if (signal.aborted) return { stop: () => boss.stop({ graceful: false }) };
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 10 }, async () => {
      const start = performance.now();
      const end = runs.start(job.name);
      await inSpan({ kind: 'job', name: job.name, parent: null }, async () => {
        try {
          await runJob(job, given);
          end('ok');
          log.info({ job: job.name, tookMs: Math.round(performance.now() - start) }, 'a job is done');
        } catch (error) {
          end('error');
          log.error({ err: error, job: job.name }, 'a job failed');
          throw error;
        }
      });
    });
  }
  return { stop: () => boss.stop({ timeout: STOP_MS }) };
}
