import { subtreePath } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ClaimedPosition } from './account.rules.ts';
import type { AccountState } from './account.workflow.ts';
import { decidingUnitSql, vacantUnitSql } from './decider.ts';
import type { Address, Employer } from './form.rules.ts';

/** An account as stored. Days are `YYYY-MM-DD`, `monthlyDues` is whole đồng as text. */
export type AccountRow = {
  id: string;
  version: number;
  status: AccountState;
  memberId: string | null;
  personalIdSealed: string;
  fullName: string;
  dateOfBirth: string;
  gender: 'MALE' | 'FEMALE' | null;
  nationality: string | null;
  permanentAddress: string | null;
  number: string | null;
  branchId: string | null;
  /** The direct superior of the branch, as the tree says now. */
  superiorId: string | null;
  residenceBranchId: string | null;
  approverUnitId: string | null;
  claimedPosition: ClaimedPosition;
  cardNumberSealed: string | null;
  legacyCardNumber: string | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  monthlyDues: string | null;
  monthlyDuesFrom: string | null;
  submittedOn: string | null;
  decidedOn: string | null;
  rejectionReason: string | null;
  partyFullName: string | null;
  permanentAddressParts: Address | null;
  employer: Employer | null;
  extendedSealed: string | null;
  phoneSealed: string | null;
  receivesRetainedDues: boolean;
  registrySource: 'REGISTRY' | 'SELF_DECLARED' | null;
  channel: 'ONLINE' | 'PAPER' | 'POST';
  paperReference: string | null;
  enteredBy: string | null;
};

/** The columns of an `AccountRow`, for a query on `account` joined to its `branch`. */
export const accountColumns = `account.id, account.version, account.status, account.member_id as "memberId",
  account.personal_id_sealed as "personalIdSealed", account.full_name as "fullName",
  account.date_of_birth as "dateOfBirth", account.gender, account.nationality,
  account.permanent_address as "permanentAddress", account.number, account.branch_id as "branchId",
  branch.parent_id as "superiorId", account.residence_branch_id as "residenceBranchId",
  account.approver_unit_id as "approverUnitId", account.claimed_position as "claimedPosition",
  account.card_number_sealed as "cardNumberSealed", account.legacy_card_number as "legacyCardNumber",
  account.profile_number as "profileNumber", account.join_date as "joinDate",
  account.official_date as "officialDate", account.monthly_dues::text as "monthlyDues",
  account.monthly_dues_from as "monthlyDuesFrom", account.submitted_on as "submittedOn",
  account.decided_on as "decidedOn", account.rejection_reason as "rejectionReason",
  account.party_full_name as "partyFullName", account.permanent_address_parts as "permanentAddressParts",
  account.employer, account.extended_sealed as "extendedSealed", account.phone_sealed as "phoneSealed",
  account.receives_retained_dues as "receivesRetainedDues", account.registry_source as "registrySource",
  account.channel, account.paper_reference as "paperReference", account.entered_by as "enteredBy"`;

/** Those of the accounts that exist, in no particular order. */
export async function findAccounts(em: SqlEntityManager, ids: readonly string[]): Promise<AccountRow[]> {
  return em.execute(
    `select ${accountColumns} from account left join unit_copy branch on branch.id = account.branch_id
     where account.id = any(array[?]::uuid[])`,
    [ids],
  );
}

/** The account, which must be there. */
export async function getAccount(em: SqlEntityManager, id: string): Promise<AccountRow> {
  const [row] = await findAccounts(em, [id]);
  if (!row) throw new Error(`account ${id} is not there`);
  return row;
}

/** Where the page before ended: the day of sending and the id of its last row. */
export type PendingPlace = [submittedOn: string, id: string];

/** For whom the desk is laid: a unit on a day, and whether its reader operates the system. */
export type Desk = { unitId: string; today: string; isOperator: boolean };

/**
 * Accounts that wait for this unit, longest waiting first: those of its own members, those who claim to lead a branch
 * directly below it, lead it or hold its account for retained dues, as the tree says now, and those of units below in which
 * nobody is in office, where this is the nearest that has somebody. An operator sees what has nobody up to the root.
 */
export async function findPendingAccounts(
  em: SqlEntityManager,
  { unitId, today, isOperator }: Desk,
  limit: number,
  after: PendingPlace | null,
): Promise<AccountRow[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  const standsIn = (whom: string) =>
    `(${vacantUnitSql} and unit_in_charge(${decidingUnitSql}, ?::date) ${whom})`;
  return em.execute(
    `select ${accountColumns}
     from account join unit_copy branch on branch.id = account.branch_id
     where account.status in ('PENDING_BRANCH', 'PENDING_SUPERIOR') and branch.path <@ ?::ltree
       and ${isOperator ? standsIn('is null') : `(${decidingUnitSql} = ? or ${standsIn('= ?')})`}
       and (account.submitted_on, account.id) > (?::date, ?::uuid)
     order by account.submitted_on, account.id
     limit ?`,
    [
      path,
      ...(isOperator ? [today, today, today] : [unitId, today, today, today, unitId]),
      after?.[0] ?? '0001-01-01',
      after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}
