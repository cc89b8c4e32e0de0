import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AllocationBasis, Chosen, PathUnit } from './allocation.rules.ts';

/** A branch and a month `YYYY-MM` of which something is to be divided. */
export interface BranchOfMonth {
  readonly branchId: string;
  readonly period: string;
}

interface PathRow extends BranchOfMonth {
  readonly ids: string[];
  readonly types: string[];
  readonly basis: AllocationBasis | null;
  readonly branchBps: number | null;
}

/** The path of a branch and what was chosen along it. */
export interface PathOfMonth {
  readonly path: readonly PathUnit[];
  readonly chosen: Chosen;
}

/** How a branch and a month are found again in the answer of `findPaths`. */
export const branchMonthKey = ({ branchId, period }: BranchOfMonth): string =>
  `${branchId.toLowerCase()} ${period}`;

/**
 * For every branch and month the units from the branch up to the root, as the tree stood on the last day of the month, and what the nearest of them that has chosen a
 * basis, and a share of the branch, has chosen for that month. A branch that nobody knows has an empty path. One statement.
 */
export async function findPaths(
  em: SqlEntityManager,
  wanted: readonly BranchOfMonth[],
): Promise<Map<string, PathOfMonth>> {
  const rows = await em.execute<PathRow[]>(
    `with step as (
       select "branchId", period, unit.id, unit.type, depth, choice.basis, choice.branch_bps
       from (select distinct "branchId", period
         from jsonb_to_recordset(?::jsonb) as row("branchId" uuid, period text)) as wanted
       join unit_place place on place.unit_id = "branchId"
         and (period || '-01')::date + interval '1 month' > place.from_day
         and (period || '-01')::date + interval '1 month' <= place.to_day
       cross join lateral unnest(place.path) with ordinality as above(id, depth)
       join unit_copy unit on unit.id = above.id
       left join lateral (
         select basis, branch_bps from allocation_choice
         where unit_id = unit.id and (period || '-01')::date between from_period and coalesce(to_period, 'infinity')
         order by id desc limit 1) as choice on true)
     select "branchId", period, array_agg(id order by depth desc) as ids, array_agg(type order by depth desc) as types,
       (array_agg(basis order by depth desc) filter (where basis is not null))[1] as basis,
       (array_agg(branch_bps order by depth desc) filter (where branch_bps is not null))[1] as "branchBps"
     from step group by "branchId", period`,
    [JSON.stringify(wanted.map(({ branchId, period }) => ({ branchId, period })))],
  );
  return new Map(
    rows.map(({ ids, types, basis, branchBps, ...row }) => [
      branchMonthKey(row),
      {
        path: ids.map((id, index) => ({ id, type: types[index] ?? '' })),
        chosen: { basis, branchBps },
      },
    ]),
  );
}
