import { randomUUID } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { units } from '../../test/fees-stage.ts';
import {
  approvedAccount,
  type Fees,
  onAccount,
  openPayouts,
  owing,
  paidInCash,
  payoutsOf,
  people,
  remit,
  run,
} from '../../test/payout-stage.ts';
import { openPlatform } from '../../test/platform-stand-in.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { instructDue } from './instruct.ts';

let outside: Awaited<ReturnType<typeof openPlatform>>;
let fees: Fees;
let client: Client;
beforeAll(async () => {
  outside = await openPlatform();
  fees = await openPayouts(outside.environment);
  ({ client } = await openConnection(fees.environment.DATABASE_URL, 'test'));
});
afterAll(async () => {
  await client.end();
  await fees.close();
  await outside.close();
});

const wardOffice = { positionId: randomUUID(), role: 'COMMITTEE_SECRETARY', title: 'Bí thư' } as const;

const faults = async () => (await verifyLedger(client)).faults;
const job = (name: string) => fees.runJob(name);
async function carry(confirmed: boolean): Promise<void> {
  const { remittance } = await remit(fees, 'declareRemittance', people.collector, {
    branchId: units.branch1,
  });
  const input = { remittanceId: remittance.id, expectedVersion: 1 };
  if (confirmed) await remit(fees, 'confirmRemittance', people.finance, input);
  else await remit(fees, 'withdrawRemittance', people.collector, { ...input, reason: 'Chưa chuyển' });
}

test('cash, remittances, payouts refused, taken back and settled, money without a name: the ledger proves all of it', async () => {
  await paidInCash(fees, await owing(fees, 3));
  await carry(false);
  await carry(true);
  await approvedAccount(fees, units.committee, people.ward);
  await job('make-payouts');
  await outside.armBank({ reject: 'always' });
  await job('send-payouts');
  await job('ask-payouts');
  expect(await faults()).toEqual([]);
  await outside.armBank({});
  await fees.em().execute('update payout set next_try_at = null');
  // above the branch: its own share of cash stays with it
  const city = { ...people.ward, capacity: { ...wardOffice, unitId: units.province } };
  const { id } = await approvedAccount(fees, units.ward, city);
  await fees.em().transactional((em) => instructDue(em, { today: '2026-07-06', at: fees.clock.now() }));
  await onAccount(fees, 'endBeneficiaryAccount', people.ward, id, { reason: 'Đổi người' });
  expect(await faults()).toEqual([]);
  await job('send-payouts');
  await job('ask-payouts');
  const lines = [{ reference: 'FT1', amount: 5_000, bookedOn: '2026-07-06', content: 'Ung ho' }];
  await run(fees, 'importBankStatement', people.finance, { number: 'SK-1', lines }, 'statement { id }');
  expect(await faults()).toEqual([]);
  expect((await payoutsOf(fees, units.committee)).map(({ status }) => status)).toEqual(['SETTLED']);
  expect((await payoutsOf(fees, units.ward)).map(({ status }) => status)).toEqual(['HELD']);
});

test.each([
  [
    'a payout that is said to be settled',
    `update payout_attempt set outcome = 'SETTLED' where outcome = 'WITHDRAWN'`,
    /^attempt .*\(SETTLED\).* 0 settled/,
  ],
  [
    'a payout of another amount',
    `update payout set amount = amount + 1 where status = 'SETTLED'`,
    /^payout .*\(SETTLED/,
  ],
  [
    'a remittance of another amount',
    `update remittance set amount = amount + 1 where status = 'CONFIRMED'`,
    /^remittance .*\(CONFIRMED/,
  ],
  [
    'money without a name that nobody posted',
    `update bank_statement_line set is_posted = false`,
    /^line 1 of statement SK-1/,
  ],
])('%s is found, and named', async (_what, tamper, named) => {
  await client.query('begin');
  await client.query(tamper);
  await client.query('commit');
  expect((await faults()).some((fault) => named.test(fault))).toBe(true);
});
