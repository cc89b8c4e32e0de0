import type { Actor } from '@dang/access/actor';
import { getUnit, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { orderNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { allocate } from '../allocation/allocate.ts';
import type { Allocation } from '../allocation/allocation.rules.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { LINES_LIMIT, ORDERS_A_DAY, type OrderMode, waitingTimes } from './order.rules.ts';
import { type ChargeKey, type ChargeToPay, holdCharges, lockCharges } from './order-charges.ts';
import { keepOrderStep } from './order-steps.ts';

/** What is to be paid, how and by whom. The unit is the branch that pays, or that charges the payer last. */
export interface OrderWish {
  readonly mode: OrderMode;
  readonly actor: Actor & { memberId: string };
  /** Left out: the branch of the youngest charge. */
  readonly unitId?: string;
  readonly charges: readonly ChargeKey[];
  /** Members whose charges may be taken before they are announced: by a decision that lets them pay in advance. */
  readonly inAdvance?: boolean;
}

/** What an order that was placed is called. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly total: bigint;
}

const placeOf = ({ period, memberId, origin, seq }: ChargeKey): string =>
  `${period} ${memberId} ${origin} ${seq}`;

/**
 * Places an order (domain 6.4, 6.5): locks its charges, divides each by the policy of its month and place, takes the next number of
 * the unit and day, and keeps lines, history and events, all in the caller's transaction. Of two orders for one charge exactly one
 * gets it. Refuses `NOTHING_TO_PAY`, `TOO_MANY_LINES`, `CHARGE_NOT_PAYABLE`, `NO_ALLOCATION_POLICY` and, for an account that places
 * orders without end, `RATE_LIMITED`.
 */
export async function placeOrder(
  em: SqlEntityManager,
  context: Pick<GraphContext, 'clock' | 'environment'>,
  wish: OrderWish,
): Promise<Refusal | PlacedOrder> {
  const { mode, actor, charges, inAdvance = false } = wish;
  if (charges.length === 0) return refuse('NOTHING_TO_PAY');
  if (charges.length > LINES_LIMIT) return refuse('TOO_MANY_LINES', { params: { most: LINES_LIMIT } });
  const today = context.clock.today();
  if (await hasOrderedTooOften(em, actor.accountId, today)) return refuse('RATE_LIMITED');

  const lines = await holdCharges(em, charges, { draftsToo: inAdvance });
  const last = lines.at(-1);
  if (!last || lines.length < charges.length) return refuseMissing(charges, lines);
  const allocations = await allocate(em, lines);
  if (isRefusal(allocations)) return allocations;

  const unit = await getUnit(em, wish.unitId ?? last.branchId);
  const at = context.clock.now();
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const number = await takeOrderNumber(em, unit, today, context.environment.ORDER_PREFIX);
  const id = await insertOrder(em, { mode, actor, unit, number, total, at, today });
  await insertLines(em, id, lines, allocations);
  const taken = await lockCharges(em, id, lines);
  if (taken !== lines.length)
    throw new Error(`order ${number} holds ${lines.length} charges and locked ${taken}`);
  if (inAdvance) await refreshStandings(em, [...new Set(lines.map(({ memberId }) => memberId))]);
  await keepOrderStep(em, id, {
    action: mode === 'CASH' ? 'RECORD_CASH' : 'INITIATE',
    from: null,
    actor,
    at,
  });
  return { id, number, unitId: unit.id, total };
}

function refuseMissing(wanted: readonly ChargeKey[], held: readonly ChargeToPay[]): Refusal {
  const known = new Set(held.map(placeOf));
  const missing = wanted.find((key) => !known.has(placeOf(key)));
  const [year, month] = missing?.period.split('-') ?? [];
  return refuse('CHARGE_NOT_PAYABLE', { params: { month: `${month}/${year}` } });
}

async function hasOrderedTooOften(em: SqlEntityManager, accountId: string, today: string): Promise<boolean> {
  const [row] = await em.execute<{ placed: number }[]>(
    `select count(*)::int as placed from payment_order where payer_account_id = ? and initiated_on = ?::date`,
    [accountId, today],
  );
  return (row?.placed ?? 0) >= ORDERS_A_DAY;
}

/** The next number of a unit and day, such as `G22.99.DP-05200044002-250528-0001`; whoever comes at once waits. */
async function takeOrderNumber(
  em: SqlEntityManager,
  unit: UnitRow,
  today: string,
  prefix: string,
): Promise<string> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into order_counter as counter (unit_id, day, last) values (?, ?::date, 1)
     on conflict (unit_id, day) do update set last = counter.last + 1 returning last`,
    [unit.id, today],
  );
  return orderNumber(prefix, unit.code, today, row?.last ?? 0);
}

interface NewOrder {
  readonly mode: OrderMode;
  readonly actor: OrderWish['actor'];
  readonly unit: UnitRow;
  readonly number: string;
  readonly total: bigint;
  readonly at: Date;
  readonly today: string;
}

async function insertOrder(em: SqlEntityManager, order: NewOrder): Promise<string> {
  const { mode, actor, unit, number, total, at, today } = order;
  const { expiresAt, nextQueryAt } = waitingTimes(mode, at, new Date());
  const [row] = await em.execute<{ id: string }[]>(
    `insert into payment_order (number, unit_id, mode, payer_account_id, payer_member_id, payer_capacity, total,
       initiated_at, initiated_on, expires_at, next_query_at, recorded_by)
     values (?, ?, ?::order_mode, ?, ?, ?::jsonb, ?, ?, ?::date, ?, ?, ?::jsonb)
     returning id`,
    [
      number,
      unit.id,
      mode,
      actor.accountId,
      actor.memberId,
      mode === 'SELF' ? null : JSON.stringify(actor.capacity),
      total,
      at,
      today,
      expiresAt,
      nextQueryAt,
      mode === 'CASH' ? actedByText(actor) : null,
    ],
  );
  if (!row) throw new Error(`order ${number} was not written`);
  return row.id;
}

async function insertLines(
  em: SqlEntityManager,
  orderId: string,
  lines: readonly ChargeToPay[],
  allocations: readonly Allocation[],
): Promise<void> {
  const rows = lines.map(({ period, amount, status, ...line }, index) => {
    const allocation = allocations[index];
    if (!allocation) throw new Error(`charge ${placeOf({ period, ...line })} is not divided`);
    return {
      ...line,
      period: `${period}-01`,
      amount: String(amount),
      status,
      policyId: allocation.policyId,
      units: allocation.units,
      amounts: allocation.amounts.map(String),
    };
  });
  await em.execute(
    `insert into order_line (order_id, line, period, member_id, origin, seq, branch_id, category, amount, status_before,
       policy_id, share_units, share_amounts)
     select ?, line.number, line.period, line."memberId", line.origin, line.seq, line."branchId", line.category, line.amount,
       line.status, line."policyId", line.units, line.amounts
     from rows from (jsonb_to_recordset(?::jsonb) as (period date, "memberId" uuid, origin charge_origin, seq smallint,
       "branchId" uuid, category dues_category, amount bigint, status dues_charge_status, "policyId" text, units uuid[],
       amounts bigint[])) with ordinality as line (period, "memberId", origin, seq, "branchId", category, amount, status,
       "policyId", units, amounts, number)`,
    [orderId, JSON.stringify(rows)],
  );
}
