import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { allocationOf, type PathUnit } from './allocation/allocation.rules.ts';
import { findPoliciesOf } from './allocation/policy.rows.ts';
import { confirmPayments } from './ledger/confirm-payments.ts';

/** A paid order of a demo province; days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface PaidOrder {
  id: string;
  number: string;
  /** The branch that charges everything in it. */
  unitId: string;
  mode: 'SELF' | 'BRANCH' | 'CASH';
  payer: { accountId: string; memberId: string; name: string; title: string | null };
  /** Who has confirmed the cash: another person than the payer. */
  confirmedBy: { accountId: string; memberId: string; name: string; title: string } | null;
  paidOn: string;
  method: 'BANK' | 'E_WALLET' | 'MOBILE_MONEY' | 'CASH';
  lines: { memberId: string; month: string }[];
}

/** The units from the branch up to the root, by the id of the branch. */
export type Paths = Readonly<Record<string, readonly PathUnit[]>>;

type ChargedLine = { orderId: string; memberId: string; month: string; amount: string; category: string };

const CONFIRMED_AT_ONCE = 100;
const HALF_PAST_NINE = 'T09:30:00+07:00';

/**
 * Pays these orders as a payment platform would have: initiated and confirmed on their day, posted in the ledger and added up. Their charges
 * must be there, in payment by them. Throws when a path has no policy or an order is not confirmed. Needs a transaction.
 */
export async function payDemoOrders(
  em: SqlEntityManager,
  orders: readonly PaidOrder[],
  paths: Paths,
): Promise<void> {
  const lines = await em.execute<ChargedLine[]>(
    `select order_id as "orderId", member_id as "memberId", to_char(period, 'YYYY-MM') as month, amount, category
     from dues_charge where status = 'IN_PAYMENT' order by order_id, member_id, period`,
  );
  const totals = new Map<string, bigint>();
  for (const { orderId, amount } of lines) totals.set(orderId, (totals.get(orderId) ?? 0n) + BigInt(amount));
  await insertOrders(em, orders, totals);
  await insertLines(em, orders, lines, paths);
  // many rows that nobody has counted yet: each payment would be looked for in all of them
  await em.execute('analyze payment_order, order_line, dues_charge');
  for (let first = 0; first < orders.length; first += CONFIRMED_AT_ONCE) {
    await confirm(em, orders.slice(first, first + CONFIRMED_AT_ONCE), totals);
  }
}

async function insertOrders(
  em: SqlEntityManager,
  orders: readonly PaidOrder[],
  totals: ReadonlyMap<string, bigint>,
): Promise<void> {
  const rows = orders.map(({ payer, paidOn, lines: _lines, ...order }) => ({
    ...order,
    accountId: payer.accountId,
    memberId: payer.memberId,
    recordedBy: order.mode === 'CASH' ? payer : null,
    total: Number(totals.get(order.id)),
    initiatedAt: `${paidOn}T09:25:00+07:00`,
    initiatedOn: paidOn,
  }));
  await em.execute(
    `insert into payment_order (id, number, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at,
       initiated_on, expires_at, recorded_by)
     select id, number, "unitId", mode, 'PROCESSING', "accountId", "memberId", total, "initiatedAt", "initiatedOn",
       "initiatedAt" + interval '1 day', "recordedBy"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "unitId" uuid, mode order_mode, "accountId" uuid,
       "memberId" uuid, total bigint, "initiatedAt" timestamptz, "initiatedOn" date, "recordedBy" jsonb)`,
    [JSON.stringify(rows)],
  );
  await em.execute(
    `insert into order_step (order_id, at, action, to_status, actor)
     select id, "initiatedAt", 'INITIATE', 'INITIATED', payer
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "initiatedAt" timestamptz, payer jsonb)`,
    [JSON.stringify(rows.map((row, index) => ({ ...row, payer: orders[index]?.payer })))],
  );
  await em.execute(
    `insert into order_counter (unit_id, day, last)
     select "unitId", "initiatedOn", count(*)
     from jsonb_to_recordset(?::jsonb) as row("unitId" uuid, "initiatedOn" date) group by 1, 2`,
    [JSON.stringify(rows)],
  );
}

async function insertLines(
  em: SqlEntityManager,
  orders: readonly PaidOrder[],
  lines: readonly ChargedLine[],
  paths: Paths,
): Promise<void> {
  const policies = await findPoliciesOf(em, [...new Set(lines.map(({ month }) => month))]);
  const unitOf = new Map(orders.map(({ id, unitId }) => [id, unitId]));
  const rows = lines.map(({ orderId, memberId, month, amount, category }) => {
    const unitId = unitOf.get(orderId) ?? '';
    const inForce = policies.filter(({ from, through }) => from <= month && (through ?? month) >= month);
    const chosen = { basis: null, branchBps: null };
    const allocation = allocationOf(paths[unitId] ?? [], BigInt(amount), inForce, chosen);
    if (!allocation) throw new Error(`No policy divides what ${unitId} collects for ${month}`);
    const shares = {
      policyId: allocation.policyId,
      units: allocation.units,
      amounts: allocation.amounts.map(Number),
    };
    return { orderId, memberId, period: `${month}-01`, branchId: unitId, amount, category, ...shares };
  });
  await em.execute(
    `insert into order_line (order_id, line, period, member_id, origin, seq, branch_id, category, amount, status_before,
       policy_id, share_units, share_amounts)
     select "orderId", row_number() over (partition by "orderId" order by period, "memberId"), period, "memberId", 'REGULAR', 0,
       "branchId", category, amount, 'ANNOUNCED', "policyId", units, amounts
     from jsonb_to_recordset(?::jsonb) as row("orderId" uuid, "memberId" uuid, period date, "branchId" uuid, amount bigint,
       category dues_category, "policyId" text, units uuid[], amounts bigint[])`,
    [JSON.stringify(rows)],
  );
}

async function confirm(
  em: SqlEntityManager,
  orders: readonly PaidOrder[],
  totals: ReadonlyMap<string, bigint>,
): Promise<void> {
  const answers = await confirmPayments(
    em,
    orders.map(({ id, number, mode, method, paidOn, confirmedBy }) => ({
      provider: mode === 'CASH' ? 'CASH' : 'DEMO',
      messageId: id,
      providerRef: id,
      number,
      amount: totals.get(id) ?? 0n,
      paidAt: new Date(`${paidOn}${HALF_PAST_NINE}`),
      method,
      clockDiffers: false,
      ...(confirmedBy && { confirmedBy }),
    })),
    orders.at(-1)?.paidOn ?? '',
  );
  const other = answers.find(({ outcome }) => outcome !== 'CONFIRMED');
  if (other) throw new Error(`${other.number} was not confirmed but ${other.outcome}`);
}
