import type { TransferReason, transferChannels } from '../dossier/dossier.row.ts';
import type { TransferKind, TransferState } from '../dossier/workflows.ts';

/** A unit on the way from the root to a branch. */
export interface DemoUnit {
  id: string;
  code: string;
  type: string;
  name: string;
}

/** Who acts for a unit in the demo: its secretary. */
export interface DemoOfficer {
  unitId: string;
  memberId: string;
  name: string;
  title: string;
}

/** For how long somebody goes elsewhere, and who charges their dues meanwhile. Days are `YYYY-MM-DD`. */
export interface DemoStay {
  from: string;
  through: string;
  purpose: string;
  duesAt: 'TEMPORARY' | 'OFFICIAL';
  /** The day on which the branch commented, or the member asked for more time or to stay for good; null: a day after the stay began. */
  lastActOn: string | null;
}

/** A dossier as the demo wants it: everything else follows from the rules. Days are `YYYY-MM-DD`. */
export interface DemoDossier {
  id: string;
  letterId: string;
  kind: TransferKind;
  /** How far it has come. `IN_DEST_CHAIN` of an official one needs two levels between the crossing and the destination branch. */
  state: TransferState;
  member: {
    id: string;
    fullName: string;
    gender: string | null;
    dateOfBirth: string | null;
    joinDate: string | null;
    officialDate: string | null;
    legacyCardNumber: string | null;
    profileNumber: string | null;
  };
  /** Root first, branch last. */
  originPath: DemoUnit[];
  /** Root first, branch last; of another province the letter leaves the system. */
  destinationPath: DemoUnit[];
  reason: TransferReason;
  channel: (typeof transferChannels)[number];
  decision: { number: string; date: string; issuer: string; effectiveDate: string };
  /** The term of a temporary transfer; null for good. */
  stay: DemoStay | null;
  /** Are the boxes of its letter signed digitally, where there is somebody to sign? */
  signed: boolean;
  /** The temporary transfer that this official one makes permanent. */
  convertsId: string | null;
  /** Each step is taken on the next working day: nine of them to `COMPLETED` between two wards. */
  requestedOn: string;
}

/** What the row of a dossier says by what the demo says of it, whichever way it came. */
export const wantedColumns = ({
  id,
  member: { id: memberId, ...member },
  reason,
  decision,
}: Pick<DemoDossier, 'id' | 'member' | 'reason' | 'decision'>) => ({
  id,
  memberId,
  ...member,
  cardNumberSealed: null,
  destinationText: null,
  reason,
  decisionNumber: decision.number,
  decisionDate: decision.date,
  decisionIssuer: decision.issuer,
  effectiveDate: decision.effectiveDate,
  lateReason: null,
  supplementNote: null,
});
