import { TemporaryStayDue } from '@dang/events/contracts/transfers/temporary-stay-due';
import { recordEvents } from '@dang/events/outbox';
import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

type Told = (typeof TemporaryStayDue)['example'];

const STAYS_AT_ONCE = 500;

/**
 * Notes which stays are told of now, at most 500, and answers them; needs the transaction that tells. The stage follows from the day alone, so
 * that a night that was missed is made up for by the stage that holds now: 30 and 7 days before the last day, on it, and once over on the
 * first day and every 7 days. Each stage of a term is noted once (`stay_due_told`); a longer term is another.
 */
const noteStays = (em: SqlEntityManager, today: string): Promise<Told[]> =>
  em.execute(
    `with running as (
       select s.dossier_id, s.through, s.through - ?::date as days_left
       from temporary_stay s join transfer_dossier d on d.id = s.dossier_id
       where s.started_on is not null and s.ended_on is null and s.through <= ?::date + 30
         and d.status in ('ACTIVE_TEMPORARY', 'EXTENSION_REQUESTED') and d.origin_branch_id is not null),
     due as (
       select dossier_id, through,
         case when days_left < 0 then 'OVERDUE' when days_left = 0 then 'LAST_DAY' when days_left <= 7 then 'DAYS_7' else 'DAYS_30' end as stage,
         case when days_left < 0 then (-days_left - 1) / 7 else 0 end as times, greatest(-days_left, 0) as days_over
       from running),
     next as (
       select due.* from due
       where not exists (select from stay_due_told told where told.dossier_id = due.dossier_id and told.through = due.through
         and told.stage = due.stage and told.times = due.times)
       order by due.through, due.dossier_id limit ?),
     told as (
       insert into stay_due_told (dossier_id, through, stage, times) select dossier_id, through, stage, times from next
       on conflict do nothing returning dossier_id)
     select d.id as "transferId", d.number, d.member_id as "memberId", d.origin_branch_id as "originBranchId",
       d.destination_branch_id as "destinationBranchId", next.stage, next.through, next.days_over as "daysOver"
     from told join next using (dossier_id) join transfer_dossier d on d.id = told.dossier_id
     order by next.through, d.id`,
    [today, today, STAYS_AT_ONCE],
  );

/** Reminds of stays that are about to end, and escalates those that are over without a comment (domain: temporary transfer; T79). */
export const watchStays: Job = {
  name: 'watch-stays',
  cron: '25 6 * * *',
  async run({ em, clock }) {
    for (let more = true; more; )
      more = await em.fork().transactional(async (own) => {
        const told = await noteStays(own, clock.today());
        const events = told.map((data) => ({ aggregateId: data.transferId, data }));
        await recordEvents(own, TemporaryStayDue, events);
        return told.length > 0;
      });
  },
};
