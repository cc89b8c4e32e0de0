import { randomUUID } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { handedOver, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { reverseOrder } from '../ledger/reverse-order.ts';
import { foldTotals } from './fold.ts';
import { readTotals } from './totals.rows.ts';
import { verifyTotals } from './verify-totals.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let client: Client;
const members = Array.from({ length: 4 }, () => randomUUID());
const { branch1, branch21, committee, ward, otherWard, province } = units;

/** Three pay, one in notes; one of them gets it back a month later; a fourth moves to another branch with what is open. */
beforeAll(async () => {
  fees = await openFees();
  ({ client } = await openConnection(fees.environment.DATABASE_URL, 'test'));
  for (const member of members) await fees.hear(heard.approved(member, branch1, '60000', '2026-06'));
  for (const month of ['2026-06', '2026-07'])
    for (const commune of [ward, otherWard]) await chargeMonth(fees.em(), month, commune);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where status = 'DRAFT'`);
  const [online, cash, refunded, moved] = members as [string, string, string, string];
  const place = (member: string, mode: 'SELF' | 'CASH' = 'SELF') =>
    placeOrder(fees.em(), [member], { unitId: branch1, mode });
  const back = await place(refunded);
  const paid = [success(await place(online)), handedOver(await place(cash, 'CASH')), success(back)];
  await confirmPayments(fees.em(), paid, '2026-07-06');
  await foldTotals(fees.em());
  const refundId = randomUUID();
  await fees.em().transactional(async (em) => {
    await em.execute(
      `insert into refund (id, order_id, kind, amount, status, reason, requested_on)
       values (?, ?, 'PAYMENT', ?, 'APPROVED', 'Nộp nhầm', '2026-08-03')`,
      [refundId, back.id, back.total.toString()],
    );
    await reverseOrder(em, { orderId: back.id, refundId, bookedOn: '2026-08-03' });
  });
  await fees.hear(heard.corrected(moved, branch21, '2026-07-01'));
});
afterAll(async () => {
  await client.end();
  await fees.close();
});

const faults = async () => (await verifyTotals(client)).faults;

const totalOf = async (
  unitId: string,
  axis: 'PERIOD' | 'PAYMENT',
  groups: readonly ('MONTH' | 'METHOD')[] = [],
) => {
  const wish = { from: '2026-06', to: '2026-09', groups, axis, asOf: null };
  const totals = await readTotals(fees.em(), [unitId], { scopeUnitId: province, isAnalyst: false }, wish);
  return totals.get(unitId);
};

test('what was charged, paid and taken back stands in the totals, folded or not', async () => {
  for (let folded = 1; folded > 0; folded = await foldTotals(fees.em())) {
    expect(await faults()).toEqual([]);
    expect((await totalOf(ward, 'PERIOD'))?.total).toMatchObject({
      due: 420_000n,
      paid: 240_000n,
      outstanding: 180_000n,
      members: 7,
      payers: 4,
    });
    expect((await totalOf(province, 'PERIOD'))?.total).toMatchObject({ due: 480_000n, paid: 240_000n });
  }
});

test('by the month of payment, who got it back has still paid in theirs', async () => {
  const totals = await totalOf(committee, 'PAYMENT', ['MONTH']);
  expect(totals?.cells.map(({ month, paid, payers }) => [month, paid, payers])).toEqual([
    ['2026-07', 360_000n, 3],
    ['2026-08', -120_000n, 0],
  ]);
});

test('what a branch keeps of cash and of money online is the same part', async () => {
  const cells = (await totalOf(branch1, 'PERIOD', ['METHOD']))?.cells ?? [];
  expect(cells.map(({ method }) => method)).toEqual(['BANK', 'CASH']);
  expect(new Set(cells.map(({ paid, retained }) => [paid, retained].join(' '))).size).toBe(1);
});

describe('a fault is named', () => {
  /** Does what a superuser could do who has switched the triggers off, looks, and takes it back. */
  async function faultsAfter(table: string, sql: string): Promise<readonly string[]> {
    await client.query('set session_replication_role = replica');
    await client.query(`create table kept as table ${table}`);
    try {
      await client.query(sql);
      return await faults();
    } finally {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from kept`);
      await client.query('drop table kept');
      await client.query('set session_replication_role = origin');
    }
  }

  test.each([
    ['a total that was changed', 'totals_month', 'update totals_month set paid = paid + 7', 'paid by 7'],
    [
      'a cell that was changed',
      'totals_cube',
      'update totals_cube set own_due = own_due + 5',
      'own_due by 5',
    ],
    [
      'a total that is gone',
      'totals_month',
      `delete from totals_month where unit_id = '${ward}'`,
      'due by -',
    ],
    [
      'a change that was added',
      'totals_delta',
      `insert into totals_delta (unit_id, period, category, due) values ('${branch1}', '2026-06-01', 'PENSION', 3)`,
      'due by 3',
    ],
    [
      'a charge that was changed behind its back',
      'dues_charge',
      'update dues_charge set amount = amount + 1 where paid = 0',
      'due by -',
    ],
    ['an entry of the ledger that is gone', 'ledger_entry', 'delete from ledger_entry', 'paid by '],
    [
      'a payer who was added',
      'payer_month',
      `insert into payer_month (paid_month, branch_id, member_id) values ('2026-07-01', '${branch1}', '${randomUUID()}')`,
      'payers_in by -1',
    ],
    [
      'a tree that was changed',
      'totals_closure',
      `delete from totals_closure where ancestor = '${province}'`,
      'members',
    ],
  ])('%s', async (_, table, sql, words) => {
    const found =
      table === 'totals_closure' ? await faultsAfterFold(table, sql) : await faultsAfter(table, sql);
    expect(found.join('\n')).toContain(words);
    expect(await faults()).toEqual([]);
  });

  /** The tree counts for what is not folded yet. */
  async function faultsAfterFold(table: string, sql: string): Promise<readonly string[]> {
    const member = randomUUID();
    await fees.hear(heard.approved(member, branch1, '60000', '2026-07'));
    const found = await faultsAfter(table, sql);
    while ((await foldTotals(fees.em())) > 0);
    return found;
  }
});
