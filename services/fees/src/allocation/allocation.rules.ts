import { splitByLargestRemainder } from '@dang/vietnam/dong';

/** On what the keeping of a level was decided: of what reaches it, or of the whole amount (domain.md 14, A3). */
export type AllocationBasis = 'OF_RECEIVED' | 'OF_COLLECTED';

/** A policy in force in some month, for one path of unit types. Levels and basis points run from the branch upwards. */
export interface AllocationPolicy {
  readonly id: string;
  readonly levels: readonly string[];
  readonly bps: readonly number[];
  readonly basis: AllocationBasis;
  /** Of several for the same path the one that holds where nobody has chosen. */
  readonly isUsual: boolean;
  /** Within which bounds an organisation may set what its branches keep; null: it may not. */
  readonly branchRange: { readonly least: number; readonly most: number } | null;
}

/** A unit of the path of a charge: the branch first. */
export interface PathUnit {
  readonly id: string;
  readonly type: string;
}

/** What the nearest unit of the path that has chosen anything has chosen; null: nobody has. */
export interface Chosen {
  readonly basis: AllocationBasis | null;
  readonly branchBps: number | null;
}

/** How one amount is divided: units nearest to the member first, and what each gets; the amounts add up to the whole. */
export interface Allocation {
  readonly policyId: string;
  readonly units: readonly string[];
  readonly amounts: readonly bigint[];
}

const WHOLE_BPS = 10_000;
/** Between the id of a policy and what the branch keeps by choice. */
const CHOSEN_SHARE = '/';

/** A sub-committee (đảng bộ bộ phận) has no share of its own: what passes through it is not touched. */
export const sharingUnits = (path: readonly PathUnit[]): PathUnit[] =>
  path.filter(({ type }) => type !== 'SUB_COMMITTEE');

/**
 * The policy by which a path is divided: of those for exactly these unit types the one of the chosen basis, else the usual
 * one; a basis that is chosen higher up and has no policy for this path does not hold here. Null: there is none.
 */
export function policyFor(
  units: readonly PathUnit[],
  policies: readonly AllocationPolicy[],
  { basis }: Chosen,
): AllocationPolicy | null {
  const shape = units.map(({ type }) => type).join('.');
  const fitting = policies.filter(({ levels }) => levels.join('.') === shape);
  return fitting.find((policy) => policy.basis === basis) ?? fitting.find(({ isUsual }) => isUsual) ?? null;
}

/** What the branch keeps under this policy when `wanted` was chosen; out of the range of the policy the choice does not hold. */
function branchShare({ bps, branchRange }: AllocationPolicy, wanted: number | null): number {
  const own = bps[0] ?? 0;
  if (wanted === null || branchRange === null) return own;
  return wanted >= branchRange.least && wanted <= branchRange.most ? wanted : own;
}

/**
 * The shares of a policy with another share for the branch. Of what is received, the levels above go on keeping the same
 * part of what reaches them; of what is collected, only the level above the branch makes up the difference, because the
 * bounds of the levels above it are of the whole amount. Always 10,000 in all.
 */
export function sharesOf(policy: AllocationPolicy, branchBps: number): number[] {
  const [own = 0, second = 0, ...above] = policy.bps;
  if (branchBps === own) return [...policy.bps];
  if (policy.basis === 'OF_COLLECTED') return [branchBps, second + own - branchBps, ...above];
  const rest = WHOLE_BPS - branchBps;
  const upper = policy.bps.slice(1);
  const floors = upper.map((bps) => Math.floor((bps * rest) / (WHOLE_BPS - own)));
  const leftOver = rest - floors.reduce((sum, bps) => sum + bps, 0);
  return [branchBps, ...floors.map((bps, index) => bps + (index < leftOver ? 1 : 0))];
}

/** The policy and, where it was chosen, what the branch keeps: `QD342_COMMUNE_RECEIVED/4000`. An order line keeps this. */
export function policyName(policy: AllocationPolicy, branchBps: number): string {
  return branchBps === policy.bps[0] ? policy.id : `${policy.id}${CHOSEN_SHARE}${branchBps}`;
}

/** What `policyName` has put together; `branchBps` is null where the policy's own share holds. */
export function readPolicyName(name: string): { id: string; branchBps: number | null } {
  const [id = '', chosen] = name.split(CHOSEN_SHARE);
  return { id, branchBps: chosen === undefined ? null : Number(chosen) };
}

/**
 * Divides an amount among the units of a path (the branch first), by largest remainder, ties to the unit nearer to the
 * branch (domain.md 6.11). Null when no policy is for this path.
 */
export function allocationOf(
  path: readonly PathUnit[],
  amount: bigint,
  policies: readonly AllocationPolicy[],
  chosen: Chosen,
): Allocation | null {
  const units = sharingUnits(path);
  const policy = policyFor(units, policies, chosen);
  if (!policy) return null;
  const branchBps = branchShare(policy, chosen.branchBps);
  const amounts = splitByLargestRemainder(
    amount,
    sharesOf(policy, branchBps).map((bps) => ({ bps })),
  );
  return { policyId: policyName(policy, branchBps), units: units.map(({ id }) => id), amounts };
}
