import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { recordEvents } from '@dang/events/outbox';
import { getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { takeDossierNumber } from '../account/account-steps.ts';
import { keepClaimStep } from './claim-steps.ts';
import { withdrawOpenClaims } from './end-claims.ts';
import { PositionClaim } from './position-claim.entity.ts';
import { type ClaimableRole, superiorOf } from './position-claim.rules.ts';

/** Claims of one account in a day, whatever became of them: a day of a unit has 9,999 numbers for everybody. */
const CLAIMS_A_DAY = 100;

type Acting = Pick<GraphContext, 'actor' | 'clock'>;

/** A claim to be opened. `memberId` is null while the account waits for its own approval; days are `YYYY-MM-DD`. */
export type NewClaim = {
  accountId: string;
  memberId: string | null;
  unitId: string;
  role: ClaimableRole;
  title: string;
  fromOn: string;
  throughOn: string | null;
};

async function announce(em: SqlEntityManager, { actor }: Acting, claim: PositionClaim): Promise<void> {
  if (!claim.memberId) return;
  const data = {
    claimId: claim.id,
    memberId: claim.memberId,
    unitId: claim.unitId,
    approverUnitId: claim.approverUnitId ?? null,
    role: claim.role,
    title: claim.title,
    submittedOn: claim.submittedOn,
  };
  await recordEvents(em, PositionClaimSubmitted, [{ aggregateId: claim.id, data }], { actor });
}

/**
 * Opens a claim before the direct superior of the unit, in the transaction of the caller; answers its id, or
 * `CLAIM_ALREADY_OPEN` for the same position. The caller has checked that the unit is a living one of the claimant's.
 * `PositionClaimSubmitted` names a member, so a claim of an applicant is announced by `linkClaims`.
 */
export async function openPositionClaim(
  em: SqlEntityManager,
  context: Acting,
  claim: NewClaim,
): Promise<Refusal | { id: string }> {
  const today = context.clock.today();
  const { accountId, unitId, role } = claim;
  // Of two claims at once the second waits here; the unique index would refuse it less politely.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`claim ${accountId}`]);
  const same = await em.findOne(PositionClaim, { accountId, unitId, role, status: 'PENDING' });
  if (same) return refuse('CLAIM_ALREADY_OPEN');
  const ofToday = await em.count(PositionClaim, { accountId, submittedOn: today });
  if (ofToday >= CLAIMS_A_DAY) return refuse('RATE_LIMITED');
  const unit = await getUnit(em, unitId);
  const opened = em.create(PositionClaim, {
    ...claim,
    number: await takeDossierNumber(em, unit, today, 'POSITION_CLAIM'),
    status: 'PENDING',
    approverUnitId: superiorOf(unit),
    submittedOn: today,
  });
  await em.persist(opened).flush();
  const step = { action: 'CLAIM', from: null, actor: context.actor, at: context.clock.now() };
  await keepClaimStep(em, opened, step);
  await announce(em, context, opened);
  return { id: opened.id };
}

/** Gives the open claims of this account their member, once the account is approved: now their superior can decide. */
export async function linkClaims(
  em: SqlEntityManager,
  context: Acting,
  accountId: string,
  memberId: string,
): Promise<void> {
  const claims = await em.find(PositionClaim, { accountId, memberId: null, status: 'PENDING' });
  for (const claim of claims) {
    claim.memberId = memberId;
    await em.flush();
    const step = { action: 'LINK', from: claim.status, actor: context.actor, at: context.clock.now() };
    await keepClaimStep(em, claim, step);
    await announce(em, context, claim);
  }
}

/** Withdraws the open claims of this account, because the account was rejected, say: `reason` is what its owner reads. */
export async function withdrawClaims(
  em: SqlEntityManager,
  context: Acting,
  accountId: string,
  reason: string,
): Promise<void> {
  const claims = await em.find(PositionClaim, { accountId, status: 'PENDING' }, { fields: ['id'] });
  await withdrawOpenClaims(
    em,
    context.clock,
    claims.map(({ id }) => id),
    reason,
  );
}
