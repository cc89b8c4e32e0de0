import type { RefusalCode } from '@dang/service/refusal';
import { boxAfter, boxBefore } from '../letter/chain.rules.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { openBox } from './dossier.facts.ts';
import type { TransferGuard } from './dossier.workflow.ts';
import { memberBar } from './request.rules.ts';

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
  const { dossier, boxes, sealedFile, standing } = facts;
  const next = openBox(facts);
  const isOpen = (unitId: string | null | undefined) => {
    const unit = unitId == null ? undefined : facts.units.get(unitId);
    return unit !== undefined && (unit.validTo === null || unit.validTo > today);
  };
  const following = next && boxAfter(boxes, next.index);
  return {
    memberEligible: facts.member === null ? 'NOT_FOUND' : (memberBar(facts.member) ?? true),
    destinationOpen: isOpen(dossier.destinationBranchId) || 'UNIT_ENDED',
    originOpen: isOpen(dossier.originBranchId) || 'UNIT_ENDED',
    duesPaid: duesPaid(standing, month),
    boxUnitsOpen:
      ((next === null || isOpen(next.unitId)) && (following === null || isOpen(following.unitId))) ||
      'UNIT_ENDED',
    boxCanGoBack: (next !== null && boxBefore(boxes, next.index) !== null) || 'NO_BOX_BEFORE',
    letterWithBranch: next?.index === 1 || 'LETTER_NOT_WITH_BRANCH',
    fileSealed: sealedFile !== null || 'FILE_NOT_SEALED',
    fileNotReceived: sealedFile?.receivedOn == null || 'FILE_ALREADY_RECEIVED',
    filePresented: dossier.presentedOn !== null || 'FILE_NOT_PRESENTED',
  };
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
