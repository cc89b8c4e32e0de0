import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BeneficiaryFacts } from './beneficiary-account.rules.ts';
import type { BeneficiaryState } from './beneficiary-account.workflow.ts';

/** An account for retained dues as lists show it; days are `YYYY-MM-DD`, the number stays sealed. */
export interface BeneficiaryRow extends BeneficiaryFacts {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly byOffice: boolean;
  readonly holderName: string;
  readonly bankCode: string;
  readonly accountSealed: string;
  readonly accountMask: string;
  readonly declaredOn: string;
  readonly declaredByName: string;
  readonly decidedOn: string | null;
  readonly endedOn: string | null;
  readonly reason: string | null;
}

/** Is this member one of the unit: by an office in it, or because their branch is the unit or lies below it? */
export const belongs = (member: string, unit: string) => `(${member} is null
  or exists (select from officers_copy office, jsonb_array_elements(office.officers) held
    where office.unit_id = ${unit}.id and (held ->> 'memberId')::uuid = ${member})
  or exists (select from placement_copy placement join unit_copy branch on branch.id = placement.branch_id
    where placement.member_id = ${member} and branch.path <@ ${unit}.path))`;

const columns = `account.id, account.version, account.number, account.unit_id as "unitId",
  string_to_array(unit.path::text, '.') as path, unit.parent_id as "superiorId", unit.type as "unitType",
  unit.valid_to as "unitEndedOn", account.status, account.holder_member_id as "holderMemberId",
  account.applicant_account_id as "applicantAccountId", account.declared_by ->> 'accountId' as "declaredByAccountId",
  account.declared_by ->> 'name' as "declaredByName", account.by_office as "byOffice", account.holder_name as "holderName",
  account.bank_code as "bankCode", account.account_sealed as "accountSealed", account.account_mask as "accountMask",
  account.declared_on as "declaredOn", account.decided_on as "decidedOn", account.ended_on as "endedOn", account.reason,
  ((account.holder_member_id is not null or account.applicant_account_id is null)
    and ${belongs('account.holder_member_id', 'unit')}) as "holderBelongs",
  array(select held ->> 'memberId' from officers_copy office, jsonb_array_elements(office.officers) held
    where office.unit_id = unit.id) as "officerIds"`;

const from = 'from beneficiary_account account join unit_copy unit on unit.id = account.unit_id';

/** The accounts by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findAccounts(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<BeneficiaryRow[]> {
  return em.execute(
    `select ${columns} ${from} where account.id = any(array[?]::uuid[]) ${lock ? 'for update of account' : ''}`,
    [ids],
  );
}

/** The accounts in use of these units, by unit; one statement. */
export async function findActiveAccounts(
  em: SqlEntityManager,
  unitIds: readonly string[],
): Promise<Map<string, BeneficiaryRow>> {
  const rows: BeneficiaryRow[] = await em.execute(
    `select ${columns} ${from} where account.unit_id = any(array[?]::uuid[]) and account.status = 'APPROVED'`,
    [unitIds],
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** Which accounts of a page: what `where` says over `account` and `unit`, the latest first, after the given id. */
export interface AccountsPage {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly status: BeneficiaryState | null;
  readonly after: string | null;
  readonly limit: number;
}

/** A page of accounts, the latest declared first. */
export async function findAccountsPage(em: SqlEntityManager, page: AccountsPage): Promise<BeneficiaryRow[]> {
  return em.execute(
    `select ${columns} ${from} where ${page.where}
       ${page.status === null ? '' : 'and account.status = ?::beneficiary_status'}
       ${page.after === null ? '' : 'and account.id < ?::uuid'}
     order by account.id desc limit ?`,
    [
      ...page.values,
      ...(page.status === null ? [] : [page.status]),
      ...(page.after === null ? [] : [page.after]),
      page.limit,
    ],
  );
}
