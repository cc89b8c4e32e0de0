import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { placeOrder, success } from '../../test/orders-stage.ts';
import {
  ledgerOf,
  owing,
  paidInCash,
  payoutsOf,
  people,
  remit,
  retain,
  run,
} from '../../test/payout-stage.ts';
import { line, openStatements, type Statements } from '../../test/statement-stage.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';

let stage: Statements;
beforeAll(async () => {
  stage = await openStatements();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

describe('a line', () => {
  test('of a paid order fits; with another amount, again, or of one that nobody confirmed, it is flagged and posts nothing', async () => {
    const order = await stage.paidOrder();
    const open = await placeOrder(stage.fees.em(), await owing(stage.fees, 1), { unitId: units.branch1 });
    const before = await stage.central('CENTRAL_BANK');
    const { statement } = await stage.read([
      line(order.number, 60_001),
      line(order.number, 60_000),
      line('FT1', 60_000, { content: `Thanh toan le phi cho ho so ${order.number}` }),
      line(open.number, 60_000),
    ]);
    expect(await stage.states()).toEqual([
      'WRONG_AMOUNT ORDER',
      'MATCHED ORDER',
      'REPEATED ORDER',
      'CONTRADICTED ORDER',
    ]);
    expect(statement).toMatchObject({ lines: 4, matched: 1, flagged: 3, missing: 0 });
    expect(await stage.central('CENTRAL_BANK')).toBe(before);
  });

  test('of an order paid twice fits twice', async () => {
    const order = await stage.paidOrder();
    await confirmPayments(stage.fees.em(), [success(order, { providerRef: 'again' })], '2026-07-06');
    await stage.read([line(order.number, 60_000), line(order.number, 60_000), line(order.number, 60_000)]);
    expect(await stage.states()).toEqual(['MATCHED ORDER', 'MATCHED ORDER', 'REPEATED ORDER']);
  });

  test('of a payout under way settles it on the day of the bank', async () => {
    await retain(stage.fees, units.branch1, 42_000n);
    await stage.fees.runJob('make-payouts');
    await stage.fees.runJob('send-payouts');
    const payout = (await payoutsOf(stage.fees, units.branch1)).at(-1);
    const [attempt] = await stage.fees
      .em()
      .execute<{ id: string }[]>('select id from payout_attempt where payout_id = ?', [payout?.id]);
    await stage.read([line(attempt?.id ?? '', -Number(payout?.amount), { bookedOn: '2026-07-05' })]);
    expect(await stage.states()).toEqual(['MATCHED PAYOUT']);
    expect((await payoutsOf(stage.fees, units.branch1)).at(-1)?.status).toBe('SETTLED');
    expect((await ledgerOf(stage.fees, units.branch1)).PAYOUT_IN_TRANSIT).toBeUndefined();
    await stage.fees.runJob('ask-payouts');
    expect((await payoutsOf(stage.fees, units.branch1)).at(-1)?.status).toBe('SETTLED');
  });

  test('of a declared remittance confirms it; a đồng less does not', async () => {
    await paidInCash(stage.fees, await owing(stage.fees, 1));
    const { remittance } = await remit(stage.fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const content = `Chi bo nop dang phi ${remittance.number}`;
    await stage.read([line('FT2', 17_999, { content })]);
    expect(await stage.states()).toEqual(['WRONG_AMOUNT REMITTANCE']);
    const { length: before } = await stage.fees
      .em()
      .execute(`select from ledger_transaction where kind = 'REMITTANCE'`);
    await stage.read([line('FT3', 18_000, { content })]);
    const { length: after } = await stage.fees
      .em()
      .execute(`select from ledger_transaction where kind = 'REMITTANCE'`);
    expect(after - before).toBe(1);
    const [row] = await stage.fees
      .em()
      .execute('select status from remittance where id = ?', [remittance.id]);
    expect(row?.status).toBe('CONFIRMED');
  });

  test('of a remittance that the officer declared themselves fits, and somebody else confirms it', async () => {
    await paidInCash(stage.fees, await owing(stage.fees, 1));
    const { remittance } = await remit(stage.fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const statusNow = async () =>
      (await stage.fees.em().execute('select status from remittance where id = ?', [remittance.id]))[0]
        ?.status;
    const input = { number: randomUUID(), lines: [line('FT9', 18_000, { content: remittance.number })] };
    const self = { ...people.finance, memberId: people.collector.memberId };
    await run(stage.fees, 'importBankStatement', self, input, 'statement { id }');
    expect(await stage.states()).toEqual(['MATCHED REMITTANCE']);
    expect(await statusNow()).toBe('DECLARED');
    const act = { remittanceId: remittance.id, expectedVersion: remittance.version };
    expect((await remit(stage.fees, 'confirmRemittance', self, act)).refusal.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect((await remit(stage.fees, 'confirmRemittance', people.finance, act)).refusal).toBeNull();
    expect(await statusNow()).toBe('CONFIRMED');
  });

  test('of unknown content that another statement has told of is the same money, what it names twice is not', async () => {
    const before = await stage.central('UNMATCHED_RECEIPT');
    const told = line('FT10', 7_000, { content: 'Ung ho' });
    await stage.read([told, line('', 7_000), line('FT11', 7_000)], 'PHAN-1');
    expect(await stage.central('UNMATCHED_RECEIPT')).toBe(before - 21_000n);
    await stage.read([told, told, line('', 7_000), line('FT10', 7_001, { content: 'Ung ho' })], 'CA-NGAY');
    expect((await stage.states()).toSorted()).toEqual([
      'REPEATED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
    ]);
    expect(await stage.central('UNMATCHED_RECEIPT')).toBe(before - 42_001n);
  });

  test('of unknown content is posted as such when money came in, and only flagged when it went out', async () => {
    const before = await stage.central('UNMATCHED_RECEIPT');
    await stage.read([
      line('FT4', 5_000, { content: 'Ung ho' }),
      line('FT5', -1_100, { content: 'Phi dich vu' }),
    ]);
    expect(await stage.states()).toEqual(['UNMATCHED', 'UNMATCHED']);
    expect(await stage.central('UNMATCHED_RECEIPT')).toBe(before - 5_000n);
    const [row] = await stage.fees
      .em()
      .execute('select counterparty_sealed as sealed from bank_statement_line limit 1');
    expect(row?.sealed).not.toContain('0990123456');
    const [first] = await stage.flagged('UNMATCHED');
    expect(first).toMatchObject({
      counterparty: 'NGUYEN VAN AN 0990123456',
      availableActions: [{ action: 'RESOLVE', allowed: true }],
    });
  });
});

describe('a flagged line', () => {
  test('is settled with a reason, once', async () => {
    const order = await stage.paidOrder();
    await stage.read([line(order.number, 60_001)]);
    const [flag] = await stage.flagged('WRONG_AMOUNT');
    expect((await stage.resolve(flag.id)).line).toMatchObject({ status: 'RESOLVED', version: 2 });
    expect((await stage.resolve(flag.id, { expectedVersion: 2 })).refusal.code).toBe('WRONG_STATE');
    const [settled] = await stage.flagged('RESOLVED');
    expect(settled.history).toEqual([{ action: 'RESOLVE', reason: 'Đã liên hệ người nộp' }]);
  });

  test('that turns out to be a remittance lets it arrive, and leaves the unmatched receipts', async () => {
    await paidInCash(stage.fees, await owing(stage.fees, 2));
    const { remittance } = await remit(stage.fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const before = await stage.central('UNMATCHED_RECEIPT');
    await stage.read([line('FT6', 36_000, { content: 'nop tien chi bo 1' }), line('FT7', 35_999)]);
    const [, wrong] = (await stage.flagged('UNMATCHED')).toReversed();
    const [right] = (await stage.flagged('UNMATCHED')).toReversed();
    const { number } = remittance;
    expect((await stage.resolve(wrong.id, { number })).refusal.code).toBe('AMOUNT_INVALID');
    expect((await stage.resolve(right.id, { number: 'abc' })).refusal.code).toBe('NOT_FOUND');
    expect((await stage.resolve(right.id, { number })).line).toMatchObject({
      status: 'RESOLVED',
      matchedKind: 'REMITTANCE',
    });
    expect(await stage.central('UNMATCHED_RECEIPT')).toBe(before - 35_999n);
    const [row] = await stage.fees
      .em()
      .execute('select status from remittance where id = ?', [remittance.id]);
    expect(row?.status).toBe('CONFIRMED');
  });
});

describe('a debit that sends money of unknown content back', () => {
  test('moves it out of the unmatched receipts, once and to the đồng', async () => {
    const before = [await stage.central('UNMATCHED_RECEIPT'), await stage.central('CENTRAL_BANK')];
    await stage.read([line('FT20', 9_000), line('FT21', -9_000), line('FT22', -9_000), line('FT23', -8_999)]);
    const [receipt, back, again, less] = (await stage.flagged('UNMATCHED')).toReversed();
    const returnsLineId = receipt.id;
    expect((await stage.resolve(less.id, { returnsLineId })).refusal).toEqual({
      code: 'AMOUNT_INVALID',
      field: 'returnsLineId',
    });
    expect((await stage.resolve(receipt.id, { returnsLineId })).refusal.code).toBe('WRONG_STATE');
    expect((await stage.resolve(back.id, { returnsLineId: again.id })).refusal.code).toBe('NOT_FOUND');
    expect((await stage.resolve(back.id, { returnsLineId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
    expect((await stage.resolve(back.id, { returnsLineId })).line).toMatchObject({
      status: 'RESOLVED',
      matchedKind: 'RECEIPT',
    });
    expect((await stage.resolve(again.id, { returnsLineId })).refusal.code).toBe('NOT_FOUND');
    expect([await stage.central('UNMATCHED_RECEIPT'), await stage.central('CENTRAL_BANK')]).toEqual(before);
    const settled = (await stage.flagged('RESOLVED')).find(({ id }: { id: string }) => id === receipt.id);
    expect(settled.history).toEqual([{ action: 'RESOLVE', reason: 'Đã liên hệ người nộp' }]);
    expect(await stage.statementFaults()).toEqual([]);
  });
});
