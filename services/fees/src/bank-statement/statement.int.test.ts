import { randomUUID } from 'node:crypto';
import { makeClock } from '@dang/service/clock';
import { makeLogger } from '@dang/service/logger';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { units } from '../../test/fees-stage.ts';
import { placeOrder, success } from '../../test/orders-stage.ts';
import {
  approvedAccount,
  type Fees,
  ledgerOf,
  openPayouts,
  owing,
  paidInCash,
  payoutsOf,
  people,
  remit,
  retain,
  run,
} from '../../test/payout-stage.ts';
import { openPlatform } from '../../test/platform-stand-in.ts';
import { httpBank } from '../bank/http-bank.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { readStatement } from './read-statement.ts';
import { readStatementsJob } from './statement.job.ts';

let outside: Awaited<ReturnType<typeof openPlatform>>;
let fees: Fees;
beforeAll(async () => {
  outside = await openPlatform();
  fees = await openPayouts(outside.environment);
  await approvedAccount(fees);
});
afterAll(async () => {
  await fees.close();
  await outside.close();
});
beforeEach(async () => {
  for (const table of ['bank_statement', 'bank_statement_line'])
    await fees.em().execute(`delete from ${table}`);
});

const log = makeLogger({ service: 'fees', role: 'worker', level: 'silent' });

const line = (reference: string, amount: number, more: object = {}) => ({
  reference,
  counterparty: 'NGUYEN VAN AN 0990123456',
  amount,
  bookedOn: '2026-07-06',
  content: '',
  ...more,
});
const read = async (lines: object[], number: string = randomUUID()) => {
  const input = { number, lines };
  return run(
    fees,
    'importBankStatement',
    people.finance,
    input,
    'statement { id lines matched flagged missing }',
  );
};
const states = async () => {
  const rows = await fees
    .em()
    .execute<{ status: string; matched: string | null }[]>(
      'select status, matched_kind as matched from bank_statement_line order by statement_id, line',
    );
  return rows.map(({ status, matched }) => (matched ? `${status} ${matched}` : status));
};
const central = async (account: string): Promise<bigint> => {
  const [row] = await fees
    .em()
    .execute<{ amount: string | null }[]>(
      'select sum(amount)::text as amount from ledger_entry where account = ?::ledger_account',
      [account],
    );
  return BigInt(row?.amount ?? 0);
};
/** What the proof of the ledger says of statements. */
const statementFaults = async (): Promise<string[]> => {
  const client = new Client({ connectionString: fees.environment.DATABASE_URL });
  await client.connect();
  try {
    const { faults } = await verifyLedger(client);
    return faults.filter((fault) => fault.includes('of unknown content'));
  } finally {
    await client.end();
  }
};
const paidOrder = async () => {
  const order = await placeOrder(fees.em(), await owing(fees, 1), { unitId: units.branch1 });
  await confirmPayments(fees.em(), [success(order)], '2026-07-06');
  return order;
};
const flagged = async (status: string) => {
  const { data } = await fees.execute(
    `query ($status: StatementLineStatus) { bankStatementLines(status: $status) { edges { node {
       id version reference counterparty amount matchedKind availableActions { action allowed } history { action reason } } } } }`,
    { status },
    people.finance,
  );
  return data?.bankStatementLines.edges.map((edge: { node: object }) => edge.node);
};
const resolve = async (lineId: string, more: object = {}) => {
  const input = { lineId, expectedVersion: 1, reason: 'Đã liên hệ người nộp', ...more };
  return run(fees, 'resolveStatementLine', people.finance, input, 'line { id status matchedKind version }');
};

describe('a line', () => {
  test('of a paid order fits; with another amount, again, or of one that nobody confirmed, it is flagged and posts nothing', async () => {
    const order = await paidOrder();
    const open = await placeOrder(fees.em(), await owing(fees, 1), { unitId: units.branch1 });
    const before = await central('CENTRAL_BANK');
    const { statement } = await read([
      line(order.number, 60_001),
      line(order.number, 60_000),
      line('FT1', 60_000, { content: `Thanh toan le phi cho ho so ${order.number}` }),
      line(open.number, 60_000),
    ]);
    expect(await states()).toEqual([
      'WRONG_AMOUNT ORDER',
      'MATCHED ORDER',
      'REPEATED ORDER',
      'CONTRADICTED ORDER',
    ]);
    expect(statement).toMatchObject({ lines: 4, matched: 1, flagged: 3, missing: 0 });
    expect(await central('CENTRAL_BANK')).toBe(before);
  });

  test('of an order paid twice fits twice', async () => {
    const order = await paidOrder();
    await confirmPayments(fees.em(), [success(order, { providerRef: 'again' })], '2026-07-06');
    await read([line(order.number, 60_000), line(order.number, 60_000), line(order.number, 60_000)]);
    expect(await states()).toEqual(['MATCHED ORDER', 'MATCHED ORDER', 'REPEATED ORDER']);
  });

  test('of a payout under way settles it on the day of the bank', async () => {
    await retain(fees, units.branch1, 42_000n);
    await fees.runJob('make-payouts');
    await fees.runJob('send-payouts');
    const payout = (await payoutsOf(fees, units.branch1)).at(-1);
    const [attempt] = await fees
      .em()
      .execute<{ id: string }[]>('select id from payout_attempt where payout_id = ?', [payout?.id]);
    await read([line(attempt?.id ?? '', -Number(payout?.amount), { bookedOn: '2026-07-05' })]);
    expect(await states()).toEqual(['MATCHED PAYOUT']);
    expect((await payoutsOf(fees, units.branch1)).at(-1)?.status).toBe('SETTLED');
    expect((await ledgerOf(fees, units.branch1)).PAYOUT_IN_TRANSIT).toBeUndefined();
    await fees.runJob('ask-payouts');
    expect((await payoutsOf(fees, units.branch1)).at(-1)?.status).toBe('SETTLED');
  });

  test('of a declared remittance confirms it; a đồng less does not', async () => {
    await paidInCash(fees, await owing(fees, 1));
    const { remittance } = await remit(fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const content = `Chi bo nop dang phi ${remittance.number}`;
    await read([line('FT2', 17_999, { content })]);
    expect(await states()).toEqual(['WRONG_AMOUNT REMITTANCE']);
    const { length: before } = await fees
      .em()
      .execute(`select from ledger_transaction where kind = 'REMITTANCE'`);
    await read([line('FT3', 18_000, { content })]);
    const { length: after } = await fees
      .em()
      .execute(`select from ledger_transaction where kind = 'REMITTANCE'`);
    expect(after - before).toBe(1);
    const [row] = await fees.em().execute('select status from remittance where id = ?', [remittance.id]);
    expect(row?.status).toBe('CONFIRMED');
  });

  test('of a remittance that the officer declared themselves fits, and somebody else confirms it', async () => {
    await paidInCash(fees, await owing(fees, 1));
    const { remittance } = await remit(fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const statusNow = async () =>
      (await fees.em().execute('select status from remittance where id = ?', [remittance.id]))[0]?.status;
    const input = { number: randomUUID(), lines: [line('FT9', 18_000, { content: remittance.number })] };
    const self = { ...people.finance, memberId: people.collector.memberId };
    await run(fees, 'importBankStatement', self, input, 'statement { id }');
    expect(await states()).toEqual(['MATCHED REMITTANCE']);
    expect(await statusNow()).toBe('DECLARED');
    const act = { remittanceId: remittance.id, expectedVersion: remittance.version };
    expect((await remit(fees, 'confirmRemittance', self, act)).refusal.code).toBe('SECOND_PERSON_REQUIRED');
    expect((await remit(fees, 'confirmRemittance', people.finance, act)).refusal).toBeNull();
    expect(await statusNow()).toBe('CONFIRMED');
  });

  test('of unknown content that another statement has told of is the same money, what it names twice is not', async () => {
    const before = await central('UNMATCHED_RECEIPT');
    const told = line('FT10', 7_000, { content: 'Ung ho' });
    await read([told, line('', 7_000), line('FT11', 7_000)], 'PHAN-1');
    expect(await central('UNMATCHED_RECEIPT')).toBe(before - 21_000n);
    await read([told, told, line('', 7_000), line('FT10', 7_001, { content: 'Ung ho' })], 'CA-NGAY');
    expect((await states()).toSorted()).toEqual([
      'REPEATED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
      'UNMATCHED',
    ]);
    expect(await central('UNMATCHED_RECEIPT')).toBe(before - 42_001n);
  });

  test('of unknown content is posted as such when money came in, and only flagged when it went out', async () => {
    const before = await central('UNMATCHED_RECEIPT');
    await read([line('FT4', 5_000, { content: 'Ung ho' }), line('FT5', -1_100, { content: 'Phi dich vu' })]);
    expect(await states()).toEqual(['UNMATCHED', 'UNMATCHED']);
    expect(await central('UNMATCHED_RECEIPT')).toBe(before - 5_000n);
    const [row] = await fees
      .em()
      .execute('select counterparty_sealed as sealed from bank_statement_line limit 1');
    expect(row?.sealed).not.toContain('0990123456');
    const [first] = await flagged('UNMATCHED');
    expect(first).toMatchObject({
      counterparty: 'NGUYEN VAN AN 0990123456',
      availableActions: [{ action: 'RESOLVE', allowed: true }],
    });
  });
});

describe('a flagged line', () => {
  test('is settled with a reason, once', async () => {
    const order = await paidOrder();
    await read([line(order.number, 60_001)]);
    const [flag] = await flagged('WRONG_AMOUNT');
    expect((await resolve(flag.id)).line).toMatchObject({ status: 'RESOLVED', version: 2 });
    expect((await resolve(flag.id, { expectedVersion: 2 })).refusal.code).toBe('WRONG_STATE');
    const [settled] = await flagged('RESOLVED');
    expect(settled.history).toEqual([{ action: 'RESOLVE', reason: 'Đã liên hệ người nộp' }]);
  });

  test('that turns out to be a remittance lets it arrive, and leaves the unmatched receipts', async () => {
    await paidInCash(fees, await owing(fees, 2));
    const { remittance } = await remit(fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const before = await central('UNMATCHED_RECEIPT');
    await read([line('FT6', 36_000, { content: 'nop tien chi bo 1' }), line('FT7', 35_999)]);
    const [, wrong] = (await flagged('UNMATCHED')).toReversed();
    const [right] = (await flagged('UNMATCHED')).toReversed();
    const { number } = remittance;
    expect((await resolve(wrong.id, { number })).refusal.code).toBe('AMOUNT_INVALID');
    expect((await resolve(right.id, { number: 'abc' })).refusal.code).toBe('NOT_FOUND');
    expect((await resolve(right.id, { number })).line).toMatchObject({
      status: 'RESOLVED',
      matchedKind: 'REMITTANCE',
    });
    expect(await central('UNMATCHED_RECEIPT')).toBe(before - 35_999n);
    const [row] = await fees.em().execute('select status from remittance where id = ?', [remittance.id]);
    expect(row?.status).toBe('CONFIRMED');
  });
});

describe('a debit that sends money of unknown content back', () => {
  test('moves it out of the unmatched receipts, once and to the đồng', async () => {
    const before = [await central('UNMATCHED_RECEIPT'), await central('CENTRAL_BANK')];
    await read([line('FT20', 9_000), line('FT21', -9_000), line('FT22', -9_000), line('FT23', -8_999)]);
    const [receipt, back, again, less] = (await flagged('UNMATCHED')).toReversed();
    const returnsLineId = receipt.id;
    expect((await resolve(less.id, { returnsLineId })).refusal).toEqual({
      code: 'AMOUNT_INVALID',
      field: 'returnsLineId',
    });
    expect((await resolve(receipt.id, { returnsLineId })).refusal.code).toBe('WRONG_STATE');
    expect((await resolve(back.id, { returnsLineId: again.id })).refusal.code).toBe('NOT_FOUND');
    expect((await resolve(back.id, { returnsLineId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
    expect((await resolve(back.id, { returnsLineId })).line).toMatchObject({
      status: 'RESOLVED',
      matchedKind: 'RECEIPT',
    });
    expect((await resolve(again.id, { returnsLineId })).refusal.code).toBe('NOT_FOUND');
    expect([await central('UNMATCHED_RECEIPT'), await central('CENTRAL_BANK')]).toEqual(before);
    const settled = (await flagged('RESOLVED')).find(({ id }: { id: string }) => id === receipt.id);
    expect(settled.history).toEqual([{ action: 'RESOLVE', reason: 'Đã liên hệ người nộp' }]);
    expect(await statementFaults()).toEqual([]);
  });
});

describe('a statement', () => {
  test('of a whole day tells of cash that was declared a week ago and never came', async () => {
    await fees.em().execute('delete from payout');
    await fees.em().execute('delete from payout_attempt');
    await fees.em().execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await fees.em().execute(`update remittance set declared_on = '2026-07-31'`);
    await paidInCash(fees, await owing(fees, 1));
    const { remittance } = await remit(fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const readDay = (day: string, lines: object[] = []) => {
      const effects = { today: day, at: fees.clock.now(), keys: fees.environment.PROVINCE_KEY, actor: null };
      const given = { number: `SK ${day}`, source: 'BANK', day, lines: lines as never } as const;
      return readStatement(fees.em(), given, effects);
    };
    await readDay('2026-07-12');
    expect(await states()).toEqual([]);
    await readDay('2026-07-13');
    await readDay('2026-07-14');
    expect(await flagged('MISSING')).toMatchObject([
      { reference: remittance.number, matchedKind: 'REMITTANCE' },
    ]);
    const come = { ...line(remittance.number, 0), amount: BigInt(remittance.amount) };
    await readDay('2026-07-15', [{ ...come, bookedOn: '2026-07-15' }]);
    expect((await states()).sort()).toEqual(['MATCHED REMITTANCE', 'RESOLVED REMITTANCE']);
  });

  test('is read once', async () => {
    expect((await read([line('FT8', 1_000)], 'SK-1')).refusal).toBeNull();
    expect((await read([line('FT8', 1_000)], 'SK-1')).refusal.code).toBe('STATEMENT_KNOWN');
    expect(await states()).toHaveLength(1);
  });

  test('that broke off goes on where it was', async () => {
    const effects = {
      today: '2026-07-06',
      at: fees.clock.now(),
      keys: fees.environment.PROVINCE_KEY,
      actor: null,
    };
    const lines = Array.from({ length: 1_200 }, (_, n) => ({
      ...line(`FT-${n}`, 0),
      amount: -1_000n - BigInt(n),
    }));
    const given = { number: 'SK-2', source: 'FILE', day: null, lines } as const;
    // the process dies in the second set
    const broken = {
      ...given,
      lines: lines.map((one, n) => (n === 700 ? { ...one, bookedOn: 'never' } : one)),
    };
    await expect(readStatement(fees.em(), broken, effects)).rejects.toThrow();
    expect(await states()).toHaveLength(500);
    expect(isRefusal(await readStatement(fees.em(), given, effects))).toBe(false);
    expect(await states()).toHaveLength(1_200);
    const again = await readStatement(fees.em(), given, effects);
    expect(isRefusal(again) && again.code).toBe('STATEMENT_KNOWN');
  });

  test.each([
    ['no lines', [], 'lines'],
    ['an amount of 0', [line('x', 0)], 'lines.1'],
    ['a day to come', [line('x', 1), line('y', 1, { bookedOn: '2026-07-07' })], 'lines.2'],
    ['a long text', [line('x'.repeat(501), 1)], 'lines.1'],
  ])('with %s is refused', async (_what, lines, field) => {
    const { refusal } = await read(lines);
    expect(refusal).toEqual({ code: 'INVALID_INPUT', field });
  });

  test('of a whole day tells what is missing; what comes with the next day’s resolves itself', async () => {
    await fees.em().execute('delete from payout');
    await fees.em().execute('delete from payout_attempt');
    await fees.em().execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    const late = await paidOrder();
    const onTime = await paidOrder();
    await outside.deposit({ reference: onTime.number, amount: 60_000, bookedOn: '2026-07-06' });
    const job = (today: string) =>
      readStatementsJob.run({ ...fees, em: fees.em(), clock: makeClock(today), log, service: 'fees' });
    await job('2026-07-07');
    expect((await states()).sort()).toEqual(['MATCHED ORDER', 'MISSING ORDER']);
    expect(await flagged('MISSING')).toMatchObject([{ reference: late.number, amount: 60_000 }]);
    await outside.deposit({ reference: late.number, amount: 60_000, bookedOn: '2026-07-07' });
    await job('2026-07-08');
    await job('2026-07-08');
    expect((await states()).sort()).toEqual(['MATCHED ORDER', 'MATCHED ORDER', 'RESOLVED ORDER']);
  });

  test('of the bank is read although somebody has given one in under its number', async () => {
    await fees.em().execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await fees.em().execute('delete from payout');
    const { BANK_URL = '', BANK_SECRET = '' } = outside.environment;
    const bank = httpBank({ url: BANK_URL, secret: BANK_SECRET, timeoutMs: 5_000 });
    const { id: number } = await bank.statement('2026-07-05');
    await outside.deposit({ reference: 'FT12', amount: 9_000, bookedOn: '2026-07-05' });
    await read([line('FT12', 9_000, { bookedOn: '2026-07-05' })], number);
    const before = await central('UNMATCHED_RECEIPT');
    const clock = makeClock('2026-07-06');
    await readStatementsJob.run({ ...fees, em: fees.em(), clock, log, service: 'fees' });
    const [own] = await fees
      .em()
      .execute(`select complete from bank_statement where source = 'BANK' and number = ?`, [number]);
    expect(own).toEqual({ complete: true });
    expect(await central('UNMATCHED_RECEIPT')).toBe(before);
  });

  test('with a line left out, or 1,000 đồng too much: both are flagged', async () => {
    await fees.em().execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await fees.em().execute('delete from payout');
    const [wrong, left] = [await paidOrder(), await paidOrder()];
    for (const { number } of [wrong, left])
      await outside.deposit({ reference: number, amount: 60_000, bookedOn: '2026-07-06' });
    const { BANK_URL = '', BANK_SECRET = '' } = outside.environment;
    const bank = httpBank({ url: BANK_URL, secret: BANK_SECRET, timeoutMs: 5_000 });
    await outside.armBank({ wrongAmount: wrong.number, missing: left.number });
    const { lines } = await bank.statement('2026-07-06');
    const own = lines.filter(({ reference }) => [wrong.number, left.number].includes(reference));
    const effects = {
      today: '2026-07-07',
      at: fees.clock.now(),
      keys: fees.environment.PROVINCE_KEY,
      actor: null,
    };
    await readStatement(
      fees.em(),
      { number: 'SK-3', source: 'BANK', day: '2026-07-06', lines: own },
      effects,
    );
    expect((await states()).sort()).toEqual(['MISSING ORDER', 'WRONG_AMOUNT ORDER']);
  });

  test('two at once with the same line: one of them is the repetition', async () => {
    const order = await paidOrder();
    await Promise.all([read([line(order.number, 60_000)]), read([line(order.number, 60_000)])]);
    expect((await states()).sort()).toEqual(['MATCHED ORDER', 'REPEATED ORDER']);
  });
});
