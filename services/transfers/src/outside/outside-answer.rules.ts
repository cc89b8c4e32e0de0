import type { Bar } from '../dossier/bar.ts';

/** What somebody outside of the system answered to a letter, as a clerk reads it from paper. Days are `YYYY-MM-DD`. */
export interface PaperAnswer {
  readonly unitName: string;
  readonly signerName?: string | null;
  readonly signerTitle?: string | null;
  readonly documentNumber?: string | null;
}

const limits = { unitName: 300, signerName: 200, signerTitle: 200, documentNumber: 100 } as const;

/**
 * Why an answer from outside cannot be right, or null: who answered is named, and the day (`on`, of the input `field`) lies neither before
 * `notBefore` nor in the future.
 */
export function answerBar(
  answer: PaperAnswer,
  day: { readonly on: string; readonly field: string },
  { notBefore, today, mustBeSigned }: { notBefore: string; today: string; mustBeSigned: boolean },
): Bar | null {
  const isMissing = (field: keyof PaperAnswer) => (answer[field] ?? '').trim() === '';
  if (isMissing('unitName')) return { code: 'INVALID_INPUT', field: 'unitName' };
  if (mustBeSigned && isMissing('signerName')) return { code: 'INVALID_INPUT', field: 'signerName' };
  for (const field of Object.keys(limits) as (keyof PaperAnswer)[])
    if ((answer[field] ?? '').length > limits[field]) return { code: 'INVALID_INPUT', field };
  return day.on < notBefore || day.on > today ? { code: 'INVALID_INPUT', field: day.field } : null;
}

/**
 * The day that another province's system names, or the nearest on which it can have been: months of dues follow from it, and who were left by a day of
 * the next century would be charged nowhere until then.
 */
export const nearestDay = (
  on: string,
  { notBefore, today }: { readonly notBefore: string; readonly today: string },
): string => {
  if (on > today) return today;
  return on < notBefore ? notBefore : on;
};
