import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actOnCorrection } from '../../test/correction-stage.ts';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { type CorrectionWorkflow, correctionWorkflow } from './correction.workflow.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const act = (name: string, input: Record<string, unknown>, actor: Actor | null) =>
  actOnCorrection(house, name, input, actor);
const admin = () => actorNamed('admin');
const leader = () => actorNamed('committee');
const propose = () =>
  act(
    'proposeMemberCorrection',
    { memberId: ids.member('member'), toBranchId: units.branch2, reason: 'Nhập nhầm chi bộ' },
    admin(),
  );
const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

type Step = WalkStep<CorrectionWorkflow>;

test('random walks through real requests agree with the table', async () => {
  const mutations = {
    APPROVE: 'approveMemberCorrection',
    REJECT: 'rejectMemberCorrection',
    WITHDRAW: 'withdrawMemberCorrection',
  } as const;
  let id = '';
  const rowOf = async () => {
    const [row] = await house
      .em()
      .execute<{ version: number; status: Step['state'] }[]>(
        'select version, status from member_correction where id = ?',
        [id],
      );
    return row ?? { version: 0, status: 'PROPOSED' as const };
  };
  const succeeded = new Set<string>();
  for (let seed = 1; seed <= 30 && succeeded.size < 3; seed += 1) {
    const walk = await randomWalk(correctionWorkflow, {
      seed,
      steps: 12,
      actors: [new Set(['PROPOSER']), new Set(['COMMON_SUPERIOR']), new Set<string>()],
      facts: { notOwnCase: [true], placementHolds: [true, true, 'PLACEMENT_CHANGED'] },
      async begin() {
        await house.em().execute('truncate member_correction cascade');
        await house
          .em()
          .execute('update placement_copy set branch_id = ? where member_id = ?', [
            units.branch1,
            ids.member('member'),
          ]);
        id = (await propose()).correction.id;
      },
      async apply(step): Promise<WalkOutcome<CorrectionWorkflow>> {
        await house
          .em()
          .execute('update placement_copy set branch_id = ? where member_id = ?', [
            step.facts.placementHolds === true ? units.branch1 : units.otherBranch,
            ids.member('member'),
          ]);
        const isAdmin = step.relations.has('PROPOSER');
        const isLeader = step.relations.has('COMMON_SUPERIOR');
        const stranger =
          step.action === 'WITHDRAW'
            ? { ...admin(), accountId: ids.account('neighbour') }
            : actorNamed('sibling');
        const actor = isAdmin ? admin() : isLeader ? leader() : stranger;
        const outcome = await act(
          mutations[step.action],
          {
            correctionId: id,
            expectedVersion: (await rowOf()).version,
            ...(step.action === 'REJECT' ? { reason: step.reason ?? '' } : {}),
          },
          step.stepUpFresh ? actor : stale(actor),
        );
        // Who lacks the permission is stopped at the door, before anybody asks the table.
        if (outcome.error === 'FORBIDDEN')
          return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
        return outcome.refusal ? { refusal: outcome.refusal.code } : { to: (await rowOf()).status };
      },
    });
    for (const action of walk.succeeded) succeeded.add(action);
  }
  expect([...succeeded].sort()).toEqual(['APPROVE', 'REJECT', 'WITHDRAW']);
});
