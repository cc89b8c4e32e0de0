import { contractBreaches } from '@dang/events/contract';
import { DuesRateApproved } from '@dang/events/contracts/fees/dues-rate-approved';
import { DuesRateRejected } from '@dang/events/contracts/fees/dues-rate-rejected';
import { DuesRateSubmitted } from '@dang/events/contracts/fees/dues-rate-submitted';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import {
  approvedRate,
  changes,
  credits,
  decideRate,
  declare,
  extras,
  type Fees,
  join,
  led,
  openRates,
  people,
  plain,
} from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

const rateLines = async (memberId: string) => {
  const rows = await fees.em().execute<{ line: string }[]>(
    `select concat_ws(' ', status, monthly_amount, to_char(from_period, 'YYYY-MM') || '..', to_char(to_period, 'YYYY-MM')) as line
       from dues_rate where member_id = ? order by from_period, id`,
    [memberId],
  );
  return rows.map(({ line }) => line);
};

describe('declaring', () => {
  test('what is prescribed stands beside what is declared, and the branch decides', async () => {
    const an = await join(fees);
    await fees.published();
    const { duesRate } = await declare(fees, an);
    expect(duesRate).toMatchObject({
      status: 'PENDING',
      version: 1,
      category: 'SI_COMPULSORY',
      monthlyAmount: 116_532,
      voluntaryAmount: 0,
      proposedAmount: 116_532,
      explanation: '1 % × lương đóng BHXH tháng 06/2026 (11.653.200) = 116.532',
      difference: 0,
      differsNotably: false,
      approverUnit: { id: units.branch1 },
    });
    const told = await fees.drainOutbox();
    const ofName = (name: string) =>
      told.filter(({ type }) => type.includes(`.${name}.`)).map(({ data }) => data);
    expect(ofName('DuesRateSubmitted').flatMap((data) => contractBreaches(DuesRateSubmitted, data))).toEqual(
      [],
    );
    expect(ofName('DuesRateSubmitted').at(-1)).toMatchObject({
      memberId: an.memberId,
      approverUnitId: units.branch1,
    });
    expect(ofName('DossierStateChanged').at(-1)).toMatchObject({
      procedure: 'DUES_RATE',
      state: 'PENDING',
      closedOn: null,
    });
  });

  test('one waits at a time, also of two at once', async () => {
    const an = await join(fees);
    const answers = await Promise.all([declare(fees, an), declare(fees, an)]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['RATE_PENDING', 'done']);
  });

  test.each([
    [
      'T16 too little abroad',
      { category: 'OVERSEAS_OTHER', base: null, amount: 25_000 },
      'AMOUNT_OUT_OF_BAND',
    ],
    [
      'T16 too much abroad',
      { category: 'OVERSEAS_OTHER', base: null, amount: 450_000 },
      'AMOUNT_OUT_OF_BAND',
    ],
    ['nothing', { amount: 0 }, 'AMOUNT_INVALID'],
    ['less than nothing', { amount: -5 }, 'AMOUNT_INVALID'],
    ['more than a billion', { amount: 1_000_000_001 }, 'AMOUNT_INVALID'],
    ['no income', { base: null }, 'BASE_REQUIRED'],
    ['a month before the first charged', { fromMonth: '2026-04' }, 'INVALID_INPUT'],
    ['a month 13 months ahead', { fromMonth: '2027-08' }, 'INVALID_INPUT'],
    ['a note of 1,001 characters', { note: 'x'.repeat(1_001) }, 'INVALID_INPUT'],
    ['a category of another regime', { category: 'SALARIED' }, 'INVALID_INPUT'],
  ])('%s is refused', async (_what, more, code) => {
    const an = await join(fees);
    expect((await declare(fees, an, more)).refusal?.code).toBe(code);
  });

  test('T16 the band is said', async () => {
    const an = await join(fees);
    const { refusal } = await declare(fees, an, { category: 'OVERSEAS_OTHER', base: null, amount: 25_000 });
    expect(refusal.message).toBe('Mức đóng phải từ 30.000 đến 400.000 đồng.');
  });

  test('by no rule, nothing is proposed and nothing differs', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an, { category: 'DECLARED', base: null, amount: 60_000 });
    expect(duesRate).toMatchObject({ proposedAmount: null, difference: null, differsNotably: false });
  });

  test('A9 of the secretary the direct superior decides, and nobody else', async () => {
    const { secretary, committee } = people;
    const { duesRate } = await declare(fees, plain(secretary), { fromMonth: '2026-08' });
    expect(duesRate.approverUnit.id).toBe(units.committee);
    expect((await decideRate(fees, 'approve', secretary, duesRate)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    expect((await decideRate(fees, 'approve', committee, duesRate)).duesRate.status).toBe('APPROVED');
  });

  test('where dues have not started nothing is declared', async () => {
    const an = await join(fees, units.branch22);
    await fees.hear(heard.duesStart(units.branch22, '2027-01-01'));
    expect((await declare(fees, an)).refusal.code).toBe('PROCEDURE_NOT_STARTED');
    await fees.hear(heard.duesStart(units.branch22, null, 2));
  });
});

describe('deciding', () => {
  test('approved, it holds from its month on, and the one before ends with the month before', async () => {
    const an = await join(fees, units.branch1, '60000', '2026-03');
    await fees.published();
    const declared = (await declare(fees, an)).duesRate;
    const { duesRate } = await decideRate(fees, 'approve', people.secretary, declared);
    expect(duesRate).toMatchObject({ status: 'APPROVED', version: 2, decidedByName: people.secretary.name });
    expect(await rateLines(an.memberId)).toEqual([
      'SUPERSEDED 60000 2026-03.. 2026-06',
      'APPROVED 116532 2026-07..',
    ]);
    const told = await fees.published('DuesRateApproved');
    expect(told.flatMap(({ data }) => contractBreaches(DuesRateApproved, data))).toEqual([]);
    expect(told.map(({ data }) => data)).toMatchObject([{ memberId: an.memberId, fromMonth: '2026-07' }]);
  });

  test('A5 less than prescribed by more than 1,000 is marked, and needs the approver’s reason', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an, { amount: 100_000 });
    expect(duesRate).toMatchObject({ difference: -16_532, differsNotably: true });
    const { refusal } = await decideRate(fees, 'approve', people.secretary, duesRate);
    expect(refusal).toMatchObject({ code: 'BELOW_RATE', field: 'reason' });
    expect(refusal.message).toContain('116.532');
    const reason = 'Nghỉ không lương nửa tháng';
    const approved = await decideRate(fees, 'approve', people.secretary, duesRate, { reason });
    expect(approved.duesRate).toMatchObject({ monthlyAmount: 100_000, decisionReason: reason });
  });

  test('rejected with a reason, what held before holds', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an);
    expect(
      (await decideRate(fees, 'reject', people.secretary, duesRate, { reason: ' ' })).refusal,
    ).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    await decideRate(fees, 'reject', people.secretary, duesRate, { reason: 'Chưa đúng lương' });
    expect(await rateLines(an.memberId)).toEqual(['APPROVED 60000 2026-05..', 'REJECTED 116532 2026-07..']);
    const told = await fees.published('DuesRateRejected');
    expect(told.flatMap(({ data }) => contractBreaches(DuesRateRejected, data))).toEqual([]);
  });

  test('the history tells who did what, and the same for reports', async () => {
    const an = await join(fees);
    const { id } = await approvedRate(fees, an);
    const { data } = await fees.execute(
      `query ($id: UUID!) { duesRate(id: $id) { history { action label fromState toState byTitle unitName reason } availableActions { action } } }`,
      { id },
      an,
    );
    expect(data?.duesRate.history).toMatchObject([
      { action: 'DECLARE', label: 'Khai báo mức đóng', fromState: null, toState: 'PENDING', byTitle: null },
      {
        action: 'APPROVE',
        label: 'Duyệt',
        fromState: 'PENDING',
        toState: 'APPROVED',
        byTitle: 'Bí thư chi bộ',
      },
    ]);
    const states = (await fees.published('DossierStateChanged')).filter(
      ({ data }) => (data as { dossierId: string }).dossierId === id,
    );
    expect(states.flatMap(({ data }) => contractBreaches(DossierStateChanged, data))).toEqual([]);
    expect(states.map(({ data }) => (data as { state: string }).state)).toEqual(['PENDING', 'APPROVED']);
  });

  test('two who approve at once: one does, the other finds another version', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an);
    const answers = await Promise.all(
      [1, 2].map(() => decideRate(fees, 'approve', people.secretary, duesRate)),
    );
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'VERSION_CONFLICT',
      'done',
    ]);
  });
});

describe('a rate from a month gone by', () => {
  const runMonths = async (...months: string[]) => {
    for (const month of months) await chargeMonth(fees.em(), month, units.ward);
  };
  beforeAll(() => runMonths('2026-05', '2026-06', '2026-07'));

  const charged = async (dues: string, from = '2026-05') => {
    const an = await join(fees, units.branch1, dues, from);
    await fees
      .em()
      .execute(`update dues_charge set status = 'ANNOUNCED' where member_id = ? and period < '2026-07-01'`, [
        an.memberId,
      ]);
    return an;
  };

  test('gives open charges the new amount, and keeps the trace', async () => {
    const an = await charged('60000');
    await approvedRate(fees, an, { fromMonth: '2026-06' });
    expect(await fees.charges(an.memberId)).toEqual([
      '2026-05 branch1 60000 ANNOUNCED',
      '2026-06 branch1 116532 ANNOUNCED',
      '2026-07 branch1 116532 DRAFT',
    ]);
    expect(await changes(fees, an.memberId)).toEqual([
      '2026-06 RATE 60000 116532',
      '2026-07 RATE 60000 116532',
    ]);
  });

  test('charges the difference of a paid month beside it', async () => {
    const an = await charged('60000');
    await fees.payThrough(an.memberId, '2026-06');
    await approvedRate(fees, an, { fromMonth: '2026-05' });
    expect(await extras(fees, an.memberId)).toEqual([
      '2026-05 ARREARS_ADJUSTMENT 56532 ANNOUNCED',
      '2026-06 ARREARS_ADJUSTMENT 56532 ANNOUNCED',
    ]);
    expect((await fees.charges(an.memberId)).slice(0, 2)).toEqual([
      '2026-05 branch1 60000 PAID',
      '2026-06 branch1 60000 PAID',
    ]);
  });

  test('sets what was paid too much against what comes next', async () => {
    const an = await charged('200000');
    await fees.payThrough(an.memberId, '2026-06');
    await approvedRate(fees, an, { fromMonth: '2026-05' });
    expect(await extras(fees, an.memberId)).toEqual([]);
    expect(await credits(fees, an.memberId)).toEqual(['166936']);
  });

  test('a second change compares with the first, not with what was charged', async () => {
    const an = await charged('60000');
    await fees.payThrough(an.memberId, '2026-06');
    await approvedRate(fees, an, { fromMonth: '2026-05' });
    await approvedRate(fees, an, { fromMonth: '2026-05', category: 'DECLARED', base: null, amount: 100_000 });
    // paid 60,000, 56,532 charged beside it, 16,532 given back: 100,000
    expect((await extras(fees, an.memberId)).length).toBe(2);
    expect(await credits(fees, an.memberId)).toEqual(['33064']);
    expect(await rateLines(an.memberId)).toEqual([
      'REPLACED 60000 2026-05..',
      'REPLACED 116532 2026-05..',
      'APPROVED 100000 2026-05..',
    ]);
  });

  test('a charge in an order keeps its amount; the difference stands beside it', async () => {
    const an = await charged('60000');
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ? and period = '2026-05-01'`,
        [an.memberId],
      );
    await approvedRate(fees, an, { fromMonth: '2026-05' });
    expect((await fees.charges(an.memberId))[0]).toBe('2026-05 branch1 60000 IN_PAYMENT');
    expect(await extras(fees, an.memberId)).toEqual(['2026-05 ARREARS_ADJUSTMENT 56532 ANNOUNCED']);
  });

  test('of who never had a rate, the months that are run are made', async () => {
    const an = await join(fees, units.branch1, null, '2026-05');
    expect(await fees.charges(an.memberId)).toEqual([]);
    await approvedRate(fees, an, { fromMonth: '2026-06' });
    expect(await fees.charges(an.memberId)).toEqual([
      '2026-06 branch1 116532 DRAFT',
      '2026-07 branch1 116532 DRAFT',
    ]);
  });

  test('leaves the month of regime A at the rate of that month (T18)', async () => {
    const an = await join(fees, units.branch1, '100000', '2026-01');
    await fees.em().execute(`select open_dues_month('2026-01-01')`);
    await fees
      .em()
      .execute(
        `insert into dues_charge (period, member_id, branch_id, amount, status) values ('2026-01-01', ?, ?, 100000, 'OVERDUE')`,
        [an.memberId, units.branch1],
      );
    await approvedRate(fees, an, {
      category: 'SALARIED',
      base: 12_000_000,
      amount: 120_000,
      fromMonth: '2026-01',
    });
    await approvedRate(fees, an, { fromMonth: '2026-02' });
    expect((await fees.charges(an.memberId))[0]).toBe('2026-01 branch1 120000 OVERDUE');
    expect((await fees.charges(an.memberId)).at(-1)).toBe('2026-07 branch1 116532 DRAFT');
  });

  test('tells the new standing once', async () => {
    const an = await charged('60000');
    await fees.published();
    await approvedRate(fees, an, { fromMonth: '2026-06' });
    const told = await fees.published();
    expect(told.flatMap(({ data }) => (data as { standings: { memberId: string }[] }).standings).length).toBe(
      1,
    );
  });

  test('a branch that ends its leadership leaves the decision to the superior', async () => {
    await fees.hear(led(units.branch2, [people.delegate], 2));
    const an = await join(fees, units.branch2);
    expect((await declare(fees, an)).duesRate.approverUnit.id).toBe(units.committee);
  });
});
