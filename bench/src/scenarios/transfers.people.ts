import { randomUUID } from 'node:crypto';
import type { Actor, Capacity } from '@dang/access/actor';
import { positions } from '@dang/tools/demo/officers';
import { members } from '@dang/tools/demo/people';
import { committeeUnits, memberUnits } from '@dang/tools/demo/province';
import type pg from 'pg';

/** A demo member who may ask for a transfer, and the branch in which the tree has them. */
export type Traveller = { actor: Actor & { memberId: string }; branchId: string };

/** Where a member goes. */
export type Journey = { traveller: Traveller; destinationBranchId: string };

/** Whoever travels and whoever signs, all of the demo province. */
export type People = {
  /** The next journey: of the member who has rested longest. Throws when everybody is on the way. */
  next(): Journey;
  /** The member has been admitted there, and may move again. */
  arrived(journey: Journey): void;
  /** Who leads this unit, in that office; signed in just now. */
  leaderOf(unitId: string): Actor;
};

const signedIn = (id: string, name: string, capacity: Capacity | null): Actor & { memberId: string } => ({
  accountId: randomUUID(),
  memberId: id,
  sessionId: randomUUID(),
  name,
  accountStatus: 'ACTIVE',
  signedInAt: new Date(),
  capacity,
});

const leads = new Set(['BRANCH_SECRETARY', 'COMMITTEE_SECRETARY']);

const subCommittees = new Set(
  committeeUnits.filter(({ type }) => type === 'SUB_COMMITTEE').map(({ unitId }) => unitId),
);
/**
 * The branches between which members travel: those that sign by name, directly below a level that signs digitally, so that every box between
 * the first and the last has a signature.
 */
const branches = memberUnits.filter(
  ({ type, parentId }) => type === 'BRANCH' && !subCommittees.has(parentId ?? ''),
);

/** Of every ten journeys two stay within a grassroots committee and three within a ward; the others lead to another ward. */
function destinationOf(branchId: string, number: number): string {
  const origin = branches.find((branch) => branch.unitId === branchId);
  if (!origin) throw new Error(`${branchId} is no branch of the demo province`);
  const within = (groups: number) => {
    const start = origin.code.split('.').slice(0, groups).join('.');
    return branches.filter(({ code, unitId }) => unitId !== branchId && code.startsWith(`${start}.`));
  };
  const wanted = number % 10 < 2 ? within(3) : number % 10 < 5 ? within(2) : [];
  const elsewhere = branches.filter(({ code }) => code.slice(0, 6) !== origin.code.slice(0, 6));
  const choices = wanted.length > 0 ? wanted : elsewhere;
  return choices[(number * 7) % choices.length]?.unitId ?? '';
}

/** One of each branch, then another of each, and so on. */
function inTurns(travellers: readonly Traveller[]): Traveller[] {
  const groups = [...Map.groupBy(travellers, ({ branchId }) => branchId).values()];
  const rounds = Math.max(...groups.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((group) => group[round] ?? [])).flat();
}

/**
 * Reads who belongs where from the tree's own database, leaves out who holds a position or may not travel, and has transfers know of them that
 * their dues are paid: this one fact is written, everything else is the demo province as it is.
 */
export async function readPeople(orgtree: pg.Client, transfers: pg.Client): Promise<People> {
  const { rows: open } = await transfers.query<{ id: string }>(
    'select member_id as id from transfer_dossier where closed_on is null',
  );
  const { rows: placed } = await orgtree.query<{ id: string; branchId: string }>(
    `select member_id as id, unit_id as "branchId" from membership where kind = 'OFFICIAL' and valid_to is null`,
  );
  const busy = new Set([...positions.map(({ holder }) => holder.id), ...open.map(({ id }) => id)]);
  const branchOf = new Map(placed.map(({ id, branchId }) => [id, branchId]));
  const known = new Set(branches.map(({ unitId }) => unitId));
  const fit = members.flatMap((member): Traveller[] => {
    const branchId = branchOf.get(member.id);
    const stays =
      busy.has(member.id) ||
      member.persona !== null ||
      member.status !== 'ACTIVE' ||
      member.forceCategory !== 'NONE' ||
      member.underInspection ||
      member.officialDate === null;
    if (stays || branchId === undefined || !known.has(branchId)) return [];
    return [{ actor: signedIn(member.id, member.fullName, null), branchId }];
  });
  // one of every branch after the other, not branch by branch: twenty desks are those of twenty branches
  const resting = inTurns(fit);
  await transfers.query(
    `insert into standing_copy (member_id, version, paid_through, open_months)
     select id, 1000000000, '2026-12', '{}' from unnest($1::uuid[]) as member (id)
     on conflict (member_id) do update set version = excluded.version, paid_through = excluded.paid_through, open_months = '{}'`,
    [resting.map(({ actor }) => actor.memberId)],
  );
  const leaders = new Map(
    positions
      .filter(({ role }) => leads.has(role))
      .map(({ id, role, title, unitId, holder }) => {
        const capacity = { positionId: id, role, title, unitId };
        return [unitId, signedIn(holder.id, holder.fullName, capacity)];
      }),
  );
  let number = 0;
  return {
    next: () => {
      const traveller = resting.shift();
      if (!traveller) throw new Error('every member is on the way');
      return { traveller, destinationBranchId: destinationOf(traveller.branchId, number++) };
    },
    arrived: ({ traveller, destinationBranchId }) =>
      void resting.push({ ...traveller, branchId: destinationBranchId }),
    leaderOf: (unitId) => {
      const leader = leaders.get(unitId);
      if (!leader) throw new Error(`nobody leads ${unitId}`);
      return { ...leader, signedInAt: new Date() };
    },
  };
}
