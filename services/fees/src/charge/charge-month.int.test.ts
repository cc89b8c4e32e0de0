import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { chargeMonth } from './charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const first = randomUUID();
const second = randomUUID();
const elsewhere = randomUUID();

beforeAll(async () => {
  fees = await openFees();
  await fees.hear(
    heard.approved(first, units.branch1, '116532', '2026-07'),
    heard.approved(second, units.branch2, '37500', '2026-08'),
    heard.approved(elsewhere, units.branch21, '5000', '2026-07'),
  );
  await fees.published();
});
afterAll(() => fees.close());

describe("the run of a commune's month", () => {
  test('charges everybody whom a branch of the commune charges in that month, with their rate, and tells how they stand', async () => {
    expect(await chargeMonth(fees.em(), '2026-07', units.ward)).toEqual({ charges: 1, amount: 116_532n });
    expect(await fees.charges(first)).toEqual(['2026-07 branch1 116532 DRAFT']);
    expect(await fees.charges(second)).toEqual([]);
    expect(await fees.charges(elsewhere)).toEqual([]);
  });

  test('tells the figures of the branches in one event, and of the members nothing: a draft changes no standing', async () => {
    const told = (await fees.drainOutbox()).filter(({ source }) => source.includes('fees'));
    expect(told.slice(-1).map(({ data }) => data)).toEqual([
      {
        branches: [
          {
            branchId: units.branch1,
            month: '2026-07',
            version: 1,
            due: '116532',
            paid: '0',
            members: 1,
            payers: 0,
          },
        ],
      },
    ]);
    expect(await fees.published()).toEqual([]);
  });

  test('run again, it makes no row and no event', async () => {
    expect(await chargeMonth(fees.em(), '2026-07', units.ward)).toEqual({ charges: 0, amount: 0n });
    expect(await fees.published()).toEqual([]);
  });

  test('run by several workers at once, it charges once', async () => {
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => chargeMonth(fees.em(), '2026-08', units.ward)),
    );
    expect(runs.map(({ charges }) => charges).sort()).toEqual([0, 0, 0, 0, 0, 2]);
    expect(await fees.charges(second)).toEqual(['2026-08 branch2 37500 DRAFT']);
  });

  test('a month that has no partition yet gets one', async () => {
    expect(await chargeMonth(fees.em(), '2031-01', units.otherWard)).toEqual({ charges: 1, amount: 5_000n });
    expect(await fees.charges(elsewhere)).toEqual(['2031-01 branch21 5000 DRAFT']);
  });

  test('a unit that is not among the copies is refused', async () => {
    await expect(chargeMonth(fees.em(), '2026-07', randomUUID())).rejects.toThrow('no such unit');
  });

  test('what fails in the middle leaves nothing behind, and the next run does it all', async () => {
    await fees.em().execute('alter table outbox add constraint broken check (false) not valid');
    await expect(chargeMonth(fees.em(), '2026-09', units.ward)).rejects.toThrow();
    await fees.em().execute('alter table outbox drop constraint broken');
    expect(await chargeMonth(fees.em(), '2026-09', units.ward)).toEqual({ charges: 2, amount: 154_032n });
  });

  test('before dues start in the commune nothing is charged or marked, and the month can be run later', async () => {
    await fees.hear(heard.duesStart(units.otherWard, '2032-02-15'));
    expect(await chargeMonth(fees.em(), '2032-01', units.otherWard)).toEqual({ charges: 0, amount: 0n });
    await fees.hear(heard.duesStart(units.otherWard, null, 2));
    expect((await chargeMonth(fees.em(), '2032-01', units.otherWard)).charges).toBe(1);
  });

  test('the month in which dues start is charged, and a branch that starts later is left out', async () => {
    await fees.hear(heard.duesStart(units.ward, '2032-02-15'), heard.duesStart(units.branch2, '2032-03-01'));
    expect((await chargeMonth(fees.em(), '2032-02', units.ward)).charges).toBe(1);
    expect((await chargeMonth(fees.em(), '2032-03', units.ward)).charges).toBe(2);
    await fees.hear(heard.duesStart(units.ward, null, 2), heard.duesStart(units.branch2, null, 2));
  });

  test('1,200 members are charged and stand as before; asked how, they are told in 3 events', async () => {
    const rows = await fees.em().execute<{ member_id: string }[]>(
      `with member as (select uuidv7() as id from generate_series(1, 1200)),
       rate as (insert into dues_rate (member_id, monthly_amount, from_period, status)
         select id, 5000, '2027-01-01', 'APPROVED' from member)
       insert into charging (member_id, branch_id, from_period, cause, cause_id)
       select id, ?, '2027-01-01', 'START', id from member returning member_id`,
      [units.branch22],
    );
    await fees.published();
    expect(await chargeMonth(fees.em(), '2027-01', units.otherWard)).toEqual({
      charges: 1201,
      amount: 6_005_000n,
    });
    expect(await fees.published()).toEqual([]);
    await fees.em().transactional((em) =>
      refreshStandings(
        em,
        rows.map((row) => row.member_id),
      ),
    );
    const told = await fees.published();
    expect(told.flatMap(({ data }) => contractBreaches(DuesStandingChanged, data))).toEqual([]);
    expect(told.map(({ data }) => (data as { standings: [] }).standings.length)).toEqual([500, 500, 200]);
  });

  test('tells who had paid ahead that a month is now to be settled', async () => {
    const ahead = randomUUID();
    await fees.hear(heard.approved(ahead, units.branch21, '5000', '2026-06'));
    await fees.em().execute('select open_dues_month(?)', ['2026-09-01']);
    await fees.em().execute(
      `insert into dues_charge (period, member_id, branch_id, amount, paid, status)
       select month, ?, ?, 5000, 5000, 'PAID' from (values (date '2026-06-01'), (date '2026-09-01')) as paid(month)`,
      [ahead, units.branch21],
    );
    await fees.em().transactional((em) => refreshStandings(em, [ahead]));
    await fees.published();
    await chargeMonth(fees.em(), '2026-08', units.otherWard);
    const told = await fees.published();
    expect(told.map(({ data }) => data)).toEqual([
      { standings: [expect.objectContaining({ memberId: ahead, paidThrough: '2026-07', openMonths: [] })] },
    ]);
  });
});
