import { randomUUID } from 'node:crypto';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import {
  approvedAccount,
  declare,
  type Fees,
  ledgerOf,
  nextDay,
  officersOf,
  onAccount,
  onPayout,
  openPayouts,
  payoutsOf,
  people,
  retain,
} from '../../test/payout-stage.ts';
import { openPlatform } from '../../test/platform-stand-in.ts';
import type { LedgerAccount } from '../ledger/post.ts';
import { instructDue } from './instruct.ts';

let outside: Awaited<ReturnType<typeof openPlatform>>;
let fees: Fees;
beforeAll(async () => {
  outside = await openPlatform();
  fees = await openPayouts(outside.environment);
});
afterAll(async () => {
  await fees.close();
  await outside.close();
});

/** Everything that a test leaves behind is paid back, so that the next one starts at 0. */
beforeEach(async () => {
  await outside.armBank({});
  const em = fees.em();
  for (const table of ['beneficiary_account', 'payout', 'payout_attempt', 'payout_interval'])
    await em.execute(`delete from ${table}`);
  for (const unitId of Object.values(units)) {
    for (const [account, amount] of Object.entries(await ledgerOf(fees, unitId)))
      await retain(fees, unitId, amount, account as LedgerAccount);
  }
  await fees.published();
});

const paidByBank = async (): Promise<number[]> => {
  const answer = await fetch(`${outside.url}/bank/statements/2026-07-06`, {
    headers: { authorization: `Bearer ${outside.environment.BANK_SECRET}` },
  });
  const { lines } = (await answer.json()) as { lines: { reference: string; amount: number }[] };
  const known = await fees.em().execute<{ id: string }[]>('select id from payout_attempt');
  const ids = new Set(known.map(({ id }) => id));
  return lines.filter(({ reference }) => ids.has(reference)).map(({ amount }) => amount);
};
const day = async () => {
  await fees.runJob('make-payouts');
  await fees.runJob('send-payouts');
  await fees.runJob('ask-payouts');
};
const states = async (unitId = units.branch1) =>
  (await payoutsOf(fees, unitId)).map(({ status, amount }) => `${status} ${amount}`);

describe('a day', () => {
  test('what a unit retains is made, sent and settled: the ledger follows, and the unit is told', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await retain(fees, units.branch1, 81_572n);
    await fees.published();
    await fees.runJob('make-payouts');
    expect(await states()).toEqual(['CALCULATED 123572']);
    await fees.runJob('send-payouts');
    expect(await states()).toEqual(['INSTRUCTED 123572']);
    expect(await ledgerOf(fees, units.branch1)).toEqual({ PAYOUT_IN_TRANSIT: -123_572n });
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['SETTLED 123572']);
    expect(await ledgerOf(fees, units.branch1)).toEqual({});
    expect(await paidByBank()).toEqual([-123_572]);
    expect((await fees.published('PayoutSettled')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '123572', settledOn: '2026-07-06' },
    ]);
  });

  test('makes one payout a unit, however often the jobs run', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 10_000n);
    await day();
    await retain(fees, units.branch1, 5_000n);
    await day();
    await day();
    expect(await states()).toEqual(['SETTLED 10000']);
    await nextDay(fees);
    await day();
    expect(await states()).toEqual(['SETTLED 10000', 'SETTLED 5000']);
  });

  test('held at the very moment of an approval, it leaves with the next run', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 10_000n);
    await fees.runJob('make-payouts');
    // what a run does that looked for the account just before the approval was there
    await fees.em().execute(`update payout set status = 'HELD', hold = 'NO_ACCOUNT'`);
    await day();
    expect(await states()).toEqual(['SETTLED 10000']);
  });

  test('every other day where that is set above', async () => {
    await approvedAccount(fees);
    await fees.em().execute(`insert into payout_interval values (?, 2, '2026-07-06', '{}')`, [units.ward]);
    await retain(fees, units.branch1, 10_000n);
    await day();
    await retain(fees, units.branch1, 5_000n);
    await nextDay(fees);
    await day();
    expect(await states()).toEqual(['SETTLED 10000']);
    await nextDay(fees);
    await day();
    expect(await states()).toEqual(['SETTLED 10000', 'SETTLED 5000']);
  });

  test('a refund after a settled payout is netted from the next', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 60_000n);
    await day();
    await retain(fees, units.branch1, -42_000n);
    await nextDay(fees);
    await day();
    expect(await states()).toEqual(['SETTLED 60000']);
    expect(await ledgerOf(fees, units.branch1)).toEqual({ UNIT_SHARE: 42_000n });
    await retain(fees, units.branch1, 100_000n);
    await day();
    expect(await states()).toEqual(['SETTLED 60000', 'SETTLED 58000']);
  });

  test('a refund before the payout leaves makes it smaller, or nets it', async () => {
    await approvedAccount(fees);
    await approvedAccount(fees, units.branch2);
    await retain(fees, units.branch1, 60_000n);
    await retain(fees, units.branch2, 60_000n);
    await fees.runJob('make-payouts');
    await retain(fees, units.branch1, -18_000n);
    await retain(fees, units.branch2, -60_000n);
    await fees.runJob('send-payouts');
    expect(await states()).toEqual(['INSTRUCTED 42000']);
    expect(await states(units.branch2)).toEqual(['NETTED 60000']);
  });
});

describe('T37: a branch without an approved account', () => {
  test('is held, grows meanwhile, and is released the day the account is approved', async () => {
    await retain(fees, units.branch1, 42_000n);
    await day();
    expect(await states()).toEqual(['HELD 42000']);
    expect((await fees.published('PayoutHeld')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '42000' },
    ]);
    await retain(fees, units.branch1, 8_000n);
    await nextDay(fees);
    await day();
    expect(await states()).toEqual(['HELD 50000']);
    expect(await fees.published('PayoutHeld')).toEqual([]);
    await approvedAccount(fees);
    expect(await states()).toEqual(['CALCULATED 50000']);
    await fees.runJob('send-payouts');
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['SETTLED 50000']);
  });
});

describe('an account that ends', () => {
  const end = async (id: string) => {
    const ended = await onAccount(fees, 'endBeneficiaryAccount', people.secretary, id, {
      reason: 'Đổi người',
    });
    if (ended.refusal) throw new Error(ended.refusal.code);
  };

  test('before anything was instructed: the payout is held', async () => {
    const { id } = await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    await end(id);
    expect(await states()).toEqual(['HELD 42000']);
    expect(await fees.published('PayoutHeld')).toHaveLength(1);
  });

  test('between the instruction and the bank: it is taken back, and nothing is paid', async () => {
    const { id } = await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    // the process dies after the commit and before the bank is called
    const now = { today: '2026-07-06', at: fees.clock.now() };
    await fees.em().transactional((em) => instructDue(em, now));
    expect(await states()).toEqual(['INSTRUCTED 42000']);
    await end(id);
    await fees.runJob('send-payouts');
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['HELD 42000']);
    expect(await ledgerOf(fees, units.branch1)).toEqual({ UNIT_SHARE: -42_000n });
    expect(await paidByBank()).toEqual([]);
  });

  test('replaced between the instruction and the bank: the money goes to the new one', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    const now = { today: '2026-07-06', at: fees.clock.now() };
    await fees.em().transactional((em) => instructDue(em, now));
    const { id } = await approvedAccount(fees);
    await day();
    await day();
    expect(await states()).toEqual(['SETTLED 42000']);
    const attempts = await fees
      .em()
      .execute<{ outcome: string; account: string }[]>(
        'select outcome, account_id as account from payout_attempt order by number',
      );
    expect(attempts).toMatchObject([{ outcome: 'WITHDRAWN' }, { outcome: 'SETTLED', account: id }]);
    expect(await paidByBank()).toEqual([-42_000]);
  });

  test('after the bank was told: it goes on', async () => {
    const { id } = await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    await fees.runJob('send-payouts');
    await end(id);
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['SETTLED 42000']);
  });

  test('after the bank was told, and it refuses: it is held, not tried again', async () => {
    const { id } = await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await outside.armBank({ reject: 'always' });
    await fees.runJob('make-payouts');
    await fees.runJob('send-payouts');
    await end(id);
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['HELD 42000']);
  });

  test('with the office of its holder, in mid-payout as well', async () => {
    const holder = people.secretary;
    const { account } = await declare(fees, holder, { holderMemberId: holder.memberId });
    await onAccount(fees, 'approveBeneficiaryAccount', people.committee, account.id);
    // approval was by somebody whom the secretary does not lead
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    const data = {
      ...PositionEnded.example,
      positionId: holder.capacity?.positionId ?? '',
      memberId: holder.memberId ?? '',
      unitId: units.branch1,
    };
    await fees.hear(makeEnvelope(PositionEnded, { aggregateId: randomUUID(), data }, { province: 't' }));
    expect(await states()).toEqual(['HELD 42000']);
    await fees.hear(officersOf(units.branch1, [people.secretary], 9));
  });

  test('with its unit: what was left goes to the account of the unit that goes on', async () => {
    await approvedAccount(fees, units.branch21, { ...people.committee, capacity: other });
    await retain(fees, units.branch22, 7_000n);
    await fees.runJob('make-payouts');
    expect(await states(units.branch22)).toEqual(['HELD 7000']);
    await fees.hear(heard.reorganised(randomUUID(), { [units.branch22]: units.branch21 }, '2026-07-06'));
    await fees.runJob('send-payouts');
    await fees.runJob('ask-payouts');
    expect(await states(units.branch22)).toEqual(['SETTLED 7000']);
  });
});
const other = {
  positionId: randomUUID(),
  role: 'COMMITTEE_SECRETARY',
  title: 'Bí thư',
  unitId: units.otherCommittee,
} as const;

describe('a bank that is in trouble', () => {
  const isDue = () => fees.em().execute(`update payout set next_try_at = null where status = 'FAILED'`);

  test('refuses: five tries with the money back in between, then an officer', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await outside.armBank({ reject: 'always' });
    await day();
    expect(await states()).toEqual(['FAILED 42000']);
    expect(await ledgerOf(fees, units.branch1)).toEqual({ UNIT_SHARE: -42_000n });
    await fees.runJob('send-payouts');
    expect(await states()).toEqual(['FAILED 42000']);
    for (let tries = 2; tries <= 5; tries += 1) {
      await isDue();
      await day();
    }
    expect(await states()).toEqual(['MANUAL 42000']);
    expect((await fees.published('PayoutFailed')).map(({ data }) => data)).toMatchObject([
      { unitId: units.branch1, amount: '42000', reason: 'Tài khoản thụ hưởng không tồn tại' },
    ]);
    await isDue();
    await day();
    expect(await states()).toEqual(['MANUAL 42000']);
    await outside.armBank({});
    const [payout] = await payoutsOf(fees, units.branch1);
    const retried = await onPayout(fees, 'retryPayout', people.finance, payout?.id ?? '');
    expect(retried.payout.status).toBe('CALCULATED');
    await day();
    expect(await states()).toEqual(['SETTLED 42000']);
    expect(await paidByBank()).toEqual([-42_000]);
  });

  test('is tried again after a pause of real time, though the day of business stands still', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await outside.armBank({ reject: 'next' });
    await day();
    await day();
    expect(await states()).toEqual(['FAILED 42000']);
    const over = await fees.em().execute(
      `update payout set next_try_at = next_try_at - interval '5 minutes'
         where next_try_at between now() + interval '4 minutes' and now() + interval '5 minutes' returning id`,
    );
    expect(over).toHaveLength(1);
    await day();
    expect(await states()).toEqual(['SETTLED 42000']);
  });

  test.each(['error500', 'silence'])(
    '%s: the next run tells it the same payout, and it pays once',
    async (fault) => {
      await approvedAccount(fees);
      await retain(fees, units.branch1, 42_000n);
      await outside.armBank({ [fault]: 'next' });
      await fees.runJob('make-payouts');
      await fees.runJob('send-payouts');
      expect(await states()).toEqual(['INSTRUCTED 42000']);
      await day();
      expect(await states()).toEqual(['SETTLED 42000']);
      expect(await paidByBank()).toEqual([-42_000]);
      expect(await ledgerOf(fees, units.branch1)).toEqual({});
    },
  );

  test('takes no instruction at all: after five calls and a pause it counts as refused', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await outside.armBank({ error500: 'always' });
    for (let calls = 0; calls < 6; calls += 1) await day();
    expect(await states()).toEqual(['INSTRUCTED 42000']);
    await outside.armBank({});
    await day();
    expect(await states()).toEqual(['INSTRUCTED 42000']);
    await fees.em().execute(`update payout_attempt set called_at = called_at - interval '11 minutes'`);
    await fees.runJob('ask-payouts');
    expect(await states()).toEqual(['FAILED 42000']);
  });

  test('leaves it under way: it is asked again until it knows', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await outside.armBank({ pending: 'always' });
    await day();
    await day();
    expect(await states()).toEqual(['INSTRUCTED 42000']);
    await outside.armBank({});
    await day();
    expect(await states()).toEqual(['SETTLED 42000']);
  });
});

test('four workers at once pay every unit once, to the đồng', async () => {
  const paid = Object.entries(units).filter(([name]) => name.startsWith('branch'));
  const leaders = { [units.branch21]: units.otherCommittee, [units.branch22]: units.otherCommittee };
  for (const [index, [, unitId]] of paid.entries()) {
    const unit = leaders[unitId] ?? units.committee;
    await approvedAccount(fees, unitId, { ...people.committee, capacity: { ...other, unitId: unit } });
    await retain(fees, unitId, BigInt(1_000 * (index + 1) + index));
  }
  await Promise.all([1, 2, 3, 4].map(() => fees.runJob('make-payouts')));
  await Promise.all([1, 2, 3, 4].map(() => fees.runJob('send-payouts')));
  await Promise.all([1, 2, 3, 4].map(() => fees.runJob('ask-payouts')));
  expect((await paidByBank()).sort((a, b) => b - a)).toEqual(
    paid.map((_, index) => -(1_000 * (index + 1) + index)),
  );
  for (const [, unitId] of paid) {
    expect(await payoutsOf(fees, unitId)).toMatchObject([{ status: 'SETTLED' }]);
    expect(await ledgerOf(fees, unitId)).toEqual({});
  }
});

describe('an officer', () => {
  test('holds and releases, with the reason in the history', async () => {
    await approvedAccount(fees);
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    const [payout] = await payoutsOf(fees, units.branch1);
    const id = payout?.id ?? '';
    const held = await onPayout(fees, 'holdPayout', people.finance, id, { reason: 'Đang đối chiếu' });
    expect(held.payout).toMatchObject({ status: 'HELD', holdReason: 'OFFICER' });
    // the approval of another account does not release what an officer holds
    await approvedAccount(fees);
    await fees.runJob('send-payouts');
    expect(await states()).toEqual(['HELD 42000']);
    const released = await onPayout(fees, 'releasePayout', people.otherFinance, id);
    expect(released.payout.status).toBe('CALCULATED');
    const { data } = await fees.execute(
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
