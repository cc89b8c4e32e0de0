import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { keyRing } from '@dang/service/key-ring';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../test/fees-stage.ts';
import { chargeMonth } from './charge/charge-month.ts';
import { type FeesDemoData, loadDemoData } from './demo-data.ts';
import type { PaidOrder } from './demo-orders.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const good = randomUUID();
const late = randomUUID();
const approvedBy = {
  memberId: randomUUID(),
  name: 'Trần Văn Bình',
  title: 'Bí thư chi bộ',
  unitId: units.branch1,
};
const collector = {
  accountId: randomUUID(),
  memberId: randomUUID(),
  name: 'Phạm Thị Lan',
  title: 'Phó Bí thư chi bộ',
};
const central = randomUUID();

const pathOf = (branchId: string) => [
  { id: branchId, type: 'BRANCH' },
  { id: units.committee, type: 'GRASSROOTS_COMMITTEE' },
  { id: units.ward, type: 'SUPERIOR' },
  { id: units.province, type: 'PROVINCE' },
  { id: central, type: 'CENTRAL' },
];

function orderOf(sequence: number, unitId: string, memberId: string, months: string[]): PaidOrder {
  return {
    id: randomUUID(),
    number: `G22.99.DP-05200044002-260705-000${sequence}`,
    unitId,
    mode: 'SELF',
    payer: { accountId: randomUUID(), memberId, name: 'Nguyễn Thị Hà', title: null },
    confirmedBy: null,
    paidOn: '2026-07-05',
    method: 'BANK',
    lines: months.map((month) => ({ memberId, month })),
  };
}

const rate = {
  category: 'SI_COMPULSORY',
  monthlyAmount: 116_532,
  from: '2026-02',
  approvedOn: '2026-01-20',
  approvedBy,
};
const data: FeesDemoData = {
  rates: [
    { ...rate, memberId: good },
    { ...rate, memberId: late, to: '2026-05' },
    { ...rate, memberId: late, from: '2026-06', monthlyAmount: 120_000, approvedBy: null },
  ],
  chargings: [
    { memberId: good, branchId: units.branch1, from: '2026-02' },
    { memberId: late, branchId: units.branch2, from: '2026-04' },
  ],
  communes: [units.ward, units.otherWard],
  months: ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
  orders: [
    orderOf(1, units.branch1, good, ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07']),
    { ...orderOf(2, units.branch2, late, ['2026-04']), mode: 'CASH', method: 'CASH', confirmedBy: collector },
    orderOf(3, units.branch2, late, ['2026-06']),
  ],
  desk: {
    accounts: [
      {
        id: randomUUID(),
        number: 'G22.99.TK',
        unitId: units.branch1,
        holderName: 'Chi bộ 1',
        bankCode: 'AGRIBANK',
        digits: '1234567890',
        declaredOn: '2026-02-03',
        declaredBy: { ...collector, unitId: units.branch1 },
        approvedBy: { ...approvedBy, accountId: randomUUID() },
      },
    ],
    rates: [
      {
        id: randomUUID(),
        number: 'MP-DEMO-1',
        memberId: good,
        branchId: units.branch1,
        base: 14_200_000,
        baseMonth: '2026-07',
        amount: 142_000,
        from: '2026-08',
        declaredOn: '2026-07-05',
      },
    ],
    reductions: [
      {
        id: randomUUID(),
        number: 'MG-DEMO-1',
        memberId: late,
        branchId: units.branch2,
        approverUnitId: units.committee,
        percent: 50,
        from: '2026-08',
        to: '2027-01',
        requestReference: 'Đơn ngày 03/07/2026',
        reason: 'Gia đình có người ốm dài ngày',
        requestedOn: '2026-07-04',
      },
    ],
  },
  paths: { [units.branch1]: pathOf(units.branch1), [units.branch2]: pathOf(units.branch2) },
};

const keys = { key: keyRing(Buffer.alloc(32, 1)), indexKey: Buffer.alloc(32, 2) };

beforeAll(async () => {
  fees = await openFees();
  await loadDemoData(fees.em(), data, keys);
});
afterAll(() => fees.close());

describe('the demo province', () => {
  test('has its payments in the ledger, divided like any other', async () => {
    const rows = await fees
      .em()
      .execute(
        `select account, sum(amount)::text as amount from ledger_entry group by account order by account`,
      );
    expect(rows).toEqual([
      { account: 'CENTRAL_BANK', amount: '819192' },
      { account: 'BRANCH_CASH', amount: '34960' },
      { account: 'UNIT_SHARE', amount: '-819192' },
      { account: 'UNFUNDED_SHARE', amount: '-34960' },
    ]);
  });

  test('has a charge for every month in which somebody is charged, paid unless it is among the arrears', async () => {
    expect(await fees.charges(good)).toEqual(data.months.map((month) => `${month} branch1 116532 PAID`));
    expect(await fees.charges(late)).toEqual([
      '2026-04 branch2 116532 PAID',
      '2026-05 branch2 116532 OVERDUE',
      '2026-06 branch2 120000 PAID',
      '2026-07 branch2 120000 ANNOUNCED',
    ]);
  });

  test('tells the other services how everybody stands', async () => {
    const [told, ...more] = await fees.published();
    expect(more).toEqual([]);
    expect(contractBreaches(DuesStandingChanged, told?.data)).toEqual([]);
    expect(told?.data).toHaveProperty(
      'standings',
      expect.arrayContaining([
        { memberId: good, version: 1, paidThrough: '2026-07', openMonths: [], chargedBy: units.branch1 },
        {
          memberId: late,
          version: 1,
          paidThrough: '2026-04',
          openMonths: ['2026-05', '2026-07'],
          chargedBy: units.branch2,
        },
      ]),
    );
  });

  test('has something on the desks: an account that may receive, a declared rate with what the rules say, a wish for a reduction', async () => {
    const em = fees.em();
    expect(await em.execute('select status, account_mask as mask from beneficiary_account')).toEqual([
      { status: 'APPROVED', mask: expect.not.stringContaining('1234567') },
    ]);
    expect(
      await em.execute(
        `select proposed_amount::text as proposed, explanation from dues_rate where status = 'PENDING'`,
      ),
    ).toEqual([{ proposed: '142000', explanation: expect.stringContaining('1 % × lương đóng BHXH') }]);
    expect(await em.execute('select kind, status from waiver')).toEqual([
      { kind: 'REDUCE_50', status: 'PENDING' },
    ]);
    expect((await em.execute('select dossier_id from dossier_step')).length).toBe(4);
  });

  test('loaded a second time, nothing happens', async () => {
    await loadDemoData(fees.em(), data, keys);
    expect(await fees.published()).toEqual([]);
    expect(await fees.charges(good)).toHaveLength(6);
  });

  test('its months count as run, and the next month goes on from there', async () => {
    expect(await chargeMonth(fees.em(), '2026-07', units.ward)).toEqual({ charges: 0, amount: 0n });
    expect(await chargeMonth(fees.em(), '2026-08', units.ward)).toEqual({ charges: 2, amount: 236_532n });
  });

  test('a member of it is transferred like any other', async () => {
    await fees.hear(
      heard.completed(good, {
        transferId: randomUUID(),
        destinationBranchId: units.branch21,
        duesPaidThrough: '2026-07',
        completedOn: '2026-07-06',
      }),
    );
    expect(await fees.chargings(good)).toEqual(['branch1 2026-02..2026-07', 'branch21 2026-08..']);
    expect((await fees.charges(good)).at(-1)).toBe('2026-08 branch21 116532 DRAFT');
  });
});

test('a letter that is heard before the demo is loaded stops the origin all the same', async () => {
  const early = await openFees();
  const letter = { transferId: randomUUID(), letterId: randomUUID(), duesPaidThrough: '2026-06' };
  await early.hear(heard.letter(good, letter));
  await loadDemoData(early.em(), data, keys);
  expect(await early.chargings(good)).toEqual(['branch1 2026-02..2026-06']);
  expect(await early.chargings(late)).toEqual(['branch2 2026-04..']);
  await early.close();
});

test('a letter that is heard while the demo is being loaded waits for it, and neither fails', async () => {
  const both = await openFees();
  const letters = [good, late].map((memberId) =>
    heard.letter(memberId, { transferId: randomUUID(), letterId: randomUUID(), duesPaidThrough: '2026-06' }),
  );
  await Promise.all([loadDemoData(both.em(), data, keys), both.hear(...letters.toReversed())]);
  expect(await both.chargings(good)).toEqual(['branch1 2026-02..2026-06']);
  expect(await both.chargings(late)).toEqual(['branch2 2026-04..2026-06']);
  await both.close();
});
