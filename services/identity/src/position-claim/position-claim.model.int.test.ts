import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { claimAs, clearClaims, hold } from '../../test/position-stage.ts';
import { type PositionClaimWorkflow, positionClaimWorkflow } from './position-claim.workflow.ts';

let house: House;
let stranger: Actor;
beforeAll(async () => {
  house = await openIdentity();
  const positionId = await hold(
    house,
    'position',
    'sibling',
    'COMMITTEE_DEPUTY_SECRETARY',
    units.otherCommittee,
  );
  stranger = actorNamed('sibling', {
    capacity: { positionId, role: 'COMMITTEE_DEPUTY_SECRETARY', unitId: units.otherCommittee, title: 'Phó' },
  });
});
afterAll(() => house.close());

type Step = WalkStep<PositionClaimWorkflow>;
type Outcome = WalkOutcome<PositionClaimWorkflow>;

const mutations = {
  APPROVE: 'approvePositionClaim',
  REJECT: 'rejectPositionClaim',
  WITHDRAW: 'withdrawPositionClaim',
  END: 'endPosition',
} as const;

const actorOf = (relations: ReadonlySet<string>): Actor => {
  if (relations.has('CLAIMANT')) return actorNamed('neighbour');
  return relations.has('SUPERIOR_LEADER') ? actorNamed('committee') : stranger;
};

/** One claim, played by real requests. */
function oneClaim() {
  let id = '';

  async function rowOf() {
    const [row] = await house
      .em()
      .execute<{ version: number; status: Step['state']; positionId: string | null }[]>(
        'select version, status, position_id as "positionId" from position_claim where id = ?',
        [id],
      );
    if (!row) throw new Error('the claim is gone');
    return row;
  }

  /** The guards' facts, made true. */
  async function arrange({ facts }: Step) {
    const through = facts.termOpen === true ? null : '2026-07-05';
    const status = facts.accountActive === true ? 'ACTIVE' : 'LOCKED';
    await house.em().execute('update position_claim set through_on = ? where id = ?', [through, id]);
    await house
      .em()
      .execute('update account set status = ? where id = ?', [status, ids.account('neighbour')]);
  }

  return {
    async begin() {
      await clearClaims(house);
      id = (await claimAs(house, 'neighbour', { role: 'BRANCH_COMMITTEE_MEMBER' })).claim.id;
    },
    async apply(step: Step): Promise<Outcome> {
      await arrange(step);
      const { version, positionId } = await rowOf();
      const name = mutations[step.action];
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const reason = step.action === 'REJECT' || step.action === 'END' ? { reason: step.reason ?? '' } : {};
      const about =
        step.action === 'END' ? { positionId: positionId ?? '' } : { claimId: id, expectedVersion: version };
      // Before a position is given there is none to be ended: no such request can be made.
      if (about.positionId === '') {
        if (step.relations.size === 0) return { refusal: 'NOT_FOUND' };
        return { refusal: step.relations.has('CLAIMANT') ? 'ACTION_NOT_ALLOWED' : 'WRONG_STATE' };
      }
      const { data, errors } = await house.execute(
        `mutation ($input: ${type}!) { ${name}(input: $input) { refusal { code } } }`,
        { input: { idempotencyKey: randomUUID(), ...about, ...reason } },
        {
          ...actorOf(step.relations),
          signedInAt: new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000)),
        },
      );
      // A member without an office is stopped at the door already, before anybody asks the table.
      if (errors?.[0]?.extensions?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
      if (errors) throw new Error(JSON.stringify(errors));
      const { refusal } = data?.[name] ?? {};
      return refusal ? { refusal: refusal.code } : { to: (await rowOf()).status };
    },
  };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 24 && succeeded.size + visited.size < 4 + 5; seed += 1) {
    const walk = await randomWalk(positionClaimWorkflow, {
      seed,
      steps: 25,
      actors: [new Set(['CLAIMANT']), new Set(['SUPERIOR_LEADER']), new Set<string>()],
      facts: {
        notOwnCase: [true],
        accountActive: [true, true, true, 'ACCOUNT_NOT_ACTIVE'],
        termOpen: [true, true, true, 'TERM_OVER'],
      },
      ...oneClaim(),
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'END', 'REJECT', 'WITHDRAW']);
  expect([...visited].sort()).toEqual(['APPROVED', 'ENDED', 'PENDING', 'REJECTED', 'WITHDRAWN']);
});
