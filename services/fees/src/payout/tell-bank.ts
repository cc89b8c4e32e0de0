import type { JobContext } from '@dang/service/jobs';
import { openText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Bank } from '../bank/bank.port.ts';
import { bankOf } from '../bank/bank.ts';
import { feesEnvironment } from '../environment.ts';
import { failAttempt, settleAttempt, withdrawAttempt } from './attempt-outcome.ts';
import { instructDue } from './instruct.ts';
import { payoutContent } from './payout.rules.ts';
import { accountFor, releaseForAccount } from './payout-account.ts';

const ATTEMPTS_A_STEP = 100;
const AT_A_TIME = 8;
/** After so many calls without an answer the bank is asked whether it knows the payout, instead of being told again. */
const CALLS = 5;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** A call that was given up may still arrive; after this long, in real time, it does not. */
const PATIENCE = `interval '10 minutes'`;
const REFUSED_SILENTLY = 'Ngân hàng không tiếp nhận lệnh chuyển';

interface Untold {
  readonly id: string;
  readonly sealed: string;
  readonly bankCode: string;
  readonly holder: string;
  readonly amount: string;
  readonly madeOn: string;
  readonly unitCode: string;
}

/** Does something to each, a few at a time. */
async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

/**
 * Marks attempts as told, before the bank is: from here on an account that ends changes nothing for them. An attempt whose account has
 * ended is left out while nobody told the bank of it.
 */
const markTold = (em: SqlEntityManager, at: Date, after: string): Promise<Untold[]> =>
  em.execute(
    `update payout_attempt attempt
     set told_at = coalesce(attempt.told_at, ?), called_at = now(), calls = attempt.calls + 1
     from payout, beneficiary_account account, unit_copy unit
     where attempt.id in (select id from payout_attempt
         where outcome is null and bank_ref is null and calls < ${CALLS} and id > ?
         order by id limit ${ATTEMPTS_A_STEP} for update skip locked)
       and payout.id = attempt.payout_id and account.id = attempt.account_id and unit.id = payout.unit_id
       and (attempt.told_at is not null or account.id = ${accountFor('payout.unit_id')})
     returning attempt.id, account.account_sealed as sealed, account.bank_code as "bankCode", account.holder_name as holder,
       attempt.amount, payout.made_on as "madeOn", unit.code as "unitCode"`,
    [at, after],
  );

/** Takes back what the bank was not told of and whose account is in use no longer. */
async function withdrawUntold({ em, clock }: JobContext): Promise<void> {
  const now = { today: clock.today(), at: clock.now() };
  let after = FIRST_ID;
  for (;;) {
    const stale: { id: string }[] = await em.fork().execute(
      `select attempt.id from payout_attempt attempt join payout on payout.id = attempt.payout_id
       where attempt.outcome is null and attempt.told_at is null and attempt.id > ?
         and attempt.account_id is distinct from ${accountFor('payout.unit_id')}
       order by attempt.id limit ${ATTEMPTS_A_STEP}`,
      [after],
    );
    const last = stale.at(-1);
    if (!last) return;
    for (const { id } of stale) await em.fork().transactional((within) => withdrawAttempt(within, id, now));
    after = last.id;
  }
}

async function tell(job: JobContext, bank: Bank, attempt: Untold): Promise<void> {
  const { id, sealed, bankCode, holder, amount, unitCode, madeOn } = attempt;
  try {
    const { bankRef } = await bank.instruct({
      payoutId: id,
      account: openText(job.environment.PROVINCE_KEY, sealed),
      bankCode,
      holder,
      amount: BigInt(amount),
      content: payoutContent(unitCode, madeOn),
    });
    await job.em.fork().execute(
      `with told as (update payout_attempt set bank_ref = ? where id = ? returning payout_id)
         update payout set bank_ref = ? from told where payout.id = told.payout_id`,
      [bankRef, id, bankRef],
    );
  } catch (error) {
    // it is told again by the next run: to the bank the same attempt is the same payout
    job.log.warn({ err: error, attemptId: id }, 'the bank did not take a payout');
  }
}

/**
 * Sends what is due: instructs in the ledger first, then tells the bank, also of what an earlier run left behind between the two. Two
 * runs at once send nothing twice.
 */
export async function sendPayouts(job: JobContext): Promise<void> {
  const { em, clock } = job;
  const now = { today: clock.today(), at: clock.now() };
  // an approval lets go what it sees held; what was being held at that very moment, or lost its unit to one with an account, goes now
  await em.fork().transactional((within) => releaseForAccount(within, now.at, null));
  while ((await em.fork().transactional((within) => instructDue(within, now))) > 0);
  await withdrawUntold(job);
  const bank = bankOf(feesEnvironment(job.environment));
  let after = FIRST_ID;
  for (;;) {
    const untold = await em.fork().transactional((within) => markTold(within, now.at, after));
    const last = untold
      .map(({ id }) => id)
      .sort()
      .at(-1);
    if (last === undefined) return;
    await each(untold, (attempt) => tell(job, bank, attempt));
    after = last;
  }
}

async function ask(job: JobContext, bank: Bank, id: string): Promise<void> {
  const { em, clock, log } = job;
  const now = { today: clock.today(), at: clock.now() };
  try {
    const payout = await bank.statusOf(id);
    if (payout.status === 'PENDING') return;
    await em.fork().transactional(async (within) => {
      if (payout.status === 'SETTLED')
        await settleAttempt(within, id, { settledOn: now.today, bankRef: payout.bankRef, at: now.at });
      else if (payout.status === 'FAILED') await failAttempt(within, id, { ...now, reason: payout.reason });
      else await askAgain(within, id, now);
    });
  } catch (error) {
    log.warn({ err: error, attemptId: id }, 'the bank does not say how a payout stands');
  }
}

/** The bank knows nothing of it: told five times in vain it has failed; taken once and forgotten, it is told again. */
async function askAgain(em: SqlEntityManager, id: string, now: { today: string; at: Date }): Promise<void> {
  const forgotten = await em.execute(
    'update payout_attempt set bank_ref = null, calls = 0 where id = ? and bank_ref is not null and outcome is null returning id',
    [id],
  );
  if (forgotten.length === 0) await failAttempt(em, id, { ...now, reason: REFUSED_SILENTLY });
}

/** Asks the bank how each payout stands that it was told of, and settles or fails it. */
export async function askPayouts(job: JobContext): Promise<void> {
  const bank = bankOf(feesEnvironment(job.environment));
  let after = FIRST_ID;
  for (;;) {
    const asked: { id: string }[] = await job.em.fork().execute(
      `select id from payout_attempt
       where outcome is null and (bank_ref is not null or calls >= ${CALLS} and called_at <= now() - ${PATIENCE}) and id > ?
       order by id limit ${ATTEMPTS_A_STEP}`,
      [after],
    );
    const last = asked.at(-1);
    if (!last) return;
    await each(asked, ({ id }) => ask(job, bank, id));
    after = last.id;
  }
}
