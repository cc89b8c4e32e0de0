import { makeClock } from '@dang/service/clock';
import { runJob } from '@dang/service/jobs';
import { makeLogger } from '@dang/service/logger';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { owing, paidInCash, people, remit } from '../../test/payout-stage.ts';
import { line, openStatements, type Statements } from '../../test/statement-stage.ts';
import { httpBank } from '../bank/http-bank.ts';
import { readStatement } from './read-statement.ts';
import { readStatementsJob } from './statement.job.ts';

const log = makeLogger({ service: 'fees', role: 'worker', level: 'silent' });
let stage: Statements;
beforeAll(async () => {
  stage = await openStatements();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

describe('a statement', () => {
  test('of a whole day tells of cash that was declared a week ago and never came', async () => {
    await stage.fees.em().execute('delete from payout');
    await stage.fees.em().execute('delete from payout_attempt');
    await stage.fees
      .em()
      .execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await stage.fees.em().execute(`update remittance set declared_on = '2026-07-31'`);
    await paidInCash(stage.fees, await owing(stage.fees, 1));
    const { remittance } = await remit(stage.fees, 'declareRemittance', people.collector, {
      branchId: units.branch1,
    });
    const readDay = (day: string, lines: object[] = []) => {
      const effects = {
        today: day,
        at: stage.fees.clock.now(),
        keys: stage.fees.environment.PROVINCE_KEY,
        actor: null,
      };
      const given = { number: `SK ${day}`, source: 'BANK', day, lines: lines as never } as const;
      return readStatement(stage.fees.em(), given, effects);
    };
    await readDay('2026-07-12');
    expect(await stage.states()).toEqual([]);
    await readDay('2026-07-13');
    await readDay('2026-07-14');
    expect(await stage.flagged('MISSING')).toMatchObject([
      { reference: remittance.number, matchedKind: 'REMITTANCE' },
    ]);
    const come = { ...line(remittance.number, 0), amount: BigInt(remittance.amount) };
    await readDay('2026-07-15', [{ ...come, bookedOn: '2026-07-15' }]);
    expect((await stage.states()).sort()).toEqual(['MATCHED REMITTANCE', 'RESOLVED REMITTANCE']);
  });

  test('is read once', async () => {
    expect((await stage.read([line('FT8', 1_000)], 'SK-1')).refusal).toBeNull();
    expect((await stage.read([line('FT8', 1_000)], 'SK-1')).refusal.code).toBe('STATEMENT_KNOWN');
    expect(await stage.states()).toHaveLength(1);
  });

  test('that broke off goes on where it was', async () => {
    const effects = {
      today: '2026-07-06',
      at: stage.fees.clock.now(),
      keys: stage.fees.environment.PROVINCE_KEY,
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
    await expect(readStatement(stage.fees.em(), broken, effects)).rejects.toThrow();
    expect(await stage.states()).toHaveLength(500);
    expect(isRefusal(await readStatement(stage.fees.em(), given, effects))).toBe(false);
    expect(await stage.states()).toHaveLength(1_200);
    const again = await readStatement(stage.fees.em(), given, effects);
    expect(isRefusal(again) && again.code).toBe('STATEMENT_KNOWN');
  });

  test.each([
    ['no lines', [], 'lines'],
    ['an amount of 0', [line('x', 0)], 'lines.1'],
    ['a day to come', [line('x', 1), line('y', 1, { bookedOn: '2026-07-07' })], 'lines.2'],
    ['a long text', [line('x'.repeat(501), 1)], 'lines.1'],
  ])('with %s is refused', async (_what, lines, field) => {
    const { refusal } = await stage.read(lines);
    expect(refusal).toEqual({ code: 'INVALID_INPUT', field });
  });

  test('of a whole day tells what is missing; what comes with the next day’s resolves itself', async () => {
    await stage.fees.em().execute('delete from payout');
    await stage.fees.em().execute('delete from payout_attempt');
    await stage.fees
      .em()
      .execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    const late = await stage.paidOrder();
    const onTime = await stage.paidOrder();
    await stage.outside.deposit({ reference: onTime.number, amount: 60_000, bookedOn: '2026-07-06' });
    const job = (today: string) =>
      runJob(readStatementsJob, { ...stage.fees, clock: makeClock(today), log, service: 'fees' });
    await job('2026-07-07');
    expect((await stage.states()).sort()).toEqual(['MATCHED ORDER', 'MISSING ORDER']);
    expect(await stage.flagged('MISSING')).toMatchObject([{ reference: late.number, amount: 60_000 }]);
    await stage.outside.deposit({ reference: late.number, amount: 60_000, bookedOn: '2026-07-07' });
    await job('2026-07-08');
    await job('2026-07-08');
    expect((await stage.states()).sort()).toEqual(['MATCHED ORDER', 'MATCHED ORDER', 'RESOLVED ORDER']);
  });

  test('of the bank is read although somebody has given one in under its number', async () => {
    await stage.fees
      .em()
      .execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await stage.fees.em().execute('delete from payout');
    const { BANK_URL = '', BANK_SECRET = '' } = stage.outside.environment;
    const bank = httpBank({ url: BANK_URL, secret: BANK_SECRET, timeoutMs: 5_000 });
    const { id: number } = await bank.statement('2026-07-05');
    await stage.outside.deposit({ reference: 'FT12', amount: 9_000, bookedOn: '2026-07-05' });
    await stage.read([line('FT12', 9_000, { bookedOn: '2026-07-05' })], number);
    const before = await stage.central('UNMATCHED_RECEIPT');
    const clock = makeClock('2026-07-06');
    await runJob(readStatementsJob, { ...stage.fees, clock, log, service: 'fees' });
    const [own] = await stage.fees
      .em()
      .execute(`select complete from bank_statement where source = 'BANK' and number = ?`, [number]);
    expect(own).toEqual({ complete: true });
    expect(await stage.central('UNMATCHED_RECEIPT')).toBe(before);
  });

  test('with a line left out, or 1,000 đồng too much: both are flagged', async () => {
    await stage.fees
      .em()
      .execute(`update payment_order set paid_on = '2026-07-01' where paid_on is not null`);
    await stage.fees.em().execute('delete from payout');
    const [wrong, left] = [await stage.paidOrder(), await stage.paidOrder()];
    for (const { number } of [wrong, left])
      await stage.outside.deposit({ reference: number, amount: 60_000, bookedOn: '2026-07-06' });
    const { BANK_URL = '', BANK_SECRET = '' } = stage.outside.environment;
    const bank = httpBank({ url: BANK_URL, secret: BANK_SECRET, timeoutMs: 5_000 });
    await stage.outside.armBank({ wrongAmount: wrong.number, missing: left.number });
    const { lines } = await bank.statement('2026-07-06');
    const own = lines.filter(({ reference }) => [wrong.number, left.number].includes(reference));
    const effects = {
      today: '2026-07-07',
      at: stage.fees.clock.now(),
      keys: stage.fees.environment.PROVINCE_KEY,
      actor: null,
    };
    await readStatement(
      stage.fees.em(),
      { number: 'SK-3', source: 'BANK', day: '2026-07-06', lines: own },
      effects,
    );
    expect((await stage.states()).sort()).toEqual(['MISSING ORDER', 'WRONG_AMOUNT ORDER']);
  });

  test('two at once with the same line: one of them is the repetition', async () => {
    const order = await stage.paidOrder();
    await Promise.all([stage.read([line(order.number, 60_000)]), stage.read([line(order.number, 60_000)])]);
    expect((await stage.states()).sort()).toEqual(['MATCHED ORDER', 'REPEATED ORDER']);
  });
});
