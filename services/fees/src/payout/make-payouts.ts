import type { JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { shareBalances } from '../ledger/balances.ts';
import { accountFor, NO_ACCOUNT, tellHeld } from './payout-account.ts';

const UNITS_A_STEP = 1_000;

/** Every how many days a unit is paid: what is set for the nearest unit up the tree, else every day. */
const interval = `coalesce((
  select chosen.days from unnest(string_to_array(unit.path::text, '.')::uuid[]) with ordinality as above(id, depth)
  join payout_interval chosen on chosen.unit_id = above.id order by above.depth desc limit 1), 1)`;

interface Made {
  readonly id: string;
  readonly unitId: string;
  readonly amount: string;
  readonly status: 'CALCULATED' | 'HELD';
}

interface Balance {
  readonly unitId: string;
  readonly amount: string;
}

/**
 * Makes the payouts of a day for these units, one for each that is owed something, has none open and is due by its interval. One without
 * an approved account is held. A payout that is open and not under way grows, or shrinks after a refund, to what is owed now. Done
 * again on the same day it makes nothing.
 */
async function makePayouts(
  em: SqlEntityManager,
  balances: readonly Balance[],
  { today, at }: { today: string; at: Date },
): Promise<void> {
  await em.execute(
    `update payout set amount = owed.amount
     from jsonb_to_recordset(?::jsonb) as owed("unitId" uuid, amount bigint)
     where payout.unit_id = owed."unitId" and payout.status in ('CALCULATED', 'HELD', 'FAILED', 'MANUAL')
       and payout.amount <> owed.amount`,
    [JSON.stringify(balances)],
  );
  const made = await em.execute<Made[]>(
    `insert into payout (unit_id, made_on, amount, status, hold)
     select unit.id, ?, owed.amount, case when account.id is null then 'HELD' else 'CALCULATED' end::payout_status,
       case when account.id is null then 'NO_ACCOUNT' end
     from jsonb_to_recordset(?::jsonb) as owed("unitId" uuid, amount bigint)
     join unit_copy unit on unit.id = owed."unitId"
     left join beneficiary_account account on account.id = ${accountFor('unit.id')}
     where not exists (select from payout earlier where earlier.unit_id = unit.id and earlier.made_on > ?::date - ${interval}::int)
     on conflict do nothing
     returning id, unit_id as "unitId", amount, status`,
    [today, JSON.stringify(balances), today],
  );
  const steps = made.map(({ id, status }) => ({
    dossierId: id,
    action: 'CALCULATE',
    from: null,
    to: status,
    reason: status === 'HELD' ? NO_ACCOUNT : null,
  }));
  await keepSteps(em, steps, { at, actor: null });
  await tellHeld(
    em,
    made.filter(({ status }) => status === 'HELD'),
    NO_ACCOUNT,
  );
}

/** The payouts of today for every unit that is owed something; sets of a thousand units, each in a transaction of its own. */
export async function makeTodaysPayouts({ em, clock }: JobContext): Promise<void> {
  const owed = [...(await shareBalances(em, null))]
    .filter(([, amount]) => amount > 0n)
    .map(([unitId, amount]) => ({ unitId, amount: amount.toString() }));
  for (let start = 0; start < owed.length; start += UNITS_A_STEP) {
    const step = owed.slice(start, start + UNITS_A_STEP);
    await em
      .fork()
      .transactional((within) => makePayouts(within, step, { today: clock.today(), at: clock.now() }));
  }
}
