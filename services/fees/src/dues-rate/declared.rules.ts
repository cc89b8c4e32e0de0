import type { DuesProposal } from '../dues-rule/propose-dues.rules.ts';

/** A difference up to this, in đồng, is rounding and nothing to decide on; a greater one is highlighted (A5). */
export const NOTABLE_DIFFERENCE = 1_000n;

/** The amount split in what the rule prescribes and what is given beyond it, or the band outside of which it lies. */
export type DeclaredParts =
  | { readonly regular: bigint; readonly voluntary: bigint }
  | { readonly least: bigint; readonly most: bigint };

/**
 * What of a declared amount is dues and what is given voluntarily (T17). Less than the rate is dues all the same: the approver
 * needs a reason. Up to 1,000 đồng more is dues too. Where the rule leaves a band, an amount outside of it is refused (T16).
 */
export function declaredParts(amount: bigint, proposal: DuesProposal | null): DeclaredParts {
  if (proposal === null) return { regular: amount, voluntary: 0n };
  if (proposal.amount === null) {
    const { least, most } = { least: proposal.least ?? 0n, most: proposal.most ?? amount };
    return amount < least || amount > most ? { least, most } : { regular: amount, voluntary: 0n };
  }
  const above = amount - proposal.amount;
  return above > NOTABLE_DIFFERENCE
    ? { regular: proposal.amount, voluntary: above }
    : { regular: amount, voluntary: 0n };
}
