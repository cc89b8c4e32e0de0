import { CalendarDaysSet } from '@dang/events/contracts/orgtree/calendar-days-set';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { vietnameseCalendar } from '@dang/vietnam/holidays';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { calendarDayShape } from './shapes.ts';
import { upsertNewer } from './upsert.ts';

/** The days that were announced, for a migration of a service that counts working days. */
export const calendarTables: readonly string[] = [
  `create table calendar_day_copy (
    day date primary key,
    version bigint not null,
    kind text check (kind in ('DAY_OFF', 'WORKED'))
  )`,
];

/** Which days are off, and which weekend days are worked. */
export const calendarCopies = defineProjection({
  name: 'calendarCopies',
  tables: ['calendar_day_copy'],
  reactions: [
    defineReaction({
      name: 'copyCalendarDays',
      event: CalendarDaysSet,
      handle: ({ em }, { data }) => upsertNewer(em, calendarDayShape, data.days),
    }),
  ],
});

/** The working calendar now: what is shipped, with every day that was entered since in its place. */
export async function workingCalendar(em: SqlEntityManager): Promise<WorkingCalendar> {
  const rows: { day: string; kind: 'DAY_OFF' | 'WORKED' | null }[] = await em.execute(
    'select day::text, kind from calendar_day_copy',
  );
  const daysOff = new Set(vietnameseCalendar.daysOff);
  const workedWeekendDays = new Set(vietnameseCalendar.workedWeekendDays);
  for (const { day, kind } of rows) {
    daysOff.delete(day);
    workedWeekendDays.delete(day);
    if (kind === 'DAY_OFF') daysOff.add(day);
    if (kind === 'WORKED') workedWeekendDays.add(day);
  }
  return { daysOff, workedWeekendDays };
}
