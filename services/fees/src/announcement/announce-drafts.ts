import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { statusListFor } from '../charge/charge.workflow.ts';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';

/** What a member has to pay: the month itself, and what was left of earlier ones; whole đồng as text. */
export interface AnnouncedLine {
  readonly memberId: string;
  readonly amount: string;
  readonly arrears: string;
}

/** SQL: whether a decision lets the member of this charge pay it later than `today` (one parameter, a day). */
export const isDeferred = (charge: string): string => `exists (
  select from waiver where waiver.member_id = ${charge}.member_id and waiver.kind = 'DEFER' and waiver.status = 'APPROVED'
    and ${charge}.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
    and waiver.deferred_until >= ?::date)`;

/**
 * Announces every draft of a branch up to this month, under the announcement of this id: `ANNOUNCED`, or `DEFERRED` when a decision
 * lets the member pay later. Answers how many charges that were, and what the members have to pay, arrears included: of a new
 * announcement all who owe something now, otherwise only those who have come in. What is deferred is asked of nobody.
 * Standings are told. Needs a transaction in which the announcement is locked.
 */
export async function announceDrafts(
  em: SqlEntityManager,
  given: { id: string; branchId: string; month: Month; today: string; isNew: boolean },
): Promise<{ announced: number; lines: AnnouncedLine[] }> {
  const { id, branchId, today, isNew } = given;
  const day = `${given.month}-01`;
  const become = (charge: string) =>
    `(case when ${isDeferred(charge)} then 'DEFERRED' else 'ANNOUNCED' end)::dues_charge_status`;
  const announced = await em.execute<{ memberId: string }[]>(
    `with regular as (
       update dues_charge charge set status = ${become('charge')}
       where branch_id = ? and period <= ? and status in (${statusListFor('ANNOUNCE')})
       returning member_id),
     extra as (
       update extra_charge charge set status = ${become('charge')}
       where branch_id = ? and period <= ? and status in (${statusListFor('ANNOUNCE')})
       returning member_id)
     select member_id as "memberId" from regular union all select member_id from extra`,
    [today, branchId, day, today, branchId, day],
  );
  if (announced.length === 0) return { announced: 0, lines: [] };
  const memberIds = [...new Set(announced.map(({ memberId }) => memberId))];
  const lines = await em.execute<AnnouncedLine[]>(
    `insert into dues_announcement_line (announcement_id, member_id, amount, arrears)
     select ?, member_id, coalesce(sum(amount - paid) filter (where period = ?), 0),
       coalesce(sum(amount - paid) filter (where period < ?), 0)
     from member_charge
     where branch_id = ? and period <= ? and status not in ('DRAFT', 'DEFERRED', 'PAID', 'WAIVED')
       ${isNew ? '' : 'and member_id = any(?::uuid[])'}
     group by member_id
     order by member_id
     on conflict (announcement_id, member_id) do update set amount = excluded.amount, arrears = excluded.arrears
     returning member_id as "memberId", amount, arrears`,
    [id, day, day, branchId, day, ...(isNew ? [] : [uuidArray(memberIds)])],
  );
  await refreshStandings(em, memberIds);
  return { announced: announced.length, lines };
}
