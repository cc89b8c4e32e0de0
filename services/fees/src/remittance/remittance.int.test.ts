import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  type Fees,
  ledgerOf,
  openPayouts,
  owing,
  paidInCash,
  people,
  remit,
} from '../../test/payout-stage.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openPayouts();
});
afterAll(() => fees.close());
/** What a test leaves in a branch's hands is remitted. */
beforeEach(async () => {
  await confirmOpen();
  await declare();
  await confirmOpen();
});
async function confirmOpen(): Promise<void> {
  const open = await fees
    .em()
    .execute<{ id: string; version: number }[]>(
      `select id, version from remittance where status = 'DECLARED'`,
    );
  for (const { id: remittanceId, version: expectedVersion } of open)
    await remit(fees, 'confirmRemittance', people.finance, { remittanceId, expectedVersion });
}

const declare = (actor = people.collector) =>
  remit(fees, 'declareRemittance', actor, { branchId: units.branch1 });
const cash = async () => {
  const of = [{ __typename: 'OrgUnit', id: units.branch1 }];
  const { data } = await fees.execute(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { cashToRemit { total declared undeclared } } } }',
    { of },
    people.collector,
  );
  return data?._entities[0].cashToRemit;
};
async function handBack(orderId: string, total: bigint): Promise<void> {
  const refundId = randomUUID();
  await fees.em().transactional(async (em) => {
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on) values (?, ?, 'PAYMENT', ?, 'APPROVED', 'Nộp nhầm', '2026-07-06')`,
      [refundId, orderId, total.toString()],
    );
    await reverseOrder(em, { orderId, refundId, bookedOn: '2026-07-06' });
  });
}

describe('T40: 60,000 in notes, confirmed by a second person', () => {
  test('the branch owes 18,000 upward, declares it, and the units above have their shares when it has arrived', async () => {
    await paidInCash(fees, await owing(fees, 1));
    expect(await cash()).toEqual({ total: 18_000, declared: 0, undeclared: 18_000 });
    const before = await ledgerOf(fees, units.province);
    const { remittance } = await declare();
    expect(remittance).toMatchObject({ amount: 18_000, status: 'DECLARED', version: 1 });
    expect(remittance.number).toMatch(/^[\d.]+-NT-260706-\d{4}$/);
    expect(await cash()).toEqual({ total: 18_000, declared: 18_000, undeclared: 0 });
    const confirmed = await remit(fees, 'confirmRemittance', people.finance, {
      remittanceId: remittance.id,
      expectedVersion: 1,
    });
    expect(confirmed.remittance).toMatchObject({ status: 'CONFIRMED', version: 2 });
    expect(await cash()).toEqual({ total: 0, declared: 0, undeclared: 0 });
    const { UNIT_SHARE: had = 0n } = before;
    const after = await ledgerOf(fees, units.province);
    expect(after.UNFUNDED_SHARE).toBeUndefined();
    expect((after.UNIT_SHARE ?? 0n) < had).toBe(true);
    const [upward] = await fees.em().execute<{ amount: string }[]>(
      `select sum(-amount)::text as amount from ledger_entry join ledger_transaction made on made.id = transaction_id
       where made.subject_id = ? and account = 'UNIT_SHARE'`,
      [remittance.id],
    );
    expect(upward?.amount).toBe('18000');
  });
});

test('nothing to carry, or one under way already: refused', async () => {
  expect((await declare()).refusal.code).toBe('NOTHING_TO_PAY');
  await paidInCash(fees, await owing(fees, 2));
  const { remittance } = await declare();
  expect(remittance.amount).toBe(36_000);
  await paidInCash(fees, await owing(fees, 1));
  expect((await declare()).refusal.code).toBe('WRONG_STATE');
  const { id: remittanceId, version: expectedVersion } = remittance;
  await remit(fees, 'confirmRemittance', people.finance, { remittanceId, expectedVersion });
  expect((await declare()).remittance.amount).toBe(18_000);
});

test('two who declare at once: the cash goes with one of them', async () => {
  await paidInCash(fees, await owing(fees, 1));
  const answers = await Promise.all([declare(), declare(people.secretary)]);
  expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['WRONG_STATE', 'done']);
});

test('who declared it does not confirm it, also under another office', async () => {
  await paidInCash(fees, await owing(fees, 1));
  const { remittance } = await declare();
  const both = { ...people.finance, memberId: people.collector.memberId };
  const own = await remit(fees, 'confirmRemittance', both, {
    remittanceId: remittance.id,
    expectedVersion: 1,
  });
  expect(own.refusal.code).toBe('SECOND_PERSON_REQUIRED');
});

test('what was handed back to a payer is netted from the next', async () => {
  const first = await paidInCash(fees, await owing(fees, 1));
  const { remittance } = await declare();
  await handBack(first.id, first.total);
  const { id: remittanceId, version: expectedVersion } = remittance;
  await remit(fees, 'confirmRemittance', people.finance, { remittanceId, expectedVersion });
  expect(await cash()).toMatchObject({ total: -18_000 });
  expect((await declare()).refusal.code).toBe('NOTHING_TO_PAY');
  await paidInCash(fees, await owing(fees, 3));
  expect((await declare()).remittance.amount).toBe(36_000);
});

test('a declaration taken back leaves the cash to be declared again', async () => {
  await paidInCash(fees, await owing(fees, 1));
  const { remittance } = await declare();
  const { id: remittanceId } = remittance;
  const back = await remit(fees, 'withdrawRemittance', people.collector, {
    remittanceId,
    expectedVersion: 1,
    reason: 'Chưa chuyển tiền',
  });
  expect(back.remittance.status).toBe('WITHDRAWN');
  const again = await declare();
  expect(again.remittance).toMatchObject({ amount: 18_000, status: 'DECLARED' });
  expect(again.remittance.number).not.toBe(remittance.number);
  const { data } = await fees.execute(
    'query ($id: UUID!) { remittance(id: $id) { history { action label toState reason } availableActions { action allowed code } } }',
    { id: remittanceId },
    people.finance,
  );
  expect(data?.remittance.history).toEqual([
    { action: 'DECLARE', label: 'Khai báo nộp tiền', toState: 'DECLARED', reason: null },
    { action: 'WITHDRAW', label: 'Rút khai báo', toState: 'WITHDRAWN', reason: 'Chưa chuyển tiền' },
  ]);
  expect(data?.remittance.availableActions).toEqual([]);
});
