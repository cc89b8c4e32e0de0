import { chainOf, type UnitRow } from '@dang/reference/units';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The residence side of a request: the commune or ward, and the branch where it is known. */
export interface Residence {
  readonly residenceUnitId: string;
  readonly residenceBranchId: string | null;
}

const branchTypes: readonly string[] = ['BRANCH', 'GRASSROOTS_BRANCH'];

/** Is this the Party organisation of a commune or ward: who receives requests, approves and sends the sheets? */
export const isResidenceCommittee = ({ type, kind }: Pick<UnitRow, 'type' | 'kind'>): boolean =>
  type === 'SUPERIOR' && kind === 'COMMUNE';

/**
 * The residence side that a unit stands for: a branch with the nearest commune or ward above it, or a commune or ward alone.
 * `today` is `YYYY-MM-DD`. Refuses `UNIT_NOT_FOUND`, `UNIT_ENDED`, and `RESIDENCE_MISFIT` for anything else, also for the
 * branch where the member works: nobody is introduced to their own branch.
 */
export async function residenceAt(
  em: SqlEntityManager,
  unitId: string,
  { today, workplaceBranchId, field }: { today: string; workplaceBranchId: string; field: string },
): Promise<Refusal | Residence> {
  const chain = await chainOf(em, unitId);
  const unit = chain.at(-1);
  if (!unit) return refuse('UNIT_NOT_FOUND', { field });
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field });
  const committee = chain.findLast(isResidenceCommittee);
  if (!committee || unit.id === workplaceBranchId) return refuse('RESIDENCE_MISFIT', { field });
  if (unit.id === committee.id) return { residenceUnitId: committee.id, residenceBranchId: null };
  if (!branchTypes.includes(unit.type)) return refuse('RESIDENCE_MISFIT', { field });
  return { residenceUnitId: committee.id, residenceBranchId: unit.id };
}
