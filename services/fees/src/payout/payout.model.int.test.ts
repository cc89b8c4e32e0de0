import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  approvedAccount,
  type Fees,
  nextDay,
  onPayout,
  openPayouts,
  payoutsOf,
  people,
  retain,
} from '../../test/payout-stage.ts';
import { failAttempt, settleAttempt } from './attempt-outcome.ts';
import { instructDue } from './instruct.ts';
import { type PayoutWorkflow, payoutWorkflow } from './payout.workflow.ts';

let fees: Fees;
let payoutId: string;
let begun = 0;
beforeAll(async () => {
  fees = await openPayouts();
});
afterAll(() => fees.close());

const now = () => ({ today: '2026-07-06', at: fees.clock.now() });
const mutations: Record<string, string> = {
  HOLD: 'holdPayout',
  RELEASE: 'releasePayout',
  RETRY: 'retryPayout',
};
const actors: Record<string, Actor> = { OFFICER: people.finance, READER: people.committee };

async function begin(): Promise<void> {
  const em = fees.em();
  await em.execute(`delete from payout where status not in ('SETTLED', 'NETTED')`);
  await em.execute('delete from beneficiary_account');
  await nextDay(fees);
  await approvedAccount(fees);
  await retain(fees, units.branch1, 10_000n);
  await fees.runJob('make-payouts');
  payoutId = (await payoutsOf(fees, units.branch1)).at(-1)?.id ?? '';
  // every second one has been refused four times
  begun += 1;
  if (begun % 2 === 0) await em.execute('update payout set tries = 4 where id = ?', [payoutId]);
}

/** Makes the facts of the step true in the database. */
async function arrange({ facts }: WalkStep<PayoutWorkflow>): Promise<void> {
  const hasAccount = facts.hasAccount === true;
  await fees.em().execute(
    `update beneficiary_account set status = ?, ended_on = ?, holder_member_id = ? where id in
       (select id from beneficiary_account order by id desc limit 1)`,
    [
      hasAccount ? 'APPROVED' : 'ENDED',
      hasAccount ? null : '2026-07-06',
      facts.notOwnCase === true ? null : people.finance.memberId,
    ],
  );
}

const stateNow = async () =>
  (await payoutsOf(fees, units.branch1)).find(({ id }) => id === payoutId)?.status ?? '';

/** What the system does by itself; refused as the table refuses, because nothing happens then. */
async function bySystem({ action, state }: WalkStep<PayoutWorkflow>): Promise<WalkOutcome<PayoutWorkflow>> {
  const em = fees.em();
  const [attempt] = await em.execute<{ id: string }[]>(
    'select id from payout_attempt where payout_id = ? and outcome is null',
    [payoutId],
  );
  await em.execute(`update payout set next_try_at = null where status = 'FAILED'`);
  if (action === 'INSTRUCT') await em.transactional((within) => instructDue(within, now()));
  if (action === 'SETTLE' && attempt)
    await em.transactional((within) =>
      settleAttempt(within, attempt.id, { settledOn: '2026-07-06', bankRef: 'FT1', at: fees.clock.now() }),
    );
  if (action === 'FAIL' && attempt)
    await em.transactional((within) => failAttempt(within, attempt.id, { ...now(), reason: 'sai số' }));
  const after = await stateNow();
  return after === state ? { refusal: 'WRONG_STATE' } : { to: after as never };
}

async function apply(step: WalkStep<PayoutWorkflow>): Promise<WalkOutcome<PayoutWorkflow>> {
  await arrange(step);
  if (step.relations.has('SYSTEM')) return bySystem(step);
  const name = mutations[step.action];
  if (!name) return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
  const [relation] = step.relations;
  const actor = relation === undefined ? people.wardFinance : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const more = step.action === 'HOLD' ? { reason: step.reason ?? '' } : {};
  const answer = await onPayout(fees, name, { ...actor, signedInAt }, payoutId, more);
  // who only reads is stopped at the door, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.payout.status };
}

test('random walks through real requests and the system’s own steps agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 25 && succeeded.size + visited.size < 6 + 6; seed += 1) {
    const walk = await randomWalk(payoutWorkflow, {
      seed,
      steps: 40,
      actors: [
        new Set(['OFFICER', 'READER']),
        new Set(['OFFICER', 'READER']),
        new Set(['SYSTEM']),
        new Set(['SYSTEM']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts: {
        notOwnCase: [true, true, true, 'OWN_CASE'],
        hasAccount: [true, true, true, 'NO_BENEFICIARY_ACCOUNT'],
      },
      // follows from an account that ends between two steps of one run; payout.int.test.ts
      without: ['WITHDRAW'],
      begin,
      apply: async (step) => {
        // holding and releasing are the system's only where an account comes or goes, which is another act
        if (step.relations.has('SYSTEM') && step.action === 'RETRY') return { refusal: 'ACTION_NOT_ALLOWED' };
        if (step.relations.has('SYSTEM') && !['INSTRUCT', 'SETTLE', 'FAIL'].includes(step.action))
          return apply({ ...step, relations: new Set(['OFFICER', 'READER']) });
        return apply(step);
      },
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['FAIL', 'HOLD', 'INSTRUCT', 'RELEASE', 'RETRY', 'SETTLE']);
  expect([...visited].sort()).toEqual(['CALCULATED', 'FAILED', 'HELD', 'INSTRUCTED', 'MANUAL', 'SETTLED']);
});
