import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  givenCharge,
  givenPayment,
  givenPayout,
  givenRefund,
  givenRemittance,
  openMoney,
} from '../../test/money-stage.ts';
import {
  figuresFrom,
  figuresText,
  findPeriodFigures,
  paidOf,
  remittedOf,
  toRemitOf,
} from './period-figures.ts';

let fees: Awaited<ReturnType<typeof openMoney>>;
const [an, binh, chi, dung, em2] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const { province, ward, committee, branch1, branch2, branch21 } = units;

/**
 * Branch 1: An (60,000 a month) pays April and May online in May, Bình pays April in cash in May and May in cash in June, of which
 * the April part is remitted in June; Chi's May is waived, June is not paid. Branch 2: Dung pays April and gets it back in July.
 * Branch 21, in another ward, is nobody's business here.
 */
beforeAll(async () => {
  fees = await openMoney();
  const em = fees.em();
  for (const period of ['2026-04', '2026-05', '2026-06']) {
    for (const member of [an, binh]) await givenCharge(em, { member, period });
    await givenCharge(em, { member: chi, period, status: period === '2026-05' ? 'WAIVED' : 'ANNOUNCED' });
    await givenCharge(em, { member: dung, branch: branch2, period, amount: 37_500n });
    await givenCharge(em, { member: em2, branch: branch21, period, amount: 500_000n });
  }
  await givenPayment(em, {
    lines: [
      { member: an, period: '2026-04' },
      { member: an, period: '2026-05' },
    ],
    on: '2026-05-20',
  });
  const april = await givenPayment(em, {
    lines: [{ member: binh, period: '2026-04' }],
    on: '2026-05-21',
    cash: true,
  });
  await givenRemittance(em, april, '2026-06-02');
  await givenPayment(em, { lines: [{ member: binh, period: '2026-05' }], on: '2026-06-15', cash: true });
  const back = await givenPayment(em, {
    lines: [{ member: dung, period: '2026-04', amount: 37_500n }],
    on: '2026-06-30',
    branch: branch2,
  });
  await givenRefund(em, back, '2026-07-01');
  await givenPayment(em, {
    lines: [{ member: em2, period: '2026-04', amount: 500_000n }],
    on: '2026-05-05',
    branch: branch21,
  });
  await givenPayout(em, branch1, 84_000n, '2026-05-31');
  await givenPayout(em, branch1, 1_000n, '2026-07-01');
});
afterAll(() => fees.close());

const figuresOf = async (unitId: string, from: string, through: string) => {
  const [figures] = await findPeriodFigures(fees.em(), [{ unitId, from, through }]);
  if (!figures) throw new Error('no figures');
  return figures;
};

describe('the figures of a quarter', () => {
  test('of a branch, to the đồng', async () => {
    const figures = await figuresOf(branch1, '2026-04', '2026-06');
    expect(figures).toEqual({
      members: 3,
      exempt: 0,
      due: 480_000n,
      paidOnline: 120_000n,
      paidCash: 120_000n,
      refunded: 0n,
      ownShare: 168_000n,
      retained: 168_000n,
      adjusted: 0n,
      received: 84_000n + 84_000n,
      owedBefore: 0n,
      owed: 18_000n,
      cashHeld: 18_000n,
    });
    expect([paidOf(figures), toRemitOf(figures), remittedOf(figures)]).toEqual([240_000n, 72_000n, 54_000n]);
  });

  test('of the committee keep what stays below it, and owe only what leaves it', async () => {
    const figures = await figuresOf(committee, '2026-04', '2026-06');
    expect(figures).toMatchObject({
      members: 4,
      due: 480_000n + 112_500n,
      paidOnline: 157_500n,
      paidCash: 120_000n,
      ownShare: 36_000n + 5_625n,
      retained: 168_000n + 26_250n + 36_000n + 5_625n,
      received: 0n,
      owed: 9_000n,
      cashHeld: 18_000n,
    });
    expect(toRemitOf(figures)).toBe(41_625n);
    expect(remittedOf(figures)).toBe(32_625n);
  });

  test('of the ward, and not of the ward beside it; of the province, of both', async () => {
    expect((await figuresOf(ward, '2026-04', '2026-06')).due).toBe(592_500n);
    expect((await figuresOf(province, '2026-04', '2026-06')).due).toBe(2_092_500n);
    expect(remittedOf(await figuresOf(province, '2026-04', '2026-06'))).toBe(0n);
  });

  test('are the sum of its months, and what is owed goes from month to month', async () => {
    const months = await findPeriodFigures(
      fees.em(),
      ['2026-04', '2026-05', '2026-06'].map((month) => ({ unitId: branch1, from: month, through: month })),
    );
    const whole = await figuresOf(branch1, '2026-04', '2026-06');
    const sum = (of: (one: (typeof months)[number]) => bigint) =>
      months.reduce((total, one) => total + of(one), 0n);
    expect(sum(({ due }) => due)).toBe(whole.due);
    expect(sum(paidOf)).toBe(paidOf(whole));
    expect(sum(remittedOf)).toBe(remittedOf(whole));
    expect(months.map(({ owedBefore, owed }) => [owedBefore, owed])).toEqual([
      [0n, 0n],
      [0n, 18_000n],
      [18_000n, 18_000n],
    ]);
    expect(months.map(({ members, exempt }) => [members, exempt])).toEqual([
      [3, 0],
      [3, 1],
      [3, 0],
    ]);
  });

  test('a refund counts in the month in which it was booked', async () => {
    expect(await figuresOf(branch2, '2026-07', '2026-07')).toMatchObject({
      paidOnline: -37_500n,
      refunded: 37_500n,
      retained: -26_250n,
    });
  });

  test('of a unit that nobody knows are 0, in the order asked', async () => {
    const [nobody, known] = await findPeriodFigures(fees.em(), [
      { unitId: randomUUID(), from: '2026-04', through: '2026-06' },
      { unitId: branch1, from: '2026-04', through: '2026-06' },
    ]);
    expect(nobody?.due).toBe(0n);
    expect(known?.due).toBe(480_000n);
    expect(await findPeriodFigures(fees.em(), [])).toEqual([]);
  });

  test('are the same when they are kept as text and read back', async () => {
    const figures = await figuresOf(committee, '2026-04', '2026-06');
    expect(figuresFrom(JSON.parse(figuresText(figures)))).toEqual(figures);
  });
});
