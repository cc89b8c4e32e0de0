import { randomUUID } from 'node:crypto';
import { sealOnce } from '@dang/audit/sealer';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { foldBalances } from './balances.ts';
import { confirmPayments } from './confirm-payments.ts';
import { ledgerChain } from './content.ts';
import { postTransaction } from './post.ts';
import { verifyLedger } from './verify-ledger.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let client: Client;
let order: PlacedOrder;
let member: string;
const { branch1, ward } = units;

beforeAll(async () => {
  fees = await openFees();
  ({ client } = await openConnection(fees.environment.DATABASE_URL, 'test'));
  member = randomUUID();
  await fees.hear(heard.approved(member, branch1, '116532', '2026-06'));
  for (const month of ['2026-06', '2026-07']) await chargeMonth(fees.em(), month, ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED'`);
  order = await placeOrder(fees.em(), [member], { unitId: branch1 });
  await confirmPayments(fees.em(), [success(order)], '2026-07-06');
  await post('Điều chỉnh theo biên bản số 3 | "đối chiếu"', 7n);
  for (let sealed = 1; sealed > 0; ) sealed = await sealOnce(client, ledgerChain);
  await foldBalances(client);
});
afterAll(async () => {
  await client.end();
  await fees.close();
});

/** An adjustment between two units. */
const post = (reason: string | null, amount: bigint) =>
  fees.em().transactional((em) =>
    postTransaction(em, {
      kind: 'ADJUSTMENT',
      unitId: ward,
      subjectId: randomUUID(),
      bookedOn: '2026-07-06',
      reason,
      entries: [
        { account: 'UNIT_SHARE', unitId: ward, amount },
        { account: 'UNIT_SHARE', unitId: branch1, amount: -amount, period: '2026-07' },
        { account: 'CENTRAL_BANK', amount: 0n },
      ],
    }),
  );
const faults = async () => (await verifyLedger(client)).faults;

/** Does what a superuser could do who has switched the triggers off, looks, and takes it back. */
async function faultsAfter(...statements: string[]): Promise<string[]> {
  const kept = [
    'ledger_transaction',
    'ledger_entry',
    'payment_order',
    'order_line',
    'dues_charge',
    'ledger_balance',
  ];
  await client.query('set session_replication_role = replica');
  for (const table of kept) await client.query(`create table kept_${table} as table ${table}`);
  try {
    for (const sql of statements) await client.query(sql);
    return await faults();
  } finally {
    for (const table of kept) {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from kept_${table}`);
      await client.query(`drop table kept_${table}`);
    }
    await client.query('set session_replication_role = origin');
  }
}

test('the hash that the database makes is the one that is made here, whatever the reason says', async () => {
  for (const reason of [null, '', 'Nộp nhầm', '+|-;,', 'đ'.repeat(400)]) await post(reason, 1n);
  expect(await faults()).toEqual([]);
});

test('a charge that a credit made 0 đồng is paid without a payment, and only such a one', async () => {
  const lucky = randomUUID();
  await fees.hear(heard.approved(lucky, branch1, '50000', '2026-08'));
  await fees
    .em()
    .execute(
      `insert into dues_credit (member_id, amount, remaining, cause_id, made_on) values (?, 50000, 50000, uuidv7(), '2026-07-06')`,
      [lucky],
    );
  await chargeMonth(fees.em(), '2026-08', ward);
  expect((await fees.charges(lucky)).slice(-1)).toEqual(['2026-08 branch1 0 PAID']);
  expect(await faults()).toEqual([]);
  const stranger = `insert into dues_charge (period, member_id, branch_id, amount, paid, status)
    values ('2026-08-01', uuidv7(), '${branch1}', 0, 0, 'PAID')`;
  expect(await faultsAfter(stranger)).toEqual([expect.stringContaining('0 payments stand for it')]);
});

describe('the database refuses', () => {
  test.each([
    ['what does not add up', [1n, -2n], 'does not balance'],
    ['nothing at all', [0n, 0n], 'content_hash'],
  ])('%s', async (_, [first = 0n, second = 0n], message) => {
    const posting = fees.em().transactional((em) =>
      postTransaction(em, {
        kind: 'ADJUSTMENT',
        unitId: ward,
        subjectId: randomUUID(),
        bookedOn: '2026-07-06',
        entries: [
          { account: 'UNIT_SHARE', unitId: ward, amount: first },
          { account: 'CENTRAL_BANK', amount: second },
        ],
      }),
    );
    await expect(posting).rejects.toThrow(message);
  });

  test.each([
    ['a share of no unit', { account: 'UNIT_SHARE' as const }],
    ['the central account of a unit', { account: 'CENTRAL_BANK' as const, unitId: units.ward }],
  ])('%s', async (_, side) => {
    const posting = fees.em().transactional((em) =>
      postTransaction(em, {
        kind: 'ADJUSTMENT',
        unitId: ward,
        subjectId: randomUUID(),
        bookedOn: '2026-07-06',
        entries: [
          { ...side, amount: 1n },
          { account: 'REFUND_PAYABLE', amount: -1n },
        ],
      }),
    );
    await expect(posting).rejects.toThrow('check constraint');
  });

  test('a second posting of the same, and a posting outside a transaction', async () => {
    const twice = {
      kind: 'REMITTANCE' as const,
      unitId: branch1,
      subjectId: randomUUID(),
      bookedOn: '2026-07-06',
      entries: [
        { account: 'CENTRAL_BANK' as const, amount: 5n },
        { account: 'BRANCH_CASH' as const, unitId: branch1, amount: -5n },
      ],
    };
    await fees.em().transactional((em) => postTransaction(em, twice));
    await expect(fees.em().transactional((em) => postTransaction(em, twice))).rejects.toThrow(
      'ledger_transaction_once',
    );
    await expect(postTransaction(fees.em(), twice)).rejects.toThrow('inside a transaction');
  });

  test('every change of what is posted', async () => {
    for (const table of ['ledger_transaction', 'ledger_entry']) {
      await expect(client.query(`update ${table} set unit_id = unit_id`)).rejects.toThrow('refused');
      await expect(client.query(`delete from ${table}`)).rejects.toThrow('refused');
      await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow('refused');
    }
  });
});

describe('whoever tampers is found', () => {
  let paid: string;
  beforeEach(() => {
    paid = `transaction_id = (select id from ledger_transaction where subject_id = '${order.id}')`;
  });
  const found = (sentence: string) => expect.arrayContaining([expect.stringContaining(sentence)]);

  test('who changes an amount', async () => {
    const after = await faultsAfter(`update ledger_entry set amount = amount + 1 where ${paid} and line = 2`);
    expect(after).toEqual(found('the row is not what was written'));
    expect(after).toEqual(found('its entries make 1 instead of 0'));
    expect(after).toEqual(found('are paid of it, the ledger holds'));
  });
  test('who moves a share to another unit', async () => {
    const after = await faultsAfter(`update ledger_entry set unit_id = '${ward}' where ${paid} and line = 2`);
    expect(after).toEqual(found('the row is not what was written'));
    expect(after).toEqual(found(`81572 for unit ${branch1}, posted 0`));
    expect(after).toEqual(found(`balance of UNIT_SHARE ${branch1}`));
  });
  test('who changes what the order had divided', async () => {
    expect(
      await faultsAfter(
        `update order_line set share_amounts[1] = share_amounts[1] - 1 where order_id = '${order.id}' and line = 1`,
      ),
    ).toEqual(found('its total is 233064, its lines make 233064, their shares 233063'));
  });
  test('who marks a charge as paid, or as not paid', async () => {
    const charge = `member_id = '${member}' and period = '2026-07-01'`;
    expect(await faultsAfter(`update dues_charge set status = 'OVERDUE', paid = 0 where ${charge}`)).toEqual(
      found('0 are paid of it, the ledger holds 116532'),
    );
    const stranger = `insert into dues_charge (period, member_id, branch_id, amount, paid, status)
      values ('2026-07-01', uuidv7(), '${branch1}', 5, 5, 'PAID')`;
    const after = await faultsAfter(stranger);
    expect(after).toEqual(found('5 are paid of it, the ledger holds 0'));
    expect(after).toEqual(found('0 payments stand for it'));
  });
  test('who deletes a posting, its entries, or both', async () => {
    const head = `delete from ledger_transaction where subject_id = '${order.id}'`;
    const entries = `delete from ledger_entry where ${paid}`;
    expect(await faultsAfter(head)).toEqual(found('entries without their transaction'));
    expect(await faultsAfter(entries)).toEqual(found('it has no entries'));
    const both = await faultsAfter(entries, head);
    expect(both).toEqual(found('the row is gone'));
    expect(both).toEqual(found('it has 0 postings of its payment'));
  });
  test('who says that an order is refunded', async () => {
    expect(
      await faultsAfter(`update payment_order set status = 'REFUNDED' where id = '${order.id}'`),
    ).toEqual(found('(REFUNDED): it has 1 postings of its payment, 0 of its refund'));
  });
  test('who changes a kept balance', async () => {
    expect(
      await faultsAfter(`update ledger_balance set amount = amount + 1 where unit_id = '${ward}'`),
    ).toEqual(found(`balance of UNIT_SHARE ${ward}`));
  });
  test('and everything is whole again when nothing was done', async () => {
    expect(await faults()).toEqual([]);
  });
});
