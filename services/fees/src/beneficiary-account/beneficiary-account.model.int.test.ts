import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import { declare, type Fees, onAccount, openPayouts, people } from '../../test/payout-stage.ts';
import { type BeneficiaryWorkflow, beneficiaryWorkflow } from './beneficiary-account.workflow.ts';

let fees: Fees;
const holder = testActor();
const declarer = testActor();
let accountId: string;
beforeAll(async () => {
  fees = await openPayouts();
  for (const { memberId } of [holder, declarer]) await fees.hear(heard.placed(memberId ?? '', units.branch1));
});
afterAll(() => fees.close());

const mutations: Record<string, string> = {
  APPROVE: 'approveBeneficiaryAccount',
  REJECT: 'rejectBeneficiaryAccount',
  END: 'endBeneficiaryAccount',
};
const actors: Record<string, Actor> = {
  SUPERIOR: people.committee,
  DECLARER: declarer,
  HOLDER: holder,
  LEADER: people.secretary,
  READER: people.finance,
};

async function begin(): Promise<void> {
  await fees.em().execute('update unit_copy set valid_to = null where id = ?', [units.branch1]);
  await fees.em().execute('delete from beneficiary_account');
  const declared = await declare(fees, declarer);
  accountId = declared.account.id;
}

/** Makes the facts of the step true in the database. */
async function arrange({ facts }: WalkStep<BeneficiaryWorkflow>): Promise<void> {
  const em = fees.em();
  const member = facts.holderBelongs === true ? holder.memberId : testActor().memberId;
  await em.execute('update beneficiary_account set holder_member_id = ? where id = ?', [member, accountId]);
  // an officer of the unit does not decide on it, in whatever capacity they act
  const officerId = facts.notOwnCase === true ? people.secretary.memberId : people.committee.memberId;
  await em.execute(
    `update officers_copy set officers = jsonb_set(officers, '{0,memberId}', to_jsonb(?::text)) where unit_id = ?`,
    [officerId, units.branch1],
  );
  await em.execute('update unit_copy set valid_to = ? where id = ?', [
    facts.unitRuns === true ? null : '2026-07-01',
    units.branch1,
  ]);
}

async function apply(step: WalkStep<BeneficiaryWorkflow>): Promise<WalkOutcome<BeneficiaryWorkflow>> {
  await arrange(step);
  const [relation] = step.relations;
  const actor = relation === undefined ? people.otherWard : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  // the holder is what they are only as long as the row says so
  if (relation === 'HOLDER')
    await fees
      .em()
      .execute('update beneficiary_account set holder_member_id = ? where id = ?', [
        holder.memberId,
        accountId,
      ]);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const more = step.action === 'APPROVE' ? {} : { reason: step.reason ?? '' };
  const answer = await onAccount(
    fees,
    mutations[step.action] ?? '',
    { ...actor, signedInAt },
    accountId,
    more,
  );
  // who holds no such permission is stopped at the door, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.account.status };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 20 && succeeded.size + visited.size < 3 + 4; seed += 1) {
    const walk = await randomWalk(beneficiaryWorkflow, {
      seed,
      steps: 30,
      actors: [
        new Set(['SUPERIOR', 'READER']),
        new Set(['SUPERIOR', 'READER']),
        new Set(['DECLARER']),
        new Set(['HOLDER']),
        new Set(['LEADER', 'READER']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts: {
        notOwnCase: [true, true, 'OWN_CASE'],
        unitRuns: [true, true, 'UNIT_ENDED'],
        holderBelongs: [true, true, 'MEMBER_NOT_IN_BRANCH'],
      },
      without: ['REPLACE', 'LAPSE'],
      begin,
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'END', 'REJECT']);
  expect([...visited].sort()).toEqual(['APPROVED', 'ENDED', 'PENDING', 'REJECTED']);
});
