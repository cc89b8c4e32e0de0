import { Histogram, type Registry } from 'prom-client';
import type { Figure } from './figures.ts';

/** Times the run of a job from its start to its outcome. */
export type JobRuns = { start(job: string): (outcome: 'ok' | 'error') => void };

/** The runs of jobs in this registry, by job and outcome. */
export function jobMetrics(registry: Registry): JobRuns {
  const runs = new Histogram({
    name: 'job_run_seconds',
    help: 'Runs of jobs',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900],
    registers: [registry],
  });
  return {
    start(job) {
      const end = runs.startTimer({ job });
      return (outcome) => end({ outcome });
    },
  };
}

/** When each job last did its work: from the schedule itself, which outlives the process that ran it. */
export const jobsLastDone: Figure = {
  gauges: {
    job_last_success_timestamp_seconds:
      'When the job last succeeded, in seconds since 1970; none before the first time',
  },
  label: 'job',
  async ask(em) {
    return await em.execute(
      `select name as label, extract(epoch from max(completed_on))::float as job_last_success_timestamp_seconds
       from pgboss.job where state = 'completed' group by name`,
    );
  },
};
