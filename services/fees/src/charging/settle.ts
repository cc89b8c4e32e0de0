import { successorsOf } from '@dang/reference/successions';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { holdRuns } from '../charge/charge-month.ts';
import { type DueMember, makeDueCharges, readdressOpenCharges } from '../charge/due-charges.ts';
import { dropReleasedCharges } from '../charge/released-charges.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { findChargings, findGrounds, holdChargings, replaceChargings } from './charging.rows.ts';
import { type Charging, chargingsOf } from './charging.rules.ts';

/**
 * Brings everything in line with the grounds that are known of these members: who charges them in which month, whose the
 * open charges are, the charges that are missing, and the standings with their events. Doing it again changes nothing.
 * Needs a transaction; two at once for one member wait for each other.
 */
export async function settle(em: SqlEntityManager, members: readonly DueMember[]): Promise<void> {
  const memberIds = members.map(({ memberId }) => memberId);
  await holdChargings(em, memberIds);
  const grounds = await findGrounds(em, memberIds);
  const branchIds = [...new Set([...grounds.values()].flat().map(({ branchId }) => branchId))];
  const successorOf = await successorsOf(em, branchIds);
  await holdRuns(em, [...branchIds, ...branchIds.map(successorOf)]);
  const known = await findChargings(em, memberIds);
  const changed = new Map<string, Charging[]>();
  for (const [memberId, list] of grounds) {
    const chargings = handedOn(chargingsOf(list), successorOf);
    if (JSON.stringify(chargings) !== JSON.stringify(known.get(memberId))) changed.set(memberId, chargings);
  }
  if (changed.size > 0) await replaceChargings(em, changed);
  const touched = [
    ...(await readdressOpenCharges(em, memberIds)),
    ...(await dropReleasedCharges(em, memberIds)),
    ...(await makeDueCharges(em, members)),
  ];
  await refreshStandings(em, memberIds);
  await refreshBranchDues(em, touched);
}

/** Who would charge until further notice but has ended hands that on to the branch in its place, whatever was heard first. */
function handedOn(chargings: readonly Charging[], successorOf: (branchId: string) => string): Charging[] {
  return chargings.map((charging) =>
    charging.to === null ? { ...charging, branchId: successorOf(charging.branchId) } : charging,
  );
}
