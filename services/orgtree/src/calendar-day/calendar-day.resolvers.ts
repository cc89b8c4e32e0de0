import { signInIsFresh } from '@dang/access/actor';
import { CalendarDaysSet } from '@dang/events/contracts/orgtree/calendar-days-set';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers, SetCalendarDaysInput } from '../generated/graph.ts';
import { provinceInScope } from '../unit/province-in-scope.ts';
import { findEnteredDays, writeDays } from './calendar-day.rows.ts';
import { type CalendarDay, daysOfYear, faultyField } from './calendar-day.rules.ts';

async function setDays(
  em: SqlEntityManager,
  context: GraphContext,
  input: SetCalendarDaysInput,
): Promise<Refusal | Done> {
  const { actor, clock } = context;
  const provinceId = await provinceInScope(em, context, 'CALENDAR_EDIT');
  if (!actor || provinceId === null) return refuse('NOT_FOUND');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const days = input.days.map(({ day, kind }) => ({ day, kind: kind ?? null }));
  const reason = tidyText(input.reason);
  const field = faultyField({ days, reason }, clock.today());
  if (field) return refuse('INVALID_INPUT', { field });
  const changed = await writeDays(em, days, reason);
  if (changed.length > 0)
    await recordEvents(em, CalendarDaysSet, [{ aggregateId: provinceId, data: { days: changed } }], {
      actor,
    });
  return { id: provinceId, audit: { unitId: provinceId, after: { days }, reason } };
}

/** The days that were named, as they are now. Everybody may read them. */
const loadNamed =
  ({ days }: SetCalendarDaysInput) =>
  async (em: SqlEntityManager): Promise<CalendarDay[]> => {
    const named = days.map(({ day }) => day).sort();
    const entered = await findEnteredDays(em, { from: named[0] ?? '', through: named.at(-1) ?? '' });
    return entered.filter(({ day }) => named.includes(day));
  };

/** The working calendar of the province: read by everybody, entered by whoever runs the system. */
export const calendarDayResolvers: Resolvers = {
  Query: {
    async calendarDays(_, { year }, { em }) {
      if (year < 2025 || year > 2100) return [];
      const entered = await findEnteredDays(em, { from: `${year}-01-01`, through: `${year}-12-31` });
      return daysOfYear(vietnameseCalendar, entered, year);
    },
  },
  Mutation: {
    setCalendarDays: (_, { input }, context) =>
      mutate(context, { name: 'setCalendarDays', input, field: 'days', load: loadNamed(input) }, (em) =>
        setDays(em, context, input),
      ),
  },
};
