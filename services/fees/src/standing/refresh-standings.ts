import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
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

type StandingChange = Omit<ChangedStanding, 'version'> & { readonly version: string };

/**
 * Works out anew how these members stand with their dues, in one call (`recompute_standings`), and publishes those whose
 * standing changed, at most 500 an event.
 *
 * Open months and what is outstanding: what is announced and not settled. Paid through: the month before the oldest one that
 * is open; when nothing is, the last settled month, or the month up to which the registration or a letter speaks, whichever
 * is later, but never past a month that is not announced yet. Charged by: the branch that charges until further notice; null
 * while a letter is under way. Members of whom fees knows nothing get no standing. Needs a transaction.
 */
export async function refreshStandings(em: SqlEntityManager, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const changed = await em.execute<StandingChange[]>(
    `select member_id as "memberId", version, paid_through as "paidThrough", open_months as "openMonths",
       charged_by as "chargedBy"
     from recompute_standings(?::uuid[])`,
    [uuidArray(memberIds)],
  );
  await tellStandings(em, changed);
}

/**
 * A month is settled as soon as it is made, for these members: exempt, or paid by what was paid too much before. Who has settled
 * everything up to the month before, which is nearly all of them, is now paid through this one; the others are worked out
 * anew. Publishes as `refreshStandings` does. `day` is the first of the month.
 */
export async function settleMonth(
  em: SqlEntityManager,
  memberIds: readonly string[],
  day: string,
): Promise<void> {
  if (memberIds.length === 0) return;
  const moved = await em.execute<StandingChange[]>(
    `update dues_standing set version = version + 1, paid_through = to_char(?::date, 'YYYY-MM')
     where member_id = any(?::uuid[]) and open_months = '{}' and paid_through = to_char(?::date - interval '1 month', 'YYYY-MM')
     returning member_id as "memberId", version, paid_through as "paidThrough", open_months as "openMonths",
       charged_by as "chargedBy"`,
    [day, uuidArray(memberIds), day],
  );
  await tellStandings(em, moved);
  const done = new Set(moved.map(({ memberId }) => memberId));
  await refreshStandings(
    em,
    memberIds.filter((id) => !done.has(id)),
  );
}

async function tellStandings(em: SqlEntityManager, changed: readonly StandingChange[]): Promise<void> {
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
