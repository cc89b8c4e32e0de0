import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Fees, openPayouts, owing, paidInCash, people, remit } from '../../test/payout-stage.ts';
import { type RemittanceWorkflow, remittanceWorkflow } from './remittance.workflow.ts';

let fees: Fees;
let remittanceId: string;
beforeAll(async () => {
  fees = await openPayouts();
});
afterAll(() => fees.close());

const actors: Record<string, Actor> = {
  COLLECTOR: people.collector,
  OFFICER: people.finance,
  READER: people.committee,
};
const mutations: Record<string, string> = { CONFIRM: 'confirmRemittance', WITHDRAW: 'withdrawRemittance' };

async function begin(): Promise<void> {
  await paidInCash(fees, await owing(fees, 1));
  const declared = await remit(fees, 'declareRemittance', people.collector, { branchId: units.branch1 });
  remittanceId = declared.remittance.id;
}

async function apply(step: WalkStep<RemittanceWorkflow>): Promise<WalkOutcome<RemittanceWorkflow>> {
  const [relation] = step.relations;
  const actor = relation === undefined ? people.wardFinance : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  const em = fees.em();
  const by = step.facts.secondPerson === true ? people.collector : people.finance;
  await em.execute(
    `update remittance set declared_by = jsonb_set(declared_by, '{accountId}', to_jsonb(?::text)) where id = ?`,
    [by.accountId, remittanceId],
  );
  const [row] = await em.execute<{ version: number }[]>('select version from remittance where id = ?', [
    remittanceId,
  ]);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const input = {
    remittanceId,
    expectedVersion: row?.version,
    ...(step.action === 'WITHDRAW' && { reason: step.reason ?? '' }),
  };
  const answer = await remit(fees, mutations[step.action] ?? '', { ...actor, signedInAt }, input);
  // who holds no such permission is stopped at the door, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN')
    return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.remittance.status };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  for (let seed = 1; seed <= 10 && succeeded.size < 2; seed += 1) {
    const walk = await randomWalk(remittanceWorkflow, {
      seed,
      steps: 30,
      actors: [
        new Set(['OFFICER', 'READER']),
        new Set(['COLLECTOR', 'READER']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts: { secondPerson: [true, true, 'SECOND_PERSON_REQUIRED'] },
      begin,
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
  }
  expect([...succeeded].sort()).toEqual(['CONFIRM', 'WITHDRAW']);
});
