import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CalendarDay } from './calendar-day.rules.ts';

/** The days that were entered from `from` up to and including `through`, those taken back included. */
export async function findEnteredDays(
  em: SqlEntityManager,
  { from, through }: { from: string; through: string },
): Promise<CalendarDay[]> {
  return em.execute(
    'select day::text, kind, reason from calendar_day where day between ? and ? order by day',
    [from, through],
  );
}

/** What the other services are told of a day. */
export type RecordedDay = { day: string; kind: CalendarDay['kind']; version: number };

/** Writes the days, and answers those that are another than before, each with a version that has risen by one. */
export async function writeDays(
  em: SqlEntityManager,
  days: readonly Pick<CalendarDay, 'day' | 'kind'>[],
  reason: string,
): Promise<RecordedDay[]> {
  // in their order, so that two who enter the same days wait for each other and not crosswise
  return em.execute(
    `insert into calendar_day (day, kind, reason)
     select day, kind, ? from jsonb_to_recordset(?::jsonb) as entered(day date, kind text) order by day
     on conflict (day) do update
       set kind = excluded.kind, reason = excluded.reason, version = calendar_day.version + 1
       where calendar_day.kind is distinct from excluded.kind or calendar_day.reason <> excluded.reason
     returning day::text, kind, version`,
    [reason, JSON.stringify(days)],
  );
}
