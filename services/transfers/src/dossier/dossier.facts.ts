import type { MemberRow, StandingRow } from '@dang/reference/members';
import type { Officer } from '@dang/reference/officers';
import type { UnitRow } from '@dang/reference/units';
import type { BoxRow } from '../letter/letter.row.ts';
import type { SealedFileRow } from '../sealed-file/sealed-file.row.ts';
import type { DossierRow } from './dossier.row.ts';

/** Everything that is looked at to say who may do what to one dossier now. */
export interface DossierFacts {
  readonly dossier: DossierRow;
  /** The ten boxes of the letter in force, in their order; empty without a letter. */
  readonly boxes: readonly BoxRow[];
  readonly sealedFile: SealedFileRow | null;
  readonly member: Pick<MemberRow, 'status' | 'forceCategory' | 'underInspection'> | null;
  readonly standing: Pick<StandingRow, 'paidThrough' | 'openMonths'> | null;
  /** The two branches and the units of the boxes. */
  readonly units: ReadonlyMap<string, Pick<UnitRow, 'id' | 'name' | 'parentId' | 'validTo'>>;
  /** Who holds which position in those units. */
  readonly officers: ReadonlyMap<string, readonly Pick<Officer, 'memberId' | 'role'>[]>;
  /** May the actor read this dossier at all? */
  readonly readable: boolean;
}

/** The box that is to be signed next, or null: no letter, or every box signed. */
export function openBox(facts: Pick<DossierFacts, 'boxes'>): BoxRow | null {
  return facts.boxes.find((box) => box.status === 'NEXT' || box.status === 'RETURNED') ?? null;
}
