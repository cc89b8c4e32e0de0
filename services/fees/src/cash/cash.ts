import type { Actor } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import { afterCommit } from '@dang/service/after-commit';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { monthsBar, monthsOf, notSelectable } from '../bill/bill.rules.ts';
import { findBranchBill, findPayablesOfBranch } from '../bill/payable.rows.ts';
import { actedBy } from '../dossier-step/acted-by.ts';
import type { RecordCashInput } from '../generated/graph.ts';
import { confirmPayments } from '../ledger/confirm-payments.ts';
import { countConfirmed } from '../ledger/payment-counters.ts';
import { endOrder } from '../order/end-order.ts';
import { isInScope, signedIn } from '../order/order.access.ts';
import { LINES_LIMIT } from '../order/order.rules.ts';
import { actOn, doneWith, type OrderAct } from '../order/order-acts.ts';
import type { ChargeToPay } from '../order/order-charges.ts';
import { placeOrder } from '../order/place-order.ts';

const REASON_LIMIT = 1_000;

/** The charges that these notes pay, or why they cannot: the oldest months of each member, as many as each paid. */
async function chargesOfNotes(
  em: SqlEntityManager,
  context: GraphContext,
  { branchId, members }: Pick<RecordCashInput, 'branchId' | 'members'>,
): Promise<Refusal | ChargeToPay[]> {
  const through = context.clock.month();
  const memberIds = members.map(({ memberId }) => memberId);
  if (new Set(memberIds).size < memberIds.length) return refuse('INVALID_INPUT', { field: 'members' });
  const bill = await findBranchBill(em, branchId, { through, memberIds });
  if (bill.length < memberIds.length) return refuse('MEMBER_NOT_IN_BRANCH', { field: 'members' });
  const rows = new Map(bill.map((row) => [row.memberId, row]));
  const payables = Map.groupBy(
    await findPayablesOfBranch(em, branchId, { through, memberIds }),
    ({ memberId }) => memberId,
  );
  const charges: ChargeToPay[] = [];
  for (const { memberId, months } of members) {
    const row = rows.get(memberId);
    if (row && notSelectable({ ...row, amount: BigInt(row.amount) }) === 'IN_PAYMENT') {
      const [year, month] = through.split('-');
      return refuse('CHARGE_NOT_PAYABLE', { field: 'members', params: { month: `${month}/${year}` } });
    }
    const own = payables.get(memberId) ?? [];
    const owed = monthsOf(own);
    const bar = monthsBar(months, owed.length, 0);
    if (bar) return refuse(bar.code, { field: 'members', params: { most: bar.most } });
    const chosen = new Set(owed.slice(0, months));
    charges.push(...own.filter(({ period }) => chosen.has(period)));
  }
  return charges;
}

/** Records notes as an order of the branch that somebody else has to confirm. Runs inside `mutate`. */
export async function recordCash(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: Pick<RecordCashInput, 'branchId' | 'members' | 'total'>,
): Promise<Refusal | Done> {
  const { branchId, members, total } = input;
  const [branch] = await findUnits(em, [branchId]);
  const { memberId } = actor;
  if (!branch || memberId === null || !(await isInScope(context, 'DUES_COLLECT', branchId)))
    return refuse('NOT_FOUND', { field: 'branchId' });
  if (branch.validTo !== null && branch.validTo <= context.clock.today())
    return refuse('UNIT_ENDED', { field: 'branchId' });
  if (members.length > LINES_LIMIT) return refuse('TOO_MANY_LINES', { params: { most: LINES_LIMIT } });
  const charges = await chargesOfNotes(em, context, input);
  if (isRefusal(charges)) return charges;
  if (charges.reduce((sum, { amount }) => sum + amount, 0n) !== total)
    return refuse('AMOUNT_INVALID', { field: 'total' });
  const payer = { ...actor, memberId };
  const placed = await placeOrder(em, context, { mode: 'CASH', actor: payer, unitId: branchId, charges });
  if (isRefusal(placed)) return placed;
  const after = { number: placed.number, total: String(total), members: members.length };
  return { id: placed.id, audit: { unitId: branchId, memberId: null, after } };
}

/**
 * Confirms notes: the same posting as a success of the platform, with the order itself as its reference. Runs inside `mutate`.
 */
export async function confirmCash(
  em: SqlEntityManager,
  context: GraphContext,
  act: OrderAct,
): Promise<Refusal | Done> {
  const acted = await actOn(em, context, act, { action: 'CONFIRM_CASH' });
  if (isRefusal(acted)) return acted;
  const { order } = acted;
  const notes = {
    provider: 'CASH',
    messageId: order.id,
    number: order.number,
    providerRef: order.id,
    amount: BigInt(order.total),
    paidAt: context.clock.now(),
    method: 'CASH',
    clockDiffers: false,
    confirmedBy: actedBy(signedIn(context)),
  } as const;
  const [answer] = await confirmPayments(em, [notes], context.clock.today());
  if (answer?.outcome !== 'CONFIRMED')
    throw new Error(`notes of ${order.number} were not confirmed: ${answer?.outcome}`);
  afterCommit(context, () => countConfirmed([notes], [answer]));
  return doneWith(order, 'SUCCEEDED');
}

/** Takes back a record of notes: its charges are free again. Runs inside `mutate`. */
export async function withdrawCash(
  em: SqlEntityManager,
  context: GraphContext,
  input: OrderAct & { readonly reason: string },
): Promise<Refusal | Done> {
  const reason = input.reason.trim();
  const acted = await actOn(em, context, input, { action: 'WITHDRAW_CASH', reason });
  if (isRefusal(acted)) return acted;
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  const { order } = acted;
  await endOrder(em, {
    orderId: order.id,
    to: 'CANCELLED',
    reason,
    today: context.clock.today(),
    at: context.clock.now(),
    actor: signedIn(context),
    action: 'WITHDRAW_CASH',
  });
  return doneWith(order, 'CANCELLED', reason);
}
