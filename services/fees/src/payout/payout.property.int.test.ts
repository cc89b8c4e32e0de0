import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  approvedAccount,
  type Fees,
  ledgerOf,
  nextDay,
  openPayouts,
  retain,
} from '../../test/payout-stage.ts';
import { openPlatform } from '../../test/platform-stand-in.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 100_000);
const DAYS = 12;

let outside: Awaited<ReturnType<typeof openPlatform>>;
let fees: Fees;
beforeAll(async () => {
  outside = await openPlatform();
  fees = await openPayouts(outside.environment);
  await approvedAccount(fees);
  await approvedAccount(fees, units.branch2);
});
afterAll(async () => {
  await fees.close();
  await outside.close();
});

const paidBy = async (unitId: string): Promise<bigint> => {
  const [row] = await fees
    .em()
    .execute<{ paid: string }[]>(
      `select coalesce(sum(amount), 0)::text as paid from payout where unit_id = ? and status = 'SETTLED'`,
      [unitId],
    );
  return BigInt(row?.paid ?? 0);
};
const bankPaid = async (): Promise<bigint> => {
  const answer = await fetch(`${outside.url}/bank/statements/2026-07-06`, {
    headers: { authorization: `Bearer ${outside.environment.BANK_SECRET}` },
  });
  const { lines } = (await answer.json()) as { lines: { amount: number }[] };
  return lines.reduce((sum, { amount }) => sum - BigInt(amount), 0n);
};

test(`seed ${SEED}: payments, refunds, a bank in trouble and two workers: what was retained was paid, or still waits`, async () => {
  const random = seededRandom(SEED);
  const upTo = (most: number) => Math.floor(random() * most);
  const retained = new Map([units.branch1, units.branch2].map((id) => [id, 0n]));
  const faults = [
    {},
    {},
    { reject: 'next' },
    { error500: 'next' },
    { pending: 'next' },
    { reject: 'always' },
  ];
  for (let day = 0; day < DAYS; day += 1) {
    await outside.armBank(faults[upTo(faults.length)] as Record<string, string>);
    for (const unitId of retained.keys()) {
      const amount = BigInt(upTo(200_000)) - (random() < 0.4 ? 150_000n : 0n);
      if (amount !== 0n) await retain(fees, unitId, amount);
      retained.set(unitId, (retained.get(unitId) ?? 0n) + amount);
    }
    const twice = (job: string) => Promise.all([fees.runJob(job), fees.runJob(job)]);
    await twice('make-payouts');
    await twice('send-payouts');
    await twice('ask-payouts');
    await fees.em().execute('update payout set next_try_at = null');
    for (const [unitId, owed] of retained) {
      const { UNIT_SHARE = 0n, PAYOUT_IN_TRANSIT = 0n } = await ledgerOf(fees, unitId);
      expect((await paidBy(unitId)) - UNIT_SHARE - PAYOUT_IN_TRANSIT).toBe(owed);
    }
    await nextDay(fees);
  }
  await outside.armBank({});
  for (const unitId of retained.keys()) await retain(fees, unitId, 1_000_000n);
  await fees.em().execute(`update payout set status = 'CALCULATED' where status = 'MANUAL'`);
  for (let day = 0; day < 2; day += 1) {
    for (const job of ['make-payouts', 'send-payouts', 'ask-payouts']) await fees.runJob(job);
    await nextDay(fees);
  }
  for (const [unitId, owed] of retained) {
    expect(await paidBy(unitId)).toBe(owed + 1_000_000n);
    expect(await ledgerOf(fees, unitId)).toEqual({});
  }
  expect(await bankPaid()).toBe([...retained.values()].reduce((sum, owed) => sum + owed + 1_000_000n, 0n));
});
