import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from './charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;
const months = ['2026-07', '2026-08', '2026-09'];

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees.em().execute('truncate charge_run');
  member = randomUUID();
});

const waive = (kind: string, from: string, to: string | null, percent: number | null = null) =>
  fees.em().execute(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, percent, ground, from_period, to_period, status, reason,
       requested_on, deferred_until)
     values (?, ?, ?, ?, ?, 'HARDSHIP', ?, ?, 'APPROVED', 'Khó khăn', '2026-06-20', ?)`,
    [
      member,
      units.branch1,
      units.committee,
      kind,
      percent,
      `${from}-01`,
      to && `${to}-01`,
      kind === 'DEFER' ? '2026-12-31' : null,
    ],
  );
const credit = (amount: number) =>
  fees
    .em()
    .execute(
      'insert into dues_credit (member_id, amount, remaining, cause_id, made_on) values (?, ?, ?, uuidv7(), ?)',
      [member, amount, amount, '2026-06-20'],
    );
const left = async () => {
  const rows = await fees
    .em()
    .execute<{ remaining: string }[]>('select remaining from dues_credit where member_id = ? order by id', [
      member,
    ]);
  return rows.map(({ remaining }) => Number(remaining));
};
const changes = async () => {
  const rows = await fees.em().execute<{ text: string }[]>(
    `select concat_ws(' ', to_char(period, 'YYYY-MM'), kind, amount_before, amount_after) as text
     from charge_change where member_id = ? order by period, kind, amount_before desc`,
    [member],
  );
  return rows.map(({ text }) => text);
};
const run = async () => {
  for (const month of months) await chargeMonth(fees.em(), month, units.ward);
};

/** The two ways in which a charge comes to be: the run of the month, and a fact that comes after it. */
const ways: [string, (amount: string) => Promise<void>][] = [
  [
    'by the run of the month',
    async (amount) => {
      await fees.hear(heard.approved(member, units.branch1, amount, '2026-07'));
      await run();
    },
  ],
  [
    'after it, when the member is heard of late',
    async (amount) => {
      await run();
      await fees.hear(heard.approved(member, units.branch1, amount, '2026-07'));
    },
  ],
];

describe.each(ways)('a charge that is made %s', (_way, charge) => {
  test('is waived for who is exempt, with the amount of the rate', async () => {
    await waive('EXEMPT', '2026-08', null);
    await charge('116532');
    expect(await fees.charges(member)).toEqual([
      '2026-07 branch1 116532 DRAFT',
      '2026-08 branch1 116532 WAIVED',
      '2026-09 branch1 116532 WAIVED',
    ]);
    expect(await changes()).toEqual(['2026-08 WAIVER 116532 0', '2026-09 WAIVER 116532 0']);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-06', openMonths: [] });
  });

  test('settles its month at once for who is exempt, and tells so', async () => {
    await waive('EXEMPT', '2026-07', null);
    await charge('116532');
    expect(await fees.standing(member)).toEqual({
      paidThrough: '2026-09',
      openMonths: [],
      chargedBy: 'branch1',
      outstanding: '0',
    });
    const told = (await fees.published()).flatMap(({ data }) => (data as { standings: object[] }).standings);
    expect(told.filter((one) => 'memberId' in one && one.memberId === member).at(-1)).toMatchObject({
      paidThrough: '2026-09',
    });
  });

  test('is reduced in the months of the decision, half-up to a đồng', async () => {
    await waive('REDUCE_70', '2026-08', '2026-08', 70);
    await charge('116535');
    // 116,535 × 30 % = 34,960.5
    expect(await fees.charges(member)).toEqual([
      '2026-07 branch1 116535 DRAFT',
      '2026-08 branch1 34961 DRAFT',
      '2026-09 branch1 116535 DRAFT',
    ]);
    expect(await changes()).toEqual(['2026-08 WAIVER 116535 34961']);
  });

  test('is made as ever while a late payment is allowed: it is deferred when it is announced', async () => {
    await waive('DEFER', '2026-07', '2026-09');
    await charge('60000');
    expect(await fees.charges(member)).toEqual(months.map((month) => `${month} branch1 60000 DRAFT`));
  });

  test('is lowered by what was paid too much, the oldest credit and month first, and paid when nothing is left', async () => {
    await credit(50_000);
    await credit(40_000);
    await charge('60000');
    expect(await fees.charges(member)).toEqual([
      '2026-07 branch1 0 PAID',
      '2026-08 branch1 30000 DRAFT',
      '2026-09 branch1 60000 DRAFT',
    ]);
    expect(await left()).toEqual([0, 0]);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-07', openMonths: [] });
    expect(await changes()).toEqual([
      '2026-07 CREDIT 60000 10000',
      '2026-07 CREDIT 10000 0',
      '2026-08 CREDIT 60000 30000',
    ]);
  });

  test('uses no credit for a month in which the member is exempt', async () => {
    await waive('EXEMPT', '2026-07', '2026-07');
    await credit(10_000);
    await charge('60000');
    expect(await fees.charges(member)).toEqual([
      '2026-07 branch1 60000 WAIVED',
      '2026-08 branch1 50000 DRAFT',
      '2026-09 branch1 60000 DRAFT',
    ]);
  });
});

test('T18: a month of 01/2026, unpaid under the former rules, keeps the rate of that month', async () => {
  await fees.hear(heard.duesStart(units.province, '2026-01-01', 2));
  await fees.hear(heard.approved(member, units.branch1, '90000', '2026-01'));
  await fees.em().execute(
    `with ended as (update dues_rate set to_period = '2026-01-01', status = 'SUPERSEDED' where member_id = ? returning member_id)
     insert into dues_rate (member_id, monthly_amount, from_period, status) select member_id, 116532, '2026-02-01', 'APPROVED' from ended`,
    [member],
  );
  for (const month of ['2026-01', '2026-02']) await chargeMonth(fees.em(), month, units.ward);
  expect(await fees.charges(member)).toEqual(['2026-01 branch1 90000 DRAFT', '2026-02 branch1 116532 DRAFT']);
  await fees.hear(heard.duesStart(units.province, '2026-02-01', 3));
});

test('whatever the credits, what is charged and what is set against it add up to the rates (seed printed)', async () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`credits: seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 150_000 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 120_000 }),
      async (credits, rate) => {
        await fees.em().execute('truncate charge_run');
        member = randomUUID();
        for (const amount of credits) await credit(amount);
        await fees.hear(heard.approved(member, units.branch1, String(rate), '2026-07'));
        await run();
        const charged = (await fees.charges(member)).map((text) => Number(text.split(' ')[2]));
        const total = charged.reduce((sum, amount) => sum + amount, 0);
        const given = credits.reduce((sum, amount) => sum + amount, 0);
        const remaining = (await left()).reduce((sum, amount) => sum + amount, 0);
        expect(total + given - remaining).toBe(3 * rate);
        expect(total).toBe(Math.max(0, 3 * rate - given));
      },
    ),
    { seed, numRuns: 20 },
  );
});
