import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction } from '@dang/events/reaction';
import type { Clock } from '@dang/service/clock';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sendClaimsAfterUnits, withdrawOpenClaims } from '../position-claim/end-claims.ts';
import { type Ending, endHeld } from './ending.ts';

/**
 * What a member who moves between these branches holds no more: positions in the branch they left; and tasks, staff
 * offices and system rights in every unit above it that is not above the new branch too. A position of a committee is not
 * among them: its superior ends it. What began after that day is another story.
 */
async function heldInWhatWasLeft(
  em: SqlEntityManager,
  move: { memberId: string; originBranchId: string; destinationBranchId: string; completedOn: string },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select held.id from held_position held
     where held.member_id = ? and held.ended_on is null and held.from_date <= ? and coalesce(held.to_date >= ?, true)
       and (held.unit_id = ?
         or (held.role not in ('COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY')
           and exists (select from unit_copy origin where origin.id = ? and index(origin.path, held.unit_id::text::ltree) >= 0)
           and not exists (select from unit_copy now where now.id = ? and index(now.path, held.unit_id::text::ltree) >= 0)))`,
    [
      move.memberId,
      move.completedOn,
      move.completedOn,
      move.originBranchId,
      move.originBranchId,
      move.destinationBranchId,
    ],
  );
  return rows.map(({ id }) => id);
}

/** Open claims of the member to something in what they have left. */
async function claimsInWhatWasLeft(
  em: SqlEntityManager,
  move: { memberId: string; destinationBranchId: string },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select claim.id from position_claim claim
     where claim.member_id = ? and claim.status = 'PENDING'
       and not exists (select from unit_copy now where now.id = ? and index(now.path, claim.unit_id::text::ltree) >= 0)`,
    [move.memberId, move.destinationBranchId],
  );
  return rows.map(({ id }) => id);
}

/** Ends what a member holds or claims in the branch they are no longer in; `why` stands with the claims that end. */
export async function endWhatWasLeft(
  em: SqlEntityManager,
  clock: Clock,
  move: { memberId: string; originBranchId: string; destinationBranchId: string; completedOn: string },
  ending: Omit<Ending, 'endedOn'>,
  why: string,
): Promise<void> {
  await endHeld(em, clock, await heldInWhatWasLeft(em, move), { endedOn: move.completedOn, ...ending });
  await withdrawOpenClaims(em, clock, await claimsInWhatWasLeft(em, move), why);
}

/**
 * A member who has moved holds nothing in the branch they left (domain 5.6, T74). When a secretary goes, the delegations of
 * that branch end too, and the superior learns that a successor is due.
 */
export const endPositionsOfTransferred = defineReaction({
  name: 'end-positions-of-transferred',
  event: TransferCompleted,
  async handle({ em, clock }, { data }) {
    await endWhatWasLeft(em, clock, data, { reason: 'TRANSFER_COMPLETED' }, 'Đã chuyển sinh hoạt đảng');
  },
});

/**
 * Ends everything that a member who has left the province holds here, in whatever unit, and withdraws what they claim. What began after that day,
 * when they had come back, is another story, and so are claims of who is not gone (`isGone`) by now.
 */
export async function endAllHeld(
  em: SqlEntityManager,
  clock: Clock,
  { memberId, leftOn, isGone }: { memberId: string; leftOn: string; isGone: boolean },
): Promise<void> {
  const held = await em.execute<{ id: string }[]>(
    'select id from held_position where member_id = ? and ended_on is null and (from_date <= ? or ?)',
    [memberId, leftOn, isGone],
  );
  await endHeld(
    em,
    clock,
    held.map(({ id }) => id),
    { endedOn: leftOn, reason: 'TRANSFER_COMPLETED' },
  );
  if (!isGone) return;
  const open = await em.execute<{ id: string }[]>(
    `select id from position_claim where member_id = ? and status = 'PENDING'`,
    [memberId],
  );
  const why = 'Đã chuyển ra ngoài đảng bộ tỉnh, thành phố';
  await withdrawOpenClaims(
    em,
    clock,
    open.map(({ id }) => id),
    why,
  );
}

/** In a unit that has ended nobody holds anything, and nobody can claim to (domain 3.2). Claims follow a unit that moved. */
export const endPositionsOfEndedUnits = defineReaction({
  name: 'end-positions-of-ended-units',
  event: ReorganisationApplied,
  async handle({ em, clock }, { data }) {
    // The units that ended are named by their copies: a dissolved unit may have no successor.
    const held = await em.execute<{ id: string }[]>(
      `select held.id from held_position held join unit_copy unit on unit.id = held.unit_id
       where held.ended_on is null and unit.valid_to <= ?`,
      [data.effectiveOn],
    );
    await endHeld(
      em,
      clock,
      held.map(({ id }) => id),
      { endedOn: data.effectiveOn, reason: 'UNIT_ENDED', note: data.decisionNumber },
    );
    const open = await em.execute<{ id: string }[]>(
      `select claim.id from position_claim claim join unit_copy unit on unit.id = claim.unit_id
       where claim.status = 'PENDING' and unit.valid_to <= ?`,
      [data.effectiveOn],
    );
    await withdrawOpenClaims(
      em,
      clock,
      open.map(({ id }) => id),
      `Tổ chức đảng kết thúc hoạt động theo ${data.decisionNumber}`,
    );
    await sendClaimsAfterUnits(em, clock);
  },
});
