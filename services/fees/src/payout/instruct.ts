import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps, type Step } from '../dossier-step/dossier-step.ts';
import { shareBalances } from '../ledger/balances.ts';
import { postTransaction } from '../ledger/post.ts';
import type { PayoutState } from './payout.workflow.ts';
import { accountFor, NO_ACCOUNT, tellHeld } from './payout-account.ts';

const PAYOUTS_A_STEP = 50;

interface Due {
  readonly id: string;
  readonly unitId: string;
  readonly amount: string;
  readonly before: PayoutState;
  readonly accountId: string | null;
  readonly attempts: number;
}

interface Today {
  readonly today: string;
  readonly at: Date;
}

/**
 * Payouts that are due, locked; those that another worker has in hand are passed over. A pause after a refusal is real time, which no
 * standing clock of business holds up.
 */
const takeDue = (em: SqlEntityManager): Promise<Due[]> =>
  em.execute(
    `select payout.id, payout.unit_id as "unitId", payout.amount, payout.status as before,
       ${accountFor('payout.unit_id')} as "accountId",
       (select count(*)::int from payout_attempt attempt where attempt.payout_id = payout.id) as attempts
     from payout
     where payout.status in ('CALCULATED', 'FAILED') and (payout.next_try_at is null or payout.next_try_at <= now())
     order by payout.id limit ${PAYOUTS_A_STEP} for update of payout skip locked`,
  );

async function hold(em: SqlEntityManager, payouts: readonly Due[]): Promise<void> {
  if (payouts.length === 0) return;
  await em.execute(
    `update payout set status = 'HELD', hold = 'NO_ACCOUNT', next_try_at = null, version = version + 1
     where id = any(array[?]::uuid[])`,
    [payouts.map(({ id }) => id)],
  );
  await tellHeld(em, payouts, NO_ACCOUNT);
}

async function net(em: SqlEntityManager, payouts: readonly Due[]): Promise<void> {
  if (payouts.length === 0) return;
  await em.execute(
    `update payout set status = 'NETTED', next_try_at = null, version = version + 1 where id = any(array[?]::uuid[])`,
    [payouts.map(({ id }) => id)],
  );
}

/** One attempt each: the whole of what is owed now leaves the unit's share and is under way, in the ledger and here. */
async function instruct(
  em: SqlEntityManager,
  payouts: readonly Due[],
  amounts: ReadonlyMap<string, bigint>,
  { today, at }: Today,
): Promise<void> {
  if (payouts.length === 0) return;
  const rows = payouts.map((payout) => ({
    payoutId: payout.id,
    number: payout.attempts + 1,
    accountId: payout.accountId,
    amount: String(amounts.get(payout.unitId)),
  }));
  const made = await em.execute<{ id: string; payoutId: string }[]>(
    `with made as (
       insert into payout_attempt (payout_id, number, account_id, amount, started_at)
       select "payoutId", number, "accountId", amount, ?
       from jsonb_to_recordset(?::jsonb) as row("payoutId" uuid, number smallint, "accountId" uuid, amount bigint)
       returning id, payout_id, account_id, amount),
     moved as (
       update payout set status = 'INSTRUCTED', amount = made.amount, account_id = made.account_id, next_try_at = null,
         failure = null, bank_ref = null, version = version + 1
       from made where payout.id = made.payout_id)
     select id, payout_id as "payoutId" from made`,
    [at, JSON.stringify(rows)],
  );
  const unitOf = new Map(payouts.map(({ id, unitId }) => [id, unitId]));
  for (const { id, payoutId } of made) {
    const unitId = unitOf.get(payoutId) ?? '';
    const amount = amounts.get(unitId) ?? 0n;
    await postTransaction(em, {
      kind: 'PAYOUT_INSTRUCTED',
      unitId,
      subjectId: id,
      bookedOn: today,
      entries: [
        { account: 'UNIT_SHARE', unitId, amount },
        { account: 'PAYOUT_IN_TRANSIT', unitId, amount: -amount },
      ],
    });
  }
}

/**
 * Instructs up to fifty payouts that are due, in one transaction: what is owed is read exactly, the ledger is posted, the attempt is
 * written. The bank is told afterwards. Answers how many were taken in hand; 0 when nothing is due.
 */
export async function instructDue(em: SqlEntityManager, now: Today): Promise<number> {
  const due = await takeDue(em);
  if (due.length === 0) return 0;
  const owed = await shareBalances(
    em,
    due.map(({ unitId }) => unitId),
  );
  const isOwed = ({ unitId }: Due) => (owed.get(unitId) ?? 0n) > 0n;
  const netted = due.filter((payout) => !isOwed(payout));
  const held = due.filter((payout) => isOwed(payout) && payout.accountId === null);
  const sent = due.filter((payout) => isOwed(payout) && payout.accountId !== null);
  await net(em, netted);
  await hold(em, held);
  await instruct(em, sent, owed, now);
  const step = ({ id, before }: Due, to: PayoutState, reason: string | null): Step => ({
    dossierId: id,
    action: 'INSTRUCT',
    from: before,
    to,
    reason,
  });
  const steps = [
    ...netted.map((payout) => step(payout, 'NETTED', 'Đã bù trừ với khoản hoàn trả')),
    ...held.map((payout) => step(payout, 'HELD', NO_ACCOUNT)),
    ...sent.map((payout) => step(payout, 'INSTRUCTED', null)),
  ];
  await keepSteps(em, steps, { at: now.at, actor: null });
  return due.length;
}
