import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { placeOrder, success } from '../../test/orders-stage.ts';
import {
  act,
  approvedRate,
  extras,
  type Fees,
  join,
  openRates,
  people,
  stale,
} from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';
import { endOrder } from '../order/end-order.ts';
import { makeVoluntaryCharges } from './make-voluntary-charges.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
  await chargeMonth(fees.em(), '2026-07', units.ward);
});
afterAll(() => fees.close());

interface Part {
  id: string;
  version: number;
  status: string;
}

const fields =
  'contribution { id version status amount from through decidedByTitle history { action } availableActions { action allowed } }';
const decide = (what: 'approve' | 'reject' | 'end', actor: Actor | null, { id, version }: Part, more = {}) =>
  act(
    fees,
    `${what}VoluntaryContribution`,
    actor,
    { contributionId: id, expectedVersion: version, ...more },
    fields,
  );

/** A member who gives 50,000 beyond 116,532 (T17), reported with the approved rate. */
async function giver(): Promise<{ actor: Actor & { memberId: string }; part: Part }> {
  const actor = await join(fees);
  const rate = await approvedRate(fees, actor, { amount: 166_532 });
  expect(rate).toMatchObject({
    monthlyAmount: 116_532,
    voluntaryAmount: 50_000,
    difference: 50_000,
    differsNotably: true,
  });
  return { actor, part: await partOf(actor) };
}

async function partOf(actor: Actor): Promise<Part> {
  const { data } = await fees.execute(
    '{ me { dues { voluntaryContributions { id version status amount } } } }',
    {},
    actor,
  );
  return data?.me.dues.voluntaryContributions[0];
}

test('T17 two lines: the dues are charged, the voluntary part waits for the superior and is charged once it agrees', async () => {
  const { actor, part } = await giver();
  expect(part).toMatchObject({ status: 'PENDING', amount: 50_000 });
  expect((await fees.charges(actor.memberId)).at(-1)).toBe('2026-07 branch1 116532 DRAFT');
  expect(await extras(fees, actor.memberId)).toEqual([]);
  const { contribution } = await decide('approve', people.committee, part);
  expect(contribution).toMatchObject({ status: 'APPROVED', decidedByTitle: 'Bí thư đảng ủy' });
  expect(contribution.history.map(({ action }: { action: string }) => action)).toEqual(['OFFER', 'APPROVE']);
  expect(await extras(fees, actor.memberId)).toEqual(['2026-07 VOLUNTARY 50000 ANNOUNCED']);
  expect(await fees.standing(actor.memberId)).not.toMatchObject({ openMonths: ['2026-07', '2026-07'] });
});

test('the month’s run makes it once, and not for branches elsewhere', async () => {
  const { actor, part } = await giver();
  await decide('approve', people.committee, part);
  await chargeMonth(fees.em(), '2026-08', units.otherWard);
  expect((await extras(fees, actor.memberId)).length).toBe(1);
  await chargeMonth(fees.em(), '2026-08', units.ward);
  for (const _again of [1, 2]) await makeVoluntaryCharges(fees.em(), '2026-08-01', [units.branch1]);
  expect((await extras(fees, actor.memberId)).at(-1)).toBe('2026-08 VOLUNTARY 50000 DRAFT');
  expect((await extras(fees, actor.memberId)).length).toBe(2);
});

test('another rate ends it with the month before, and drops what is not paid', async () => {
  const { actor, part } = await giver();
  await decide('approve', people.committee, part);
  await approvedRate(fees, actor, { amount: 136_532 });
  const { data } = await fees.execute(
    '{ me { dues { voluntaryContributions { status amount through } } } }',
    {},
    actor,
  );
  expect(data?.me.dues.voluntaryContributions).toEqual([
    { status: 'PENDING', amount: 20_000, through: null },
    { status: 'ENDED', amount: 50_000, through: '2026-06' },
  ]);
  expect(await extras(fees, actor.memberId)).toEqual([
    '2026-07 VOLUNTARY 50000 WAIVED',
    '2026-08 VOLUNTARY 50000 WAIVED',
  ]);
});

test('ended while it is in an order, it is asked for no more when the order ends unpaid or is given back', async () => {
  for (const isPaid of [false, true]) {
    const { actor, part } = await giver();
    const { contribution } = await decide('approve', people.committee, part);
    const order = await placeOrder(fees.em(), [actor.memberId], { unitId: units.branch1 });
    if (isPaid) await confirmPayments(fees.em(), [success(order)], '2026-07-06');
    await decide('end', actor, contribution);
    await fees.em().transactional(async (em) => {
      if (isPaid) {
        await reverseOrder(em, { orderId: order.id, refundId: randomUUID(), bookedOn: '2026-07-06' });
      } else await endOrder(em, { orderId: order.id, to: 'EXPIRED', reason: null, today: '2026-07-06' });
    });
    expect((await extras(fees, actor.memberId))[0]).toBe('2026-07 VOLUNTARY 50000 WAIVED');
    expect(await fees.standing(actor.memberId)).toMatchObject({ openMonths: [], outstanding: '0' });
  }
});

describe('Query.waitingVoluntaryContributions', () => {
  const list = (actor: Actor | null, unitId: string | null = null) =>
    fees.execute(
      'query ($unitId: UUID) { waitingVoluntaryContributions(unitId: $unitId) { edges { node { id } } } }',
      { unitId },
      actor,
    );
  test('is the superior’s; a unit out of scope reads as none', async () => {
    const { part } = await giver();
    const ids = async (actor: Actor, unitId?: string) =>
      (await list(actor, unitId)).data?.waitingVoluntaryContributions?.edges.map(
        (edge: { node: Part }) => edge.node.id,
      );
    expect(await ids(people.committee)).toContain(part.id);
    expect(await ids(people.secretary)).toEqual([]);
    expect(await ids(people.secretary, units.committee)).toBeUndefined();
    expect(await ids(people.otherCommittee, units.committee)).toBeUndefined();
    expect(await ids(people.committee, randomUUID())).toBeUndefined();
  });
  test('is refused to nobody, members and collectors', async () => {
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [testActor(), people.delegate])
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

/** The same strangers stand before both decisions. */
function strangersBefore(what: 'approve' | 'reject', more: object) {
  test('refuses strangers, the branch, its own giver, and a stale sign-in', async () => {
    const { actor, part } = await giver();
    const code = async (who: Actor | null, which = part) =>
      (await decide(what, who, which, more)).refusal?.code;
    expect(await code(null)).toBe('UNAUTHENTICATED');
    for (const who of [actor, people.delegate, people.admin]) expect(await code(who)).toBe('FORBIDDEN');
    for (const who of [people.otherCommittee, people.sibling]) expect(await code(who)).toBe('NOT_FOUND');
    for (const who of [people.secretary, people.ward]) expect(await code(who)).toBe('ACTION_NOT_ALLOWED');
    expect(await code({ ...people.committee, memberId: actor.memberId })).toBe('OWN_CASE');
    expect(await code(stale(people.committee))).toBe('STEP_UP_REQUIRED');
    expect(await code(people.committee, { ...part, id: randomUUID() })).toBe('NOT_FOUND');
    expect(await code(people.committee, { ...part, version: 9 })).toBe('VERSION_CONFLICT');
    const { contribution } = await decide(what, people.committee, part, more);
    expect(await code(people.committee, contribution)).toBe('WRONG_STATE');
  });
}

describe('Mutation.approveVoluntaryContribution', () => {
  strangersBefore('approve', {});
});

describe('Mutation.rejectVoluntaryContribution', () => {
  strangersBefore('reject', { reason: 'Hoàn cảnh khó khăn' });
  test('needs a reason', async () => {
    const { part } = await giver();
    expect((await decide('reject', people.committee, part, { reason: '' })).refusal.code).toBe(
      'REASON_REQUIRED',
    );
  });
});

describe('Mutation.endVoluntaryContribution', () => {
  test('is the giver’s alone, and drops what is not paid', async () => {
    const { actor, part } = await giver();
    const { contribution } = await decide('approve', people.committee, part);
    const code = async (who: Actor | null) => (await decide('end', who, contribution)).refusal?.code;
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await code(testActor())).toBe('NOT_FOUND');
    expect(await code(people.committee)).toBe('ACTION_NOT_ALLOWED');
    expect((await decide('end', actor, contribution)).contribution).toMatchObject({
      status: 'ENDED',
      through: '2026-06',
    });
    expect(await extras(fees, actor.memberId)).toEqual([
      '2026-07 VOLUNTARY 50000 WAIVED',
      '2026-08 VOLUNTARY 50000 WAIVED',
    ]);
  });
});
