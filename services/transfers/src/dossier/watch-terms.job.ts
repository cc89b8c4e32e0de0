import { TransferOverdue } from '@dang/events/contracts/transfers/transfer-overdue';
import { recordEvents } from '@dang/events/outbox';
import { workingCalendar } from '@dang/reference/calendar';
import type { Job } from '@dang/service/jobs';
import { addWorkingDays, type WorkingCalendar } from '@dang/vietnam/working-days';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { lastPassedStart, officialTerms } from './deadlines.rules.ts';

const DOSSIERS_AT_ONCE = 500;

type Term = (typeof officialTerms)[number];
type Told = (typeof TransferOverdue)['example'];

/** Where a term runs from, and which dossiers it is over for as soon as it has passed. */
const columns = {
  OVERDUE_60: { from: 'd.effective_date', still: 'true' },
  OVERDUE_PRESENT: { from: 'd.introduced_on', still: 'd.presented_on is null' },
} as const;

/** The days from which passed terms run, each with the end of its term. */
async function passedStarts(
  em: SqlEntityManager,
  calendar: WorkingCalendar,
  { flag, workingDays }: Term,
  today: string,
): Promise<{ start: string; dueOn: string }[]> {
  const { from, still } = columns[flag];
  const days: { start: string }[] = await em.execute(
    `select distinct ${from} as start from transfer_dossier d
     where d.closed_on is null and d.kind = 'OFFICIAL' and d.submitted and ${still} and ${from} <= ?::date`,
    [lastPassedStart(calendar, today, workingDays)],
  );
  return days.map(({ start }) => ({ start, dueOn: addWorkingDays(calendar, start, workingDays) }));
}

/** Notes which dossiers are told of now, each term once, at most 500; answers them. Needs the transaction that tells. */
const noteTerms = (
  em: SqlEntityManager,
  { flag }: Term,
  starts: readonly { start: string; dueOn: string }[],
): Promise<Told[]> => {
  const { from, still } = columns[flag];
  return em.execute(
    `with due as (
       select d.id, term."dueOn" from jsonb_to_recordset(?::jsonb) as term(start date, "dueOn" date)
       join transfer_dossier d on ${from} = term.start
       where d.closed_on is null and d.kind = 'OFFICIAL' and d.submitted and ${still} and d.origin_branch_id is not null
         and not exists (select from transfer_term_told told
           where told.dossier_id = d.id and told.flag = ? and told.due_on = term."dueOn")
       order by term."dueOn", d.id limit ?),
     told as (
       insert into transfer_term_told (dossier_id, flag, due_on) select id, ?, "dueOn" from due
       on conflict do nothing returning dossier_id, due_on)
     select d.id as "transferId", d.number, d.kind, d.member_id as "memberId", d.origin_branch_id as "originBranchId",
       d.destination_branch_id as "destinationBranchId", ? as flag, told.due_on as "dueOn"
     from told join transfer_dossier d on d.id = told.dossier_id order by told.due_on, d.id`,
    [JSON.stringify(starts), flag, DOSSIERS_AT_ONCE, flag, flag],
  );
};

/**
 * Tells both sides of official transfers whose term has passed: 60 working days from the decision, 30 from the introduction without a
 * presentation (domain: state table; T67). Once a term, however often it runs; a letter issued anew has a new one. Notes and tells in
 * the same transaction, 500 at a time.
 */
export const watchTransferTerms: Job = {
  name: 'watch-transfer-terms',
  cron: '20 6 * * *',
  async run({ em, clock }) {
    const calendar = await workingCalendar(em);
    for (const term of officialTerms) {
      const starts = await passedStarts(em, calendar, term, clock.today());
      for (let more = starts.length > 0; more; )
        more = await em.fork().transactional(async (own) => {
          const told = await noteTerms(own, term, starts);
          const events = told.map((data) => ({ aggregateId: data.transferId, data }));
          await recordEvents(own, TransferOverdue, events);
          return told.length > 0;
        });
    }
  },
};
