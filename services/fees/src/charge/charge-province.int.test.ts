import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeProvince } from './charge-province.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const inWard = randomUUID();
const inOtherWard = randomUUID();

beforeAll(async () => {
  // the day of the tests is 2026-07-06, and dues started in 2026-02
  fees = await openFees();
  await fees.hear(
    heard.approved(inWard, units.branch1, '60000', '2026-05'),
    heard.approved(inOtherWard, units.branch21, '37500', '2026-07'),
  );
});
afterAll(() => fees.close());

const runs = () =>
  fees
    .em()
    .execute(
      `select unit_id as unit, to_char(period, 'YYYY-MM') as month, charges from charge_run order by period, unit_id`,
    );

test('the job makes up for every month since dues started, and goes no further than this one', async () => {
  await fees.runJob('charge-month');
  expect(await fees.charges(inWard)).toEqual([
    '2026-05 branch1 60000 DRAFT',
    '2026-06 branch1 60000 DRAFT',
    '2026-07 branch1 60000 DRAFT',
  ]);
  expect(await fees.charges(inOtherWard)).toEqual(['2026-07 branch21 37500 DRAFT']);
  const marks = await runs();
  expect(marks).toHaveLength(12);
  expect(marks[0]).toEqual({ unit: units.ward, month: '2026-02', charges: 0 });
});

test('run again, or by several at once, it does nothing more', async () => {
  await fees.drainOutbox();
  await Promise.all([1, 2, 3].map(() => fees.runJob('charge-month')));
  expect(await fees.drainOutbox()).toEqual([]);
  expect(await runs()).toHaveLength(12);
});

test('by three at once, a month of the province is charged once', async () => {
  const made = await Promise.all([1, 2, 3].map(() => chargeProvince(fees.orm, '2026-08', { workers: 2 })));
  expect(made.reduce((sum, { charges }) => sum + charges, 0)).toBe(2);
  expect(made.reduce((sum, { amount }) => sum + amount, 0n)).toBe(97_500n);
});

test('checklist 46: a commune in which dues start later is left alone until then', async () => {
  await fees.hear(heard.duesStart(units.otherWard, '2026-11-20'));
  expect(await chargeProvince(fees.orm, '2026-10')).toEqual({ charges: 1, amount: 60_000n });
  expect((await chargeProvince(fees.orm, '2026-11')).charges).toBe(2);
  expect(await fees.charges(inOtherWard)).not.toContain('2026-10 branch21 37500 DRAFT');
});

test('a month that breaks in one commune is made in the others, and there when it is run again', async () => {
  await fees
    .em()
    .execute(
      `alter table dues_charge add constraint broken check (branch_id <> '${units.branch21}' or period <> '2026-12-01') not valid`,
    );
  await expect(chargeProvince(fees.orm, '2026-12', { workers: 1 })).rejects.toThrow('1 communes');
  expect((await fees.charges(inWard)).at(-1)).toBe('2026-12 branch1 60000 DRAFT');
  await fees.em().execute('alter table dues_charge drop constraint broken');
  await chargeProvince(fees.orm, '2026-12');
  expect((await fees.charges(inOtherWard)).at(-1)).toBe('2026-12 branch21 37500 DRAFT');
});
