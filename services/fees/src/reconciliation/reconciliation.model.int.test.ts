import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  actOn,
  dossierOf,
  type Fees,
  oneMove,
  openReconciling,
  people,
} from '../../test/reconciliation-stage.ts';
import { type ReconciliationWorkflow, reconciliationWorkflow } from './reconciliation.workflow.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openReconciling();
});
afterAll(() => fees.close());

const mutations: Record<string, string> = {
  CONFIRM: 'confirmReconciliation',
  DISPUTE: 'disputeReconciliation',
  CLOSE: 'closeReconciliation',
  PROPOSE_ADJUSTMENT: 'adjustReconciliation',
  APPROVE_ADJUSTMENT: 'approveReconciliationAdjustment',
  REJECT_ADJUSTMENT: 'rejectReconciliationAdjustment',
  UPHOLD: 'upholdReconciliation',
};

const actors: Record<string, Actor> = {
  UNIT: people.branch1,
  SUPERIOR: people.committee,
  ADJUSTER: people.finance,
  READER: people.inspector,
};

const kept = (accountId: string) => JSON.stringify({ accountId, name: 'x', title: null, unitId: null });

async function begin(): Promise<void> {
  const { id } = await dossierOf(fees, units.branch1);
  const em = fees.em();
  await em.execute(
    `delete from reconciliation_adjustment where reconciliation_id = ? and status <> 'POSTED'`,
    [id],
  );
  await em.execute(
    `update reconciliation set status = 'OPEN', closed_on = null, confirmed_by = null, confirmed_on = null, version = version + 1
     where id = ?`,
    [id],
  );
}

/** Makes the facts of the step true in the database: who confirmed, and whether an adjustment waits, of whom. */
async function arrange({ action, state, facts, relations }: WalkStep<ReconciliationWorkflow>): Promise<void> {
  const { id } = await dossierOf(fees, units.branch1);
  const em = fees.em();
  const actor = actors[[...relations][0] ?? ''] ?? people.otherWard;
  const someone = people.ward.accountId;
  if (state === 'CONFIRMED_BY_SUB') {
    const by = facts.otherPersonConfirmed === true ? someone : actor.accountId;
    await em.execute('update reconciliation set confirmed_by = ?::jsonb where id = ?', [kept(by), id]);
  }
  await em.execute(
    `delete from reconciliation_adjustment where reconciliation_id = ? and status = 'PROPOSED'`,
    [id],
  );
  const isAboutOne = action === 'APPROVE_ADJUSTMENT' || action === 'REJECT_ADJUSTMENT';
  const waits = isAboutOne ? facts.adjustmentWaits === true : facts.noAdjustmentWaits !== true;
  if (!waits) return;
  const by = facts.otherPersonProposed === true ? someone : actor.accountId;
  const moves = oneMove.map((move) => ({ ...move, amount: String(move.amount) }));
  await em.execute(
    `insert into reconciliation_adjustment (reconciliation_id, period, reason, moves, proposed_by, proposed_on)
     values (?, '2026-06-01', 'x', ?::jsonb, ?::jsonb, '2026-07-06')`,
    [id, JSON.stringify(moves), kept(by)],
  );
}

const more: Record<string, object> = {
  DISPUTE: { figure: 'PAID', amount: 5 },
  PROPOSE_ADJUSTMENT: { moves: oneMove },
};
const withReason = new Set(['DISPUTE', 'PROPOSE_ADJUSTMENT', 'REJECT_ADJUSTMENT', 'UPHOLD']);

async function apply(step: WalkStep<ReconciliationWorkflow>): Promise<WalkOutcome<ReconciliationWorkflow>> {
  await arrange(step);
  const [relation] = step.relations;
  const actor = relation === undefined ? people.otherFinance : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const answer = await actOn(fees, mutations[step.action] ?? '', { ...actor, signedInAt }, units.branch1, {
    ...more[step.action],
    ...(withReason.has(step.action) && { reason: step.reason ?? '' }),
  });
  // who lacks the permission is stopped at the door, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.reconciliation.status };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 24 && succeeded.size + visited.size < 7 + 4; seed += 1) {
    const walk = await randomWalk(reconciliationWorkflow, {
      seed,
      steps: 60,
      actors: [
        new Set(['UNIT', 'READER']),
        new Set(['SUPERIOR', 'READER']),
        new Set(['ADJUSTER', 'READER']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts: {
        otherPersonConfirmed: [true, true, 'SECOND_PERSON_REQUIRED'],
        adjustmentWaits: [true, true, 'WRONG_STATE'],
        noAdjustmentWaits: [true, true, 'WRONG_STATE'],
        otherPersonProposed: [true, true, 'SECOND_PERSON_REQUIRED'],
      },
      without: ['REFRESH'],
      begin,
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(Object.keys(mutations).sort());
  expect([...visited].sort()).toEqual(['CLOSED', 'CONFIRMED_BY_SUB', 'DISPUTED', 'OPEN']);
});
