import { ArrearsAlerted } from '@dang/events/contracts/fees/arrears-alerted';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

const MEMBERS_A_PIECE = 1_000;

interface AlertRow {
  readonly id: string;
  readonly memberId: string;
  readonly branchId: string;
  readonly year: number;
  readonly months: string[];
}

/**
 * Three months of a calendar year overdue, one after the other or not: the branch and its superior are told, once a member and year
 * (domain.md 6.9, A31). Nothing else happens by it. What is deferred or waived does not count, nor what is being paid. Answers
 * how many members that were.
 */
export async function alertArrears(em: SqlEntityManager, today: string): Promise<number> {
  let count = 0;
  let place = { memberId: '00000000-0000-0000-0000-000000000000', year: 0 };
  for (;;) {
    const candidates = await findCandidates(em, place);
    if (candidates.length > 0) count += await em.transactional((em) => keepAlerts(em, candidates, today));
    const last = candidates.at(-1);
    if (!last || candidates.length < MEMBERS_A_PIECE) return count;
    place = last;
  }
}

/** Members and years with three open months of which nobody was told, by the standings; not all of them are overdue. */
const findCandidates = (
  em: SqlEntityManager,
  { memberId, year }: { memberId: string; year: number },
): Promise<{ memberId: string; year: number }[]> =>
  em.execute(
    `select standing.member_id as "memberId", late.year
     from dues_standing standing
     cross join lateral (
       select left(month, 4)::int as year from unnest(standing.open_months) as month group by 1 having count(*) >= 3) as late
     where cardinality(standing.open_months) >= 3 and (standing.member_id, late.year) > (?::uuid, ?::int)
       and not exists (
         select from arrears_alert known where known.member_id = standing.member_id and known.year = late.year)
     order by standing.member_id, late.year
     limit ${MEMBERS_A_PIECE}`,
    [memberId, year],
  );

async function keepAlerts(
  em: SqlEntityManager,
  candidates: readonly object[],
  today: string,
): Promise<number> {
  const alerts = await em.execute<AlertRow[]>(
    `insert into arrears_alert (member_id, year, branch_id, months, alerted_on)
     select charge.member_id, asked.year, (array_agg(charge.branch_id order by charge.period desc))[1],
       array_agg(to_char(charge.period, 'YYYY-MM') order by charge.period), ?::date
     from jsonb_to_recordset(?::jsonb) as asked("memberId" uuid, year int)
     join dues_charge charge on charge.member_id = asked."memberId" and charge.status = 'OVERDUE'
       and charge.period between make_date(asked.year, 1, 1) and make_date(asked.year, 12, 1)
     group by charge.member_id, asked.year
     having count(*) >= 3
     order by charge.member_id, asked.year
     on conflict (member_id, year) do nothing
     returning id, member_id as "memberId", branch_id as "branchId", year, months`,
    [today, JSON.stringify(candidates)],
  );
  const events = alerts.map(({ id, ...rest }) => ({
    aggregateId: rest.memberId,
    data: { alertId: id, ...rest },
  }));
  await recordEvents(em, ArrearsAlerted, events);
  return alerts.length;
}
