import { addMonths, lastDayOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { cashStanding, collectedLines } from './collected.sql.ts';

/** A unit and the months, both ends included, about which is asked. */
export interface PeriodOfUnit {
  readonly unitId: string;
  readonly from: Month;
  readonly through: Month;
}

/**
 * The dues of a unit and everything below it in some months, in đồng. What is due goes by the month that it is for, what moved by
 * the day on which the ledger booked it. The tree is that of the last day of the range.
 */
export interface PeriodFigures {
  /** Members charged in the last month, those among them whose month is waived. */
  readonly members: number;
  readonly exempt: number;
  /** What was charged for these months, without what is waived. */
  readonly due: bigint;
  /** What came in, less what was given back, by the way it came. */
  readonly paidOnline: bigint;
  readonly paidCash: bigint;
  /** What was given back because of an error, counted above already. */
  readonly refunded: bigint;
  /** What the division gives to the unit itself, and to it and all below. */
  readonly ownShare: bigint;
  readonly retained: bigint;
  /** What adjustments of reconciliations of these months gave to the unit and all below, beside the division. */
  readonly adjusted: bigint;
  /** What reached the unit itself: paid out to its account, or kept of cash at once. */
  readonly received: bigint;
  /** What it owed upward of cash before the first day, and owes after the last. */
  readonly owedBefore: bigint;
  readonly owed: bigint;
  /** Dues in notes that lie in the branches below, for whomever they are. */
  readonly cashHeld: bigint;
}

const amounts = [
  'due',
  'paidOnline',
  'paidCash',
  'refunded',
  'ownShare',
  'retained',
  'adjusted',
  'received',
  'owedBefore',
  'owed',
  'cashHeld',
] as const;

/** Figures from what a row or a stored JSON holds: amounts as text or number. */
export function figuresFrom(row: Record<string, unknown>): PeriodFigures {
  const read = Object.fromEntries(amounts.map((name) => [name, BigInt(String(row[name]))]));
  return { members: Number(row.members), exempt: Number(row.exempt), ...read } as unknown as PeriodFigures;
}

/** Figures as they are stored and compared: amounts as text, names in one order. */
export function figuresText({ members, exempt, ...rest }: PeriodFigures): string {
  const texts = amounts.map((name) => [name, rest[name].toString()]);
  return JSON.stringify({ members, exempt, ...Object.fromEntries(texts) });
}

/** What came in on balance, and what of it is for the units above. */
export const paidOf = ({ paidOnline, paidCash }: PeriodFigures): bigint => paidOnline + paidCash;
export const toRemitOf = (figures: PeriodFigures): bigint =>
  paidOf(figures) - figures.retained - figures.adjusted;
/** What went up: what was to go, less what more of cash lies below than before. */
export const remittedOf = (figures: PeriodFigures): bigint =>
  toRemitOf(figures) - (figures.owed - figures.owedBefore);

const statement = `
  with wanted as materialized (
    select n, "unitId" as unit_id, "from" as from_month, through as through_month, "lastDay" as last_day
    from rows from (jsonb_to_recordset(?::jsonb) as ("unitId" uuid, "from" date, through date, "lastDay" date)) with ordinality
      as row("unitId", "from", through, "lastDay", n)),
  inside as materialized (
    select wanted.n, place.unit_id as below, place.unit_id = wanted.unit_id as is_self
    from wanted join unit_place place
      on place.path @> array[wanted.unit_id] and place.from_day <= wanted.last_day and place.to_day > wanted.last_day),
  branches as materialized (select distinct below as branch_id from inside),
  charged as (
    select branch_id, period as month, sum(amount) filter (where status <> 'WAIVED') as due,
      count(*) filter (where origin = 'REGULAR') as members,
      count(*) filter (where origin = 'REGULAR' and status = 'WAIVED') as exempt
    from member_charge
    where period between ?::date and ?::date and branch_id in (select branch_id from branches)
    group by branch_id, period),
  ${collectedLines},
  paid as (
    select branch_id, month, sum(amount) filter (where channel = 'ONLINE') as online,
      sum(amount) filter (where channel = 'CASH') as cash, sum(-amount) filter (where sign = -1) as refunded
    from collected group by branch_id, month),
  shared as (
    select branch_id, month, channel, share.unit_id, sum(sign * share.amount) as amount
    from collected cross join unnest(share_units, share_amounts) as share(unit_id, amount)
    group by branch_id, month, channel, share.unit_id),
  ${cashStanding},
  charged_of as (
    select wanted.n, sum(due) as due, sum(members) filter (where month = through_month) as members,
      sum(exempt) filter (where month = through_month) as exempt
    from wanted join inside using (n) join charged on charged.branch_id = below and month between from_month and through_month
    group by wanted.n),
  paid_of as (
    select wanted.n, sum(online) as online, sum(cash) as cash, sum(refunded) as refunded
    from wanted join inside using (n) join paid on paid.branch_id = below and month between from_month and through_month
    group by wanted.n),
  shared_of as (
    select wanted.n, sum(shared.amount) filter (where shared.unit_id = wanted.unit_id) as own,
      sum(shared.amount) filter (where keeper.n is not null) as retained,
      sum(shared.amount) filter (where shared.unit_id = wanted.unit_id and branch_id = wanted.unit_id and channel = 'CASH') as kept
    from wanted join inside using (n)
    join shared on shared.branch_id = inside.below and month between from_month and through_month
    left join inside keeper on keeper.n = wanted.n and keeper.below = shared.unit_id
    group by wanted.n),
  cash_of as (
    select wanted.n, sum(cash.amount) as held
    from wanted join inside using (n) join cash on cash.branch_id = below and booked_on <= last_day
    group by wanted.n),
  owed_of as (
    select wanted.n, sum(unfunded.amount) as owed, sum(unfunded.amount) filter (where booked_on < from_month) as before
    from wanted join inside using (n) join unfunded on unfunded.branch_id = inside.below and booked_on <= last_day
    where not exists (select from inside keeper where keeper.n = wanted.n and keeper.below = unfunded.unit_id)
    group by wanted.n),
  settled_of as (
    select wanted.n, sum(entry.amount) as settled
    from wanted
    join ledger_entry entry on entry.unit_id = wanted.unit_id and entry.account = 'PAYOUT_IN_TRANSIT'
    join ledger_transaction posted on posted.id = entry.transaction_id and posted.kind = 'PAYOUT_SETTLED'
    where posted.booked_on between from_month and last_day
    group by wanted.n),
  adjusted_of as (
    select wanted.n, sum(-entry.amount) as adjusted
    from wanted
    join reconciliation_adjustment adjustment
      on adjustment.status = 'POSTED' and adjustment.period between from_month and through_month
    join ledger_entry entry on entry.transaction_id = adjustment.transaction_id and entry.account = 'UNIT_SHARE'
    join inside on inside.n = wanted.n and inside.below = entry.unit_id
    group by wanted.n)
  select coalesce(members, 0)::int as members, coalesce(exempt, 0)::int as exempt, coalesce(due, 0) as due,
    coalesce(online, 0) as "paidOnline", coalesce(cash, 0) as "paidCash", coalesce(refunded, 0) as refunded,
    coalesce(own, 0) as "ownShare", coalesce(retained, 0) as retained, coalesce(adjusted, 0) as adjusted,
    coalesce(settled, 0) + coalesce(kept, 0) as received, coalesce(before, 0) as "owedBefore", coalesce(owed, 0) as owed,
    coalesce(held, 0) as "cashHeld"
  from wanted
  left join charged_of using (n) left join paid_of using (n) left join shared_of using (n) left join cash_of using (n)
  left join owed_of using (n) left join settled_of using (n) left join adjusted_of using (n)
  order by n`;

/**
 * The figures of units in their months, in the order asked; one statement for all of them, which reads the charges, the lines and
 * the ledger of the branches below and nothing else. A unit of which this service never heard has figures of 0.
 */
export async function findPeriodFigures(
  em: SqlEntityManager,
  periods: readonly PeriodOfUnit[],
): Promise<PeriodFigures[]> {
  if (periods.length === 0) return [];
  const first = periods.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const last = periods.map(({ through }) => through).reduce((a, b) => (a > b ? a : b));
  const after = `${addMonths(last, 1)}-01`;
  const wanted = periods.map(({ unitId, from, through }) => ({
    unitId,
    from: `${from}-01`,
    through: `${through}-01`,
    lastDay: lastDayOf(through),
  }));
  const rows = await em.execute<Record<string, unknown>[]>(statement, [
    JSON.stringify(wanted),
    `${first}-01`,
    `${last}-01`,
    `${first}-01`,
    after,
    after,
  ]);
  return rows.map(figuresFrom);
}
