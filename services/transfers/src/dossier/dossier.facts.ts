import type { MemberRow, StandingRow } from '@dang/reference/members';
import type { Officer } from '@dang/reference/officers';
import type { UnitRow } from '@dang/reference/units';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import { layoutOfBoxes } from '../letter/layout.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import type { SealedFileRow } from '../sealed-file/sealed-file.row.ts';
import type { StayRow } from '../stay/stay.rows.ts';
import type { TransferFlag } from './deadlines.rules.ts';
import type { DossierRow } from './dossier.row.ts';

/** Everything that is looked at to say who may do what to one dossier now. */
export interface DossierFacts {
  readonly dossier: DossierRow;
  /** The boxes of the letter in force, in their order; empty without a letter. */
  readonly boxes: readonly BoxRow[];
  readonly sealedFile: SealedFileRow | null;
  readonly member: Pick<MemberRow, 'status' | 'forceCategory' | 'underInspection'> | null;
  readonly standing: Pick<StandingRow, 'paidThrough' | 'openMonths'> | null;
  /** The two branches and the units of the boxes. */
  readonly units: ReadonlyMap<string, Pick<UnitRow, 'id' | 'name' | 'parentId' | 'validTo'>>;
  /** Who holds which position in those units. */
  readonly officers: ReadonlyMap<string, readonly Pick<Officer, 'memberId' | 'role'>[]>;
  /** The stay of a temporary transfer. */
  readonly stay: StayRow | null;
  /** Has the member asked for a stay to become permanent, and nobody decided? */
  readonly conversionAsked: boolean;
  /** The terms that somebody has explained. */
  readonly explained: ReadonlySet<TransferFlag>;
  readonly calendar: WorkingCalendar;
  /** May the actor read this dossier at all? */
  readonly readable: boolean;
}

/** The box that is to be signed next, or null: no letter, or every box signed. */
export function openBox(facts: Pick<DossierFacts, 'boxes'>): BoxRow | null {
  return facts.boxes.find((box) => box.status === 'NEXT' || box.status === 'RETURNED') ?? null;
}

/** The branch that lets the member go; only dossiers that came from outside have none, and nothing that needs it is done to those. */
export function originOf({ number, originBranchId }: Pick<DossierRow, 'number' | 'originBranchId'>): string {
  if (originBranchId === null) throw new Error(`dossier ${number} came from outside and has no origin here`);
  return originBranchId;
}

/** The branch of this system that receives the member. */
export function destinationOf({
  number,
  destinationBranchId,
}: Pick<DossierRow, 'number' | 'destinationBranchId'>): string {
  if (destinationBranchId === null) throw new Error(`dossier ${number} leads out of every system`);
  return destinationBranchId;
}

/** Does the letter go to somebody outside of this province's system, by what its boxes say? */
export const leavesSystem = ({ boxes }: Pick<DossierFacts, 'boxes'>): boolean =>
  boxes.some(({ index, outside }) => outside && index === layoutOfBoxes(boxes).arrival);

/**
 * The committee above the branch of a stay, which received its letter; null where none did. The box of the way back names it, since that one follows
 * the tree as long as it is not signed.
 */
export function committeeOfStay({ boxes }: Pick<DossierFacts, 'boxes'>): string | null {
  const { arrival, comment } = layoutOfBoxes(boxes);
  const received = boxes[arrival - 2];
  if (comment === null || received === undefined || received.crossedOut) return null;
  return boxes[comment]?.actingUnitId ?? null;
}

/** The decision behind the move, which every dossier but a draft has. */
export function decisionOf(dossier: DossierRow): {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly effectiveDate: string;
} {
  const { decisionNumber, decisionDate, decisionIssuer, effectiveDate } = dossier;
  if (decisionNumber === null || decisionDate === null || decisionIssuer === null || effectiveDate === null)
    throw new Error(`dossier ${dossier.number} is a draft without a decision`);
  return { number: decisionNumber, date: decisionDate, issuer: decisionIssuer, effectiveDate };
}
