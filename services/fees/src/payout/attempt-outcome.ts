import { PayoutFailed } from '@dang/events/contracts/fees/payout-failed';
import { PayoutSettled } from '@dang/events/contracts/fees/payout-settled';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { postTransaction } from '../ledger/post.ts';
import { afterFailure } from './payout.rules.ts';
import { accountFor, NO_ACCOUNT, tellHeld } from './payout-account.ts';

interface Open {
  readonly attemptId: string;
  readonly id: string;
  readonly unitId: string;
  readonly amount: string;
  readonly tries: number;
  readonly hasAccount: boolean;
}

/** The payout of an attempt that is not decided yet, locked; null when it is decided, by whomever. */
async function lockOpen(em: SqlEntityManager, attemptId: string): Promise<Open | null> {
  const [open] = await em.execute<Open[]>(
    `select attempt.id as "attemptId", payout.id, payout.unit_id as "unitId", attempt.amount, payout.tries,
       ${accountFor('payout.unit_id')} is not null as "hasAccount"
     from payout_attempt attempt join payout on payout.id = attempt.payout_id
     where attempt.id = ? and attempt.outcome is null and payout.status = 'INSTRUCTED' for update of payout, attempt`,
    [attemptId],
  );
  return open ?? null;
}

async function close(
  em: SqlEntityManager,
  attemptId: string,
  outcome: string,
  failure: string | null,
): Promise<void> {
  await em.execute('update payout_attempt set outcome = ?, failure = ? where id = ?', [
    outcome,
    failure,
    attemptId,
  ]);
}

/**
 * The bank has paid this attempt on a day: the ledger lets it leave the central account, and the unit is told. Needs a transaction;
 * answers false when the attempt is decided already.
 */
export async function settleAttempt(
  em: SqlEntityManager,
  attemptId: string,
  { settledOn, bankRef, at }: { settledOn: string; bankRef: string | null; at: Date },
): Promise<boolean> {
  const open = await lockOpen(em, attemptId);
  if (!open) return false;
  const { id, unitId } = open;
  const amount = BigInt(open.amount);
  await close(em, attemptId, 'SETTLED', null);
  await em.execute(
    `update payout set status = 'SETTLED', settled_on = ?, bank_ref = coalesce(?, bank_ref), version = version + 1 where id = ?`,
    [settledOn, bankRef, id],
  );
  await postTransaction(em, {
    kind: 'PAYOUT_SETTLED',
    unitId,
    subjectId: attemptId,
    bookedOn: settledOn,
    entries: [
      { account: 'PAYOUT_IN_TRANSIT', unitId, amount },
      { account: 'CENTRAL_BANK', amount: -amount },
    ],
  });
  await keepSteps(em, [{ dossierId: id, action: 'SETTLE', from: 'INSTRUCTED', to: 'SETTLED' }], {
    at,
    actor: null,
  });
  const data = { payoutId: id, unitId, amount: open.amount.toString(), settledOn };
  await recordEvents(em, PayoutSettled, [{ aggregateId: id, data }]);
  return true;
}

async function giveBack(em: SqlEntityManager, open: Open, today: string, reason: string): Promise<void> {
  const amount = BigInt(open.amount);
  const { unitId } = open;
  await postTransaction(em, {
    kind: 'PAYOUT_FAILED',
    unitId,
    subjectId: open.attemptId,
    bookedOn: today,
    reason,
    entries: [
      { account: 'PAYOUT_IN_TRANSIT', unitId, amount },
      { account: 'UNIT_SHARE', unitId, amount: -amount },
    ],
  });
}

interface Failing {
  readonly reason: string;
  readonly today: string;
  readonly at: Date;
}

/**
 * The bank has refused this attempt: the money is the unit's again, and the payout is tried again later, left to an officer after the
 * fifth time, or held when there is no account any more. Needs a transaction; answers false when the attempt is decided already.
 */
export async function failAttempt(
  em: SqlEntityManager,
  attemptId: string,
  failing: Failing,
): Promise<boolean> {
  const { reason, today, at } = failing;
  const open = await lockOpen(em, attemptId);
  if (!open) return false;
  await close(em, attemptId, 'FAILED', reason);
  await giveBack(em, open, today, reason);
  const tries = open.tries + 1;
  const next = open.hasAccount
    ? afterFailure(tries, new Date())
    : ({ status: 'HELD', nextTryAt: null } as const);
  await em.execute(
    `update payout set status = ?, hold = ?, tries = ?, next_try_at = ?, failure = ?, version = version + 1 where id = ?`,
    [next.status, next.status === 'HELD' ? 'NO_ACCOUNT' : null, tries, next.nextTryAt, reason, open.id],
  );
  const step = { dossierId: open.id, action: 'FAIL', from: 'INSTRUCTED', to: next.status, reason };
  await keepSteps(em, [step], { at, actor: null });
  if (next.status === 'HELD') await tellHeld(em, [open], NO_ACCOUNT);
  if (next.status === 'MANUAL') {
    const data = { payoutId: open.id, unitId: open.unitId, amount: String(open.amount), reason };
    await recordEvents(em, PayoutFailed, [{ aggregateId: open.id, data }]);
  }
  return true;
}

/** Takes back an attempt of which the bank was never told, because its account is in use no longer: the payout is held. */
export async function withdrawAttempt(
  em: SqlEntityManager,
  attemptId: string,
  { today, at }: { today: string; at: Date },
): Promise<void> {
  const open = await lockOpen(em, attemptId);
  if (!open) return;
  await close(em, attemptId, 'WITHDRAWN', NO_ACCOUNT);
  await giveBack(em, open, today, NO_ACCOUNT);
  const status = open.hasAccount ? 'CALCULATED' : 'HELD';
  await em.execute(`update payout set status = ?, hold = ?, version = version + 1 where id = ?`, [
    status,
    status === 'HELD' ? 'NO_ACCOUNT' : null,
    open.id,
  ]);
  const step = { dossierId: open.id, action: 'WITHDRAW', from: 'INSTRUCTED', to: status, reason: NO_ACCOUNT };
  await keepSteps(em, [step], { at, actor: null });
  if (status === 'HELD') await tellHeld(em, [open], NO_ACCOUNT);
}
