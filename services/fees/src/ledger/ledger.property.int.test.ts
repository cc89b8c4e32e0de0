import { randomUUID } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { abandonOrder, handedOver, type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { accountBalances, foldBalances, shareBalances } from './balances.ts';
import { type ConfirmedPayment, confirmPayments } from './confirm-payments.ts';
import { postRefundPaid, reverseOrder } from './reverse-order.ts';
import { verifyLedger } from './verify-ledger.ts';

const MEMBERS = 125;
const TODAY = '2026-07-06';
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);

let fees: Awaited<ReturnType<typeof openFees>>;
let client: Client;
const members = Array.from({ length: MEMBERS }, () => randomUUID());

beforeAll(async () => {
  fees = await openFees();
  ({ client } = await openConnection(fees.environment.DATABASE_URL, 'test'));
  await fees.hear(heard.duesStart(units.province, '2026-01-01', 2));
  await fees.hear(
    ...members.map((id, index) =>
      heard.approved(id, index % 2 ? units.branch1 : units.branch2, `${5_000 + index * 977}`, '2026-01'),
    ),
  );
  for (const month of months) await chargeMonth(fees.em(), month, units.ward);
  // the last month is charged, and not announced yet
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where period < '2026-08-01'`);
  await fees.em().execute(
    `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
     select period, member_id, case when random() < 0.5 then 'ARREARS_ADJUSTMENT' else 'VOLUNTARY' end::charge_origin, 1, branch_id,
       1 + (random() * 99999)::int, uuidv7(), period
     from dues_charge where random() < 0.03 and status = 'ANNOUNCED'`,
  );
  await fees.em().execute('select recompute_standings(?::uuid[])', [`{${members.join(',')}}`]);
}, 90_000);
afterAll(async () => {
  await client.end();
  await fees.close();
});

/** What a random payer does: some members pay some of their months, from the oldest on or not, and what becomes of it. */
interface Deed {
  readonly first: number;
  readonly people: number;
  readonly from: number;
  readonly months: number;
  readonly mode: 'SELF' | 'BRANCH' | 'CASH';
  readonly fate: 'PAID' | 'TWICE' | 'AGAIN' | 'LATE' | 'LOST' | 'REFUNDED' | 'GIVEN_BACK';
}

const deed: fc.Arbitrary<Deed> = fc.record({
  first: fc.nat(MEMBERS - 1),
  people: fc.integer({ min: 1, max: 3 }),
  from: fc.oneof(fc.constant(0), fc.nat(6)),
  months: fc.integer({ min: 1, max: 3 }),
  mode: fc.constantFrom('SELF', 'BRANCH', 'CASH'),
  fate: fc.constantFrom('PAID', 'PAID', 'TWICE', 'AGAIN', 'LATE', 'LOST', 'REFUNDED', 'GIVEN_BACK'),
});

const confirm = (payments: readonly ConfirmedPayment[]) => confirmPayments(fees.em(), payments, TODAY);

async function place({ first, people, from, months: count, mode }: Deed): Promise<PlacedOrder | null> {
  const payers = Array.from(
    { length: people },
    (_, index) => members[(first + 2 * index) % MEMBERS] as string,
  );
  const unitId = first % 2 ? units.branch1 : units.branch2;
  const order = await placeOrder(fees.em(), payers, {
    unitId,
    mode,
    months: months.slice(from, from + count),
    orNothing: true,
  });
  return order.total === 0n ? null : order;
}

async function takeBack({ id: orderId, total }: PlacedOrder, isPaidOut: boolean): Promise<void> {
  const refundId = randomUUID();
  await fees.em().transactional(async (em) => {
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on) values (?, ?, 'PAYMENT', ?, 'APPROVED', 'x', ?)`,
      [refundId, orderId, total.toString(), TODAY],
    );
    await reverseOrder(em, { orderId, refundId, bookedOn: TODAY });
    if (isPaidOut) await postRefundPaid(em, { refundId, bookedOn: TODAY });
  });
}

/** Does the deeds, several payments a call; answers how many orders were placed. */
async function play(deeds: readonly Deed[]): Promise<number> {
  const waiting: { deed: Deed; order: PlacedOrder }[] = [];
  for (const each of deeds) {
    const order = await place(each);
    if (order) waiting.push({ deed: each, order });
  }
  const told = ({ deed: { mode }, order }: (typeof waiting)[number]) =>
    mode === 'CASH' ? handedOver(order) : success(order);
  const late = waiting.filter(({ deed: { fate } }) => fate === 'LATE' || fate === 'LOST');
  for (const { order } of late) await abandonOrder(fees.em(), order);
  await confirm(
    waiting
      .filter(({ deed: { fate } }) => fate !== 'LOST')
      .flatMap((each) => (each.deed.fate === 'TWICE' ? [told(each), told(each)] : [told(each)])),
  );
  for (const {
    deed: { fate, mode },
    order,
  } of waiting) {
    if (fate === 'AGAIN' && mode !== 'CASH')
      await confirm([success(order, { providerRef: `again ${order.number}` })]);
    if (fate === 'REFUNDED' || fate === 'GIVEN_BACK') await takeBack(order, fate === 'GIVEN_BACK');
  }
  return waiting.length;
}

/** The standings are what they would be if they were worked out anew. */
const standingsOff = () =>
  fees.em().execute('select * from recompute_standings(?::uuid[])', [`{${members.join(',')}}`]);

test(`1,000 random orders, paid once, twice, late, never, and taken back, leave the ledger whole (seed ${seed})`, async () => {
  const rounds = fc.sample(fc.array(deed, { minLength: 10, maxLength: 10 }), { seed, numRuns: 140 });
  let orders = 0;
  for (const [index, deeds] of rounds.entries()) {
    if (orders >= 1_000) break;
    orders += await play(deeds);
    expect(await standingsOff()).toEqual([]);
    if (index % 5 === 0) await foldBalances(client);
    // whoever has paid everything owes again, so that there is always something to pay
    if (index % 4 === 3) {
      const { rows } = await client.query<PlacedOrder>(
        `select id, number, total::text from payment_order where status = 'SUCCEEDED' order by random() limit 25`,
      );
      for (const row of rows) await takeBack({ ...row, total: BigInt(row.total) }, index % 8 === 3);
    }
  }
  process.stdout.write(`ledger: seed ${seed}, ${orders} orders\n`);
  expect(orders).toBeGreaterThan(500);
  expect((await verifyLedger(client)).faults).toEqual([]);

  const { rows: standing } = await client.query<PlacedOrder>(
    `select id, number, total::text from payment_order where status = 'SUCCEEDED'`,
  );
  for (const row of standing) await takeBack({ ...row, total: BigInt(row.total) }, false);
  for (const account of ['UNIT_SHARE', 'UNFUNDED_SHARE', 'BRANCH_CASH'] as const)
    expect(await accountBalances(fees.em(), account, null)).toEqual(new Map());
  expect(await shareBalances(fees.em(), null)).toEqual(new Map());
  expect(await standingsOff()).toEqual([]);
  expect((await verifyLedger(client)).faults).toEqual([]);
}, 600_000);
