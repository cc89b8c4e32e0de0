/** A member as the member database 4.0 knows them; identifiers in their normal writing, days `YYYY-MM-DD`. */
export type RegistryMember = {
  /** The number under which the member database keeps them. */
  id: string;
  /** Rises with every change over the whole database. */
  revision: number;
  personalId: string;
  fullName: string;
  otherName: string | null;
  gender: 'MALE' | 'FEMALE' | null;
  dateOfBirth: string;
  permanentAddress: string | null;
  /** 12 digits. */
  cardNumber: string | null;
  /** 8 digits. */
  legacyCardNumber: string | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  status: string;
  forceCategory: string;
  branchCode: string | null;
};

/** Who has changed, in the order of revisions; `unreadable`: revisions whose member is not as agreed; `last`: where to go on, null: nobody. */
export type RegistryChanges = { members: RegistryMember[]; unreadable: number[]; last: number | null };

/** What a look-up may name. */
export type RegistryQuery = { personalId?: string; cardNumber?: string; profileNumber?: string };

/** The member database as this service asks it, whoever stands behind. */
export interface RegistryPort {
  /** Everybody who matches one of the numbers. @throws RegistryUnavailable */
  search(query: RegistryQuery): Promise<RegistryMember[]>;
  /** Up to `limit` members that changed after this revision, in that order. @throws RegistryUnavailable */
  changesSince(revision: number, limit: number): Promise<RegistryChanges>;
}

/** The member database does not answer, or not what was agreed. The message is for the log and names no person. */
export class RegistryUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RegistryUnavailable';
  }
}
