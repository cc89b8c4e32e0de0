import type { RefusalCode } from '@dang/service/refusal';
import { boxAfter, boxBefore } from '../letter/chain.rules.ts';
import { FIRST_BOX, layoutOfBoxes } from '../letter/layout.ts';
import { flagsOf } from './deadlines.rules.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { leavesSystem, openBox } from './dossier.facts.ts';
import type { DossierRow } from './dossier.row.ts';
import { memberBar } from './request.rules.ts';
import type { TransferGuard } from './workflows.ts';

/** The day (`YYYY-MM-DD`) and month (`YYYY-MM`) of the decision; time comes in as data. */
export interface Today {
  readonly today: string;
  readonly month: string;
}

/** Every guard of the table with its answer: `true`, or the code that refuses. */
export function guardsOf(
  facts: DossierFacts,
  { today, month }: Today,
): Record<TransferGuard, true | RefusalCode> {
  const { dossier, boxes, sealedFile, standing, stay } = facts;
  const next = openBox(facts);
  const isOpen = (unitId: string | null | undefined) => {
    const unit = unitId == null ? undefined : facts.units.get(unitId);
    return unit !== undefined && (unit.validTo === null || unit.validTo > today);
  };
  const following = next && boxAfter(boxes, next.index);
  const unexplained = flagsOf(facts.calendar, dossier, today, stay).filter(
    (flag) => !facts.explained.has(flag),
  );
  const comesFromHere = dossier.originBranchId !== null;
  const goesOutside = leavesSystem(facts) || dossier.destinationBranchId === null;
  return {
    memberEligible: eligible(facts, dossier),
    memberEligibleForGood: eligible(facts, { ...dossier, kind: 'OFFICIAL' }),
    destinationOpen:
      dossier.destinationBranchId === null || isOpen(dossier.destinationBranchId) || 'UNIT_ENDED',
    originOpen: !comesFromHere || isOpen(dossier.originBranchId) || 'UNIT_ENDED',
    originInside: comesFromHere || 'ORIGIN_OUTSIDE',
    originOutside: !comesFromHere || 'ORIGIN_INSIDE',
    destinationInside: !goesOutside || 'DESTINATION_OUTSIDE',
    destinationOutside: goesOutside || 'DESTINATION_INSIDE',
    duesPaid: duesPaid(standing, month),
    boxUnitsOpen:
      ((next === null || isOpen(next.unitId)) && (following === null || isOpen(following.unitId))) ||
      'UNIT_ENDED',
    boxCanGoBack: (next !== null && canGoBack(boxes, next.index)) || 'NO_BOX_BEFORE',
    boxToCorrect:
      boxes.some((box) => box.status === 'SIGNED' && box.index > FIRST_BOX && box.correction === null) ||
      'NO_BOX_TO_CORRECT',
    letterWithBranch:
      next?.index === FIRST_BOX || dossier.status === 'RETURNED_BY_DEST' || 'LETTER_NOT_WITH_BRANCH',
    fileSealed: sealedFile !== null || 'FILE_NOT_SEALED',
    fileNotReceived: sealedFile?.receivedOn == null || 'FILE_ALREADY_RECEIVED',
    delayToExplain: unexplained.length > 0 || 'NO_DELAY_TO_EXPLAIN',
    delaysExplained: unexplained.length === 0 || 'DELAY_NOT_EXPLAINED',
    noConversionAsked: !facts.conversionAsked || 'CONVERSION_ALREADY_ASKED',
    conversionAsked: facts.conversionAsked || 'CONVERSION_NOT_ASKED',
    filePresented: dossier.presentedOn !== null || 'FILE_NOT_PRESENTED',
  };
}

/** Is there a box before this one on the same way? The comment of a stay begins the way back, as box 1 the way there. */
const canGoBack = (boxes: DossierFacts['boxes'], index: number): boolean =>
  index !== layoutOfBoxes(boxes).comment && boxBefore(boxes, index) !== null;

/** May this member go this way now? Somebody who comes from outside is not known here yet, or left this province before. */
function eligible(
  { member, dossier: { originBranchId } }: DossierFacts,
  { kind, reason }: Pick<DossierRow, 'kind' | 'reason'>,
): true | RefusalCode {
  if (originBranchId === null && (member === null || member.status === 'TRANSFERRED_OUT')) return true;
  if (member === null) return 'NOT_FOUND';
  return memberBar(member, { kind, reason }) ?? true;
}

/**
 * Are dues paid to the end of the letter's month? The letter is written for month M, so dues are collected to the end of M
 * (12-HD/BTCTW, T69). Without any word from fees nobody knows, and that is not a yes.
 */
export function duesPaid(standing: DossierFacts['standing'], month: string): true | RefusalCode {
  if (standing === null) return 'DUES_UNKNOWN';
  const { paidThrough, openMonths } = standing;
  if (paidThrough === null || paidThrough < month) return 'DUES_NOT_PAID';
  return openMonths.every((open) => open > month) || 'DUES_NOT_PAID';
}
