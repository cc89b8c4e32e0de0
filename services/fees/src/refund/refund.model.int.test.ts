import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { type RefundStatus, type RefundWorkflow, refundWorkflow } from './refund.workflow.ts';
import { settleRefund } from './settle-refund.ts';

type Step = WalkStep<RefundWorkflow>;
type Outcome = WalkOutcome<RefundWorkflow>;

const today = '2026-07-06';
const requester = testActor({ role: 'FINANCE_OFFICER', unitId: units.province });
const system = { SEND: 'INSTRUCTED', SETTLE: 'PAID', FAIL: 'FAILED' } as const;
const doors: Partial<Record<string, string>> = {
  APPROVE: 'approveRefund',
  REJECT: 'rejectRefund',
  REOPEN: 'reopenRefund',
  RETRY: 'retryRefund',
  HAND_BACK: 'confirmCashReturned',
};

let house: Orders;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

/** One refund after the other: of a payment that somebody asks back, or of money that came twice. */
function refunds(kind: 'PAYMENT' | 'DUPLICATE') {
  let member = '';
  let id = '';
  const read = async () => {
    const [row] = await house
      .em()
      .execute<{ status: RefundStatus; version: number; sentAs: string }[]>(
        'select status, version, coalesce(sent_as, id) as "sentAs" from refund where id = ?',
        [id],
      );
    if (!row) throw new Error('the refund is gone');
    return row;
  };
  const pay = (number: string, providerRef: string) =>
    confirmPayments(
      house.em(),
      [
        {
          provider: 'national',
          messageId: randomUUID(),
          number,
          providerRef,
          amount: 60_000n,
          paidAt: new Date('2026-07-06T03:00:00Z'),
          method: 'BANK',
          clockDiffers: false,
        },
      ],
      today,
    );

  function actorFor({ relations, facts }: Step): Actor {
    // a finance officer both asks and decides; a committee only decides
    if (relations.has('REQUESTER')) return { ...requester };
    if (relations.has('READER')) return testActor({ memberId: member });
    if (!relations.has('APPROVER')) return testActor({ role: 'FINANCE_OFFICER', unitId: units.otherWard });
    if (facts.secondPerson !== true) return { ...requester };
    const approver = testActor({ role: 'COMMITTEE_SECRETARY', unitId: units.committee });
    return facts.notOwnCase === true ? approver : { ...approver, memberId: member };
  }

  return {
    async begin() {
      member = await house.owing(units.branch1, ['2026-07']);
      const { order } = await house.payDues(member, 1);
      await pay(order.number, order.id);
      if (kind === 'DUPLICATE') {
        await pay(order.number, randomUUID());
        const [row] = await house
          .em()
          .execute<{ id: string }[]>('select id from refund where order_id = ?', [order.id]);
        id = row?.id ?? '';
      } else {
        const asked = { orderId: order.id, expectedVersion: 2, reason: 'Nộp nhầm' };
        id = (await house.act(requester, 'requestRefund', asked, 'refund { id }')).refund.id;
      }
    },
    async apply(step: Step): Promise<Outcome> {
      const { status, version, sentAs } = await read();
      if (step.relations.has('SYSTEM') && step.action in system) {
        const to = system[step.action as keyof typeof system];
        const told = { refundId: sentAs, to, reason: 'thử', today };
        const isNews = await house.em().transactional((em) => settleRefund(em, told));
        return isNews ? { to } : { refusal: 'WRONG_STATE' };
      }
      const field = doors[step.action];
      if (!field || step.relations.has('SYSTEM'))
        return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
      const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
      const needsReason = step.action === 'REJECT' || step.action === 'REOPEN';
      const input = {
        refundId: id,
        expectedVersion: version,
        ...(needsReason && { reason: step.reason ?? '' }),
      };
      const answer = await house
        .act({ ...actorFor(step), signedInAt }, field, input, 'refund { status }')
        // who holds no such right anywhere is stopped at the door, before anybody asks the table
        .catch((error: Error) => {
          if (error.message.includes('FORBIDDEN')) return { refusal: { code: 'ACTION_NOT_ALLOWED' } };
          throw error;
        });
      if (answer.refusal) return { refusal: answer.refusal.code };
      expect(answer.refund.status).not.toBe(status);
      return { to: answer.refund.status };
    },
  };
}

const all = ['APPROVE', 'FAIL', 'REJECT', 'SEND', 'SETTLE'];

/** Walks from one seed to the next until everything has been seen to succeed. */
async function walk(kind: 'PAYMENT' | 'DUPLICATE'): Promise<string[]> {
  const succeeded = new Set<string>();
  for (let seed = 1; seed <= 60 && succeeded.size < all.length; seed += 1) {
    process.stdout.write(`refunds of a ${kind}, seed ${seed}\n`);
    const seen = await randomWalk(refundWorkflow, {
      seed,
      steps: 12,
      actors: [new Set(['APPROVER']), new Set(['SYSTEM']), new Set(['READER']), new Set<string>()],
      facts: {
        // nobody has asked for money that came twice: everybody is a second person
        secondPerson: kind === 'PAYMENT' ? [true, 'SECOND_PERSON_REQUIRED'] : [true],
        notOwnCase: [true, 'OWN_CASE'],
        cameTwice: [kind === 'DUPLICATE' ? true : 'REFUND_NOT_POSSIBLE'],
      },
      // asked for by finance officers, who decide as well: the tests of these two acts stand beside them
      without: ['REOPEN', 'RETRY', 'HAND_BACK'],
      ...refunds(kind),
    });
    for (const action of seen.succeeded) succeeded.add(action);
  }
  return [...succeeded].sort();
}

test('random walks through refunds of payments agree with the table', async () => {
  expect(await walk('PAYMENT')).toEqual(all);
  expect(await house.ledgerFaults()).toEqual([]);
}, 120_000);

test('random walks through refunds of money that came twice agree with the table', async () => {
  expect(await walk('DUPLICATE')).toEqual(all);
  expect(await house.ledgerFaults()).toEqual([]);
}, 120_000);
