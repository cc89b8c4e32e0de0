import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';

let house: Orders;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

const homeScreen = `{ me { dues { paidThrough openMonths outstanding
  bill { months total sentence lines { month amount why } }
  payments(first: 5) { edges { node { month amount paidOn formLabel method number refunded } } pageInfo { hasNextPage endCursor } }
  whereItWent { unit { id } amount } } } }`;

/** Pays the oldest months of a member. */
async function pay(member: string, months: number): Promise<string> {
  const { order } = await house.payDues(member, months);
  const told = {
    provider: 'national',
    messageId: randomUUID(),
    providerRef: randomUUID(),
    number: order.number,
  };
  const paid = {
    amount: BigInt(order.total),
    paidAt: new Date('2026-07-06T03:00:00Z'),
    method: 'BANK',
    clockDiffers: false,
  } as const;
  await confirmPayments(house.em(), [{ ...told, ...paid }], '2026-07-06');
  return order.number;
}

test('one query says what I owe and why, what I paid, and where my money went', async () => {
  const member = await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07']);
  const number = await pay(member, 2);
  const { data, errors } = await house.execute(homeScreen, {}, testActor({ memberId: member }));
  expect(errors).toBeUndefined();
  expect(data?.me.dues).toMatchObject({
    paidThrough: '2026-06',
    openMonths: ['2026-07'],
    outstanding: 60_000,
    bill: {
      months: 1,
      total: 60_000,
      lines: [{ month: '2026-07', amount: 60_000, why: 'Đảng phí tháng 07/2026' }],
    },
  });
  const row = {
    amount: 60_000,
    paidOn: '2026-07-06',
    formLabel: 'Nộp cho chính mình',
    method: 'BANK',
    number,
    refunded: false,
  };
  expect(data?.me.dues.payments.edges.map(({ node }: { node: object }) => node)).toEqual([
    { month: '2026-06', ...row },
    { month: '2026-05', ...row },
  ]);
  const went: { amount: number }[] = data?.me.dues.whereItWent;
  expect(went.reduce((sum, { amount }) => sum + amount, 0)).toBe(120_000);
});

test('it takes as many statements for many months as for one', async () => {
  const few = await house.owing(units.branch1, ['2026-07']);
  const many = await house.owing(units.branch1, [
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
  ]);
  await pay(few, 1);
  for (let month = 0; month < 5; month += 1) await pay(many, 1);
  const count = (memberId: string) =>
    house.statementsOf(() => house.execute(homeScreen, {}, testActor({ memberId })));
  expect(await count(many)).toBe(await count(few));
  expect(await count(many)).toBeLessThanOrEqual(8);
});

test('payments are read page by page, each once', async () => {
  const member = await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07']);
  await pay(member, 3);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await house.execute(
      `query ($after: String) { me { dues { payments(first: 2, after: $after) {
         edges { node { month } } pageInfo { hasNextPage endCursor } } } } }`,
      { after },
      testActor({ memberId: member }),
    );
    const page: {
      edges: { node: { month: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } = data?.me.dues.payments;
    seen.push(...page.edges.map(({ node }) => node.month));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['2026-07', '2026-06', '2026-05']);
});
