import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders, orderFields } from '../../test/paying-stage.ts';

let house: Orders;
const collector = testActor({ role: 'BRANCH_DELEGATE', unitId: units.branch1 });
let members: Record<'owing' | 'inArrears' | 'paying' | 'exempt' | 'paid' | 'draft', string>;

beforeAll(async () => {
  house = await openOrders();
  const owing = await house.owing(units.branch1, ['2026-07']);
  const inArrears = await house.owing(units.branch1, ['2026-05', '2026-06', '2026-07'], '116532');
  const paying = await house.owing(units.branch1, ['2026-06', '2026-07']);
  const exempt = await house.owing(units.branch1, ['2026-07']);
  const paid = await house.owing(units.branch1, ['2026-07']);
  const draft = await house.owing(units.branch1, ['2026-07']);
  await house.owing(units.branch2, ['2026-07']);
  members = { owing, inArrears, paying, exempt, paid, draft };
  await house.payDues(paying, 1);
  await house.payThrough(paid, '2026-07');
  const set = (memberId: string, status: string) =>
    house
      .em()
      .execute('update dues_charge set status = ?::dues_charge_status where member_id = ?', [
        status,
        memberId,
      ]);
  await set(exempt, 'WAIVED');
  await set(draft, 'DRAFT');
});
afterAll(() => house.close());

const bill = async (args = '') => {
  const { data, errors } = await house.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { branchBill${args} {
       selectableCount total totalInWords members { member { id } amount months selectable notSelectable } } } } }`,
    { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
    collector,
  );
  expect(errors).toBeUndefined();
  return data?._entities[0].branchBill;
};
const pay = (more: object = {}) =>
  house.act(collector, 'payForBranch', { branchId: units.branch1, ...more }, `order { ${orderFields} }`);

describe('the bill of a branch', () => {
  test('shows what each member owes, arrears included (A8), and why somebody cannot be chosen (T33)', async () => {
    const { members: rows, ...sums } = await bill();
    const of = (memberId: string) => {
      const { member: _member, ...row } = rows.find(
        (row: { member: { id: string } }) => row.member.id === memberId,
      );
      return row;
    };
    expect(sums).toEqual({
      selectableCount: 2,
      total: 409_596,
      totalInWords: 'Bốn trăm linh chín nghìn năm trăm chín mươi sáu đồng',
    });
    expect(rows).toHaveLength(6);
    expect(of(members.owing)).toEqual({
      amount: 60_000,
      months: ['2026-07'],
      selectable: true,
      notSelectable: null,
    });
    expect(of(members.inArrears)).toMatchObject({
      amount: 349_596,
      months: ['2026-05', '2026-06', '2026-07'],
      selectable: true,
    });
    expect(of(members.paying)).toEqual({
      amount: 60_000,
      months: ['2026-07'],
      selectable: false,
      notSelectable: 'IN_PAYMENT',
    });
    expect(of(members.exempt)).toEqual({ amount: 0, months: [], selectable: false, notSelectable: 'EXEMPT' });
    expect(of(members.paid)).toMatchObject({ selectable: false, notSelectable: 'PAID' });
    expect(of(members.draft)).toMatchObject({ selectable: false, notSelectable: 'NOT_ANNOUNCED' });
  });

  test('can be narrowed to members and to a month', async () => {
    expect(await bill(`(memberIds: ["${members.owing}"])`)).toMatchObject({
      total: 60_000,
      selectableCount: 1,
    });
    expect(await bill('(throughMonth: "2026-06")')).toMatchObject({ total: 233_064, selectableCount: 1 });
  });
});

describe('an order of a branch', () => {
  test.each(['paying', 'exempt', 'paid', 'draft'] as const)(
    'is refused for a member who is chosen and %s',
    async (who) => {
      const { refusal } = await pay({ memberIds: [members.owing, members[who]] });
      expect(refusal).toMatchObject({ code: 'CHARGE_NOT_PAYABLE', field: 'memberIds' });
    },
  );

  test('is refused for another sum than the screen showed, and for months to come', async () => {
    expect((await pay({ total: 1 })).refusal).toMatchObject({ code: 'AMOUNT_INVALID', field: 'total' });
    expect((await pay({ throughMonth: '2026-08' })).refusal.code).toBe('ADVANCE_NOT_ALLOWED');
  });

  test('T33: of the whole branch leaves out whose order is under way, and its total too', async () => {
    const { order } = await pay({ total: 409_596 });
    expect(order).toMatchObject({
      mode: 'BRANCH',
      formLabel: 'Nộp cho chi bộ',
      total: 409_596,
      lineCount: 4,
      memberCount: 2,
    });
    expect(await house.stateOf(members.paying)).toEqual(['2026-06 IN_PAYMENT', '2026-07 ANNOUNCED']);
    expect((await pay()).refusal.code).toBe('NOTHING_TO_PAY');
    const stepped = await house.orderAs(
      collector,
      order.id,
      'availableActions { action allowed } payer { id }',
    );
    expect(stepped.availableActions).toEqual([
      { action: 'PAY', allowed: true },
      { action: 'CANCEL', allowed: true },
    ]);
    await house.act(collector, 'cancelDuesOrder', { orderId: order.id, expectedVersion: 1 }, 'order { id }');
  });

  test('holds no more than 500 charges', async () => {
    await house.em().execute(
      `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on)
       select '2026-07-01', ?, 'ARREARS_ADJUSTMENT', n, ?, 1, uuidv7(), '2026-07-01' from generate_series(1, 500) n`,
      [members.owing, units.branch1],
    );
    const { refusal } = await pay();
    expect(refusal.code).toBe('TOO_MANY_LINES');
    expect(refusal.message).toContain('500');
  });
});
