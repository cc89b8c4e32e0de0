import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import type { ChargeStatus } from '../charge/charge.workflow.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { refreshStandings } from './refresh-standings.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees.em().execute('truncate charge_run');
  member = randomUUID();
  await fees.hear(heard.approved(member, units.branch1, '60000', '2026-03'));
  for (const month of ['2026-03', '2026-04', '2026-05']) await chargeMonth(fees.em(), month, units.ward);
  await fees.announceThrough(member, '2026-05');
  await fees.published();
});

async function set(month: string, status: ChargeStatus): Promise<void> {
  await fees.em().execute(
    `update dues_charge set status = ?::dues_charge_status, paid = case when ? = 'PAID' then amount else 0 end
       where member_id = ? and period = ?::date`,
    [status, status, member, `${month}-01`],
  );
}

const refresh = () => fees.em().transactional((em) => refreshStandings(em, [member]));

describe('how a member stands', () => {
  test('with nothing paid: paid through the month before the first charge, every month open', async () => {
    expect(await fees.standing(member)).toEqual({
      paidThrough: '2026-02',
      openMonths: ['2026-03', '2026-04', '2026-05'],
      chargedBy: 'branch1',
      outstanding: '180000',
    });
  });

  test('a month that is not announced is not owed, but nobody is paid through it', async () => {
    await set('2026-03', 'PAID');
    await set('2026-04', 'DRAFT');
    await set('2026-05', 'PAID');
    await refresh();
    expect(await fees.standing(member)).toMatchObject({
      paidThrough: '2026-03',
      openMonths: [],
      outstanding: '0',
    });
  });

  test('an adjustment of a month gone by is owed as that month, a voluntary part only as money', async () => {
    for (const month of ['2026-03', '2026-04', '2026-05']) await set(month, 'PAID');
    await fees.em().execute(
      `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on) values
         ('2026-04-01', ?, 'ARREARS_ADJUSTMENT', 1, ?, 7000, uuidv7(), '2026-06-02'),
         ('2026-05-01', ?, 'VOLUNTARY', 1, ?, 900, uuidv7(), '2026-06-02')`,
      [member, units.branch1, member, units.branch1],
    );
    await refresh();
    expect(await fees.standing(member)).toMatchObject({
      paidThrough: '2026-03',
      openMonths: ['2026-04'],
      outstanding: '7900',
    });
  });

  test('a payment that is being written while others count is in what the later count tells', async () => {
    const paying = Promise.withResolvers<void>();
    const counting = fees.em().transactional(async (em) => {
      await em.execute(
        `update dues_charge set status = 'PAID', paid = amount where member_id = ? and period = '2026-03-01'`,
        [member],
      );
      await refreshStandings(em, [member]);
      await paying.promise;
    });
    const later = fees.em().transactional(async (em) => {
      await em.execute(
        `update dues_charge set status = 'PAID', paid = amount where member_id = ? and period = '2026-04-01'`,
        [member],
      );
      setTimeout(() => paying.resolve(), 50);
      await refreshStandings(em, [member]);
    });
    await Promise.all([counting, later]);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-04', openMonths: ['2026-05'] });
  });

  test('with everything paid or waived: paid through the last charged month', async () => {
    await set('2026-03', 'PAID');
    await set('2026-04', 'WAIVED');
    await set('2026-05', 'PAID');
    await refresh();
    expect(await fees.standing(member)).toMatchObject({
      paidThrough: '2026-05',
      openMonths: [],
      outstanding: '0',
    });
  });

  test('a gap counts: a later month that is paid does not make up for an earlier one', async () => {
    await set('2026-03', 'PAID');
    await set('2026-05', 'PAID');
    await refresh();
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-03', openMonths: ['2026-04'] });
  });

  test.each(['ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'] as const)('%s is still owed', async (status) => {
    await set('2026-03', 'PAID');
    await set('2026-04', status);
    await set('2026-05', 'PAID');
    await refresh();
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-03', outstanding: '60000' });
  });

  test('is told when it changes, with the next version, and not told when it is the same', async () => {
    await refresh();
    expect(await fees.published()).toEqual([]);
    await set('2026-03', 'PAID');
    await refresh();
    const [told] = await fees.published();
    expect(told?.data).toEqual({
      standings: [
        {
          memberId: member,
          version: 3,
          paidThrough: '2026-03',
          openMonths: ['2026-04', '2026-05'],
          chargedBy: units.branch1,
        },
      ],
    });
  });

  test('of whom nothing is known there is no standing', async () => {
    const unknown = randomUUID();
    await fees.em().transactional((em) => refreshStandings(em, [unknown]));
    expect(await fees.standing(unknown)).toBeNull();
  });
});
