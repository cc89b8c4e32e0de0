import { randomUUID } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { confirmPayments } from './confirm-payments.ts';
import { verifyLedger } from './verify-ledger.ts';

const CALLERS = 16;
const ORDERS = 48;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

let fees: Awaited<ReturnType<typeof openFees>>;
let pool: pg.Pool;
const orders: PlacedOrder[] = [];
let spare: PlacedOrder;

/** Numbers from 0 to 1 that the seed decides. */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

beforeAll(async () => {
  fees = await openFees();
  pool = new pg.Pool({ connectionString: fees.environment.DATABASE_URL, max: CALLERS });
  const members = Array.from({ length: ORDERS + 1 }, () => randomUUID());
  await fees.hear(
    ...members.map((id, index) =>
      heard.approved(id, index % 2 ? units.branch1 : units.branch2, '60000', '2026-06'),
    ),
  );
  for (const month of ['2026-06', '2026-07']) await chargeMonth(fees.em(), month, units.ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED'`);
  for (const [index, id] of members.entries())
    orders.push(await placeOrder(fees.em(), [id], { unitId: index % 2 ? units.branch1 : units.branch2 }));
  spare = orders.pop() as PlacedOrder;
});
afterAll(async () => {
  await pool.end();
  await fees.close();
});

test(`every payment told by four of sixteen callers at once, in batches of any order, is one payment (seed ${seed})`, async () => {
  const random = chance(seed);
  const told = orders.flatMap((order) => {
    const message = success(order);
    return [
      message,
      message,
      { ...message, messageId: randomUUID() },
      { ...message, messageId: randomUUID() },
    ];
  });
  const shuffled = told.map((message) => ({ message, place: random() })).sort((a, b) => a.place - b.place);
  const batches = Array.from({ length: CALLERS }, (_, caller) =>
    shuffled.filter((_each, index) => index % CALLERS === caller).map(({ message }) => message),
  );
  const answers = await Promise.all(batches.map((batch) => confirmPayments(pool, batch, '2026-07-06')));
  const outcomes = Map.groupBy(answers.flat(), ({ outcome }) => outcome);
  expect([...outcomes].map(([outcome, { length }]) => `${outcome} ${length}`).sort()).toEqual([
    `CONFIRMED ${ORDERS}`,
    `REPEATED ${3 * ORDERS}`,
  ]);
  expect(new Set(outcomes.get('CONFIRMED')?.map(({ number }) => number)).size).toBe(ORDERS);
  const { client } = await openConnection(fees.environment.DATABASE_URL, 'test');
  expect((await verifyLedger(client)).faults).toEqual([]);
  await client.end();
});

test('the relay is woken a moment after payments were confirmed', async () => {
  const { client } = await openConnection(fees.environment.DATABASE_URL, 'test');
  const rung = new Promise<string>((resolve) => client.on('notification', ({ channel }) => resolve(channel)));
  await client.query('listen outbox');
  await confirmPayments(pool, [success(spare)], '2026-07-06');
  expect(await rung).toBe('outbox');
  await client.end();
});
