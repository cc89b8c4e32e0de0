import { leavesSystem } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { ChainUnit } from '../letter/chain.rules.ts';
import { layoutOf } from '../letter/layout.ts';
import type { BoxRow, BoxStatus } from '../letter/letter.row.ts';
import { newBoxes } from '../letter/letter.rules.ts';

/** A dossier's two ends as the tree stands now: the units from the root down to each branch. */
export interface Ends {
  /** Null where the end lies outside of the system. */
  readonly origin: readonly ChainUnit[] | null;
  readonly destination: readonly ChainUnit[] | null;
}

/** What is written anew of a box that nobody has signed. */
export interface ReaddressedBox {
  readonly index: number;
  readonly status: BoxStatus;
  readonly unitId: string | null;
  readonly toUnitId: string | null;
  readonly addressee: string | null;
}

/**
 * The boxes of this dossier's letter as they would be written today. Of a letter that was written outside only what is signed here is known: the
 * box of the branch that receives the member and, of a stay, its comment and its committee's box.
 */
export function boxesToday(
  { dossier, boxes }: { readonly dossier: DossierRow; readonly boxes: readonly BoxRow[] },
  { origin, destination }: Ends,
): ReaddressedBox[] {
  const { kind, destinationText } = dossier;
  if (origin !== null)
    return newBoxes({ kind, origin, destination, destinationText, leaves: leavesSystem({ boxes }) });
  if (destination === null) throw new Error(`dossier ${dossier.number} has no end in this system`);
  const { arrival, comment } = layoutOf(kind);
  const branchId = destination.at(-1)?.id ?? null;
  const committeeId = destination.findLast(({ type }) => type === 'GRASSROOTS_COMMITTEE')?.id ?? null;
  return boxes.map((box): ReaddressedBox => {
    if (box.index === arrival) return { ...box, unitId: branchId };
    if (comment === null || box.index < comment || box.index > comment + 1) return box;
    if (box.index === comment) return { ...box, unitId: branchId, toUnitId: committeeId };
    const status = committeeId === null ? 'CROSSED_OUT' : 'PENDING';
    return { ...box, status, unitId: committeeId };
  });
}
