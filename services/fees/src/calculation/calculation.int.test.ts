import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  approvedRate,
  type Fees,
  granted,
  join,
  openRates,
  people,
  statementsOf,
} from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
  for (const month of ['2026-05', '2026-06', '2026-07']) await chargeMonth(fees.em(), month, units.ward);
});
afterAll(() => fees.close());

const fields =
  'rateAmount rate { category } waiver { kind } reducedAmount creditUsed amount adjustments voluntary total isCharged sentence';

test('a member reads what is due for months gone by and to come, and why', async () => {
  const an = await join(fees, units.branch1, '200000', '2026-05');
  await fees.payThrough(an.memberId, '2026-06');
  await approvedRate(fees, an, { fromMonth: '2026-06' });
  await granted(fees, an, { kind: 'REDUCE_30', fromMonth: '2026-08', throughMonth: '2026-09' });
  await chargeMonth(fees.em(), '2026-08', units.ward);
  const { data, errors } = await fees.execute(
    `{ me { dues { may: calculation(month: "2026-05") { ${fields} } august: calculation(month: "2026-08") { ${fields} }
       september: calculation(month: "2026-09") { ${fields} } } } }`,
    {},
    an,
  );
  expect(errors).toBeUndefined();
  expect(data?.me.dues.may).toEqual({
    rateAmount: 200_000,
    rate: { category: 'DECLARED' },
    waiver: null,
    reducedAmount: 200_000,
    creditUsed: 0,
    amount: 200_000,
    adjustments: 0,
    voluntary: 0,
    total: 200_000,
    isCharged: true,
    sentence: 'Mức đóng được duyệt: 200.000 đồng/tháng',
  });
  // 83,468 were paid too much for June; 70 % of 116,532 are 81,572
  expect(data?.me.dues.august).toMatchObject({
    reducedAmount: 81_572,
    creditUsed: 81_572,
    amount: 0,
    waiver: { kind: 'REDUCE_30' },
    sentence:
      '1 % × lương đóng BHXH tháng 05/2026 (11.653.200) = 116.532; giảm 30 % còn 81.572; trừ 81.572 đã nộp thừa; cộng 0',
  });
  expect(data?.me.dues.september).toMatchObject({ amount: 81_572, isCharged: false, total: 81_572 });
});

test('of many members it is read in as many statements as of one', async () => {
  const members = [await join(fees), await join(fees), await join(fees)];
  const statements = (count: number) =>
    statementsOf(fees, async () => {
      const of = members.slice(0, count).map(({ memberId }) => ({ __typename: 'Member', id: memberId }));
      const { data } = await fees.execute(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { dues { waivers { id }
          calculation(month: "2026-07") { ${fields} } } } } }`,
        { of },
        people.secretary,
      );
      expect(data?._entities).toHaveLength(count);
      expect(data?._entities[0].dues.calculation.total).toBe(60_000);
    });
  const one = await statements(1);
  expect(one).toBeGreaterThan(2);
  expect(await statements(3)).toBe(one);
});
