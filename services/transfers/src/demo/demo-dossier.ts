import type { transferChannels, transferReasons } from '../dossier/dossier.entity.ts';
import type { TransferState } from '../dossier/workflows.ts';

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

/** A dossier as the demo wants it: everything else follows from the rules. Days are `YYYY-MM-DD`. */
export interface DemoDossier {
  id: string;
  letterId: string;
  /** How far it has come. `IN_DEST_CHAIN` needs two levels between the crossing and the destination branch. */
  state: TransferState;
  member: {
    id: string;
    fullName: string;
    dateOfBirth: string | null;
    joinDate: string | null;
    officialDate: string | null;
    legacyCardNumber: string | null;
    profileNumber: string | null;
  };
  /** Root first, branch last. */
  originPath: DemoUnit[];
  destinationPath: DemoUnit[];
  reason: (typeof transferReasons)[number];
  channel: (typeof transferChannels)[number];
  decision: { number: string; date: string; issuer: string; effectiveDate: string };
  /** Each step is taken on the next working day: nine of them to `COMPLETED` between two wards. */
  requestedOn: string;
}
