import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decideRate, declare, type Fees, join, openRates, people } from '../../test/rates-stage.ts';
import { duesRateWorkflow } from './dues-rate.workflow.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

const deeds = { APPROVE: 'approve', REJECT: 'reject', WITHDRAW: 'withdraw' } as const;

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 12 && succeeded.size + visited.size < 3 + 4; seed += 1) {
    let owner: Actor;
    let id = '';
    const walk = await randomWalk(duesRateWorkflow, {
      seed,
      steps: 40,
      actors: [new Set(['OWNER']), new Set(['DECIDER', 'READER']), new Set(['READER']), new Set<string>()],
      facts: { notOwnCase: [true, true, 'OWN_CASE'] },
      without: ['FOLLOW', 'SUPERSEDE'],
      async begin() {
        owner = await join(fees);
        id = (await declare(fees, owner)).duesRate.id;
      },
      async apply(step: WalkStep<typeof duesRateWorkflow>) {
        const isDecider = step.relations.has('DECIDER');
        const isReader = step.relations.has('READER') && !isDecider;
        const own = step.facts.notOwnCase !== true ? owner.memberId : people.secretary.memberId;
        const actor: Actor = step.relations.has('OWNER')
          ? owner
          : isDecider
            ? { ...people.secretary, memberId: own }
            : isReader
              ? people.committee
              : people.sibling;
        const [row] = await fees
          .em()
          .execute<{ version: number }[]>('select version from dues_rate where id = ?', [id]);
        const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
        const what = deeds[step.action as keyof typeof deeds];
        const more = what === 'reject' ? { reason: step.reason ?? '' } : {};
        // who decides on their own case is its owner as well, and the table lets owners withdraw
        if (isDecider && own === owner.memberId && what === 'withdraw')
          return { refusal: 'ACTION_NOT_ALLOWED' };
        const answer = await decideRate(
          fees,
          what,
          { ...actor, signedInAt },
          { id, version: row?.version ?? 0 },
          more,
        );
        // a plain member is stopped at the door, before anybody asks the table
        if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
        return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.duesRate.status };
      },
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'REJECT', 'WITHDRAW']);
  expect([...visited].sort()).toEqual(['APPROVED', 'PENDING', 'REJECTED', 'WITHDRAWN']);
});
