import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, approvedRate, type Fees, join, openRates, people } from '../../test/rates-stage.ts';
import { voluntaryWorkflow } from './voluntary.workflow.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

const deeds = { APPROVE: 'approve', REJECT: 'reject', END: 'end' } as const;

async function opened(owner: Actor): Promise<{ id: string; version: number }> {
  const [row] = await fees
    .em()
    .execute<{ id: string; version: number }[]>(
      'select id, version from voluntary_contribution where member_id = ?',
      [owner.memberId],
    );
  if (!row) throw new Error('nothing is given');
  return row;
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 12 && succeeded.size + visited.size < 3 + 4; seed += 1) {
    let owner: Actor;
    const walk = await randomWalk(voluntaryWorkflow, {
      seed,
      steps: 30,
      actors: [new Set(['OWNER']), new Set(['DECIDER', 'READER']), new Set(['READER']), new Set<string>()],
      facts: { notOwnCase: [true, true, 'OWN_CASE'] },
      without: ['FOLLOW'],
      async begin() {
        owner = await join(fees);
        await approvedRate(fees, owner, { amount: 166_532 });
      },
      async apply(step: WalkStep<typeof voluntaryWorkflow>) {
        const isDecider = step.relations.has('DECIDER');
        const isOwn = step.facts.notOwnCase !== true;
        const what = deeds[step.action as keyof typeof deeds];
        // who decides on their own case is its owner as well, and the table lets owners end it
        if (isDecider && isOwn && what === 'end') return { refusal: 'ACTION_NOT_ALLOWED' };
        const decider = { ...people.committee, memberId: isOwn ? owner.memberId : people.committee.memberId };
        const others = step.relations.has('READER') ? people.secretary : people.sibling;
        const actor: Actor = step.relations.has('OWNER') ? owner : isDecider ? decider : others;
        const { id, version } = await opened(owner);
        const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
        const answer = await act(
          fees,
          `${what}VoluntaryContribution`,
          { ...actor, signedInAt },
          {
            contributionId: id,
            expectedVersion: version,
            ...(what === 'reject' ? { reason: step.reason ?? '' } : {}),
          },
          'contribution { status }',
        );
        // a plain member is stopped at the door, before anybody asks the table
        if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
        return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.contribution.status };
      },
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'END', 'REJECT']);
  expect([...visited].sort()).toEqual(['APPROVED', 'ENDED', 'PENDING', 'REJECTED']);
});
