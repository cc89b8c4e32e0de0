import { monthOf, monthRange } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isDeferred } from '../announcement/announce-drafts.ts';
import { statusListFor } from '../charge/charge.workflow.ts';
import type { Month } from '../charging/charging.rules.ts';

const CHARGES_A_PIECE = 5_000;

/**
 * On the business day `today`: what was announced for a month that has passed, and is not paid, is `OVERDUE`; and so is what could be
 * paid later, once no decision allows it any more. An adjustment or a voluntary part has until the end of the month in which it
 * was made. Nobody's standing changes by that: it was owed before. Done piece by piece, each in its own transaction; again, it
 * changes nothing. Answers how many charges fell overdue.
 */
export async function fallOverdue(em: SqlEntityManager, today: string): Promise<number> {
  const month = monthOf(today);
  let count = 0;
  for (const period of await chargedMonths(em, month)) count += await fallOverdueIn(em, period, today);
  const extras = await em.execute(
    `update extra_charge charge set status = 'OVERDUE'
     where (status in (${statusListFor('FALL_OVERDUE')}) and greatest(period, made_on) < ?::date)
       or (status in (${statusListFor('END_DEFERRAL')}) and not ${isDeferred('charge')})
     returning member_id`,
    [`${month}-01`, today],
  );
  return count + extras.length;
}

/** The months from the first that was ever charged to this one. */
async function chargedMonths(em: SqlEntityManager, month: Month): Promise<Month[]> {
  const [row] = await em.execute<{ first: Month | null }[]>(
    `select to_char(min(period), 'YYYY-MM') as first from dues_charge`,
  );
  return row?.first ? monthRange(row.first, month) : [];
}

async function fallOverdueIn(em: SqlEntityManager, period: Month, today: string): Promise<number> {
  const day = `${period}-01`;
  const isPast = period < monthOf(today);
  let count = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const [piece] = await em.execute<{ looked: number; fallen: number; last: string | null }[]>(
      `with piece as (
         select member_id from dues_charge
         where period = ?::date and member_id > ?::uuid
           and ((status in (${statusListFor('FALL_OVERDUE')}) and ?::boolean) or status in (${statusListFor('END_DEFERRAL')}))
         order by member_id limit ${CHARGES_A_PIECE}),
       fallen as (
         update dues_charge charge set status = 'OVERDUE'
         from piece
         where charge.period = ?::date and charge.member_id = piece.member_id
           and ((charge.status in (${statusListFor('FALL_OVERDUE')}) and ?::boolean)
             or (charge.status in (${statusListFor('END_DEFERRAL')}) and not ${isDeferred('charge')}))
         returning 1)
       select (select count(*)::int from piece) as looked, (select count(*)::int from fallen) as fallen,
         (select member_id from piece order by member_id desc limit 1) as last`,
      [day, last, isPast, day, isPast, today],
    );
    count += piece?.fallen ?? 0;
    if (!piece?.last || piece.looked < CHARGES_A_PIECE) return count;
    last = piece.last;
  }
}
