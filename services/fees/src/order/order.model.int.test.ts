import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { openPayments } from '../../test/payments-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { endOrder } from './end-order.ts';
import { type OrderStatus, type OrderWorkflow, orderWorkflow } from './order.workflow.ts';

type Step = WalkStep<OrderWorkflow>;
type Outcome = WalkOutcome<OrderWorkflow>;

const today = '2026-07-06';
const as = (role: NonNullable<Parameters<typeof testActor>[0]>['role'], unitId: string): Actor =>
  testActor({ ...(role && { role }), unitId });
const recorder = as('BRANCH_DEPUTY_SECRETARY', units.branch1);
const requester = as('FINANCE_OFFICER', units.province);
const approver = as('FINANCE_OFFICER', units.province);

let payments: Awaited<ReturnType<typeof openPayments>>;
let house: Orders;
beforeAll(async () => {
  payments = await openPayments();
  house = await openOrders(payments.fees);
});
afterAll(() => payments.close());

/** One order after the other, played by real requests and by what the platform tells. */
function orders(mode: 'SELF' | 'CASH') {
  let member = '';
  let order = { id: '', number: '' };
  const read = async () => {
    const [row] = await house
      .em()
      .execute<{ status: OrderStatus; version: number }[]>(
        'select status, version from payment_order where id = ?',
        [order.id],
      );
    if (!row) throw new Error('the order is gone');
    return row;
  };

  /** What nobody but the platform and the clock do. */
  async function bySystem({ action }: Step): Promise<Outcome> {
    const before = (await read()).status;
    if (action === 'SUCCEED') {
      const told = {
        provider: 'national',
        messageId: randomUUID(),
        number: order.number,
        providerRef: order.id,
      };
      const paid = {
        amount: 60_000n,
        paidAt: new Date('2026-07-06T03:00:00Z'),
        method: 'BANK',
        clockDiffers: false,
      } as const;
      await confirmPayments(house.em(), [{ ...told, ...paid }], today);
    } else if (action === 'REFUND') {
      const asked = { orderId: order.id, expectedVersion: (await read()).version, reason: 'Nộp nhầm' };
      const { refund } = await house.act(requester, 'requestRefund', asked, 'refund { id version }');
      if (refund)
        await house.act(
          approver,
          'approveRefund',
          { refundId: refund.id, expectedVersion: refund.version },
          'refund { id }',
        );
    } else {
      const end = {
        orderId: order.id,
        to: action === 'FAIL' ? 'FAILED' : 'EXPIRED',
        reason: null,
        today,
      } as const;
      await house.em().transactional((em) => endOrder(em, end));
    }
    const after = (await read()).status;
    return after === before ? { refusal: 'WRONG_STATE' } : { to: after };
  }

  function actorFor(step: Step): Actor {
    if (step.relations.has('PAYER')) return testActor({ memberId: member });
    if (step.relations.has('READER'))
      return as(
        mode === 'SELF' ? 'BRANCH_SECRETARY' : 'COMMITTEE_SECRETARY',
        mode === 'SELF' ? units.branch1 : units.committee,
      );
    if (!step.relations.has('COLLECTOR'))
      return mode === 'SELF' ? testActor() : as('BRANCH_SECRETARY', units.branch2);
    if (step.facts.secondPerson !== true) return recorder;
    const collector = as('BRANCH_SECRETARY', units.branch1);
    return step.facts.notOwnCase === true ? collector : { ...collector, memberId: member };
  }

  async function byHand(step: Step): Promise<Outcome> {
    const doors: Partial<Record<Step['action'], [field: string, more: object]>> = {
      PAY: ['openCheckout', { returnUrl: 'http://127.0.0.1/' }],
      CANCEL: ['cancelDuesOrder', {}],
      CONFIRM_CASH: ['confirmCash', {}],
      WITHDRAW_CASH: ['withdrawCash', { reason: step.reason ?? '' }],
    };
    const [field, more] = doors[step.action] ?? [];
    // what only the system does has no door at all
    if (!field || step.relations.has('SYSTEM'))
      return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
    const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
    const input = { orderId: order.id, expectedVersion: (await read()).version, ...more };
    const answer = await house
      .act({ ...actorFor(step), signedInAt }, field, input, 'order { status }')
      // who holds no such right anywhere is stopped at the door, before anybody asks the table
      .catch((error: Error) => {
        if (error.message.includes('FORBIDDEN')) return { refusal: { code: 'ACTION_NOT_ALLOWED' } };
        throw error;
      });
    return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.order.status };
  }

  return {
    async begin() {
      member = await house.owing(units.branch1, ['2026-07']);
      const notes = { branchId: units.branch1, members: [{ memberId: member, months: 1 }], total: 60_000 };
      const placed =
        mode === 'SELF'
          ? await house.payDues(member, 1)
          : await house.act(
              { ...recorder, accountId: randomUUID() },
              'recordCash',
              notes,
              'order { id number }',
            );
      order = placed.order;
    },
    apply: (step: Step): Promise<Outcome> =>
      step.relations.has('SYSTEM') && ['SUCCEED', 'FAIL', 'EXPIRE', 'REFUND'].includes(step.action)
        ? bySystem(step)
        : byHand(step),
  };
}

const facts = {
  notStarted: [true],
  secondPerson: [true, 'SECOND_PERSON_REQUIRED'],
  notOwnCase: [true, 'OWN_CASE'],
} as const;

/** Walks from one seed to the next until everything of this way of paying has been seen. */
async function walk(mode: 'SELF' | 'CASH', actions: number, states: number) {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 80 && succeeded.size + visited.size < actions + states; seed += 1) {
    process.stdout.write(`orders ${mode}, seed ${seed}\n`);
    const seen = await randomWalk(orderWorkflow, {
      seed,
      steps: mode === 'SELF' ? 30 : 10,
      actors: [
        new Set([mode === 'SELF' ? 'PAYER' : 'COLLECTOR']),
        new Set(['SYSTEM']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts,
      without:
        mode === 'SELF' ? ['CONFIRM_CASH', 'WITHDRAW_CASH'] : ['PAY', 'CANCEL', 'SUCCEED', 'FAIL', 'EXPIRE'],
      ...orders(mode),
    });
    for (const action of seen.succeeded) succeeded.add(action);
    for (const state of seen.visited) visited.add(state);
  }
  return { succeeded: [...succeeded].sort(), visited: [...visited].sort() };
}

test('random walks through orders over the platform agree with the table', async () => {
  const { succeeded, visited } = await walk('SELF', 6, 7);
  expect(succeeded).toEqual(['CANCEL', 'EXPIRE', 'FAIL', 'PAY', 'REFUND', 'SUCCEED']);
  expect(visited).toEqual([
    'CANCELLED',
    'EXPIRED',
    'FAILED',
    'INITIATED',
    'PROCESSING',
    'REFUNDED',
    'SUCCEEDED',
  ]);
  expect(await house.ledgerFaults()).toEqual([]);
}, 120_000);

test('random walks through notes agree with the table', async () => {
  const { succeeded, visited } = await walk('CASH', 3, 4);
  expect(succeeded).toEqual(['CONFIRM_CASH', 'REFUND', 'WITHDRAW_CASH']);
  expect(visited).toEqual(['CANCELLED', 'INITIATED', 'REFUNDED', 'SUCCEEDED']);
  expect(await house.ledgerFaults()).toEqual([]);
}, 120_000);
