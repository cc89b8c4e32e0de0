import type { Job } from '@dang/service/jobs';
import { monthRange } from '@dang/vietnam/month';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { type ChargeRun, chargeMonth } from './charge-month.ts';
import { findUnchargedCommunes } from './communes.ts';

/**
 * Makes the charges of a month in every commune in which dues have started and which has not been run: each commune in one
 * transaction, `workers` of them at a time. What was done before, here or by somebody else meanwhile, is left alone; what is
 * interrupted goes on where it stopped. A commune that fails keeps no other from being charged; its error is thrown at the end.
 * Answers what was made now.
 */
export async function chargeProvince(
  orm: MikroORM,
  period: Month,
  { workers = 2 }: { workers?: number } = {},
): Promise<ChargeRun> {
  const waiting = (await findUnchargedCommunes(orm.em.fork(), period)).values();
  const total = { charges: 0, amount: 0n };
  const errors: unknown[] = [];
  const work = async () => {
    for (const communeId of waiting) {
      try {
        const run = await chargeMonth(orm.em.fork(), period, communeId);
        total.charges += run.charges;
        total.amount += run.amount;
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} communes could not be charged`);
  return total;
}

/** From day 1 of a month its charges are made; months that were missed since dues started are made up for, oldest first. */
export const chargeMonthJob: Job = {
  name: 'charge-month',
  cron: '7 * * * *',
  async run({ orm, em, clock, log }) {
    const first = await firstMonth(em);
    if (first === null) return;
    for (const month of monthRange(first, clock.month())) {
      const { charges, amount } = await chargeProvince(orm, month);
      if (charges > 0) log.info({ month, charges, amount: amount.toString() }, 'a month is charged');
    }
  },
};

/** The month in which dues start in the first unit; null when they start nowhere. */
async function firstMonth(em: SqlEntityManager): Promise<Month | null> {
  const [row] = await em.execute<{ month: Month | null }[]>(
    `select to_char(min(starts_on), 'YYYY-MM') as month from procedure_start_copy where procedure = 'DUES'`,
  );
  return row?.month ?? null;
}
