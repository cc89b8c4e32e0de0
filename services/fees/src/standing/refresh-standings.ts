import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { openStatusList } from '../charge/charge.workflow.ts';
import { uuidArray } from '../charging/charging.rows.ts';

/** No event carries more standings than this. */
const STANDINGS_AN_EVENT = 500;

interface ChangedStanding {
  readonly memberId: string;
  readonly version: number;
  readonly paidThrough: string | null;
  readonly openMonths: readonly string[];
  readonly chargedBy: string | null;
}

/**
 * Works out anew how these members stand with their dues, in one statement, and publishes those whose standing changed.
 *
 * Paid through: the month before the oldest open charge; when nothing is open, the last settled month, or the month up to
 * which the registration or a letter speaks, whichever is later. Charged by: the branch that charges until further notice;
 * null while a letter is under way. Members of whom fees knows nothing get no standing. Needs a transaction.
 */
export async function refreshStandings(em: SqlEntityManager, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const changed = await em.execute<(Omit<ChangedStanding, 'version'> & { version: string })[]>(
    `with asked as (select unnest(?::uuid[]) as member_id),
     charged as (
       select member_id,
         min(period) filter (where status in (${openStatusList})) as oldest_open,
         max(period) filter (where status not in (${openStatusList})) as last_settled,
         array_agg(to_char(period, 'YYYY-MM') order by period) filter (where status in (${openStatusList})) as open_months,
         sum(amount - paid) filter (where status in (${openStatusList})) as outstanding
       from dues_charge where member_id in (select member_id from asked) group by member_id),
     heard as (
       select member_id, max(paid_through) filter (where not voided and kind <> 'MOVE') as paid_through
       from charging_ground where member_id in (select member_id from asked) group by member_id),
     standing as (
       select asked.member_id,
         to_char(case when oldest_open is null then greatest(last_settled, heard.paid_through)
           else oldest_open - interval '1 month' end, 'YYYY-MM') as paid_through,
         coalesce(open_months, '{}') as open_months,
         going.branch_id as charged_by,
         coalesce(outstanding, 0) as outstanding
       from asked
       left join charged using (member_id)
       left join heard using (member_id)
       left join charging going on going.member_id = asked.member_id and going.to_period is null
       where charged.member_id is not null or heard.member_id is not null)
     insert into dues_standing as known (member_id, paid_through, open_months, charged_by, outstanding)
     select * from standing order by member_id
     on conflict (member_id) do update set version = known.version + 1, paid_through = excluded.paid_through,
       open_months = excluded.open_months, charged_by = excluded.charged_by, outstanding = excluded.outstanding
     where (known.paid_through, known.open_months, known.charged_by, known.outstanding)
       is distinct from (excluded.paid_through, excluded.open_months, excluded.charged_by, excluded.outstanding)
     returning member_id as "memberId", version, paid_through as "paidThrough", open_months as "openMonths",
       charged_by as "chargedBy"`,
    [uuidArray(memberIds)],
  );
  const standings = changed.map((row): ChangedStanding => ({ ...row, version: Number(row.version) }));
  const batches = Array.from({ length: Math.ceil(standings.length / STANDINGS_AN_EVENT) }, (_, index) =>
    standings.slice(index * STANDINGS_AN_EVENT, (index + 1) * STANDINGS_AN_EVENT),
  );
  await recordEvents(
    em,
    DuesStandingChanged,
    batches.map((batch) => ({ aggregateId: batch[0]?.memberId ?? '', data: { standings: batch } })),
  );
}
