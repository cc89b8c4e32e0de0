import type { Job } from '@dang/service/jobs';
import { makeTodaysPayouts } from './make-payouts.ts';
import { askPayouts, sendPayouts } from './tell-bank.ts';

/** What happens to payouts by the clock: made once a day in the afternoon, sent and asked after every five minutes. */
export const payoutJobs: readonly Job[] = [
  { name: 'make-payouts', cron: '30 15 * * *', run: makeTodaysPayouts },
  { name: 'send-payouts', cron: '*/5 * * * *', run: sendPayouts },
  { name: 'ask-payouts', cron: '2-59/5 * * * *', run: askPayouts },
];
