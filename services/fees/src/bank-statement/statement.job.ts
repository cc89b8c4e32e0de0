import type { Job } from '@dang/service/jobs';
import { isRefusal } from '@dang/service/refusal';
import { bankOf } from '../bank/bank.ts';
import { feesEnvironment } from '../environment.ts';
import { readStatement } from './read-statement.ts';

const DAYS_BACK = 3;
const DAY_MS = 86_400_000;

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

/** Reads the bank's statements of the last days in at night; a day that is read already is passed over. */
export const readStatementsJob: Job = {
  name: 'read-statements',
  cron: '30 1 * * *',
  async run({ em, clock, environment, log }) {
    const bank = bankOf(feesEnvironment(environment));
    const today = clock.today();
    for (let days = DAYS_BACK; days >= 1; days -= 1) {
      const day = dayBefore(today, days);
      const { id: number, lines } = await bank.statement(day);
      const effects = { today, at: clock.now(), keys: environment.PROVINCE_KEY, actor: null };
      const read = await readStatement(em.fork(), { number, source: 'BANK', day, lines }, effects);
      if (!isRefusal(read)) log.info({ day, lines: lines.length }, 'a statement of the bank is read');
    }
  },
};
