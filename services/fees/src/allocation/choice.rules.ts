import { type Refusal, refuse } from '@dang/service/refusal';
import type { AllocationPolicy, Chosen } from './allocation.rules.ts';

/**
 * Whether the policies of some months leave this choice open: a basis of which there is a policy, and a share within the range of every
 * policy that has one. Refused `SHARE_OUT_OF_RANGE` with the bounds, `NO_ALLOCATION_POLICY` for a basis without a policy.
 */
export function rangeFault(
  policies: readonly AllocationPolicy[],
  { basis, branchBps }: Chosen,
): Refusal | null {
  if (basis !== null && !policies.some((policy) => policy.basis === basis))
    return refuse('NO_ALLOCATION_POLICY', { field: 'basis' });
  if (branchBps === null) return null;
  const ranges = policies.flatMap(({ branchRange }) => (branchRange ? [branchRange] : []));
  const shares = policies.flatMap(({ bps: [own = 0] }) => own);
  const [least, most] =
    ranges.length > 0
      ? [Math.max(...ranges.map((range) => range.least)), Math.min(...ranges.map((range) => range.most))]
      : [Math.min(...shares), Math.max(...shares)];
  const isOpen = ranges.length > 0 && branchBps >= least && branchBps <= most;
  return isOpen ? null : refuse('SHARE_OUT_OF_RANGE', { field: 'branchBps', params: { least, most } });
}
