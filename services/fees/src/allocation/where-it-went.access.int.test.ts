import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let order: PlacedOrder;
const member = randomUUID();
const neighbour = randomUUID();
const { branch1, committee, ward, province, central } = units;

const as = (role: NonNullable<Parameters<typeof testActor>[0]>['role'], unitId: string) =>
  testActor({ ...(role && { role }), unitId });
const secretary = as('BRANCH_SECRETARY', branch1);
const sibling = as('BRANCH_SECRETARY', units.branch2);
const payer = testActor({ memberId: member });

beforeAll(async () => {
  fees = await openFees();
  for (const id of [member, neighbour]) await fees.hear(heard.placed(id, branch1));
  await fees.hear(heard.approved(member, branch1, '116532', '2026-06'));
  for (const month of ['2026-06', '2026-07']) await chargeMonth(fees.em(), month, ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED'`);
  order = await placeOrder(fees.em(), [member], { unitId: branch1 });
  await confirmPayments(fees.em(), [success(order)], '2026-07-06');
});
afterAll(() => fees.close());

describe('DuesOrder.allocation', () => {
  const query = `query ($id: UUID) { duesOrder(id: $id) { allocation { unit { id } amount }
    lines { edges { node { month allocation { policy { id isConfirmed basis } chosenBranchBps amount leftOver
      shares { unit { id } bps exact floor extra amount why } } } } } } }`;
  const read = async (actor: Actor | null) =>
    (await fees.execute(query, { id: order.id }, actor)).data?.duesOrder ?? null;

  test.each([
    ['the payer', payer],
    ['the secretary of the branch', secretary],
  ])('is read by %s, by unit and by charge', async (_, actor) => {
    const { allocation, lines } = await read(actor);
    expect(allocation).toEqual(
      [
        [branch1, 163_144],
        [committee, 34_960],
        [ward, 17_480],
        [province, 8_740],
        [central, 8_740],
      ].map(([id, amount]) => ({ unit: { id }, amount })),
    );
    expect(lines.edges).toHaveLength(2);
    expect(lines.edges[0].node).toMatchObject({
      month: '2026-06',
      allocation: {
        policy: { id: 'QD01_DEFAULT_5', isConfirmed: false, basis: 'OF_RECEIVED' },
        chosenBranchBps: null,
        amount: 116_532,
        leftOver: 4,
      },
    });
    expect(lines.edges[0].node.allocation.shares[1]).toEqual({
      unit: { id: committee },
      bps: 1500,
      exact: '17479.8',
      floor: 17_479,
      extra: 1,
      amount: 17_480,
      why: 'Phần lẻ 0.8 đứng thứ 4; được 1 trong 4 đồng còn lại.',
    });
  });

  test.each([
    ['a neighbour', testActor({ memberId: neighbour })],
    ['the secretary of the sibling branch', sibling],
    ['nobody', null],
  ])('is not there for %s', async (_, actor) => {
    expect(await read(actor)).toBeNull();
  });
});

describe('MemberDues.whereItWent', () => {
  const query = `query ($of: [_Any!]!, $from: Month, $through: Month) { _entities(representations: $of) { ... on Member {
    dues { whereItWent(from: $from, through: $through) { unit { id } amount } } } } }`;
  const went = async (actor: Actor | null, range = {}) => {
    const of = [{ __typename: 'Member', id: member }];
    const { data } = await fees.execute(query, { of, ...range }, actor);
    return data?._entities?.[0]?.dues?.whereItWent.map(({ amount }: { amount: number }) => amount) ?? null;
  };

  test('is told to the member and to the secretary, for all months or some', async () => {
    expect(await went(payer)).toEqual([163_144, 34_960, 17_480, 8_740, 8_740]);
    expect(await went(secretary, { from: '2026-07' })).toEqual([81_572, 17_480, 8_740, 4_370, 4_370]);
    expect(await went(payer, { through: '2026-05' })).toEqual([]);
  });

  test.each([
    ['a neighbour', testActor({ memberId: neighbour })],
    ['the secretary of the sibling branch', sibling],
    ['nobody', null],
  ])('is not there for %s', async (_, actor) => {
    expect(await went(actor)).toBeNull();
  });
});
