import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { letterIsUnderWay } from './letters-under-way.ts';
import { staysAway } from './stays-away.ts';

/** A member as stored; the sealed texts are opened only where a field asks for them. Days are `YYYY-MM-DD`. */
export type MemberRow = {
  id: string;
  version: number;
  fullName: string;
  otherName: string | null;
  gender: 'MALE' | 'FEMALE' | null;
  dateOfBirth: string;
  personalIdSealed: string | null;
  cardNumberSealed: string | null;
  legacyCardNumber: string | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  /** As the registry has it. */
  status: string;
  /** A letter of introduction is under way. */
  isTransferring: boolean;
  /** A temporary stay elsewhere is running. */
  isAway: boolean;
  forceCategory: string;
  underInspection: boolean;
  branchId: string | null;
  residenceBranchId: string | null;
  residenceContactMode: string;
};

/** Those of the members that exist, in no particular order. */
export async function findMembers(em: SqlEntityManager, ids: readonly string[]): Promise<MemberRow[]> {
  return em.execute(
    `select id, version, full_name as "fullName", other_name as "otherName", gender, date_of_birth as "dateOfBirth",
       personal_id_sealed as "personalIdSealed", card_number_sealed as "cardNumberSealed",
       legacy_card_number as "legacyCardNumber", profile_number as "profileNumber", join_date as "joinDate",
       official_date as "officialDate", status, ${letterIsUnderWay('member.id')} as "isTransferring", ${staysAway('member.id')} as "isAway", force_category as "forceCategory",
       under_inspection as "underInspection", branch_id as "branchId", residence_branch_id as "residenceBranchId",
       residence_contact_mode as "residenceContactMode"
     from member where id = any(array[?]::uuid[])`,
    [ids],
  );
}

/** The names of those of the members that exist, for lists. */
export async function findNames(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<{ id: string; fullName: string }[]> {
  return em.execute(`select id, full_name as "fullName" from member where id = any(array[?]::uuid[])`, [ids]);
}
