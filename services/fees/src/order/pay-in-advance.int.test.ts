import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';
import { endOrder } from './end-order.ts';

let house: Orders;
beforeAll(async () => {
  house = await openOrders();
});
afterAll(() => house.close());

/** A member who owes July and may pay in advance in these months by decision. */
async function allowed(from: string, to: string): Promise<string> {
  const member = await house.owing(units.branch1, ['2026-07']);
  await house.em().execute(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, ground, from_period, to_period, exempted_by, exempted_from,
       exempted_through, status, reason, requested_on, decided_on)
     values (?, ?, ?, 'ADVANCE', 'EXEMPT_FROM_ACTIVITY', ?::date, ?::date, 'Chi bộ', ?::date, ?::date, 'APPROVED', 'Đi làm xa',
       '2026-07-01', '2026-07-01')`,
    [member, units.branch1, units.committee, `${from}-01`, `${to}-01`, `${from}-01`, `${to}-01`],
  );
  return member;
}

describe('months to come', () => {
  test('are paid by decision only, after what is owed; their charges are made with the order', async () => {
    const member = await allowed('2026-08', '2026-10');
    const { data } = await house.execute(
      '{ me { dues { bill(months: 3) { months mostMonths total lines { month status why } } } } }',
      {},
      testActor({ memberId: member }),
    );
    expect(data?.me.dues.bill).toEqual({
      months: 3,
      mostMonths: 4,
      total: 180_000,
      lines: [
        { month: '2026-07', status: 'ANNOUNCED', why: 'Đảng phí tháng 07/2026' },
        { month: '2026-08', status: 'DRAFT', why: 'Nộp trước đảng phí tháng 08/2026 theo quyết định' },
        { month: '2026-09', status: 'DRAFT', why: 'Nộp trước đảng phí tháng 09/2026 theo quyết định' },
      ],
    });
    const { order } = await house.payDues(member, 3, { total: 180_000 });
    expect(order.months).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(await house.stateOf(member)).toEqual([
      '2026-07 IN_PAYMENT',
      '2026-08 IN_PAYMENT',
      '2026-09 IN_PAYMENT',
    ]);
    const end = { orderId: order.id, to: 'EXPIRED', reason: null, today: '2026-07-07' } as const;
    await house.em().transactional((em) => endOrder(em, end));
    expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED', '2026-08 DRAFT', '2026-09 DRAFT']);
    expect(await house.standing(member)).toMatchObject({ openMonths: ['2026-07'], outstanding: '60000' });
    expect((await house.payDues(member, 4)).order.total).toBe(240_000);
    expect(await house.ledgerFaults()).toEqual([]);
  });

  test('beyond the decision, or beyond twelve, are refused', async () => {
    const member = await allowed('2026-08', '2026-10');
    expect((await house.payDues(member, 5)).refusal).toMatchObject({
      code: 'MONTHS_INVALID',
      field: 'months',
    });
    expect((await house.payDues(member, 5)).refusal.message).toContain('4');
    expect(await house.stateOf(member)).toEqual(['2026-07 ANNOUNCED']);
    const long = await allowed('2026-08', '2027-07');
    expect((await house.payDues(long, 14)).refusal.code).toBe('MONTHS_INVALID');
    expect((await house.payDues(long, 13)).order.lineCount).toBe(13);
  });

  test('are not made twice when two orders want them at once', async () => {
    const member = await allowed('2026-08', '2026-10');
    const answers = await Promise.all([house.payDues(member, 3), house.payDues(member, 3)]);
    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    expect(await house.stateOf(member)).toEqual([
      '2026-07 IN_PAYMENT',
      '2026-08 IN_PAYMENT',
      '2026-09 IN_PAYMENT',
    ]);
  });
});
