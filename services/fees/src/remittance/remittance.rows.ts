import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RemittanceFacts } from './remittance.rules.ts';
import type { RemittanceState } from './remittance.workflow.ts';

/** A remittance as lists show it; the amount is whole đồng as text, days are `YYYY-MM-DD`. */
export interface RemittanceRow extends RemittanceFacts {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly amount: string;
  readonly declaredOn: string;
  readonly declaredByName: string;
  readonly confirmedOn: string | null;
}

const columns = `remittance.id, remittance.version, remittance.number, remittance.branch_id as "branchId",
  string_to_array(unit.path::text, '.') as path, remittance.amount, remittance.status, remittance.declared_on as "declaredOn",
  remittance.declared_by ->> 'accountId' as "declaredByAccountId", remittance.declared_by ->> 'memberId' as "declaredByMemberId",
  remittance.declared_by ->> 'name' as "declaredByName", remittance.confirmed_on as "confirmedOn"`;

const from = 'from remittance join unit_copy unit on unit.id = remittance.branch_id';

/** The remittances by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findRemittances(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<RemittanceRow[]> {
  return em.execute(
    `select ${columns} ${from} where remittance.id = any(array[?]::uuid[]) ${lock ? 'for update of remittance' : ''}`,
    [ids],
  );
}

/** A page of the remittances of a unit and of everything below it, the latest first. */
export async function findRemittancesWithin(
  em: SqlEntityManager,
  page: { path: string; status: RemittanceState | null; after: string | null; limit: number },
): Promise<RemittanceRow[]> {
  const { path, status, after, limit } = page;
  return em.execute(
    `select ${columns} ${from} where unit.path <@ ?::ltree
       ${status === null ? '' : 'and remittance.status = ?::remittance_status'}
       ${after === null ? '' : 'and remittance.id < ?::uuid'}
     order by remittance.id desc limit ?`,
    [path, ...(status === null ? [] : [status]), ...(after === null ? [] : [after]), limit],
  );
}

/** What these branches have declared and the central account has not received, by branch; one statement. */
export async function findDeclared(
  em: SqlEntityManager,
  branchIds: readonly string[],
): Promise<Map<string, string>> {
  const rows: { branchId: string; amount: string }[] = await em.execute(
    `select branch_id as "branchId", amount::text from remittance
     where branch_id = any(array[?]::uuid[]) and status = 'DECLARED'`,
    [branchIds],
  );
  return new Map(rows.map(({ branchId, amount }) => [branchId, amount]));
}
