import type { Job } from '@dang/service/jobs';
import { foldHeadcounts } from './headcount.rows.ts';

/** Every night the differences of each branch become one row again. */
export const foldHeadcountsJob: Job = {
  name: 'fold-headcounts',
  cron: '20 2 * * *',
  run: ({ em }) => foldHeadcounts(em),
};
