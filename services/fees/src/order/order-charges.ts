import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ChargeStatus } from '../charge/charge.workflow.ts';
import type { Month } from '../charging/charging.rules.ts';
import { payableStatuses } from './order.rules.ts';

export type ChargeOrigin = 'REGULAR' | 'ARREARS_ADJUSTMENT' | 'VOLUNTARY';

/** Which charge: the regular one of a month (`seq` 0), or one beside it. */
export interface ChargeKey {
  readonly period: Month;
  readonly memberId: string;
  readonly origin: ChargeOrigin;
  readonly seq: number;
}

/** A charge as an order takes it. */
export interface ChargeToPay extends ChargeKey {
  readonly branchId: string;
  readonly category: string;
  readonly amount: bigint;
  readonly status: ChargeStatus;
}

type Row = Omit<ChargeToPay, 'amount'> & { amount: string };

const payableList = payableStatuses.map((status) => `'${status}'`).join(', ');

const rowsOf = (keys: readonly ChargeKey[]): string =>
  JSON.stringify(
    keys.map(({ period, memberId, origin, seq }) => ({ period: `${period}-01`, memberId, origin, seq })),
  );

const columns = `to_char(charge.period, 'YYYY-MM') as period, charge.member_id as "memberId", charge.branch_id as "branchId",
  charge.category, charge.amount, charge.status`;

/**
 * Those of the charges that can be paid now, locked until the transaction ends and in one order, so that two orders wait for each
 * other and never block each other. With `draftsToo` also what is not announced yet: who may pay in advance.
 */
export async function holdCharges(
  em: SqlEntityManager,
  keys: readonly ChargeKey[],
  { draftsToo = false } = {},
): Promise<ChargeToPay[]> {
  const statuses = draftsToo ? `'DRAFT', ${payableList}` : payableList;
  const regular = keys.filter(({ origin }) => origin === 'REGULAR');
  const beside = keys.filter(({ origin }) => origin !== 'REGULAR');
  const rows = await em.execute<Row[]>(
    `select ${columns}, 'REGULAR' as origin, 0 as seq
     from jsonb_to_recordset(?::jsonb) as wanted(period date, "memberId" uuid)
     join dues_charge charge on charge.period = wanted.period and charge.member_id = wanted."memberId"
     where charge.status in (${statuses})
     order by charge.period, charge.member_id
     for update of charge`,
    [rowsOf(regular)],
  );
  if (beside.length > 0) {
    const extras = await em.execute<Row[]>(
      `select ${columns}, charge.origin, charge.seq
       from jsonb_to_recordset(?::jsonb) as wanted(period date, "memberId" uuid, origin charge_origin, seq smallint)
       join extra_charge charge on charge.period = wanted.period and charge.member_id = wanted."memberId"
         and charge.origin = wanted.origin and charge.seq = wanted.seq
       where charge.status in (${payableList})
       order by charge.period, charge.member_id, charge.origin, charge.seq
       for update of charge`,
      [rowsOf(beside)],
    );
    rows.push(...extras);
  }
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) })).sort(inOrder);
}

/** Months first, then members, and the regular charge before what stands beside it. */
function inOrder(a: ChargeKey, b: ChargeKey): number {
  const place = ({ period, memberId, origin, seq }: ChargeKey) =>
    `${period} ${memberId} ${origin === 'REGULAR' ? '' : origin} ${String(seq).padStart(5, '0')}`;
  return place(a) < place(b) ? -1 : 1;
}

/** Gives charges that are held to an order: nobody else can pay them until it ends. Answers how many it took. */
export async function lockCharges(
  em: SqlEntityManager,
  orderId: string,
  keys: readonly ChargeKey[],
): Promise<number> {
  const taken = await em.execute<{ taken: number }[]>(
    `with wanted as materialized (
       select * from jsonb_to_recordset(?::jsonb)
         as row(period date, "memberId" uuid, origin charge_origin, seq smallint)),
     regular as (
       update dues_charge charge set status = 'IN_PAYMENT', order_id = ?
       from wanted
       where wanted.origin = 'REGULAR' and charge.period = wanted.period and charge.member_id = wanted."memberId"
         and charge.status in ('DRAFT', ${payableList})
       returning 1),
     beside as (
       update extra_charge charge set status = 'IN_PAYMENT', order_id = ?
       from wanted
       where charge.origin = wanted.origin and charge.period = wanted.period and charge.member_id = wanted."memberId"
         and charge.seq = wanted.seq and charge.status in (${payableList})
       returning 1)
     select (select count(*) from regular)::int + (select count(*) from beside)::int as taken`,
    [rowsOf(keys), orderId, orderId],
  );
  return taken[0]?.taken ?? 0;
}

/** Frees the charges of an order that ended unpaid: each is as it was before, or overdue when its month has passed. */
export async function unlockCharges(em: SqlEntityManager, orderId: string, month: Month): Promise<void> {
  const before = `case when line.status_before = 'ANNOUNCED' and line.period < ?::date then 'OVERDUE'
    else line.status_before end`;
  await em.execute(
    `with regular as (
       update dues_charge charge set status = ${before}, order_id = null
       from order_line line
       where line.order_id = ? and line.origin = 'REGULAR' and charge.period = line.period
         and charge.member_id = line.member_id and charge.order_id = line.order_id and charge.status = 'IN_PAYMENT'
       returning 1)
     update extra_charge charge set status = ${before}, order_id = null
     from order_line line
     where line.order_id = ? and charge.origin = line.origin and charge.period = line.period
       and charge.member_id = line.member_id and charge.seq = line.seq and charge.order_id = line.order_id
       and charge.status = 'IN_PAYMENT'`,
    [`${month}-01`, orderId, `${month}-01`, orderId],
  );
}
