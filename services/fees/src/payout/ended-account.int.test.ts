import { randomUUID } from 'node:crypto';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import { openPayoutDays, otherOffice, type Payouts } from '../../test/payout-day-stage.ts';
import {
  approvedAccount,
  declare,
  ledgerOf,
  officersOf,
  onAccount,
  people,
  retain,
} from '../../test/payout-stage.ts';
import { instructDue } from './instruct.ts';

let stage: Payouts;
beforeAll(async () => {
  stage = await openPayoutDays();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

describe('an account that ends', () => {
  const end = async (id: string) => {
    const ended = await onAccount(stage.fees, 'endBeneficiaryAccount', people.secretary, id, {
      reason: 'Đổi người',
    });
    if (ended.refusal) throw new Error(ended.refusal.code);
  };

  test('before anything was instructed: the payout is held', async () => {
    const { id } = await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    await end(id);
    expect(await stage.states()).toEqual(['HELD 42000']);
    expect(await stage.fees.published('PayoutHeld')).toHaveLength(1);
  });

  test('between the instruction and the bank: it is taken back, and nothing is paid', async () => {
    const { id } = await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    // the process dies after the commit and before the bank is called
    const now = { today: '2026-07-06', at: stage.fees.clock.now() };
    await stage.fees.em().transactional((em) => instructDue(em, now));
    expect(await stage.states()).toEqual(['INSTRUCTED 42000']);
    await end(id);
    await stage.fees.runJob('send-payouts');
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['HELD 42000']);
    expect(await ledgerOf(stage.fees, units.branch1)).toEqual({ UNIT_SHARE: -42_000n });
    expect(await stage.paidByBank()).toEqual([]);
  });

  test('replaced between the instruction and the bank: the money goes to the new one', async () => {
    await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    const now = { today: '2026-07-06', at: stage.fees.clock.now() };
    await stage.fees.em().transactional((em) => instructDue(em, now));
    const { id } = await approvedAccount(stage.fees);
    await stage.day();
    await stage.day();
    expect(await stage.states()).toEqual(['SETTLED 42000']);
    const attempts = await stage.fees
      .em()
      .execute<{ outcome: string; account: string }[]>(
        'select outcome, account_id as account from payout_attempt order by number',
      );
    expect(attempts).toMatchObject([{ outcome: 'WITHDRAWN' }, { outcome: 'SETTLED', account: id }]);
    expect(await stage.paidByBank()).toEqual([-42_000]);
  });

  test('after the bank was told: it goes on', async () => {
    const { id } = await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    await stage.fees.runJob('send-payouts');
    await end(id);
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['SETTLED 42000']);
  });

  test('after the bank was told, and it refuses: it is held, not tried again', async () => {
    const { id } = await approvedAccount(stage.fees);
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.outside.armBank({ reject: 'always' });
    await stage.fees.runJob('make-payouts');
    await stage.fees.runJob('send-payouts');
    await end(id);
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states()).toEqual(['HELD 42000']);
  });

  test('with the office of its holder, in mid-payout as well', async () => {
    const holder = people.secretary;
    const { account } = await declare(stage.fees, holder, { holderMemberId: holder.memberId });
    await onAccount(stage.fees, 'approveBeneficiaryAccount', people.committee, account.id);
    // approval was by somebody whom the secretary does not lead
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    const data = {
      ...PositionEnded.example,
      positionId: holder.capacity?.positionId ?? '',
      memberId: holder.memberId ?? '',
      unitId: units.branch1,
    };
    await stage.fees.hear(
      makeEnvelope(PositionEnded, { aggregateId: randomUUID(), data }, { province: 't' }),
    );
    expect(await stage.states()).toEqual(['HELD 42000']);
    await stage.fees.hear(officersOf(units.branch1, [people.secretary], 9));
  });

  test('with its unit: what was left goes to the account of the unit that goes on', async () => {
    await approvedAccount(stage.fees, units.branch21, { ...people.committee, capacity: otherOffice });
    await retain(stage.fees, units.branch22, 7_000n);
    await stage.fees.runJob('make-payouts');
    expect(await stage.states(units.branch22)).toEqual(['HELD 7000']);
    await stage.fees.hear(
      heard.reorganised(randomUUID(), { [units.branch22]: units.branch21 }, '2026-07-06'),
    );
    await stage.fees.runJob('send-payouts');
    await stage.fees.runJob('ask-payouts');
    expect(await stage.states(units.branch22)).toEqual(['SETTLED 7000']);
  });
});
