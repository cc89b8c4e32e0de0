import type { Job, JobContext } from '@dang/service/jobs';
import { isRefusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Bank } from '../bank/bank.port.ts';
import { bankOf } from '../bank/bank.ts';
import { feesEnvironment } from '../environment.ts';
import { readStatement } from './read-statement.ts';

/** Asked for every night, also when they are read: a bank may be late. */
const DAYS_BACK = 3;
/** A day that could not be read is asked for so long: longer than any bank rests. */
const DAYS_MISSED = 31;
/** After so many days in a row that cannot be read the bank is left alone until the next time. */
const FAILURES = 3;

/** The days whose statement is to be read, the newest first: the last three, and those since the first statement of all that are not read whole. */
async function daysToRead(em: SqlEntityManager, today: string): Promise<string[]> {
  const rows: { day: string }[] = await em.execute(
    `select to_char(days.day, 'YYYY-MM-DD') as day
     from generate_series(
       greatest(?::date - ${DAYS_MISSED}, least(?::date - ${DAYS_BACK}, (select min(day) from bank_statement where source = 'BANK'))),
       ?::date - 1, interval '1 day') as days(day)
     where days.day >= ?::date - ${DAYS_BACK} or not exists (
       select from bank_statement known where known.source = 'BANK' and known.complete and known.day = days.day::date)
     order by days.day desc`,
    [today, today, today, today],
  );
  return rows.map(({ day }) => day);
}

async function readDay({ em, clock, environment, log }: JobContext, bank: Bank, day: string): Promise<void> {
  const { id: number, lines } = await bank.statement(day);
  const effects = { today: clock.today(), at: clock.now(), keys: environment.PROVINCE_KEY, actor: null };
  const read = await readStatement(em.fork(), { number, source: 'BANK', day, lines }, effects);
  if (!isRefusal(read)) log.info({ day, lines: lines.length }, 'a statement of the bank is read');
}

/**
 * Reads the bank's statements in at night. A day that cannot be read keeps no other from it, and is asked for again every night for a month;
 * the run fails all the same, so that it is seen.
 */
export const readStatementsJob: Job = {
  name: 'read-statements',
  cron: '30 1 * * *',
  async run(context) {
    const { em, clock, environment, log } = context;
    const bank = bankOf(feesEnvironment(environment));
    const failed: string[] = [];
    let inARow = 0;
    for (const day of await daysToRead(em, clock.today())) {
      try {
        await readDay(context, bank, day);
        inARow = 0;
      } catch (error) {
        log.warn({ err: error, day }, 'a statement of the bank cannot be read');
        failed.push(day);
        inARow += 1;
        if (inARow === FAILURES) break;
      }
    }
    if (failed.length > 0) throw new Error(`statements of the bank are not read: ${failed.join(', ')}`);
  },
};
