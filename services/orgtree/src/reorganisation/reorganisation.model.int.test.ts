import { testActor } from '@dang/service/testing';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { board, openTree } from '../../test/tree-stage.ts';
import { type ReorganisationWorkflow, reorganisationWorkflow } from './reorganisation.workflow.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
afterAll(() => tree.close());

type Outcome = WalkOutcome<ReorganisationWorkflow>;

const PLANNER = new Set(['PLANNER']);
const SYSTEM = new Set(['SYSTEM']);
const elsewhere = testActor({ role: 'ORG_BOARD_STAFF', unitId: unit.otherWard });

test('random walks of planners, strangers and the clock agree with the table', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  let id = '';
  let version = 0;
  let made = 0;

  async function begin(): Promise<void> {
    made += 1;
    const step = { unit: await tree.seen(unit.branch1), name: `Chi bộ ${made}` };
    const { reorganisation, refusal } = await tree.act('renameUnit', { step }, board, {
      effectiveOn: '2026-07-20',
    });
    if (refusal) throw new Error(JSON.stringify(refusal));
    ({ id, version } = reorganisation);
  }

  const stateNow = async () =>
    (
      await tree
        .em()
        .execute<[{ status: 'SCHEDULED' | 'APPLIED' | 'CANCELLED' | 'FAILED'; version: number }]>(
          'select status, version from reorganisation where id = ?',
          [id],
        )
    )[0];

  async function apply(step: WalkStep<ReorganisationWorkflow>): Promise<Outcome> {
    if (step.relations === SYSTEM && step.action === 'APPLY') {
      const before = await stateNow();
      await tree.later('2026-07-20');
      const after = await stateNow();
      version = after.version;
      return before.version === after.version ? { refusal: 'WRONG_STATE' } : { to: after.status };
    }
    // there is no door to these two: nobody carries out by hand, and the clock cancels nothing
    if (step.action === 'APPLY' || step.relations === SYSTEM)
      return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
    const signedInAt = step.stepUpFresh ? new Date() : new Date(Date.now() - 11 * 60_000);
    const actor = { ...(step.relations === PLANNER ? board : elsewhere), signedInAt };
    const input = { reorganisationId: id, expectedVersion: version, reason: step.reason ?? '' };
    const { reorganisation, refusal } = await tree.act('cancelReorganisation', input, actor);
    if (refusal) return { refusal: refusal.code };
    version = reorganisation.version;
    return { to: reorganisation.status };
  }

  const seen = await randomWalk(reorganisationWorkflow, {
    seed,
    steps: 120,
    actors: [PLANNER, PLANNER, SYSTEM, new Set<string>()],
    begin,
    apply,
  });
  expect([seed, [...seen.succeeded].sort()]).toEqual([seed, ['APPLY', 'CANCEL']]);
  expect(seen.refused).toBeGreaterThan(10);
}, 60_000);
