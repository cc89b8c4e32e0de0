import { type AllocationPolicy, readPolicyName, sharesOf } from './allocation.rules.ts';

/** What one unit gets of an amount, and how that comes about. */
export interface ExplainedShare {
  readonly unitId: string;
  readonly bps: number;
  /** The exact share with its decimals: `81572.4`. */
  readonly exact: string;
  readonly floor: bigint;
  readonly extra: 0 | 1;
  readonly amount: bigint;
  readonly why: string;
}

export interface Explanation {
  readonly chosenBranchBps: number | null;
  readonly leftOver: number;
  readonly shares: readonly ExplainedShare[];
}

const WHOLE_BPS = 10_000n;

/** 815724000 of ten thousandths: `81572.4`. */
function decimalsOf(product: bigint): string {
  const fraction = (product % WHOLE_BPS).toString().padStart(4, '0').replace(/0+$/, '');
  return fraction === '' ? `${product / WHOLE_BPS}` : `${product / WHOLE_BPS}.${fraction}`;
}

/** Why a unit gets one of the đồng left over, or does not. `rank` is its place by the fraction, 1 the largest. */
function reasonOf(fraction: bigint, rank: number, leftOver: number, isTied: boolean): string {
  if (fraction === 0n) return 'Chia hết, không có phần lẻ.';
  const place = `Phần lẻ ${decimalsOf(fraction)} đứng thứ ${rank}`;
  const tie = isTied ? ', bằng nhau thì cấp gần chi bộ hơn đứng trước' : '';
  return rank <= leftOver
    ? `${place}${tie}; được 1 trong ${leftOver} đồng còn lại.`
    : `${place}${tie}; ${leftOver} đồng còn lại đã chia cho phần lẻ lớn hơn.`;
}

/**
 * Explains how an order line was divided (domain.md 6.11): the share of each unit, what it is exactly, rounded down, and who got the
 * đồng left over and why. `name` is what the line keeps of its policy. Throws when the stored amounts do not follow from
 * the policy: that is for `npm run verify -- ledger` to find.
 */
export function explain(
  policy: AllocationPolicy,
  name: string,
  amount: bigint,
  units: readonly string[],
  amounts: readonly bigint[],
): Explanation {
  const { branchBps } = readPolicyName(name);
  const bps = sharesOf(policy, branchBps ?? policy.bps[0] ?? 0);
  const products = bps.map((share) => amount * BigInt(share));
  const floors = products.map((product) => product / WHOLE_BPS);
  const leftOver = Number(amount - floors.reduce((sum, floor) => sum + floor, 0n));
  const fractions = products.map((product) => product % WHOLE_BPS);
  const ranked = fractions
    .map((fraction, index) => ({ fraction, index }))
    .sort((a, b) => Number(b.fraction - a.fraction) || a.index - b.index);
  const shares = units.map((unitId, index): ExplainedShare => {
    const fraction = fractions[index] ?? 0n;
    const rank = ranked.findIndex((each) => each.index === index) + 1;
    const floor = floors[index] ?? 0n;
    const extra = rank <= leftOver ? 1 : 0;
    const part = floor + BigInt(extra);
    if (part !== amounts[index])
      throw new Error(`${unitId} got ${amounts[index]} đồng, ${name} says ${part}`);
    const isTied = fractions.filter((each) => each === fraction).length > 1;
    return {
      unitId,
      bps: bps[index] ?? 0,
      exact: decimalsOf(products[index] ?? 0n),
      floor,
      extra,
      amount: part,
      why: reasonOf(fraction, rank, leftOver, isTied),
    };
  });
  return { chosenBranchBps: branchBps, leftOver, shares };
}
