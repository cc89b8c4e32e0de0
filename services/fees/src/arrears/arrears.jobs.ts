import type { Job } from '@dang/service/jobs';
import { alertArrears } from './alert-arrears.ts';
import { fallOverdue } from './fall-overdue.ts';

/** Every night: what was not paid in its month falls overdue, and whoever has left three months of a year unpaid is named. */
export const fallOverdueJob: Job = {
  name: 'fall-overdue',
  cron: '20 0 * * *',
  async run({ em, clock, log }) {
    const charges = await fallOverdue(em, clock.today());
    const members = await alertArrears(em, clock.today());
    if (charges + members > 0) log.info({ charges, members }, 'charges fell overdue, members were named');
  },
};
