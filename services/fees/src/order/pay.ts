import type { Actor } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findAdvanceMonths, holdCharging, makeAdvanceCharges } from '../bill/advance.rows.ts';
import { type AdvanceMonth, advanceCharges } from '../bill/advance.rules.ts';
import { monthsBar, monthsOf, notSelectable } from '../bill/bill.rules.ts';
import { findBranchBill, findPayables, findPayablesOfBranch } from '../bill/payable.rows.ts';
import type { PayDuesInput, PayForBranchInput } from '../generated/graph.ts';
import { isInScope } from './order.access.ts';
import type { ChargeToPay } from './order-charges.ts';
import { type PlacedOrder, placeOrder } from './place-order.ts';

const sumOf = (charges: readonly ChargeToPay[]): bigint =>
  charges.reduce((sum, { amount }) => sum + amount, 0n);

/** What the payer read and confirmed is what they pay. */
function refuseOtherTotal(charges: readonly ChargeToPay[], total: bigint | null | undefined): Refusal | null {
  return total == null || total === sumOf(charges) ? null : refuse('AMOUNT_INVALID', { field: 'total' });
}

function done({ id, number, unitId, total }: PlacedOrder, memberId: string | null): Done {
  return { id, audit: { unitId, memberId, after: { number, total: String(total) } } };
}

/**
 * Places an order for the actor's own dues: the oldest months first (domain 6.10), and months to come by a decision, whose charges are made
 * here. Runs inside `mutate`.
 */
export async function payDues(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  { months, total }: Pick<PayDuesInput, 'months' | 'total'>,
): Promise<Refusal | Done> {
  const { memberId } = actor;
  if (memberId === null) return refuse('NOT_FOUND');
  const payables = (await findPayables(em, [memberId])).get(memberId) ?? [];
  const owed = monthsOf(payables);
  const ahead = months > owed.length ? await monthsAhead(em, context, memberId) : nothingAhead;
  const bar = monthsBar(months, owed.length, ahead.charges.length);
  if (bar) return refuse(bar.code, { field: 'months', params: { most: bar.most } });
  const chosen = new Set(owed.slice(0, months));
  const inAdvance = ahead.charges.slice(0, Math.max(0, months - owed.length));
  const charges = [...payables.filter(({ period }) => chosen.has(period)), ...inAdvance];
  const otherTotal = refuseOtherTotal(charges, total);
  if (otherTotal) return otherTotal;
  const last = inAdvance.at(-1)?.period ?? '';
  await makeAdvanceCharges(
    em,
    ahead.months.filter(({ period }) => period <= last),
  );
  const wish = {
    mode: 'SELF',
    actor: { ...actor, memberId },
    charges,
    inAdvance: inAdvance.length > 0,
  } as const;
  const placed = await placeOrder(em, context, wish);
  if (isRefusal(placed)) return placed;
  if (placed.total !== sumOf(charges))
    throw new Error(`order ${placed.number} is not of the sum that was asked for`);
  return done(placed, memberId);
}

const nothingAhead = { months: [], charges: [] };

/** What a decision lets the member pay in advance. Nobody else makes charges of theirs until the transaction ends. */
async function monthsAhead(
  em: SqlEntityManager,
  { clock }: GraphContext,
  memberId: string,
): Promise<{ months: AdvanceMonth[]; charges: ChargeToPay[] }> {
  await holdCharging(em, memberId);
  const months = (await findAdvanceMonths(em, [memberId], clock.month())).get(memberId) ?? [];
  return { months, charges: advanceCharges(months, clock.month()) };
}

/** The charges of a branch that one order pays, or why not: of the whole branch, or of the members who were chosen. */
export async function chargesOfBranch(
  em: SqlEntityManager,
  context: GraphContext,
  { branchId, memberIds, throughMonth }: Pick<PayForBranchInput, 'branchId' | 'memberIds' | 'throughMonth'>,
): Promise<Refusal | ChargeToPay[]> {
  const [branch] = await findUnits(em, [branchId]);
  if (!branch || !(await isInScope(context, 'DUES_COLLECT', branchId)))
    return refuse('NOT_FOUND', { field: 'branchId' });
  const today = context.clock.today();
  if (branch.validTo !== null && branch.validTo <= today) return refuse('UNIT_ENDED', { field: 'branchId' });
  const through = throughMonth ?? context.clock.month();
  if (through > context.clock.month()) return refuse('ADVANCE_NOT_ALLOWED', { field: 'throughMonth' });
  const chosen = memberIds ? [...new Set(memberIds)] : null;
  const rows = await findBranchBill(em, branchId, { through, memberIds: chosen });
  if (chosen && rows.length < chosen.length) return refuse('MEMBER_NOT_IN_BRANCH', { field: 'memberIds' });
  const barred = rows.filter((row) => notSelectable({ ...row, amount: BigInt(row.amount) }) !== null);
  if (chosen && barred.length > 0) {
    const [year, month] = through.split('-');
    return refuse('CHARGE_NOT_PAYABLE', { field: 'memberIds', params: { month: `${month}/${year}` } });
  }
  const out = new Set(barred.map(({ memberId }) => memberId));
  const payables = await findPayablesOfBranch(em, branchId, { through, memberIds: chosen });
  return payables.filter(({ memberId }) => !out.has(memberId));
}

/** Places one order of a branch for its members, arrears included (A8). Runs inside `mutate`. */
export async function payForBranch(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: Pick<PayForBranchInput, 'branchId' | 'memberIds' | 'throughMonth' | 'total'>,
): Promise<Refusal | Done> {
  const { memberId } = actor;
  if (memberId === null) return refuse('NOT_FOUND');
  const charges = await chargesOfBranch(em, context, input);
  if (isRefusal(charges)) return charges;
  const otherTotal = refuseOtherTotal(charges, input.total);
  if (otherTotal) return otherTotal;
  const placed = await placeOrder(em, context, {
    mode: 'BRANCH',
    actor: { ...actor, memberId },
    unitId: input.branchId,
    charges,
  });
  return isRefusal(placed) ? placed : done(placed, null);
}
