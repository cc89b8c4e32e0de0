import { addMonths } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';
import { ADVANCE_LIMIT } from '../order/order.rules.ts';
import type { ChargeToPay } from '../order/order-charges.ts';

/** A month that may be paid in advance: the rate of it, what a decision takes off, and the draft that is there already. */
export interface AdvanceMonth {
  readonly memberId: string;
  readonly period: Month;
  readonly branchId: string;
  readonly category: string;
  readonly full: bigint;
  readonly percent: number | null;
  readonly isExempt: boolean;
  /** The amount of the charge, when it is made already. */
  readonly draft: bigint | null;
  /** What was paid too much before and is set against charges that are yet to be made. */
  readonly credit: bigint;
}

/** What is left of the rate by a reduction, half-up to a whole đồng (A6). */
const reduced = ({ full, percent }: AdvanceMonth): bigint =>
  percent === null ? full : (full * BigInt(100 - percent) + 50n) / 100n;

/**
 * What a member pays for months in advance, oldest first and without a gap from the present month on: months of which nothing is left to
 * pay, by exemption or credit, are passed over. At most 12 (A7).
 */
export function advanceCharges(months: readonly AdvanceMonth[], month: Month): ChargeToPay[] {
  const charges: ChargeToPay[] = [];
  let credit = months[0]?.credit ?? 0n;
  let expected = months[0]?.period === month ? month : addMonths(month, 1);
  for (const each of months) {
    if (each.period !== expected) break;
    expected = addMonths(expected, 1);
    if (each.isExempt) continue;
    const { memberId, period, branchId, category } = each;
    const owed = reduced(each);
    const used = each.draft === null && credit < owed ? credit : owed;
    if (each.draft === null) credit -= used;
    const amount = each.draft ?? owed - used;
    if (amount > 0n)
      charges.push({
        memberId,
        period,
        branchId,
        category,
        amount,
        origin: 'REGULAR',
        seq: 0,
        status: 'DRAFT',
      });
  }
  return charges.slice(0, ADVANCE_LIMIT);
}
