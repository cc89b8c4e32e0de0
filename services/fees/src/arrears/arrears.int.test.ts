import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { ArrearsAlerted } from '@dang/events/contracts/fees/arrears-alerted';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import type { ChargeStatus } from '../charge/charge.workflow.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { alertArrears } from './alert-arrears.ts';
import { fallOverdue } from './fall-overdue.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees
    .em()
    .execute(
      'truncate charge_run, dues_charge, extra_charge, charging, charging_ground, dues_rate, dues_standing, waiver',
    );
  member = randomUUID();
  await fees.hear(heard.approved(member, units.branch1, '60000', '2026-02'));
});

const charge = async (...months: string[]) => {
  for (const month of months) await chargeMonth(fees.em(), month, units.ward);
  await fees.announceThrough(member, months.at(-1) ?? '');
};
async function set(month: string, status: ChargeStatus): Promise<void> {
  await fees.em().execute(
    `update dues_charge set status = ?::dues_charge_status, paid = case when ? = 'PAID' then amount else 0 end,
       order_id = case when ? = 'IN_PAYMENT' then uuidv7() end
     where member_id = ? and period = ?::date`,
    [status, status, status, member, `${month}-01`],
  );
  await fees.em().transactional((em) => refreshStandings(em, [member]));
}
const statuses = async () => (await fees.charges(member)).map((text) => text.replace(' branch1 60000', ''));
const deferUntil = (day: string) =>
  fees.em().execute(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, ground, from_period, to_period, deferred_until, status, reason,
       requested_on) values (?, ?, ?, 'DEFER', 'EXEMPT_FROM_ACTIVITY', '2026-02-01', '2026-12-01', ?, 'APPROVED', 'Đi xa', '2026-02-02')`,
    [member, units.branch1, units.committee, day],
  );

describe('a month that passes unpaid (domain.md 6.8)', () => {
  test('falls overdue on the first day after it, is owed as before, and nobody is told of a change', async () => {
    await charge('2026-05', '2026-06', '2026-07');
    await fees.published();
    const before = await fees.standing(member);
    expect(await fallOverdue(fees.em(), '2026-06-30')).toBe(1);
    expect(await fallOverdue(fees.em(), '2026-07-01')).toBe(1);
    expect(await statuses()).toEqual(['2026-05 OVERDUE', '2026-06 OVERDUE', '2026-07 ANNOUNCED']);
    await fees.em().transactional((em) => refreshStandings(em, [member]));
    expect(await fees.standing(member)).toEqual(before);
    expect(await fees.published()).toEqual([]);
    expect(await fallOverdue(fees.em(), '2026-07-01')).toBe(0);
  });

  test('does not when it is not announced, being paid, paid, waived or refunded', async () => {
    const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
    await charge(...months);
    const left: ChargeStatus[] = ['DRAFT', 'IN_PAYMENT', 'PAID', 'WAIVED', 'REFUNDED'];
    for (const [index, status] of left.entries()) await set(months[index] ?? '', status);
    expect(await fallOverdue(fees.em(), '2026-07-01')).toBe(0);
    expect(await statuses()).toEqual(months.map((month, index) => `${month} ${left[index]}`));
  });

  test('waits as long as a decision allows a late payment, and falls overdue on the day after', async () => {
    await charge('2026-05');
    await set('2026-05', 'DEFERRED');
    await deferUntil('2026-08-31');
    expect(await fallOverdue(fees.em(), '2026-08-31')).toBe(0);
    expect(await fallOverdue(fees.em(), '2026-09-01')).toBe(1);
    expect(await statuses()).toEqual(['2026-05 OVERDUE']);
  });

  test('an adjustment has until the end of the month in which it was made', async () => {
    await fees.em().execute(
      `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
       values ('2026-02-01', ?, 'ARREARS_ADJUSTMENT', 1, ?, 7000, uuidv7(), '2026-06-12')`,
      [member, units.branch1],
    );
    expect(await fallOverdue(fees.em(), '2026-06-30')).toBe(0);
    expect(await fallOverdue(fees.em(), '2026-07-01')).toBe(1);
  });

  test('of more members than one piece takes, all fall', async () => {
    await fees.em().execute(
      `insert into dues_charge (period, member_id, branch_id, amount, status)
       select '2026-03-01', uuidv7(), ?, 5000, 'ANNOUNCED' from generate_series(1, 10001)`,
      [units.branch22],
    );
    expect(await fallOverdue(fees.em(), '2026-04-01')).toBe(10_001);
  });
});

describe('three months of a year (domain.md 6.9, A31)', () => {
  const told = async () => {
    const events = await fees.published('ArrearsAlerted');
    expect(events.flatMap(({ data }) => contractBreaches(ArrearsAlerted, data))).toEqual([]);
    return events.map(({ data }) => data);
  };

  test('T41: overdue in 02, 05 and 09/2026, the branch and its superior are told once, and no status changes', async () => {
    await charge('2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09');
    for (const month of ['2026-03', '2026-04', '2026-06', '2026-07', '2026-08']) await set(month, 'PAID');
    await told();
    await fallOverdue(fees.em(), '2026-09-30');
    expect(await alertArrears(fees.em(), '2026-09-30')).toBe(0);
    await fallOverdue(fees.em(), '2026-10-01');
    const before = await statuses();
    expect(await alertArrears(fees.em(), '2026-10-01')).toBe(1);
    expect(await told()).toEqual([
      {
        alertId: expect.any(String),
        memberId: member,
        branchId: units.branch1,
        year: 2026,
        months: ['2026-02', '2026-05', '2026-09'],
      },
    ]);
    expect(await statuses()).toEqual(before);
    expect(await alertArrears(fees.em(), '2026-10-02')).toBe(0);
    expect(await told()).toEqual([]);
  });

  test.each(['DEFERRED', 'WAIVED', 'IN_PAYMENT', 'ANNOUNCED'] as const)(
    'a month that is %s does not count',
    async (status) => {
      await charge('2026-02', '2026-03', '2026-04');
      for (const month of ['2026-02', '2026-03']) await set(month, 'OVERDUE');
      await set('2026-04', status);
      expect(await alertArrears(fees.em(), '2026-05-01')).toBe(0);
    },
  );

  test('two in one year and two in the next are not three', async () => {
    await charge('2026-11', '2026-12', '2027-01', '2027-02');
    await fallOverdue(fees.em(), '2027-03-01');
    expect(await alertArrears(fees.em(), '2027-03-01')).toBe(0);
  });

  test('the nightly job does both', async () => {
    await charge('2026-03', '2026-04', '2026-05', '2026-06', '2026-07');
    await told();
    await fees.runJob('fall-overdue');
    expect(await statuses()).toEqual([
      '2026-03 OVERDUE',
      '2026-04 OVERDUE',
      '2026-05 OVERDUE',
      '2026-06 OVERDUE',
      '2026-07 ANNOUNCED',
    ]);
    expect(await told()).toMatchObject([{ months: ['2026-03', '2026-04', '2026-05', '2026-06'] }]);
  });
});
