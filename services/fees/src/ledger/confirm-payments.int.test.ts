import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { PaymentSucceeded } from '@dang/events/contracts/fees/payment-succeeded';
import { RefundRequested } from '@dang/events/contracts/fees/refund-requested';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { abandonOrder, handedOver, type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { type ConfirmedPayment, confirmPayments } from './confirm-payments.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;
const { branch1, ward } = units;
const months = ['2026-05', '2026-06', '2026-07'];

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees.em().execute('truncate charge_run');
  member = randomUUID();
  await fees.hear(heard.approved(member, branch1, '116532', '2026-05'));
  for (const month of months) await chargeMonth(fees.em(), month, ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where status = 'DRAFT'`);
  await fees.em().execute('select recompute_standings(array[?]::uuid[])', [[member]]);
  await fees.drainOutbox();
});

const order = (more: Partial<Parameters<typeof placeOrder>[2]> = {}) =>
  placeOrder(fees.em(), [member], { unitId: branch1, ...more });
const confirm = async (...payments: ConfirmedPayment[]) =>
  (await confirmPayments(fees.em(), payments, '2026-07-06')).map(({ outcome }) => outcome);
const statusOf = async ({ id }: PlacedOrder) =>
  (await fees.em().execute('select status from payment_order where id = ?', [id]))[0]?.status;
const charges = async () => (await fees.charges(member)).map((line) => line.split(' ').at(-1));
/** The entries of what was posted for a subject: `UNIT_SHARE branch1 -81572 2026-07`. */
async function posted(subjectId: string): Promise<string[]> {
  const names = Object.entries(units);
  const rows = await fees
    .em()
    .execute<{ account: string; unit: string; amount: string; period: string | null }[]>(
      `select account, entry.unit_id as unit, amount, to_char(period, 'YYYY-MM') as period
     from ledger_entry entry join ledger_transaction made on made.id = transaction_id
     where subject_id = ? order by made.id, line`,
      [subjectId],
    );
  return rows.map(({ account, unit, amount, period }) =>
    [account, names.find(([, id]) => id === unit)?.[0], amount, period].filter(Boolean).join(' '),
  );
}

describe('a payment that is confirmed', () => {
  test('settles the charges, divides each month by itself, and is told (T20, T21)', async () => {
    const placed = await order();
    expect(placed.total).toBe(349_596n);
    expect(await confirm(success(placed))).toEqual(['CONFIRMED']);
    expect(await charges()).toEqual(['PAID', 'PAID', 'PAID']);
    expect(await statusOf(placed)).toBe('SUCCEEDED');
    expect(await posted(placed.id)).toEqual([
      'CENTRAL_BANK 349596',
      ...months.flatMap((month) => [
        `UNIT_SHARE branch1 -81572 ${month}`,
        `UNIT_SHARE committee -17480 ${month}`,
        `UNIT_SHARE ward -8740 ${month}`,
        `UNIT_SHARE province -4370 ${month}`,
        `UNIT_SHARE central -4370 ${month}`,
      ]),
    ]);
    expect(await fees.standing(member)).toMatchObject({
      paidThrough: '2026-07',
      openMonths: [],
      outstanding: '0',
    });
    const told = await fees.drainOutbox();
    expect(told.map(({ type }) => type.split('.')[2])).toEqual([
      'PaymentSucceeded',
      'DossierStateChanged',
      'DuesStandingChanged',
    ]);
    const contracts = [PaymentSucceeded, DossierStateChanged, DuesStandingChanged];
    expect(
      told.flatMap(({ data }, index) => contractBreaches(contracts[index] as typeof PaymentSucceeded, data)),
    ).toEqual([]);
    expect(told[0]?.data).toMatchObject({ orderId: placed.id, total: '349596', paidOn: '2026-07-06' });
    expect(told[1]?.data).toMatchObject({ state: 'SUCCEEDED', channel: 'ONLINE', version: 2 });
  });

  test('counts what each unit keeps, and the payer once a month of payment', async () => {
    const [first, second] = [
      await order({ months: ['2026-05'] }),
      await order({ months: ['2026-06', '2026-07'] }),
    ];
    await fees.em().execute('truncate totals_delta');
    await confirm(success(first));
    await confirm(success(second));
    const rows = await fees.em().execute(
      `select to_char(period, 'YYYY-MM') as period, to_char(paid_month, 'YYYY-MM') as month, channel, method, paid::int, payers,
         payers_of_month as newcomers, due::int, members,
         (select array_agg(kept order by kept desc) from unnest(kept_amounts) as kept)::int[] as kept
       from totals_delta where unit_id = ? order by 1`,
      [branch1],
    );
    const row = {
      month: '2026-07',
      channel: 'ONLINE',
      method: 'BANK',
      paid: 116_532,
      payers: 1,
      due: 0,
      members: 0,
    };
    const kept = [81_572, 17_480, 8_740, 4_370, 4_370];
    expect(rows).toEqual([
      { ...row, period: '2026-05', newcomers: 1, kept },
      { ...row, period: '2026-06', newcomers: 0, kept },
      { ...row, period: '2026-07', newcomers: 0, kept },
    ]);
  });

  test('pays an adjustment and a voluntary part beside the month', async () => {
    for (const [origin, amount] of [
      ['ARREARS_ADJUSTMENT', 1_000],
      ['VOLUNTARY', 50_000],
    ])
      await fees.em().execute(
        `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
         values ('2026-07-01', ?, ?::charge_origin, 1, ?, ?, uuidv7(), '2026-07-01')`,
        [member, origin, branch1, amount],
      );
    const placed = await order({ months: ['2026-07'] });
    expect(placed.total).toBe(167_532n);
    expect(await confirm(success(placed))).toEqual(['CONFIRMED']);
    expect(
      await fees.em().execute('select distinct status from extra_charge where member_id = ?', [member]),
    ).toEqual([{ status: 'PAID' }]);
    expect(await fees.standing(member)).toMatchObject({ openMonths: ['2026-05', '2026-06'] });
  });

  test('twice, in one call or in two, is one payment (T34)', async () => {
    const placed = await order();
    const message = success(placed);
    expect(await confirm(message, message, { ...message, messageId: randomUUID() })).toEqual([
      'CONFIRMED',
      'REPEATED',
      'REPEATED',
    ]);
    expect(await confirm(message)).toEqual(['REPEATED']);
    expect(await confirm({ ...message, messageId: randomUUID() })).toEqual(['REPEATED']);
    expect(
      await fees
        .em()
        .execute('select count(*)::int from ledger_transaction where subject_id = ?', [placed.id]),
    ).toEqual([{ count: 1 }]);
  });

  test('of which the order is unknown or the amount wrong does nothing but stay on record', async () => {
    const placed = await order();
    const [unknown, wrong] = [
      success({ ...placed, number: 'X' }),
      success(placed, { amount: placed.total - 1n }),
    ];
    expect(await confirm(unknown, wrong)).toEqual(['UNKNOWN_ORDER', 'WRONG_AMOUNT']);
    expect(await statusOf(placed)).toBe('PROCESSING');
    expect(await charges()).toEqual(['IN_PAYMENT', 'IN_PAYMENT', 'IN_PAYMENT']);
    expect(await fees.drainOutbox()).toEqual([]);
    expect(
      await fees
        .em()
        .execute('select outcome from provider_message where message_id in (?, ?) order by 1', [
          unknown.messageId,
          wrong.messageId,
        ]),
    ).toEqual([{ outcome: 'UNKNOWN_ORDER' }, { outcome: 'WRONG_AMOUNT' }]);
    expect(await confirm(success(placed))).toEqual(['CONFIRMED']);
  });
});

describe('a payment that comes late', () => {
  test.each(['EXPIRED', 'FAILED', 'CANCELLED'] as const)(
    'is taken when the order has %s and its charges are free',
    async (to) => {
      const placed = await order();
      await abandonOrder(fees.em(), placed, to);
      expect(await confirm(success(placed))).toEqual(['CONFIRMED_LATE']);
      expect(await charges()).toEqual(['PAID', 'PAID', 'PAID']);
      const [row] = await fees
        .em()
        .execute('select status, paid_late as late from payment_order where id = ?', [placed.id]);
      expect(row).toEqual({ status: 'SUCCEEDED', late: true });
    },
  );

  test('is owed back when one of its charges is in another order', async () => {
    const placed = await order();
    await abandonOrder(fees.em(), placed);
    const other = await order({ months: ['2026-06'] });
    expect(await confirm(success(placed))).toEqual(['DUPLICATE']);
    expect(await statusOf(placed)).toBe('SUCCEEDED_DUPLICATE');
    const [refund] = await fees
      .em()
      .execute('select id, kind, status, amount from refund where order_id = ?', [placed.id]);
    expect(refund).toMatchObject({ kind: 'DUPLICATE', status: 'REQUESTED', amount: '349596' });
    expect(await posted(refund?.id)).toEqual(['CENTRAL_BANK 349596', 'REFUND_PAYABLE -349596']);
    expect(await charges()).toEqual(['ANNOUNCED', 'IN_PAYMENT', 'ANNOUNCED']);
    const told = await fees.drainOutbox();
    const byName = (name: string) =>
      told.filter(({ type }) => type.includes(`.${name}.`)).map(({ data }) => data);
    const breaches = (contract: typeof RefundRequested, name: string) =>
      byName(name).flatMap((data) => contractBreaches(contract, data));
    expect(breaches(RefundRequested, 'RefundRequested')).toEqual([]);
    expect(breaches(DossierStateChanged as never, 'DossierStateChanged')).toEqual([]);
    expect(byName('DossierStateChanged')).toHaveLength(2);
    expect(await confirm(success(placed))).toEqual(['REPEATED']);
    expect(await confirm(success(other))).toEqual(['CONFIRMED']);
  });

  test('is owed back when its charge has another amount by now', async () => {
    const placed = await order({ months: ['2026-07'] });
    await abandonOrder(fees.em(), placed);
    await fees
      .em()
      .execute(`update dues_charge set amount = 1000 where member_id = ? and period = '2026-07-01'`, [
        member,
      ]);
    expect(await confirm(success(placed))).toEqual(['DUPLICATE']);
  });

  test('a second time under another reference is owed back, once a reference', async () => {
    const placed = await order();
    await confirm(success(placed));
    const second = success(placed, { providerRef: 'another' });
    expect(await confirm(second, { ...second, messageId: randomUUID() })).toEqual(['DUPLICATE', 'REPEATED']);
    expect(await statusOf(placed)).toBe('SUCCEEDED');
    expect(await confirm(success(placed, { providerRef: 'a third' }))).toEqual(['DUPLICATE']);
  });

  test('under the reference of another order is that order’s money', async () => {
    const [first, second] = [await order({ months: ['2026-05'] }), await order({ months: ['2026-06'] })];
    await confirm(success(first));
    expect(await confirm(success(second, { providerRef: success(first).providerRef }))).toEqual(['REPEATED']);
    expect(await statusOf(second)).toBe('PROCESSING');
  });
});

describe('cash', () => {
  test('stays in the branch but for what it owes upward: 18,000 of 60,000 (T40)', async () => {
    await fees
      .em()
      .execute(`update dues_charge set amount = 60000 where member_id = ? and period = '2026-07-01'`, [
        member,
      ]);
    const placed = await order({ mode: 'CASH', months: ['2026-07'] });
    expect(await confirm(handedOver(placed))).toEqual(['CONFIRMED']);
    expect(await posted(placed.id)).toEqual([
      'BRANCH_CASH branch1 60000',
      'UNIT_SHARE branch1 -42000 2026-07',
      'UNFUNDED_SHARE committee -9000 2026-07',
      'UNFUNDED_SHARE ward -4500 2026-07',
      'UNFUNDED_SHARE province -2250 2026-07',
      'UNFUNDED_SHARE central -2250 2026-07',
      'UNIT_SHARE branch1 42000',
      'BRANCH_CASH branch1 -42000',
    ]);
    const [row] = await fees
      .em()
      .execute('select channel, method from totals_delta where paid = 60000 and unit_id = ?', [branch1]);
    expect(row).toEqual({ channel: 'CASH', method: 'CASH' });
  });

  test('that was withdrawn meanwhile is not taken, and confirmed twice counts once', async () => {
    const withdrawn = await order({ mode: 'CASH', months: ['2026-06'] });
    await abandonOrder(fees.em(), withdrawn, 'CANCELLED');
    expect(await confirm(handedOver(withdrawn))).toEqual(['REPEATED']);
    const placed = await order({ mode: 'CASH', months: ['2026-07'] });
    expect(await confirm(handedOver(placed))).toEqual(['CONFIRMED']);
    expect(await confirm(handedOver(placed))).toEqual(['REPEATED']);
  });
});

test('what fails in the middle leaves nothing behind', async () => {
  const placed = await order();
  await fees.em().execute('alter table outbox add constraint broken check (false) not valid');
  await expect(confirm(success(placed))).rejects.toThrow();
  await fees.em().execute('alter table outbox drop constraint broken');
  expect(await statusOf(placed)).toBe('PROCESSING');
  expect(await posted(placed.id)).toEqual([]);
  expect(await confirm(success(placed))).toEqual(['CONFIRMED']);
});

test('a charge that its order does not hold is a bug, and nothing of the call happens', async () => {
  const placed = await order();
  const sql = `update dues_charge set order_id = uuidv7() where member_id = ? and period = '2026-06-01'`;
  await fees.em().execute(sql, [member]);
  await expect(confirm(success(placed))).rejects.toThrow('2 of 3 charges are locked');
  expect(await charges()).toEqual(['IN_PAYMENT', 'IN_PAYMENT', 'IN_PAYMENT']);
});
