import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { countDesk, deskDossiers, placeOnDesk, waitsFor } from './desk.reads.ts';
import type { Condition } from './visibility.ts';
import { both, touches } from './visibility.ts';

const cursorShape = z.tuple([z.boolean(), z.iso.datetime(), z.guid()]);

/** A stay whose term ends within so many days waits for the branch that writes its comment (domain: limits, reminders). */
const STAY_ENDS_WITHIN_DAYS = 30;

const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const nothing: Condition = { sql: 'false', values: [] };

/** What lies on a desk, for its counts. */
interface Desk {
  readonly where: Condition;
}

interface Wish {
  readonly waitingForMe: boolean;
  readonly kinds?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly overdueOnly: boolean;
}

/** Which dossiers a desk holds: those of the unit in which the actor acts, narrowed to what is wished for. */
async function conditionOf({ actor, em, clock }: GraphContext, wish: Wish): Promise<Condition> {
  const unitId = actor && scopeUnitOf(actor, 'TRANSFER_READ');
  if (unitId === null) return nothing;
  const soon = daysAfter(clock.today(), STAY_ENDS_WITHIN_DAYS);
  let where = wish.waitingForMe ? waitsFor(unitId, actor?.memberId ?? null, soon) : await touches(em, unitId);
  if (wish.kinds) where = both(where, { sql: 'd.kind = any(array[?]::text[])', values: [wish.kinds] });
  if (wish.statuses)
    where = both(where, { sql: 'd.status = any(array[?]::text[])', values: [wish.statuses] });
  if (wish.overdueOnly) where = both(where, { sql: 'd.due_on < ?::date', values: [clock.today()] });
  return where;
}

/** Counted once a desk, and only when it is asked. */
const countsOf = (context: GraphContext, { where }: Desk) =>
  loaderOf<Condition, { total: number; overdue: number }>(context, 'counts of the desk', (conditions) =>
    Promise.all(conditions.map((one) => countDesk(context.em, one, context.clock.today()))),
  ).load(where);

/** The desk of a unit. */
export const deskResolvers: Resolvers = {
  Query: {
    async transferDesk(_, { first, after, ...wish }, context) {
      const page = pageArgs(first, after);
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
      const where = await conditionOf(context, wish);
      const today = context.clock.today();
      const rows = await deskDossiers(context.em, { where, today, limit: page.limit, after: place });
      return { ...connection(rows, page.first, placeOnDesk), where };
    },
  },
  TransferDeskConnection: {
    totalCount: async (desk: Desk, _, context) => (await countsOf(context, desk)).total,
    overdueCount: async (desk: Desk, _, context) => (await countsOf(context, desk)).overdue,
  },
};
