import type { RefusalCode } from '@dang/service/refusal';
import type { UnitKind, UnitType } from '../unit/unit.rules.ts';

/** A unit to be created; its id is given beforehand, so that later steps of the plan can name it. */
export type NewUnit = {
  id: string;
  parentId: string;
  type: UnitType;
  kind: UnitKind;
  name: string;
  shortName: string;
  /** Null: the next free code below the unit above. */
  code: string | null;
  address: string | null;
  regionMinWage: number | null;
  eDocumentCode: string | null;
  hasDigitalSignature: boolean;
  establishedOn: string | null;
};

/** One act of a reorganisation, in the words of domain 3.2. */
export type TreeStep =
  | { act: 'CREATE'; unit: NewUnit }
  | { act: 'RENAME'; unitId: string; name: string; shortName: string | null }
  /** Below another unit, as another type, or under another code; null leaves type or code as they are or follow. */
  | { act: 'MOVE'; unitId: string; parentId: string; type: UnitType | null; code: string | null }
  /** Into a unit that stands, or into one that is created for it. */
  | { act: 'MERGE'; unitIds: string[]; intoId: string; created: NewUnit | null }
  /** What is allotted to no part stays, or goes to the first part when the unit ends. */
  | { act: 'SPLIT'; unitId: string; ends: boolean; parts: SplitPart[] }
  | { act: 'DISSOLVE'; unitId: string; successorId: string | null };

/** A part that a split makes, with the members and the units directly below that go to it. */
export type SplitPart = { unit: NewUnit; memberIds: string[]; childIds: string[] };

/** A reorganisation to carry out: everything on one day, or nothing. */
export type Plan = { id: string; effectiveOn: string; steps: readonly TreeStep[] };

/** Why a plan cannot be carried out: at which step (from 0; null: seen only at the end) and at which unit. */
export type PlanFault = { code: RefusalCode; step: number | null; unit: string };

/** As many steps as one plan may have: it is one transaction, and a transaction ends within 5 s. */
export const STEP_LIMIT = 300;
