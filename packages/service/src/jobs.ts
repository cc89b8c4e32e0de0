import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan } from '@dang/telemetry/trace';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { Job as Claim, PgBoss } from 'pg-boss';
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
  /**
   * Asked between two rounds by a job that may take longer than ten minutes. Yes: its turn is over, or somebody else has it by now. It
   * returns then, and has another turn at once, in which it goes on where it stands.
   */
  isTurnOver(): boolean;
};

/**
 * What a service does by the clock. `cron` is in the time of Việt Nam. Run twice it does no harm, it works on sets rather
 * than on one row after the other, and the day is `clock.today()`, never the database's.
 */
export type Job = { name: string; cron: string; run(context: JobContext): Promise<void> };

/** What every job of a service is given; a run adds the rest. */
export type JobGround = Omit<JobContext, 'em' | 'isTurnOver'>;

/** How a worker goes about its jobs; tests are in more of a hurry. */
export type JobPace = {
  /** A turn ends here, well before the queue would take the job for lost and give it to somebody else beside it. */
  turnMs: number;
  pollSeconds: number;
  /** How often jobs that are missing on the schedule are put there. */
  lookMs: number;
};

const SCHEMA = 'pgboss';
const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const CONNECTIONS = 2;
const RETRY_MS = 1_000;
const STOP_MS = 5_000;
const usualPace: JobPace = { turnMs: 600_000, pollSeconds: 10, lookMs: 600_000 };

// one waits or runs at a time: a slow job is never overtaken by itself
const policy = 'exclusive';
const queue = {
  // whoever is still at it then is taken for lost: turns are shorter
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

/** Runs one job now, as the schedule would; without turns, to its end. */
export async function runJob(job: Job, given: JobGround, isTurnOver = () => false): Promise<void> {
  await job.run({ ...given, em: given.orm.em.fork(), log: given.log.child({ job: job.name }), isTurnOver });
}

// what came due while nothing ran is made up for, once
const putOnSchedule = (boss: PgBoss, { name, cron }: Job): Promise<void> =>
  boss.schedule(name, cron, null, { tz: TIME_ZONE, missed: 'once' });

/**
 * Makes the tables of the schedule, a queue for each job, and the schedule as this version has it: part of the migrations. Nobody else
 * changes a time or takes a job away, so that workers of two versions live side by side. Replicas take turns.
 */
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
    for (const job of jobs) {
      if (known.has(job.name)) await boss.updateQueue(job.name, queue);
      else await boss.createQueue(job.name, { policy, ...queue });
      await putOnSchedule(boss, job);
    }
    const names = new Set(jobs.map(({ name }) => name));
    for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Puts jobs on the schedule that are missing there: of a version that was rolled back to, or goes on working beside a next one whose
 * migrations have taken them away. What is there stays as it is.
 */
async function scheduleMissing(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const there = new Set((await boss.getSchedules()).map(({ name }) => name));
  for (const job of jobs) if (!there.has(job.name)) await putOnSchedule(boss, job);
}

/** Waits until the schedule can be read and every job has its queue; false when told to stop meanwhile. */
async function startBoss(boss: PgBoss, jobs: readonly Job[], log: Logger, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      await boss.start();
      // a release that brings a job may start before role migrate has made its queue
      await scheduleMissing(boss, jobs);
      return true;
    } catch (error) {
      log.warn({ err: error }, 'jobs cannot start yet');
      await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
  return false;
}

type Starting = JobGround & { url: string; signal: AbortSignal; runs: JobRuns; pace?: Partial<JobPace> };

/** One turn of a job that this process has claimed; when there is more to do, the next one is asked for. */
async function takeTurn(
  boss: PgBoss,
  job: Job,
  claim: Claim<unknown>,
  { signal, runs, turnMs, ...given }: JobGround & Pick<Starting, 'signal' | 'runs'> & Pick<JobPace, 'turnMs'>,
): Promise<void> {
  const { log } = given;
  const start = performance.now();
  const end = runs.start(job.name);
  let isOver = false;
  const isTurnOver = () => {
    isOver ||= claim.signal.aborted || signal.aborted || performance.now() - start >= turnMs;
    return isOver;
  };
  try {
    await runJob(job, given, isTurnOver);
    if (claim.signal.aborted)
      throw new Error('it took longer than its term, and somebody else has it by now');
    if (isOver) {
      await boss.complete(job.name, { id: claim.id, retryCount: claim.retryCount });
      await boss.send(job.name);
    }
    end('ok');
    const tookMs = Math.round(performance.now() - start);
    log.info({ job: job.name, tookMs }, isOver ? 'a job goes on in another turn' : 'a job is done');
  } catch (error) {
    end('error');
    log.error({ err: error, job: job.name }, 'a job failed');
    throw error;
  }
}

/**
 * Starts running the jobs of a service by their schedule, once however many processes do so; the database must be
 * migrated. What fails is tried again three times and is in the log. `stop` lets what runs end.
 */
export async function startJobs(
  jobs: readonly Job[],
  { url, pace, ...given }: Starting,
): Promise<{ stop(): Promise<void> }> {
  const { service, log, signal } = given;
  const { turnMs, pollSeconds, lookMs } = { ...usualPace, ...pace };
  const boss = await bossOf(url, service, log, { max: CONNECTIONS, migrate: false });
  if (!(await startBoss(boss, jobs, log, signal))) return { stop: () => boss.stop({ graceful: false }) };
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, async (claims) => {
      for (const claim of claims)
        await inSpan({ kind: 'job', name: job.name, parent: null }, () =>
          takeTurn(boss, job, claim, { ...given, turnMs }),
        );
    });
  }
  const looking = setInterval(() => {
    scheduleMissing(boss, jobs).catch((error) =>
      log.warn({ err: error }, 'the schedule cannot be looked at'),
    );
  }, lookMs).unref();
  return {
    async stop() {
      clearInterval(looking);
      await boss.stop({ timeout: STOP_MS });
    },
  };
}
