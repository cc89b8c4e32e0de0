import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, decideWaiver, enter, type Fees, join, openRates, people } from '../../test/rates-stage.ts';
import { waiverWorkflow } from './waiver.workflow.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

let ends = 0;
const deeds = { APPROVE: 'approve', REJECT: 'reject', WITHDRAW: 'withdraw', END: 'end' } as const;

/** Somebody else in the office of the branch each time: whoever enters two for one member finds the first still waiting. */
async function open(owner: Actor, seed: number): Promise<string> {
  if (seed % 2 === 0) return (await ask(fees, owner)).waiver.id;
  return (await enter(fees, people.delegate, owner.memberId ?? '')).waiver.id;
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 12 && succeeded.size + visited.size < 4 + 5; seed += 1) {
    let owner: Actor;
    let id = '';
    const walk = await randomWalk(waiverWorkflow, {
      seed,
      steps: 40,
      actors: [new Set(['OWNER']), new Set(['DECIDER', 'READER']), new Set(['READER']), new Set<string>()],
      facts: {
        notOwnCase: [true, true, 'OWN_CASE'],
        secondPerson: seed % 2 === 0 ? [true] : [true, true, 'SECOND_PERSON_REQUIRED'],
      },
      without: ['FOLLOW'],
      async begin() {
        owner = await join(fees);
        id = await open(owner, seed);
      },
      async apply(step: WalkStep<typeof waiverWorkflow>) {
        const isDecider = step.relations.has('DECIDER');
        const memberId = step.facts.notOwnCase === true ? people.committee.memberId : owner.memberId;
        const accountId =
          step.facts.secondPerson === true ? people.committee.accountId : people.delegate.accountId;
        const readerOr = step.relations.has('READER') ? people.secretary : people.sibling;
        const inOffice = isDecider ? { ...people.committee, memberId, accountId } : readerOr;
        const actor: Actor = step.relations.has('OWNER') ? owner : inOffice;
        const what = deeds[step.action as keyof typeof deeds];
        // who decides on their own case is its owner as well, and the table lets owners withdraw
        if (isDecider && memberId === owner.memberId && what === 'withdraw')
          return { refusal: 'ACTION_NOT_ALLOWED' };
        const [row] = await fees
          .em()
          .execute<{ version: number }[]>('select version from waiver where id = ?', [id]);
        const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
        const more = {
          ...(what === 'reject' || what === 'end' ? { reason: step.reason ?? '' } : {}),
          // before its first month, or in the midst of it
          ...(what === 'end' ? { fromMonth: '2026-08' } : {}),
        };
        if (what === 'end') await reach(id);
        const opened = { id, version: row?.version ?? 0 };
        const answer = await decideWaiver(fees, what, { ...actor, signedInAt }, opened, more);
        // a plain member is stopped at the door, before anybody asks the table
        if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
        return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.waiver.status };
      },
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'END', 'REJECT', 'WITHDRAW']);
  expect([...visited].sort()).toEqual(['APPROVED', 'PENDING', 'REJECTED', 'REVOKED', 'WITHDRAWN']);
});

/** Each time it is ended its months begin with the end, or the month before it, so that it can be ended again. */
async function reach(id: string): Promise<void> {
  ends += 1;
  const first = ends % 2 === 0 ? '2026-07-01' : '2026-08-01';
  await fees
    .em()
    .execute(
      `update waiver set from_period = ?, to_period = '2026-09-01' where id = ? and status = 'APPROVED'`,
      [first, id],
    );
}
