import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders, orderFields } from '../../test/paying-stage.ts';
import { paymentCounters } from '../ledger/payment-counters.ts';

type Counted = { get(): Promise<{ values: { labels: { channel?: string }; value: number }[] }> };

let house: Orders;
const deputy = testActor({ role: 'BRANCH_DEPUTY_SECRETARY', unitId: units.branch1, title: 'Phó Bí thư' });
const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1, title: 'Bí thư' });
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

const record = (members: [memberId: string, months: number][], total: number, actor: Actor = deputy) =>
  house.act(
    actor,
    'recordCash',
    { branchId: units.branch1, members: members.map(([memberId, months]) => ({ memberId, months })), total },
    `order { ${orderFields} dueAt }`,
  );
const confirm = (actor: Actor, orderId: string, expectedVersion = 1) =>
  house.act(
    actor,
    'confirmCash',
    { orderId, expectedVersion },
    `order { ${orderFields} recordedBy confirmedBy method }`,
  );

const balances = async (orderId: string) =>
  house.em().execute(
    `select account || coalesce(' ' || unit.short_name, '') as account, sum(entry.amount)::int as amount
     from ledger_transaction posted join ledger_entry entry on entry.transaction_id = posted.id
     left join unit_copy unit on unit.id = entry.unit_id
     where posted.subject_id = ? group by account, entry.unit_id, unit.short_name having sum(entry.amount) <> 0
     order by 1, 2`,
    [orderId],
  );

describe('notes', () => {
  test('T40: recorded by the collector and confirmed by a second person, 60,000 are paid and 18,000 are owed upward', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record([[member, 1]], 60_000);
    expect(order).toMatchObject({
      mode: 'CASH',
      status: 'INITIATED',
      formLabel: 'Nộp tiền mặt qua chi bộ',
      total: 60_000,
    });
    expect(await house.stateOf(member)).toEqual(['2026-07 IN_PAYMENT']);
    const confirmed = (await confirm(secretary, order.id)).order;
    expect(confirmed).toMatchObject({
      status: 'SUCCEEDED',
      method: 'CASH',
      recordedBy: deputy.name,
      confirmedBy: secretary.name,
    });
    expect(await house.stateOf(member)).toEqual(['2026-07 PAID']);
    expect(await house.standing(member)).toMatchObject({ paidThrough: '2026-07', outstanding: '0' });
    const posted = (await balances(order.id)) as { account: string; amount: number }[];
    expect(
      posted.filter(({ account }) => account.startsWith('BRANCH_CASH')).map(({ amount }) => amount),
    ).toEqual([18_000]);
    expect(
      posted
        .filter(({ account }) => account.startsWith('UNFUNDED_SHARE'))
        .reduce((sum, { amount }) => sum + amount, 0),
    ).toBe(-18_000);
    expect(await house.ledgerFaults()).toEqual([]);
  });

  test('are counted when they are committed, and not when the commit fails', async () => {
    const counted = async () => {
      const [counter] = paymentCounters ?? [];
      const { values } = await (counter as unknown as Counted).get();
      return values.find(({ labels }) => labels.channel === 'CASH')?.value ?? 0;
    };
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record([[member, 1]], 60_000);
    const before = await counted();
    await house.em().execute(`
      create function too_late() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$;
      create constraint trigger late after insert on ledger_transaction deferrable initially deferred
        for each row execute function too_late()`);
    await expect(confirm(secretary, order.id)).rejects.toThrow();
    await house.em().execute('drop trigger late on ledger_transaction');
    expect(await counted()).toBe(before);
    await confirm(secretary, order.id);
    expect(await counted()).toBe(before + 1);
  });

  test('who recorded them cannot confirm them, also not from another account or office', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record([[member, 1]], 60_000);
    expect((await confirm(deputy, order.id)).refusal.code).toBe('SECOND_PERSON_REQUIRED');
    const otherOffice = testActor({
      role: 'BRANCH_DELEGATE',
      unitId: units.branch1,
      memberId: deputy.memberId,
    });
    expect((await confirm(otherOffice, order.id)).refusal.code).toBe('SECOND_PERSON_REQUIRED');
    expect(await house.stateOf(member)).toEqual(['2026-07 IN_PAYMENT']);
  });

  test('whose own dues are among them cannot confirm them', async () => {
    const own = await house.owing(units.branch1, ['2026-07']);
    const other = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record(
      [
        [own, 1],
        [other, 1],
      ],
      120_000,
    );
    const actor = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1, memberId: own });
    expect((await confirm(actor, order.id)).refusal.code).toBe('OWN_CASE');
    const actions = await house.orderAs(actor, order.id, 'availableActions { action allowed code }');
    expect(actions.availableActions).toEqual([
      { action: 'CONFIRM_CASH', allowed: false, code: 'OWN_CASE' },
      { action: 'WITHDRAW_CASH', allowed: true, code: null },
    ]);
  });

  test('confirming needs a fresh sign-in, and comes once', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record([[member, 1]], 60_000);
    const stale = { ...secretary, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect((await confirm(stale, order.id)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await confirm(secretary, order.id)).refusal).toBeNull();
    expect((await confirm(secretary, order.id, 2)).refusal.code).toBe('WRONG_STATE');
    expect(
      (await house.published('PaymentSucceeded')).filter(({ subject }) => subject === order.id),
    ).toHaveLength(1);
  });

  test('may pay some of what each member owes, oldest first', async () => {
    const [one, two] = [
      await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07']),
      await house.owing(units.branch1, ['2026-07']),
    ];
    const { order } = await record(
      [
        [one, 2],
        [two, 1],
      ],
      180_000,
    );
    expect(order).toMatchObject({ lineCount: 3, memberCount: 2, months: ['2026-05', '2026-06', '2026-07'] });
    expect(await house.stateOf(one)).toEqual([
      '2026-05 IN_PAYMENT',
      '2026-06 IN_PAYMENT',
      '2026-07 ANNOUNCED',
    ]);
  });

  test('withdrawn with a reason, its charges are free; either of the two may do it', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    for (const actor of [deputy, secretary]) {
      const { order } = await record([[member, 1]], 60_000);
      const withdraw = (reason: string) =>
        house.act(
          actor,
          'withdrawCash',
          { orderId: order.id, expectedVersion: 1, reason },
          'order { status failure }',
        );
      expect((await withdraw(' ')).refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
      expect((await withdraw('Ghi nhầm')).order).toEqual({ status: 'CANCELLED', failure: 'Ghi nhầm' });
      expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED']);
    }
  });

  test('cannot be paid over the platform, nor given up without a reason', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const { order } = await record([[member, 1]], 60_000);
    const act = { orderId: order.id, expectedVersion: 1 };
    const open = await house.act(
      deputy,
      'openCheckout',
      { ...act, returnUrl: 'http://127.0.0.1/' },
      'order { id }',
    );
    expect(open.refusal.code).toBe('ACTION_NOT_ALLOWED');
    expect((await house.act(deputy, 'cancelDuesOrder', act, 'order { id }')).refusal.code).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });

  test.each([
    ['another sum than the months make', 59_000, 1, 'AMOUNT_INVALID'],
    ['no month', 0, 0, 'MONTHS_INVALID'],
    ['more months than are owed', 120_000, 2, 'ADVANCE_NOT_ALLOWED'],
    ['a negative sum', -60_000, 1, 'AMOUNT_INVALID'],
  ])('%s are refused', async (_what, total, months, code) => {
    const member = await house.owing(units.branch1, ['2026-07']);
    expect((await record([[member, months]], total)).refusal.code).toBe(code);
    expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED']);
  });

  test('of a member twice, of nobody, of a stranger, or of one who is paying, are refused', async () => {
    const member = await house.owing(units.branch1, ['2026-07']);
    const twice = await record(
      [
        [member, 1],
        [member, 1],
      ],
      120_000,
    );
    expect(twice.refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'members' });
    expect((await record([], 0)).refusal.code).toBe('NOTHING_TO_PAY');
    expect((await record([[randomUUID(), 1]], 60_000)).refusal.code).toBe('MEMBER_NOT_IN_BRANCH');
    await house.payDues(member, 1);
    expect((await record([[member, 1]], 60_000)).refusal.code).toBe('CHARGE_NOT_PAYABLE');
  });
});
