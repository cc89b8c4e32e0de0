import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { openPayoutDays, otherOffice, type Payouts } from '../../test/payout-day-stage.ts';
import {
  approvedAccount,
  ledgerOf,
  nextDay,
  onPayout,
  payoutsOf,
  people,
  retain,
} from '../../test/payout-stage.ts';

let stage: Payouts;
beforeAll(async () => {
  stage = await openPayoutDays();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

describe('a day', () => {
  test('what a unit retains is made, sent and settled: the ledger follows, and the unit is told', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await retain(stage.fees, units.branch1, 81_572n);
    await stage.fees.published();
    await stage.fees.runJob('make-payouts');
    expect(await stage.states()).toEqual(['CALCULATED 123572']);
    await stage.fees.runJob('send-payouts');
    expect(await stage.states()).toEqual(['INSTRUCTED 123572']);
    expect(await ledgerOf(stage.fees, units.branch1)).toEqual({ PAYOUT_IN_TRANSIT: -123_572n });
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['SETTLED 123572']);
    expect(await ledgerOf(stage.fees, units.branch1)).toEqual({});
    expect(await stage.paidByBank()).toEqual([-123_572]);
    expect((await stage.fees.published('PayoutSettled')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '123572', settledOn: '2026-07-06' },
    ]);
  });

  test('makes one payout a unit, however often the jobs run', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 10_000n);
    await stage.day();
    await retain(stage.fees, units.branch1, 5_000n);
    await stage.day();
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 10000']);
    await nextDay(stage.fees);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 10000', 'SETTLED 5000']);
  });

  test('held at the very moment of an approval, it leaves with the next run', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 10_000n);
    await stage.fees.runJob('make-payouts');
    // what a run does that looked for the account just before the approval was there
    await stage.fees.em().execute(`update payout set status = 'HELD', hold = 'NO_ACCOUNT'`);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 10000']);
  });

  test('every other day where that is set above', async () => {
    await approvedAccount(stage.fees);
    await stage.fees
      .em()
      .execute(`insert into payout_interval values (?, 2, '2026-07-06', '{}')`, [units.ward]);
    await retain(stage.fees, units.branch1, 10_000n);
    await stage.day();
    await retain(stage.fees, units.branch1, 5_000n);
    await nextDay(stage.fees);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 10000']);
    await nextDay(stage.fees);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 10000', 'SETTLED 5000']);
  });

  test('a refund after a settled payout is netted from the next', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 60_000n);
    await stage.day();
    await retain(stage.fees, units.branch1, -42_000n);
    await nextDay(stage.fees);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 60000']);
    expect(await ledgerOf(stage.fees, units.branch1)).toEqual({ UNIT_SHARE: 42_000n });
    await retain(stage.fees, units.branch1, 100_000n);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 60000', 'SETTLED 58000']);
  });

  test('a refund before the payout leaves makes it smaller, or nets it', async () => {
    await approvedAccount(stage.fees);
    await approvedAccount(stage.fees, units.branch2);
    await retain(stage.fees, units.branch1, 60_000n);
    await retain(stage.fees, units.branch2, 60_000n);
    await stage.fees.runJob('make-payouts');
    await retain(stage.fees, units.branch1, -18_000n);
    await retain(stage.fees, units.branch2, -60_000n);
    await stage.fees.runJob('send-payouts');
    expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
    expect(await stage.states(units.branch2)).toEqual(['NETTED 60000']);
  });
});

describe('T37: a branch without an approved account', () => {
  test('is held, grows meanwhile, and is released the day the account is approved', async () => {
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.day();
    expect(await stage.states()).toEqual(['HELD 42000']);
    expect((await stage.fees.published('PayoutHeld')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '42000' },
    ]);
    await retain(stage.fees, units.branch1, 8_000n);
    await nextDay(stage.fees);
    await stage.day();
    expect(await stage.states()).toEqual(['HELD 50000']);
    expect(await stage.fees.published('PayoutHeld')).toEqual([]);
    await approvedAccount(stage.fees);
    expect(await stage.states()).toEqual(['CALCULATED 50000']);
    await stage.fees.runJob('send-payouts');
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['SETTLED 50000']);
  });
});

test('four workers at once pay every unit once, to the đồng', async () => {
  const paid = Object.entries(units).filter(([name]) => name.startsWith('branch'));
  const leaders = { [units.branch21]: units.otherCommittee, [units.branch22]: units.otherCommittee };
  for (const [index, [, unitId]] of paid.entries()) {
    const unit = leaders[unitId] ?? units.committee;
    await approvedAccount(stage.fees, unitId, {
      ...people.committee,
      capacity: { ...otherOffice, unitId: unit },
    });
    await retain(stage.fees, unitId, BigInt(1_000 * (index + 1) + index));
  }
  await Promise.all([1, 2, 3, 4].map(() => stage.fees.runJob('make-payouts')));
  await Promise.all([1, 2, 3, 4].map(() => stage.fees.runJob('send-payouts')));
  await Promise.all([1, 2, 3, 4].map(() => stage.fees.runJob('ask-payouts')));
  expect((await stage.paidByBank()).sort((a, b) => b - a)).toEqual(
    paid.map((_, index) => -(1_000 * (index + 1) + index)),
  );
  for (const [, unitId] of paid) {
    expect(await payoutsOf(stage.fees, unitId)).toMatchObject([{ status: 'SETTLED' }]);
    expect(await ledgerOf(stage.fees, unitId)).toEqual({});
  }
});

describe('an officer', () => {
  test('holds and releases, with the reason in the history', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    const [payout] = await payoutsOf(stage.fees, units.branch1);
    const id = payout?.id ?? '';
    const held = await onPayout(stage.fees, 'holdPayout', people.finance, id, { reason: 'Đang đối chiếu' });
    expect(held.payout).toMatchObject({ status: 'HELD', holdReason: 'OFFICER' });
    // the approval of another account does not release what an officer holds
    await approvedAccount(stage.fees);
    await stage.fees.runJob('send-payouts');
    expect(await stage.states()).toEqual(['HELD 42000']);
    const released = await onPayout(stage.fees, 'releasePayout', people.otherFinance, id);
    expect(released.payout.status).toBe('CALCULATED');
    const { data } = await stage.fees.execute(
      `query ($id: UUID!) { payout(id: $id) { history { action fromState toState reason } attempts { number } availableActions { action allowed } } }`,
      { id },
      people.finance,
    );
    expect(data?.payout.history).toEqual([
      { action: 'CALCULATE', fromState: null, toState: 'CALCULATED', reason: null },
      { action: 'HOLD', fromState: 'CALCULATED', toState: 'HELD', reason: 'Đang đối chiếu' },
      { action: 'RELEASE', fromState: 'HELD', toState: 'CALCULATED', reason: null },
    ]);
    expect(data?.payout.availableActions).toEqual([{ action: 'HOLD', allowed: true }]);
  });
});
