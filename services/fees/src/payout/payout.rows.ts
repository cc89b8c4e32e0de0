import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PayoutFacts } from './payout.rules.ts';
import type { PayoutState } from './payout.workflow.ts';
import { accountFor } from './payout-account.ts';

/** A payout as lists show it; the amount is whole đồng as text, days are `YYYY-MM-DD`. */
export interface PayoutRow extends PayoutFacts {
  readonly id: string;
  readonly version: number;
  readonly madeOn: string;
  readonly amount: string;
  readonly hold: 'NO_ACCOUNT' | 'OFFICER' | null;
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly bankRef: string | null;
  readonly failure: string | null;
  readonly settledOn: string | null;
}

const columns = `payout.id, payout.version, payout.unit_id as "unitId", string_to_array(unit.path::text, '.') as path,
  payout.made_on as "madeOn", payout.amount, payout.status, payout.hold, payout.tries, payout.next_try_at as "nextTryAt",
  payout.bank_ref as "bankRef", payout.failure, payout.settled_on as "settledOn",
  account.id is not null as "hasAccount", account.holder_member_id as "holderMemberId"`;

const from = `from payout join unit_copy unit on unit.id = payout.unit_id
  left join beneficiary_account account on account.id = ${accountFor('payout.unit_id')}`;

const read = (rows: readonly (Omit<PayoutRow, 'nextTryAt'> & { nextTryAt: string | null })[]): PayoutRow[] =>
  rows.map((row) => ({ ...row, nextTryAt: row.nextTryAt === null ? null : new Date(row.nextTryAt) }));

/** The payouts by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findPayouts(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<PayoutRow[]> {
  return read(
    await em.execute(
      `select ${columns} ${from} where payout.id = any(array[?]::uuid[]) ${lock ? 'for update of payout' : ''}`,
      [ids],
    ),
  );
}

export interface PayoutsPage {
  /** The path of the unit, as the tree is now. */
  readonly path: string;
  readonly status: PayoutState | null;
  readonly after: string | null;
  readonly limit: number;
}

/** A page of the payouts of a unit and of everything below it, the latest first. */
export async function findPayoutsWithin(em: SqlEntityManager, page: PayoutsPage): Promise<PayoutRow[]> {
  const { path, status, after, limit } = page;
  return read(
    await em.execute(
      `select ${columns} ${from} where unit.path <@ ?::ltree
         ${status === null ? '' : 'and payout.status = ?::payout_status'} ${after === null ? '' : 'and payout.id < ?::uuid'}
       order by payout.id desc limit ?`,
      [path, ...(status === null ? [] : [status]), ...(after === null ? [] : [after]), limit],
    ),
  );
}

/** One try at the bank. */
export interface AttemptRow {
  readonly number: number;
  readonly amount: string;
  readonly startedAt: Date;
  readonly outcome: 'SETTLED' | 'FAILED' | 'WITHDRAWN' | null;
  readonly failure: string | null;
}

/** The tries of each payout, the first one first; one statement. */
export async function findAttempts(
  em: SqlEntityManager,
  payoutIds: readonly string[],
): Promise<AttemptRow[][]> {
  const rows: (Omit<AttemptRow, 'startedAt'> & { of: string; startedAt: string })[] = await em.execute(
    `select payout_id as of, number, amount, started_at as "startedAt", outcome, failure
     from payout_attempt where payout_id = any(array[?]::uuid[]) order by payout_id, number`,
    [payoutIds],
  );
  const byPayout = Map.groupBy(
    rows.map((row) => ({ ...row, startedAt: new Date(row.startedAt) })),
    ({ of }) => of,
  );
  return payoutIds.map((id) => byPayout.get(id) ?? []);
}

/** What was paid out to each of these units on days from `from` to before `to`; one statement. */
export async function findPaidOut(
  em: SqlEntityManager,
  unitIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Map<string, string>> {
  const rows: { unitId: string; amount: string }[] = await em.execute(
    `select unit_id as "unitId", sum(amount)::text as amount from payout
     where unit_id = any(array[?]::uuid[]) and status = 'SETTLED' and settled_on >= ? and settled_on < ? group by unit_id`,
    [unitIds, from, to],
  );
  return new Map(rows.map(({ unitId, amount }) => [unitId, amount]));
}

/** The payout of each unit that is not at its end; one statement. */
export async function findOpenPayouts(
  em: SqlEntityManager,
  unitIds: readonly string[],
): Promise<Map<string, PayoutRow>> {
  const rows = read(
    await em.execute(
      `select ${columns} ${from} where payout.unit_id = any(array[?]::uuid[])
         and payout.status in ('CALCULATED', 'HELD', 'INSTRUCTED', 'FAILED', 'MANUAL')`,
      [unitIds],
    ),
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}
