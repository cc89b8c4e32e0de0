import { formatDong } from '@dang/vietnam/dong';
import type { Month } from '../charging/charging.rules.ts';
import type { WaiverKind } from '../waiver/waiver.rules.ts';

/** What is known of a member and a month; amounts are whole đồng. */
export interface MonthFacts {
  readonly month: Month;
  readonly rateAmount: bigint | null;
  /** How the rule computes it; null for a rate by no rule. */
  readonly explanation: string | null;
  /** What the rule prescribed. */
  readonly proposedAmount: bigint | null;
  readonly waiverKind: WaiverKind | null;
  /** Nothing is due: by decision, and not paid before it. */
  readonly isWaived: boolean;
  /** What is left of the rate after the waiver. */
  readonly reducedAmount: bigint | null;
  readonly creditUsed: bigint;
  readonly adjustments: bigint;
  readonly voluntary: bigint;
  /** What the made charge says; null: none is made yet. */
  readonly charged: bigint | null;
}

/** What is due for the month in all, waived months left out: what is charged, or would be by what is known now. */
export function totalOf(facts: MonthFacts): bigint {
  return regularOf(facts) + facts.adjustments + facts.voluntary;
}

/** The regular part of it. */
export function regularOf({ isWaived, charged, reducedAmount }: MonthFacts): bigint {
  if (isWaived) return 0n;
  return charged ?? reducedAmount ?? 0n;
}

/** Why so much is due, as a sentence for people: rule, decision, what was paid too much, what comes beside it. */
export function sentenceOf(facts: MonthFacts): string {
  const { month, rateAmount, explanation, proposedAmount, creditUsed, adjustments, voluntary } = facts;
  if (rateAmount === null)
    return `Chưa có mức đóng được duyệt cho tháng ${month.slice(5)}/${month.slice(0, 4)}`;
  const parts = [explanation ?? `Mức đóng được duyệt: ${formatDong(rateAmount)} đồng/tháng`];
  if (explanation !== null && proposedAmount !== rateAmount)
    parts.push(`mức được duyệt ${formatDong(rateAmount)}`);
  parts.push(...waiverPart(facts));
  if (creditUsed > 0n) parts.push(`trừ ${formatDong(creditUsed)} đã nộp thừa`);
  if (adjustments > 0n) parts.push(`truy thu ${formatDong(adjustments)}`);
  if (voluntary > 0n) parts.push(`tự nguyện ${formatDong(voluntary)}`);
  if (parts.length > 1) parts.push(`cộng ${formatDong(totalOf(facts))}`);
  return parts.join('; ');
}

function waiverPart({ waiverKind, isWaived, reducedAmount }: MonthFacts): string[] {
  if (waiverKind === 'EXEMPT') return isWaived ? ['được miễn'] : [];
  if (waiverKind === 'DEFER') return ['được nộp chậm'];
  if (waiverKind === null || waiverKind === 'ADVANCE') return [];
  return [`giảm ${waiverKind.slice('REDUCE_'.length)} % còn ${formatDong(reducedAmount ?? 0n)}`];
}
