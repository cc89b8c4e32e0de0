import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { requestChange, settleChange } from '../../test/change-stage.ts';
import { actorNamed, type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { type ChangeRequestWorkflow, changeRequestWorkflow } from './change-request.workflow.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

type Step = WalkStep<ChangeRequestWorkflow>;
type Outcome = WalkOutcome<ChangeRequestWorkflow>;

const leaders: Record<string, Actor> = {
  BRANCH_LEADER: actorNamed('secretary'),
  SUPERIOR_LEADER: actorNamed('committee'),
};

/** One change after the other of one member, played by real requests; `asks` decides who must look at it. */
function changes(asks: (count: number) => Record<string, unknown>) {
  const owner = actorNamed('neighbour');
  let count = 0;
  let change: { id: string; version: number; status: string } | null = null;

  return {
    async begin() {
      change = null;
      await house.em().execute('delete from account_change_history');
      await house.em().execute('delete from account_change_request');
    },
    async apply(step: Step): Promise<Outcome> {
      const [relation] = step.relations;
      if (step.action === 'REQUEST') {
        // Nobody can ask for a change of somebody else's data: there is no such request.
        if (relation !== 'APPLICANT') return { refusal: relation ? 'ACTION_NOT_ALLOWED' : 'NOT_FOUND' };
        count += 1;
        const asked = await requestChange(house, owner, asks(count));
        if (asked.refusal)
          return {
            refusal: asked.refusal.code === 'CHANGE_ALREADY_OPEN' ? 'WRONG_STATE' : asked.refusal.code,
          };
        if (step.state !== 'NEW') {
          // A settled change is settled: the next one is another dossier, and this walk goes on with the first.
          await house
            .em()
            .execute('delete from account_change_history where request_id = ?', [asked.change.id]);
          await house.em().execute('delete from account_change_request where id = ?', [asked.change.id]);
          return { refusal: 'WRONG_STATE' };
        }
        change = asked.change;
        return { to: asked.change.status };
      }
      // Before it is sent there is nothing to act on, and the table says why.
      if (!change) {
        const who = {
          APPLICANT: ['WITHDRAW'],
          BRANCH_LEADER: ['APPROVE', 'REJECT'],
          SUPERIOR_LEADER: ['APPROVE', 'REJECT'],
        };
        if (!relation) return { refusal: 'NOT_FOUND' };
        return {
          refusal: who[relation as keyof typeof who].includes(step.action)
            ? 'WRONG_STATE'
            : 'ACTION_NOT_ALLOWED',
        };
      }
      const what = ({ APPROVE: 'approve', REJECT: 'reject', WITHDRAW: 'withdraw' } as const)[step.action];
      const actor = relation ? (leaders[relation] ?? owner) : actorNamed('sibling');
      const [row] = await house
        .em()
        .execute<{ version: number }[]>('select version from account_change_request where id = ?', [
          change.id,
        ]);
      const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
      const more = step.action === 'REJECT' ? { reason: step.reason ?? '' } : {};
      const answer = await settleChange(
        house,
        { ...actor, signedInAt },
        what,
        { id: change.id, version: row?.version ?? 0 },
        more,
      )
        // A plain member is stopped at the door already, before anybody asks the table.
        .catch((error: Error) => {
          if (error.message.includes('FORBIDDEN')) return { refusal: { code: 'ACTION_NOT_ALLOWED' } };
          throw error;
        });
      return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.change.status };
    },
  };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 24 && succeeded.size + visited.size < 4 + 6; seed += 1) {
    const isHolder = seed % 2 === 0;
    // each time another value, so that there is always something to change
    const asks = (count: number) =>
      isHolder
        ? { employer: { name: `Nơi ${seed}-${count}` }, cardNumber: String(10_000_000 + seed * 1000 + count) }
        : { employer: { name: `Nơi ${seed}-${count}` } };
    await house
      .em()
      .execute('update account set receives_retained_dues = ? where id = ?', [
        isHolder,
        ids.account('neighbour'),
      ]);
    const walk = await randomWalk(changeRequestWorkflow, {
      seed,
      steps: 20,
      actors: [
        new Set(['APPLICANT']),
        new Set(['BRANCH_LEADER']),
        new Set(['SUPERIOR_LEADER']),
        new Set<string>(),
      ],
      facts: { notOwnCase: [true] },
      ...changes(asks),
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'REJECT', 'REQUEST', 'WITHDRAW']);
  expect([...visited].sort()).toEqual([
    'APPROVED',
    'NEW',
    'PENDING_BRANCH',
    'PENDING_SUPERIOR',
    'REJECTED',
    'WITHDRAWN',
  ]);
});
