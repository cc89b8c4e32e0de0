import type { RefusalCode } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import type { PlanFault } from './plan.ts';

/** A plan while it is carried out; `faults` collects what stands against it. */
export type Work = {
  readonly em: SqlEntityManager;
  readonly id: string;
  readonly day: string;
  readonly faults: PlanFault[];
  /** Members whose placement must be told anew. */
  readonly moved: { official: Set<string>; temporary: Set<string> };
  step: number;
};

/** A unit as it stands on the day, in the middle of the plan. */
export type Place = {
  id: string;
  path: string;
  code: string;
  type: UnitType;
  name: string;
  parentId: string | null;
};

/** Notes what stands against the plan. */
export function fault(work: Work, code: RefusalCode, unit: string): void {
  work.faults.push({ code, step: work.step, unit });
}
