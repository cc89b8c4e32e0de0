import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { amountInWords } from '@dang/vietnam/amount-in-words';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { isInScope } from '../order/order.access.ts';
import { formLabels } from '../order/order.rules.ts';
import type { ChargeToPay } from '../order/order-charges.ts';
import type { DuesRow } from '../standing/standing.rows.ts';
import { findAdvanceMonths } from './advance.rows.ts';
import { type AdvanceMonth, advanceCharges } from './advance.rules.ts';
import { type BillLine, billOf, monthsOf, type NotSelectable, notSelectable } from './bill.rules.ts';
import { findBranchBill, findPayables } from './payable.rows.ts';
import { findPayments, type PaymentRow } from './payment.rows.ts';

function payablesOf(context: GraphContext, memberId: string): Promise<ChargeToPay[]> {
  return loaderOf<string, ChargeToPay[]>(context, 'payable charges', async (ids) => {
    const lists = await findPayables(context.em, ids);
    return ids.map((id) => lists.get(id) ?? []);
  }).load(memberId);
}

/** What a decision lets a member pay in advance. */
async function chargesAhead(context: GraphContext, memberId: string): Promise<ChargeToPay[]> {
  const month = context.clock.month();
  const months = await loaderOf<string, AdvanceMonth[]>(context, 'months in advance', async (ids) => {
    const lists = await findAdvanceMonths(context.em, ids, month);
    return ids.map((id) => lists.get(id) ?? []);
  }).load(memberId);
  return advanceCharges(months, month);
}

const paymentPlace = z.tuple([z.iso.datetime(), z.guid(), z.int().min(0).max(32_767)]);

interface BillMember {
  readonly memberId: string;
  readonly amount: bigint;
  readonly months: readonly string[];
  readonly notSelectable: NotSelectable | null;
}

/** What can be paid now, by a member for themselves and by a branch for its members. */
export const billResolvers: Resolvers = {
  MemberDues: {
    async bill({ memberId }: DuesRow, { months }, context) {
      const payables = await payablesOf(context, memberId);
      const owed = monthsOf(payables);
      const wanted = Math.max(0, months ?? owed.length);
      const chosen = new Set(owed.slice(0, wanted));
      const ahead = await chargesAhead(context, memberId);
      const charges = payables.filter(({ period }) => chosen.has(period));
      const bill = billOf(
        [...charges, ...ahead.slice(0, Math.max(0, wanted - owed.length))],
        context.clock.month(),
      );
      return { ...bill, mostMonths: owed.length + ahead.length };
    },
    async payments({ memberId }: DuesRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, paymentPlace);
      const name = `payments, ${limit} after ${after}`;
      const rows = await loaderOf<string, PaymentRow[]>(context, name, async (ids) => {
        const lists = await findPayments(context.em, ids, { after: place, limit });
        return ids.map((id) => lists.get(id) ?? []);
      }).load(memberId);
      return connection(rows, first, ({ at, orderId, line }) => [at, orderId, line]);
    },
  },
  DuesPayment: {
    month: ({ period }: PaymentRow) => period,
    formLabel: ({ mode }: PaymentRow) => formLabels[mode],
  },
  DuesBillLine: {
    month: ({ period }: BillLine) => period,
  },
  OrgUnit: {
    async branchBill({ id }, { memberIds, throughMonth }, context) {
      if (!(await isInScope(context, 'DUES_COLLECT', id))) return null;
      const through = throughMonth ?? context.clock.month();
      const rows = await findBranchBill(context.em, id, { through, memberIds: memberIds ?? null });
      const members = rows.map((row): BillMember => {
        const amount = BigInt(row.amount);
        return { ...row, amount, notSelectable: notSelectable({ ...row, amount }) };
      });
      const selectable = members.filter((member) => member.notSelectable === null);
      const total = selectable.reduce((sum, { amount }) => sum + amount, 0n);
      return { members, selectableCount: selectable.length, total, totalInWords: amountInWords(total) };
    },
  },
  BranchBillMember: {
    member: ({ memberId }: BillMember) => ({ id: memberId }),
    selectable: (member: BillMember) => member.notSelectable === null,
  },
};
