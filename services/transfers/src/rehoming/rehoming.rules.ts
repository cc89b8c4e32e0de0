import type { DossierFacts } from '../dossier/dossier.facts.ts';
import { leavesSystem, openBox } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { waitingUnitOf } from '../dossier/judge.rules.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { layoutOf } from '../letter/layout.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import { stateAfterBox } from '../letter/letter.rules.ts';
import { boxesToday, type Ends, type ReaddressedBox } from './boxes-today.rules.ts';

/** How a dossier goes on after the tree has changed under it. */
export interface Rehomed {
  readonly status: TransferState;
  readonly waitingUnitId: string | null;
  readonly boxes: readonly ReaddressedBox[];
}

type Letter = Pick<DossierFacts, 'boxes'> & { readonly dossier: DossierRow };

/**
 * Where a dossier stands once it has these ends. What is signed stays as it was signed, numbers included; the boxes that
 * are still to be signed (of a letter that was sent, those of the destination; of a stay that runs, those of the way back) are addressed by the
 * tree of today, and the letter goes on with the first of them. A letter that has arrived does not travel again: its box only changes hands.
 */
export function rehomed({ dossier, boxes }: Letter, ends: Ends): Rehomed {
  const changes = readdressed({ dossier, boxes }, ends);
  const changed = new Map(changes.map((box) => [box.index, box]));
  const now = boxes.map((box): BoxRow => {
    const change = changed.get(box.index);
    if (!change) return box;
    const { status, unitId } = change;
    const crossed = { crossedOut: status === 'CROSSED_OUT', outside: status === 'OUTSIDE' };
    return { ...box, ...change, ...crossed, actingUnitId: unitId };
  });
  const status = statusOf({ dossier, boxes: now }, boxes);
  return {
    status,
    waitingUnitId: waitingUnitOf({ dossier: at(dossier, ends), boxes: now }, status),
    boxes: changes.filter((box) => !isSame(box, boxes[box.index - 1])),
  };
}

/** A dossier with these ends. */
const at = (dossier: DossierRow, { origin, destination }: Ends): DossierRow => ({
  ...dossier,
  originBranchId: origin?.at(-1)?.id ?? dossier.originBranchId,
  destinationBranchId: destination?.at(-1)?.id ?? dossier.destinationBranchId,
});

/** The dossier goes back to the level of the origin that signed last, its letter as it is. */
export const sentBack = ({ dossier, boxes }: Letter, ends: Ends): Rehomed => ({
  status: 'RETURNED_BY_DEST',
  waitingUnitId: waitingUnitOf({ dossier: at(dossier, ends), boxes }, 'RETURNED_BY_DEST'),
  boxes: [],
});

/** Which of its states a letter on its way is in, now that its boxes are these; all other states stay. */
function statusOf({ dossier, boxes }: Letter, before: readonly BoxRow[]): TransferState {
  const { kind, status } = dossier;
  const open = openBox({ boxes });
  if (open === null) return status;
  if (status === 'RETURNING') return open.index === boxes.length ? 'BACK_AT_ORIGIN' : 'RETURNING';
  if (status !== 'IN_ORIGIN_CHAIN' && status !== 'SENT' && status !== 'IN_DEST_CHAIN') return status;
  // The committee that has received a letter for a stay goes on with it; another has to receive it first.
  const was = openBox({ boxes: before });
  if (kind === 'TEMPORARY' && status === 'IN_DEST_CHAIN' && was?.index === open.index)
    return was.actingUnitId === open.unitId ? status : 'SENT';
  const lastSigned = boxes.findLast((box) => box.status === 'SIGNED' && box.index < open.index);
  return lastSigned ? stateAfterBox(boxes, lastSigned.index) : status;
}

/**
 * The first box that is addressed anew: what lies before it is signed, was sent past, or is filled by somebody outside. Null: nothing of the letter
 * is left to this system.
 */
function firstToReaddress({ dossier, boxes }: Letter): number | null {
  const { lastOrigin, arrival, comment } = layoutOf(dossier.kind);
  const signed = boxes.findLast((box) => box.status === 'SIGNED')?.index ?? 0;
  const wayBack = comment === null ? null : leavesSystem({ boxes }) ? comment + 2 : comment;
  switch (dossier.status) {
    case 'IN_ORIGIN_CHAIN':
      return signed + 1;
    case 'SENT':
    case 'IN_DEST_CHAIN':
    case 'RETURNED_BY_DEST':
      return openBox({ boxes })?.index === arrival ? arrival : Math.max(signed, lastOrigin) + 1;
    case 'INCOMING_PAPER':
    case 'AT_DEST_BRANCH':
      return arrival;
    case 'SENT_OUT':
    case 'ACTIVE_TEMPORARY':
    case 'EXTENSION_REQUESTED':
    case 'CONVERTED':
      return wayBack;
    case 'RETURNING':
      return wayBack === null ? null : Math.max(signed + 1, wayBack);
    case 'BACK_AT_ORIGIN':
      return boxes.length;
    default:
      return null;
  }
}

function readdressed({ dossier, boxes }: Letter, ends: Ends): ReaddressedBox[] {
  const from = boxes.length === 0 ? null : firstToReaddress({ dossier, boxes });
  if (from === null) return [];
  const rest = boxesToday({ dossier, boxes }, ends).filter((box) => box.index >= from);
  const open = openBox({ boxes });
  const following = rest.find((box) => box.status !== 'CROSSED_OUT');
  const next = following?.status === 'OUTSIDE' ? undefined : following?.index;
  const addressed = rest.map((box): ReaddressedBox => {
    if (box.status === 'CROSSED_OUT' || box.status === 'OUTSIDE') return box;
    if (open === null || box.index !== next) return { ...box, status: 'PENDING' };
    return { ...box, status: box.index === open.index ? open.status : 'NEXT' };
  });
  if (open === null || next !== undefined) return addressed;
  // No level is left between the one that signed last and the world outside: it signs again, and so sends the letter on.
  const last = boxes.findLast((box) => box.status === 'SIGNED');
  if (last === undefined) throw new Error(`the letter of dossier ${dossier.number} has lost every level`);
  return [{ ...last, status: 'RETURNED' }, ...addressed];
}

const isSame = (one: ReaddressedBox, other: BoxRow | undefined): boolean =>
  one.status === other?.status &&
  one.unitId === other.unitId &&
  one.toUnitId === other.toUnitId &&
  one.addressee === other.addressee;
