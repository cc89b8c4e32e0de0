import { amountInWords } from '@dang/vietnam/amount-in-words';
import { formatDong } from '@dang/vietnam/dong';
import type { Month } from '../charging/charging.rules.ts';
import { ADVANCE_LIMIT } from '../order/order.rules.ts';
import type { ChargeToPay } from '../order/order-charges.ts';

/** What a member would pay for so many months, and how it reads on the screen (domain 6.4). */
export interface Bill {
  readonly months: number;
  readonly lines: readonly BillLine[];
  readonly total: bigint;
  readonly totalInWords: string;
  readonly hint: string | null;
  readonly sentence: string | null;
}

/** A charge on the bill, and why it is there. */
export interface BillLine extends ChargeToPay {
  readonly why: string;
}

/** The months of these charges, each once, oldest first. */
export const monthsOf = (charges: readonly { readonly period: Month }[]): Month[] => [
  ...new Set(charges.map(({ period }) => period).sort()),
];

const written = (month: Month): string => month.split('-').reverse().join('/');

/** Why a charge is owed, in the words of the screen; `month` is the present one. */
export function whyOwed({ period, origin, status }: ChargeToPay, month: Month): string {
  const of = `tháng ${written(period)}`;
  if (origin === 'ARREARS_ADJUSTMENT') return `Truy thu chênh lệch mức đóng ${of}`;
  if (origin === 'VOLUNTARY') return `Tự nguyện đóng thêm ${of}`;
  if (status === 'REFUNDED') return `Nộp lại đảng phí ${of}, giao dịch trước đã hoàn tiền`;
  if (status === 'DEFERRED') return `Đảng phí ${of}, được nộp chậm theo quyết định`;
  if (status === 'DRAFT' || period > month) return `Nộp trước đảng phí ${of} theo quyết định`;
  return period < month ? `Truy thu đảng phí ${of}` : `Đảng phí ${of}`;
}

/**
 * Why so many months cannot be paid, or null. `owed` is how many there are to pay, `advance` how many more a decision allows (A7).
 */
export function monthsBar(
  months: number,
  owed: number,
  advance: number,
): { code: 'MONTHS_INVALID' | 'ADVANCE_NOT_ALLOWED' | 'NOTHING_TO_PAY'; most: number } | null {
  const most = owed + Math.min(advance, ADVANCE_LIMIT);
  if (most === 0 && months >= 1) return { code: 'NOTHING_TO_PAY', most };
  if (months >= 1 && months <= most) return null;
  return {
    code: months > most && advance === 0 ? 'ADVANCE_NOT_ALLOWED' : 'MONTHS_INVALID',
    most: Math.max(most, 1),
  };
}

/** The bill of charges that stand in the order in which they are paid. */
export function billOf(charges: readonly ChargeToPay[], month: Month): Bill {
  const months = monthsOf(charges);
  const total = charges.reduce((sum, { amount }) => sum + amount, 0n);
  const totalInWords = amountInWords(total);
  return {
    months: months.length,
    lines: charges.map((charge) => ({ ...charge, why: whyOwed(charge, month) })),
    total,
    totalInWords,
    hint: months.length === 0 ? null : `Đóng cho ${hintOf(months)}`,
    sentence:
      months.length === 0
        ? null
        : `Quý đảng viên đang nộp đảng phí, tổng số tiền là ${formatDong(total)} VND (Số tiền bằng chữ: ${totalInWords})`,
  };
}

/** Months as the hint lists them: `tháng 05/2026, 06/2026`. */
const hintOf = (months: readonly Month[]): string => `tháng ${months.map(written).join(', ')}`;

/** Why a member cannot be chosen on the bill of the branch; null when they can. */
export type NotSelectable = 'IN_PAYMENT' | 'EXEMPT' | 'NOT_ANNOUNCED' | 'PAID';

/** T33: an order under way keeps a member out, whatever else they owe. */
export function notSelectable(row: {
  readonly amount: bigint;
  readonly inPayment: boolean;
  readonly notAnnounced: boolean;
  readonly waived: boolean;
}): NotSelectable | null {
  if (row.inPayment) return 'IN_PAYMENT';
  if (row.amount > 0n) return null;
  if (row.waived) return 'EXEMPT';
  return row.notAnnounced ? 'NOT_ANNOUNCED' : 'PAID';
}
