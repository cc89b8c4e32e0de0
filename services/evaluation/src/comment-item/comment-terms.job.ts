import { CommentDueSoon } from '@dang/events/contracts/evaluation/comment-due-soon';
import { CommentOverdue } from '@dang/events/contracts/evaluation/comment-overdue';
import { recordEvents } from '@dang/events/outbox';
import { workingCalendar } from '@dang/reference/calendar';
import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { awaitedStates } from './comment-item.workflow.ts';
import { soonThrough } from './comment-term.rules.ts';

const ITEMS_AT_ONCE = 500;

type Told = (typeof CommentOverdue)['example'];

/** The terms to speak of: a condition in SQL on the last day of an item, with its values. */
interface Ending {
  readonly kind: 'DUE_SOON' | 'OVERDUE';
  readonly where: string;
  readonly values: readonly string[];
}

/**
 * Notes which awaited sheets are told of now, each term once for each kind, at most 500; answers them. Needs the
 * transaction that tells.
 */
const noteTerms = (em: SqlEntityManager, { kind, where, values }: Ending, today: string): Promise<Told[]> =>
  em.execute(
    `with due as (
       select item.id, item.due_on from comment_item item
       where item.closed_on is null and ${where} and item.status = any(array[?]::text[])
         and not exists (select from item_notice told
           where told.item_id = item.id and told.kind = ? and told.due_on = item.due_on)
       order by item.due_on, item.id limit ?),
     told as (
       insert into item_notice (item_id, kind, due_on, told_on) select id, ?, due_on, ?::date from due
       on conflict do nothing returning item_id)
     select item.id as "itemId", item.number, item.waiting_unit_id as "unitId", item.residence_unit_id as "residenceUnitId",
       item.workplace_unit_id as "workplaceUnitId", item.due_on as "dueOn"
     from told join comment_item item on item.id = told.item_id order by item.due_on, item.id`,
    [...values, awaitedStates, kind, ITEMS_AT_ONCE, kind, today],
  );

/** Notes and tells in the same transaction, 500 at a time, until there is nothing left to tell. */
async function tellAll(
  em: SqlEntityManager,
  today: string,
  ending: Ending,
  tell: (em: SqlEntityManager, told: readonly Told[]) => Promise<void>,
): Promise<void> {
  for (let more = true; more; )
    more = await em.fork().transactional(async (own) => {
      const told = await noteTerms(own, ending, today);
      await tell(own, told);
      return told.length > 0;
    });
}

/**
 * Reminds of sheets that are due by the next working day, and escalates those whose term has passed to the residence committee and the
 * workplace (domain 7.5): once an item and term, however often it runs.
 */
export const watchCommentTerms: Job = {
  name: 'watch-comment-terms',
  cron: '10 6 * * *',
  async run({ em, clock }) {
    const today = clock.today();
    const soon = soonThrough(await workingCalendar(em), today);
    const soonDue = { where: 'item.due_on between ?::date and ?::date', values: [today, soon] };
    await tellAll(em, today, { kind: 'DUE_SOON', ...soonDue }, async (own, told) => {
      const events = told.map(({ itemId, number, unitId, dueOn }) => ({
        aggregateId: itemId,
        data: { itemId, number, unitId, dueOn },
      }));
      await recordEvents(own, CommentDueSoon, events);
    });
    const pastDue = { where: 'item.due_on < ?::date', values: [today] };
    await tellAll(em, today, { kind: 'OVERDUE', ...pastDue }, async (own, told) => {
      const events = told.map((data) => ({ aggregateId: data.itemId, data }));
      await recordEvents(own, CommentOverdue, events);
    });
  },
};
