import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AllocationBasis, AllocationPolicy } from './allocation.rules.ts';

/** A policy with the months `YYYY-MM` in which it holds, and what it rests on. */
export interface PolicyRow extends AllocationPolicy {
  readonly from: string;
  readonly through: string | null;
  readonly isConfirmed: boolean;
  readonly source: string;
  readonly derivation: string;
}

type StoredPolicy = Omit<PolicyRow, 'branchRange'> & { least: number | null; most: number | null };

async function findWhere(em: SqlEntityManager, condition: string, values: unknown[]): Promise<PolicyRow[]> {
  const rows = await em.execute<StoredPolicy[]>(
    `select id, to_char(from_period, 'YYYY-MM') as "from", to_char(to_period, 'YYYY-MM') as through,
       string_to_array(levels, '.') as levels, bps, basis, is_usual as "isUsual", is_confirmed as "isConfirmed",
       least_branch_bps as least, most_branch_bps as most, source, derivation
     from allocation_policy where ${condition} order by from_period, id`,
    values,
  );
  return rows.map(({ least, most, ...row }) => ({
    ...row,
    branchRange: least === null || most === null ? null : { least, most },
  }));
}

/** Every policy that holds in one of these months `YYYY-MM`. */
export function findPoliciesOf(em: SqlEntityManager, months: readonly string[]): Promise<PolicyRow[]> {
  const days = `{${[...new Set(months)].map((month) => `${month}-01`).join(',')}}`;
  const condition = `exists (select from unnest(?::date[]) as month
    where month between from_period and coalesce(to_period, 'infinity'))`;
  return findWhere(em, condition, [days]);
}

/** Every policy that holds in some month from `from` through `through` (null: for ever). */
export function findPoliciesBetween(
  em: SqlEntityManager,
  from: string,
  through: string | null,
): Promise<PolicyRow[]> {
  const condition = `from_period <= coalesce((? || '-01')::date, 'infinity')
    and coalesce(to_period, 'infinity') >= (? || '-01')::date`;
  return findWhere(em, condition, [through, from]);
}

/** These policies, whenever they hold. */
export const findPolicies = (em: SqlEntityManager, ids: readonly string[]): Promise<PolicyRow[]> =>
  findWhere(em, 'id = any(?::text[])', [`{${ids.join(',')}}`]);

/** The policy that was entered under this id. */
export async function findEnteredPolicy(em: SqlEntityManager, entryId: string): Promise<PolicyRow | null> {
  return (await findWhere(em, 'entry_id = ?', [entryId]))[0] ?? null;
}

/** What a unit has chosen. */
export interface ChoiceRow {
  readonly id: string;
  readonly unitId: string;
  readonly from: string;
  readonly through: string | null;
  readonly basis: AllocationBasis | null;
  readonly branchBps: number | null;
  readonly reason: string;
  readonly chosenBy: string;
  readonly chosenOn: string;
}

const choices = `select id, unit_id as "unitId", to_char(from_period, 'YYYY-MM') as "from",
  to_char(to_period, 'YYYY-MM') as through, basis, branch_bps as "branchBps", reason, chosen_by ->> 'name' as "chosenBy",
  chosen_on as "chosenOn" from allocation_choice`;

/** What these units have chosen, the last choice first. */
export const findChoices = (em: SqlEntityManager, unitIds: readonly string[]): Promise<ChoiceRow[]> =>
  em.execute(`${choices} where unit_id = any(array[?]::uuid[]) order by id desc`, [unitIds]);

/** A choice by its id. */
export async function findChoice(em: SqlEntityManager, id: string): Promise<ChoiceRow | null> {
  const [row] = await em.execute<ChoiceRow[]>(`${choices} where id = ?`, [id]);
  return row ?? null;
}
