import type { Officer } from '@dang/reference/officers';
import { officersOf } from '@dang/reference/officers';
import { findUnits, type UnitRow } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Who decides for a unit: its secretary and deputy. */
export const leaderRoles: readonly string[] = [
  'BRANCH_SECRETARY',
  'BRANCH_DEPUTY_SECRETARY',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY_SECRETARY',
];

/** Does the unit's leadership have nobody to decide on this member: they lead it themselves (A9), or nobody leads it? */
function isOutOfQuestion(officers: readonly Officer[], memberId: string): boolean {
  const leaders = officers.filter(({ role }) => leaderRoles.includes(role));
  return (
    officers.length > 0 && (leaders.length === 0 || leaders.some((leader) => leader.memberId === memberId))
  );
}

async function unitOf(em: SqlEntityManager, id: string | null): Promise<UnitRow | undefined> {
  return id === null ? undefined : (await findUnits(em, [id]))[0];
}

/** The unit, or the nearest above it, whose leaders can decide on this member; the top decides on whom nobody else can. */
async function deciderFrom(em: SqlEntityManager, first: UnitRow, memberId: string): Promise<string> {
  let unit = first;
  while (isOutOfQuestion(await officersOf(em, unit.id), memberId)) {
    const superior = await unitOf(em, unit.parentId);
    if (!superior) break;
    unit = superior;
  }
  return unit.id;
}

/** Who decides on a member's monthly dues: the branch, and for its own leaders the direct superior (A9). */
export async function rateDecider(em: SqlEntityManager, branch: UnitRow, memberId: string): Promise<string> {
  return deciderFrom(em, branch, memberId);
}

/** Who decides what is given beyond the rate: the direct superior of the branch (R5). */
export async function voluntaryDecider(
  em: SqlEntityManager,
  branch: UnitRow,
  memberId: string,
): Promise<string> {
  return deciderFrom(em, (await unitOf(em, branch.parentId)) ?? branch, memberId);
}

/**
 * Who decides on exemption, reduction, late and advance payment (R3, R4): a grassroots branch itself, for every other branch the
 * committee above it; a sub-committee decides nothing.
 */
export async function waiverDecider(
  em: SqlEntityManager,
  branch: UnitRow,
  memberId: string,
): Promise<string> {
  if (branch.type === 'GRASSROOTS_BRANCH') return deciderFrom(em, branch, memberId);
  let unit = (await unitOf(em, branch.parentId)) ?? branch;
  while (unit.type === 'SUB_COMMITTEE') {
    const above = await unitOf(em, unit.parentId);
    if (!above) break;
    unit = above;
  }
  return deciderFrom(em, unit, memberId);
}
