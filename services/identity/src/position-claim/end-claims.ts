import type { Actor } from '@dang/access/actor';
import type { Clock } from '@dang/service/clock';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepClaimStep } from './claim-steps.ts';
import { PositionClaim } from './position-claim.entity.ts';
import { superiorSql } from './position-claim.rules.ts';

/** Brings the approved claims behind these positions to their end, in the transaction that ended the positions. */
export async function endClaimsOf(
  em: SqlEntityManager,
  clock: Clock,
  positionIds: readonly string[],
  { actor = null, reason, note }: { actor?: Actor | null; reason: string; note?: string | null },
): Promise<void> {
  const claims = await em.find(PositionClaim, { positionId: { $in: [...positionIds] }, status: 'APPROVED' });
  for (const claim of claims) em.assign(claim, { status: 'ENDED', reason: note ?? null });
  await em.flush();
  for (const claim of claims) {
    const step = { action: 'END', from: 'APPROVED', actor, at: clock.now(), reason: note ?? reason } as const;
    await keepClaimStep(em, claim, step);
  }
}

/** Withdraws open claims for the system: the unit has ended, say, or the claimant has left it. */
export async function withdrawOpenClaims(
  em: SqlEntityManager,
  clock: Clock,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const claims = await em.find(PositionClaim, { id: { $in: [...ids] }, status: 'PENDING' });
  for (const claim of claims) em.assign(claim, { status: 'WITHDRAWN', decidedOn: clock.today(), reason });
  await em.flush();
  for (const claim of claims) {
    const step = { action: 'WITHDRAW', from: 'PENDING', actor: null, at: clock.now(), reason } as const;
    await keepClaimStep(em, claim, step);
  }
}

/**
 * Open claims whose unit stands below another superior now go to that one. Decisions read the tree anyway; this is for who
 * counts what waits where.
 */
export async function sendClaimsAfterUnits(em: SqlEntityManager, clock: Clock): Promise<void> {
  const moved = await em.execute<{ id: string; superiorId: string | null }[]>(
    `select claim.id, ${superiorSql('unit')} as "superiorId" from position_claim claim
     join unit_copy unit on unit.id = claim.unit_id
     where claim.status = 'PENDING' and claim.approver_unit_id is distinct from ${superiorSql('unit')}`,
  );
  const superiors = new Map(moved.map(({ id, superiorId }) => [id, superiorId]));
  const claims = await em.find(PositionClaim, { id: { $in: [...superiors.keys()] } });
  for (const claim of claims) claim.approverUnitId = superiors.get(claim.id) ?? null;
  await em.flush();
  for (const claim of claims) {
    const step = { action: 'FOLLOW', from: claim.status, actor: null, at: clock.now() } as const;
    await keepClaimStep(em, claim, step);
  }
}
