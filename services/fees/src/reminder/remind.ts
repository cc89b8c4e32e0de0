import { DuesReminded } from '@dang/events/contracts/fees/dues-reminded';
import { recordEvents } from '@dang/events/outbox';
import type { Job } from '@dang/service/jobs';
import { monthOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Occasion, occasionOn } from './reminder.rules.ts';

const BRANCHES_A_PIECE = 200;
const MEMBERS_AN_EVENT = 500;

interface Reminder {
  readonly id: string;
  readonly branchId: string;
  readonly members: readonly { memberId: string; amount: string }[];
}

/** SQL: the branches that are looked at, and how many months a member must have left; no branch twice a month and occasion. */
const announced = (more = '') => `
  select announcement.branch_id from dues_announcement announcement
  where announcement.period = ?::date ${more}
    and not exists (select from dues_reminder known where known.period = announcement.period and known.occasion = ?
      and known.branch_id = announcement.branch_id)
  order by 1 limit ${BRANCHES_A_PIECE}`;

/** Whom nobody charges now, because a letter is under way, still owes to the branch that has the open charges. */
const twoMonths = `
  select distinct owed.branch_id
  from dues_standing standing
  cross join lateral (
    select standing.charged_by as branch_id where standing.charged_by is not null
    union all
    select charge.branch_id from unnest(standing.open_months) as month
    join dues_charge charge on charge.period = (month || '-01')::date and charge.member_id = standing.member_id
    where standing.charged_by is null
  ) as owed
  where cardinality(standing.open_months) >= 2
    and not exists (select from dues_reminder known where known.period = ?::date and known.occasion = ?
      and known.branch_id = owed.branch_id)
  order by 1 limit ${BRANCHES_A_PIECE}`;

const branchesFor = (occasion: Occasion): string => {
  if (occasion === 'TWO_MONTHS') return twoMonths;
  // announced late, there is time until the day that was said
  return announced(occasion === 'OVERDUE' ? 'and announcement.due_on < ?::date' : '');
};

/**
 * Reminds, on the business day `today`, everybody of these branches who has not paid what was announced, with all that they owe
 * there; `TWO_MONTHS` only who has two months overdue. What is deferred or being paid is asked of nobody. Once a branch, month and
 * occasion, one transaction for 200 branches. Answers how many members were reminded.
 */
export async function remind(em: SqlEntityManager, occasion: Occasion, today: string): Promise<number> {
  let count = 0;
  for (;;) {
    const reminders = await em.transactional((em) => remindSome(em, occasion, today));
    for (const { members } of reminders) count += members.length;
    if (reminders.length < BRANCHES_A_PIECE) return count;
  }
}

async function remindSome(em: SqlEntityManager, occasion: Occasion, today: string): Promise<Reminder[]> {
  const day = `${monthOf(today)}-01`;
  const owing =
    occasion === 'TWO_MONTHS'
      ? `count(*) filter (where status = 'OVERDUE' and origin = 'REGULAR') >= 2`
      : 'true';
  const reminders = await em.execute<Reminder[]>(
    `with branch as (${branchesFor(occasion)}),
     owed as (
       select charge.branch_id, charge.member_id, sum(amount - paid) as amount
       from branch join member_charge charge on charge.branch_id = branch.branch_id and charge.period <= ?::date
         and charge.status in ('ANNOUNCED', 'OVERDUE', 'REFUNDED')
       group by charge.branch_id, charge.member_id
       having ${owing}),
     kept as (
       insert into dues_reminder (branch_id, period, occasion, reminded_on, members)
       select branch.branch_id, ?::date, ?, ?::date, count(owed.member_id)
       from branch left join owed on owed.branch_id = branch.branch_id
       group by branch.branch_id order by branch.branch_id
       on conflict (period, occasion, branch_id) do nothing
       returning id, branch_id)
     select kept.id, kept.branch_id as "branchId",
       coalesce(json_agg(json_build_object('memberId', owed.member_id, 'amount', owed.amount::text) order by owed.member_id)
         filter (where owed.member_id is not null), '[]') as members
     from kept left join owed on owed.branch_id = kept.branch_id
     group by kept.id, kept.branch_id order by kept.branch_id`,
    [day, ...(occasion === 'OVERDUE' ? [today] : []), occasion, day, day, occasion, today],
  );
  const events = reminders.flatMap(({ id, branchId, members }) =>
    Array.from({ length: Math.ceil(members.length / MEMBERS_AN_EVENT) }, (_, index) => ({
      aggregateId: branchId,
      data: {
        reminderId: id,
        branchId,
        month: monthOf(today),
        occasion,
        members: members.slice(index * MEMBERS_AN_EVENT, (index + 1) * MEMBERS_AN_EVENT),
      },
    })),
  );
  await recordEvents(em, DuesReminded, events);
  return reminders;
}

/** Every morning: reminds of this month's dues on the days for it, and of two months overdue once a month. */
export const remindJob: Job = {
  name: 'remind-of-dues',
  cron: '0 8 * * *',
  async run({ em, clock, log }) {
    const today = clock.today();
    const now = occasionOn(today);
    for (const occasion of now === null ? (['TWO_MONTHS'] as const) : ([now, 'TWO_MONTHS'] as const)) {
      const members = await remind(em, occasion, today);
      if (members > 0) log.info({ occasion, members }, 'members were reminded of their dues');
    }
  },
};
