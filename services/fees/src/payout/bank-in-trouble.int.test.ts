import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { openPayoutDays, type Payouts } from '../../test/payout-day-stage.ts';
import { approvedAccount, ledgerOf, onPayout, payoutsOf, people, retain } from '../../test/payout-stage.ts';

let stage: Payouts;
beforeAll(async () => {
  stage = await openPayoutDays();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

describe('a bank that is in trouble', () => {
  const isDue = () => stage.fees.em().execute(`update payout set next_try_at = null where status = 'FAILED'`);

  test('refuses: five tries with the money back in between, then an officer', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.outside.armBank({ reject: 'always' });
    await stage.day();
    expect(await stage.states()).toEqual(['FAILED 42000']);
    expect(await ledgerOf(stage.fees, units.branch1)).toEqual({ UNIT_SHARE: -42_000n });
    await stage.fees.runJob('send-payouts');
    expect(await stage.states()).toEqual(['FAILED 42000']);
    for (let tries = 2; tries <= 5; tries += 1) {
      await isDue();
      await stage.day();
    }
    expect(await stage.states()).toEqual(['MANUAL 42000']);
    expect((await stage.fees.published('PayoutFailed')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '42000', reason: 'Tài khoản thụ hưởng không tồn tại' },
    ]);
    await isDue();
    await stage.day();
    expect(await stage.states()).toEqual(['MANUAL 42000']);
    await stage.outside.armBank({});
    const [payout] = await payoutsOf(stage.fees, units.branch1);
    const retried = await onPayout(stage.fees, 'retryPayout', people.finance, payout?.id ?? '');
    expect(retried.payout.status).toBe('CALCULATED');
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 42000']);
    expect(await stage.paidByBank()).toEqual([-42_000]);
  });

  test('is tried again after a pause of real time, though the day of business stands still', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.outside.armBank({ reject: 'next' });
    await stage.day();
    await stage.day();
    expect(await stage.states()).toEqual(['FAILED 42000']);
    const over = await stage.fees.em().execute(
      `update payout set next_try_at = next_try_at - interval '5 minutes'
         where next_try_at between now() + interval '4 minutes' and now() + interval '5 minutes' returning id`,
    );
    expect(over).toHaveLength(1);
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 42000']);
  });

  test.each(['error500', 'silence'])(
    '%s: the next run tells it the same payout, and it pays once',
    async (fault) => {
      await approvedAccount(stage.fees);
      await retain(stage.fees, units.branch1, 42_000n);
      await stage.outside.armBank({ [fault]: 'next' });
      await stage.fees.runJob('make-payouts');
      await stage.fees.runJob('send-payouts');
      expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
      await stage.day();
      expect(await stage.states()).toEqual(['SETTLED 42000']);
      expect(await stage.paidByBank()).toEqual([-42_000]);
      expect(await ledgerOf(stage.fees, units.branch1)).toEqual({});
    },
  );

  test('takes no instruction at all: after five calls and a pause it counts as refused', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.outside.armBank({ error500: 'always' });
    for (let calls = 0; calls < 6; calls += 1) await stage.day();
    expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
    await stage.outside.armBank({});
    await stage.day();
    expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
    await stage.fees.em().execute(`update payout_attempt set called_at = called_at - interval '11 minutes'`);
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['FAILED 42000']);
  });

  test('leaves it under way: it is asked again until it knows', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.outside.armBank({ pending: 'always' });
    await stage.day();
    await stage.day();
    expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
    await stage.outside.armBank({});
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 42000']);
  });
});
