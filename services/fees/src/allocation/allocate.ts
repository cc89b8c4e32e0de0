import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type BranchOfMonth, branchMonthKey, findPaths } from './allocation.rows.ts';
import { type Allocation, allocationOf } from './allocation.rules.ts';
import { findPoliciesOf } from './policy.rows.ts';

/** An amount that is paid for one member and month, and the branch that charges it. */
export interface AllocatedLine extends BranchOfMonth {
  readonly amount: bigint;
}

/**
 * Divides each line among the branch and the units above it, by the policy and the path of the line's month; in the order
 * of the lines. Refused `NO_ALLOCATION_POLICY` when there is none for one of the paths. Two statements, however many lines.
 */
export async function allocate(
  em: SqlEntityManager,
  lines: readonly AllocatedLine[],
): Promise<readonly Allocation[] | Refusal> {
  if (lines.length === 0) return [];
  const paths = await findPaths(em, lines);
  const policies = await findPoliciesOf(
    em,
    lines.map(({ period }) => period),
  );
  const allocations: Allocation[] = [];
  for (const line of lines) {
    const day = line.period;
    const inForce = policies.filter(
      ({ from, through }) => from <= day && (through === null || day <= through),
    );
    const known = paths.get(branchMonthKey(line));
    const allocation = known && allocationOf(known.path, line.amount, inForce, known.chosen);
    if (!allocation) return refuse('NO_ALLOCATION_POLICY');
    if (allocation.amounts.reduce((sum, part) => sum + part, 0n) !== line.amount)
      throw new Error(`${line.amount} đồng of ${line.branchId} were not divided whole`);
    allocations.push(allocation);
  }
  return allocations;
}
