import { randomInt, randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { type ConfirmedPayment, confirmPayments } from '../ledger/confirm-payments.ts';
import { foldTotals } from '../totals/fold.ts';
import { endOrder } from './end-order.ts';

const MEMBERS = 80;
const WORKERS = 20;
const STEPS = 12;
const today = '2026-07-06';
const branches = [units.branch1, units.branch2, units.branch21, units.branch22];

let house: Orders;
let members: { id: string; branchId: string }[];
beforeAll(async () => {
  house = await openOrders();
  members = [];
  for (let n = 0; n < MEMBERS; n += 1) {
    const branchId = branches[n % branches.length] as string;
    const amount = String(10_000 + n * 1_237);
    members.push({ id: await house.owing(branchId, ['2026-05', '2026-06', '2026-07'], amount), branchId });
  }
}, 120_000);
afterAll(() => house.close());

const refusals = new Set(['CHARGE_NOT_PAYABLE', 'NOTHING_TO_PAY', 'ADVANCE_NOT_ALLOWED', 'RATE_LIMITED']);

/** One worker: orders at random, alone and for branches, ends some of them first, and tells every success twice at once. */
async function work(seed: number): Promise<{ placed: number; outcomes: string[] }> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const outcomes: string[] = [];
  let placed = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const { id, branchId } = pick(members);
    const answer =
      random() < 0.75
        ? await house.payDues(id, 1 + Math.floor(random() * 3))
        : await house.act(
            testActor({ role: 'BRANCH_DELEGATE', unitId: branchId }),
            'payForBranch',
            {
              branchId,
              memberIds: [...new Set([id, pick(members.filter((one) => one.branchId === branchId)).id])],
            },
            'order { id number total }',
          );
    if (!answer.order) {
      expect(refusals).toContain(answer.refusal.code);
      continue;
    }
    placed += 1;
    const { id: orderId, number, total } = answer.order;
    const fate = random();
    if (fate < 0.35) {
      const end = { orderId, to: fate < 0.2 ? 'EXPIRED' : 'FAILED', reason: null, today } as const;
      await house.em().transactional((em) => endOrder(em, end));
      if (fate < 0.15) continue;
    }
    const payment: ConfirmedPayment = {
      provider: 'national',
      messageId: randomUUID(),
      number,
      providerRef: randomUUID(),
      amount: BigInt(total),
      paidAt: new Date('2026-07-06T03:00:00Z'),
      method: pick(['BANK', 'E_WALLET', 'MOBILE_MONEY']),
      clockDiffers: false,
    };
    // the same message twice, the same payment in another message, or really paid twice
    const kind = random();
    const second =
      kind < 0.5
        ? payment
        : { ...payment, messageId: randomUUID(), ...(kind > 0.85 && { providerRef: randomUUID() }) };
    const answers = await Promise.all(
      [payment, second].map((each) => confirmPayments(house.em(), [each], today)),
    );
    outcomes.push(
      answers
        .map(([one]) => one?.outcome)
        .sort()
        .join(' '),
    );
  }
  return { placed, outcomes };
}

test('80 members, 20 workers, every payment told twice at once: every charge is paid once and every đồng is somewhere', async () => {
  const seed = Number(process.env.SEED ?? randomInt(1, 1_000_000));
  process.stdout.write(`paying at once, seed ${seed}\n`);
  let isOver = false;
  const folding = (async () => {
    while (!isOver) await foldTotals(house.em());
  })();
  const done = await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(seed + worker)));
  isOver = true;
  await folding;
  const counts = Map.groupBy(
    done.flatMap(({ outcomes }) => outcomes),
    (outcome) => outcome,
  );
  // never twice confirmed, and every double is known as such
  expect([...counts.keys()].filter((each) => !known.has(each))).toEqual([]);
  expect(done.reduce((sum, { placed }) => sum + placed, 0)).toBeGreaterThan(60);

  const [paid] = await house
    .em()
    .execute<{ charges: string; orders: string; central: string; back: string; locked: number }[]>(
      `select (select sum(paid) from member_charge) as charges,
       (select sum(total) from payment_order where status = 'SUCCEEDED') as orders,
       (select sum(amount) from ledger_entry where account = 'CENTRAL_BANK') as central,
       (select coalesce(sum(amount), 0) from refund) as back,
       (select count(*)::int from member_charge charge join payment_order on payment_order.id = charge.order_id
        where payment_order.status not in ('INITIATED', 'PROCESSING')) as locked`,
    );
  expect(paid?.charges).toBe(paid?.orders);
  expect(BigInt(paid?.central ?? 0)).toBe(BigInt(paid?.orders ?? 0) + BigInt(paid?.back ?? 0));
  expect(paid?.locked).toBe(0);
  expect(await house.ledgerFaults()).toEqual([]);
  expect(await house.totalsFaults()).toEqual([]);
  while ((await foldTotals(house.em())) > 0);
  expect(await house.totalsFaults()).toEqual([]);
}, 180_000);

const known = new Set([
  'CONFIRMED REPEATED',
  'CONFIRMED DUPLICATE',
  'CONFIRMED_LATE REPEATED',
  'CONFIRMED_LATE DUPLICATE',
  'DUPLICATE REPEATED',
  'DUPLICATE DUPLICATE',
]);

test('more collectors at once than there are connections: nobody waits for a second connection while holding one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, at) => {
      const { id, branchId } = members[at % members.length] as (typeof members)[number];
      const collector = testActor({ role: 'BRANCH_DELEGATE', unitId: branchId });
      return house.act(collector, 'payForBranch', { branchId, memberIds: [id] }, 'order { id }');
    }),
  );
  for (const { order, refusal } of answers) if (!order) expect(refusals).toContain(refusal.code);
}, 20_000);
