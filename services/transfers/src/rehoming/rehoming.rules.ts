import type { DossierFacts } from '../dossier/dossier.facts.ts';
import { leavesSystem, openBox } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { waitingUnitOf } from '../dossier/judge.rules.ts';
import type { TransferState } from '../dossier/workflows.ts';
import type { ChainUnit } from '../letter/chain.rules.ts';
import { layoutOf } from '../letter/layout.ts';
import type { BoxRow, BoxStatus } from '../letter/letter.row.ts';
import { newBoxes, stateAfterBox } from '../letter/letter.rules.ts';

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

/** How a dossier goes on after the tree has changed under it. */
export interface Rehomed {
  readonly status: TransferState;
  readonly waitingUnitId: string | null;
  readonly boxes: readonly ReaddressedBox[];
}

const onTheWay: ReadonlySet<TransferState> = new Set(['IN_ORIGIN_CHAIN', 'SENT', 'IN_DEST_CHAIN']);

/**
 * Where a dossier stands once it has these ends. What is signed stays as it was signed, numbers included; the boxes that
 * are still to be signed (of a letter that was sent, those of the destination) are addressed by the tree of today, and the letter goes on with the first of them. A letter that
 * has arrived at the destination branch does not travel again: its last box only changes hands.
 */
export function rehomed(
  { dossier, boxes }: Pick<DossierFacts, 'boxes'> & { readonly dossier: DossierRow },
  ends: Ends,
): Rehomed {
  const changes = readdressed({ dossier, boxes }, ends);
  const changed = new Map(changes.map((box) => [box.index, box]));
  const now = boxes.map((box): BoxRow => {
    const change = changed.get(box.index);
    if (!change) return box;
    return { ...box, ...change, actingUnitId: change.unitId, crossedOut: change.status === 'CROSSED_OUT' };
  });
  const lastSigned = now.findLast((box) => box.status === 'SIGNED');
  const status =
    onTheWay.has(dossier.status) && lastSigned ? stateAfterBox(now, lastSigned.index) : dossier.status;
  const moved = {
    ...dossier,
    originBranchId: ends.origin?.at(-1)?.id ?? dossier.originBranchId,
    destinationBranchId: ends.destination?.at(-1)?.id ?? dossier.destinationBranchId,
  };
  return {
    status,
    waitingUnitId: waitingUnitOf({ dossier: moved, boxes: now }, status),
    boxes: changes.filter((box) => !isSame(box, boxes[box.index - 1])),
  };
}

function readdressed(
  { dossier, boxes }: Pick<DossierFacts, 'boxes' | 'dossier'>,
  { origin, destination }: Ends,
): ReaddressedBox[] {
  const open = openBox({ boxes });
  if (open === null) return [];
  const { arrival, lastOrigin } = layoutOf(dossier.kind);
  if (open.index === arrival) return [{ ...open, unitId: destination?.at(-1)?.id ?? open.unitId }];
  if (origin === null) return [];
  const lastSigned = boxes.findLast((box) => box.status === 'SIGNED')?.index ?? 0;
  const done = dossier.sentAt !== null ? Math.max(lastSigned, lastOrigin) : lastSigned;
  const rest = newBoxes({
    kind: dossier.kind,
    origin,
    destination,
    destinationText: dossier.destinationText,
    leaves: leavesSystem({ boxes }),
  }).filter((box) => box.index > done);
  const next = rest.find((box) => !box.crossedOut && !box.outside)?.index;
  return rest.map(({ crossedOut, outside, ...box }) => {
    if (crossedOut || outside) return box;
    if (box.index !== next) return { ...box, status: 'PENDING' };
    return { ...box, status: box.index === open.index ? open.status : 'NEXT' };
  });
}

const isSame = (one: ReaddressedBox, other: BoxRow | undefined): boolean =>
  one.status === other?.status &&
  one.unitId === other.unitId &&
  one.toUnitId === other.toUnitId &&
  one.addressee === other.addressee;
