import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { possibleTargets } from '@dang/workflow/decide';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { announceLateComers } from '../announcement/announce-late-comers.ts';
import { fallOverdue } from '../arrears/fall-overdue.ts';
import { type ChargeStatus, chargeWorkflow } from './charge.workflow.ts';
import { chargeMonth } from './charge-month.ts';

type ChargeWorkflow = typeof chargeWorkflow;

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;
const month = '2026-06';
const leaders = {
  BRANCH_LEADER: testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 }),
  COLLECTOR: testActor({ role: 'BRANCH_DELEGATE', unitId: units.branch1 }),
};
const neighbour = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch2 });

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

/** A draft that came after the announcement of its branch, of a member who may pay later until the day that a step sets. */
async function begin(): Promise<void> {
  await fees.em().execute('truncate charge_run, dues_announcement, waiver');
  member = randomUUID();
  await fees.em().execute(
    `insert into dues_announcement (branch_id, period, due_on, announced_on, announced_at, announced_by)
     values (?, ?, '2026-06-10', '2026-06-05', now(), '{}')`,
    [units.branch1, `${month}-01`],
  );
  await fees.em().execute(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, ground, from_period, deferred_until, status, reason, requested_on)
     values (?, ?, ?, 'DEFER', 'EXEMPT_FROM_ACTIVITY', '2026-06-01', '2026-06-15', 'APPROVED', 'Đi xa', '2026-06-02')`,
    [member, units.branch1, units.committee],
  );
  await fees.hear(heard.approved(member, units.branch1, '60000', month));
  await chargeMonth(fees.em(), month, units.ward);
}

const allowLateUntil = (day: string) =>
  fees.em().execute('update waiver set deferred_until = ? where member_id = ?', [day, member]);

async function announce(relation: string | undefined): Promise<void> {
  if (relation === 'SYSTEM') {
    await announceLateComers(fees.em(), '2026-06-20');
    return;
  }
  const actor = relation === 'BRANCH_LEADER' || relation === 'COLLECTOR' ? leaders[relation] : neighbour;
  await fees.execute(
    'mutation ($input: AnnounceDuesInput!) { announceDues(input: $input) { refusal { code } } }',
    { input: { idempotencyKey: randomUUID(), branchId: units.branch1, month } },
    actor,
  );
}

/** Sets do not refuse one by one: what the table refuses must leave the charge as it is. */
async function apply(step: WalkStep<ChargeWorkflow>): Promise<WalkOutcome<ChargeWorkflow>> {
  const [relation] = step.relations;
  if (step.action === 'ANNOUNCE') {
    await allowLateUntil(step.stepUpFresh ? '2026-12-31' : '2026-06-15');
    await announce(relation);
  }
  if (step.action === 'FALL_OVERDUE' && relation === 'SYSTEM') {
    await allowLateUntil('2026-12-31');
    await fallOverdue(fees.em(), '2026-07-01');
  }
  if (step.action === 'END_DEFERRAL' && relation === 'SYSTEM') {
    await allowLateUntil('2026-06-15');
    await fallOverdue(fees.em(), '2026-06-30');
  }
  const now = (await fees.charges(member))[0]?.split(' ')[3] as ChargeStatus;
  if (now !== step.state) return { to: now };
  const expected = possibleTargets(chargeWorkflow, step);
  return { refusal: 'refusal' in expected ? expected.refusal : 'NOTHING_HAPPENED' };
}

test('walks at random, the charge goes where the table says and nowhere else (seed printed)', async () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`charge walk: seed ${seed}\n`);
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let walk = 0; walk < 40; walk += 1) {
    const seen = await randomWalk(chargeWorkflow, {
      seed: seed + walk,
      steps: 6,
      actors: [
        new Set(['BRANCH_LEADER']),
        new Set(['COLLECTOR']),
        new Set(['SYSTEM']),
        new Set(['PAYER']),
        new Set(),
      ],
      // these are done to single charges, by orders, refunds and waivers, and walked there
      without: ['LOCK', 'UNLOCK', 'CONFIRM_PAYMENT', 'REFUND', 'WAIVE', 'DEFER'],
      begin,
      apply,
    });
    for (const action of seen.succeeded) succeeded.add(action);
    for (const state of seen.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['ANNOUNCE', 'END_DEFERRAL', 'FALL_OVERDUE']);
  expect([...visited].sort()).toEqual(['ANNOUNCED', 'DEFERRED', 'DRAFT', 'OVERDUE']);
}, 60_000);
