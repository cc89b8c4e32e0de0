import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  approvedRate,
  changes,
  credits,
  declare,
  extras,
  type Fees,
  join,
  led,
  openRates,
  people,
  rateLines,
} from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

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
    expect(await rateLines(fees, an.memberId)).toEqual([
      'REPLACED 60000 2026-05..',
      'REPLACED 116532 2026-05..',
      'APPROVED 100000 2026-05..',
    ]);
  });

  test('what was credited for a paid month counts on after the payment was given back', async () => {
    const an = await charged('60000');
    await fees.payThrough(an.memberId, '2026-05');
    await approvedRate(fees, an, { fromMonth: '2026-05', category: 'DECLARED', base: null, amount: 40_000 });
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'REFUNDED', paid = 0 where member_id = ? and status = 'PAID'`,
        [an.memberId],
      );
    await approvedRate(fees, an, { fromMonth: '2026-05', category: 'DECLARED', base: null, amount: 45_000 });
    // 65,000 less the 20,000 that are set against it: 45,000
    expect((await fees.charges(an.memberId))[0]).toBe('2026-05 branch1 65000 REFUNDED');
    expect(await credits(fees, an.memberId)).toEqual(['20000']);
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
