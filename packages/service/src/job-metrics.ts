import { Histogram, type Registry } from 'prom-client';
import type { Figure } from './figures.ts';

/** Times the run of a job from its start to its outcome. */
export type JobRuns = { start(job: string): (outcome: 'ok' | 'error') => void };

/**
 * The runs of these jobs in this registry, by job and outcome. They begin at 0: what appears with its first count has no increase that an
 * alert could see, and a job that fails every night may do so in another process each time.
 */
export function jobMetrics(registry: Registry, jobs: readonly { name: string }[]): JobRuns {
  const runs = new Histogram({
    name: 'job_run_seconds',
    help: 'Runs of jobs',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900],
    registers: [registry],
  });
  for (const { name } of jobs) for (const outcome of ['ok', 'error']) runs.zero({ job: name, outcome });
  return {
    start(job) {
      const end = runs.startTimer({ job });
      return (outcome) => end({ outcome });
    },
  };
}

/**
 * When each of these jobs last did its work: from the schedule itself, which outlives the process that ran it. A job that has never
 * succeeded, or not for so long that nothing is kept of it, counts from when it was put on the schedule: else nobody would be told of it.
 */
export const jobsLastDone = (jobs: readonly { name: string }[]): Figure => ({
  gauges: {
    job_last_success_timestamp_seconds:
      'When the job last succeeded, in seconds since 1970; before the first time, when it was put on the schedule',
  },
  label: 'job',
  async ask(em) {
    return await em.execute(
      `select schedule.name as label, extract(epoch from coalesce(
         (select max(completed_on) from pgboss.job where job.name = schedule.name and state = 'completed'),
         schedule.created_on))::float as job_last_success_timestamp_seconds
       from pgboss.schedule where schedule.name in (?)`,
      [jobs.map(({ name }) => name)],
    );
  },
});
