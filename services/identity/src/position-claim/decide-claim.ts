import { type Actor, signInIsFresh } from '@dang/access/actor';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionRejected } from '@dang/events/contracts/identity/position-rejected';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits, isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import { Member } from '../member/member.entity.ts';
import { recordOfficers } from '../position/officers.ts';
import { Position } from '../position/position.entity.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { keepClaimStep } from './claim-steps.ts';
import { makeRoomFor } from './incumbent.ts';
import { PositionClaim } from './position-claim.entity.ts';
import { claimFacts, relationsTo, superiorOf } from './position-claim.rules.ts';
import { type PositionClaimWorkflow, positionClaimWorkflow } from './position-claim.workflow.ts';

const reasonLimit = 2000;

/** What is to happen to a claim. */
export type ClaimVerdict =
  | { action: 'APPROVE'; replaceIncumbent: boolean }
  | { action: 'REJECT'; reason: string }
  | { action: 'WITHDRAW' };

/**
 * Approves, rejects or takes back a waiting claim, in one transaction with what follows from it. Answers the claim's id, or
 * why not: `NOT_FOUND` for a claim that is neither one's own nor before one's office. Runs inside `mutate`.
 */
export async function decideClaim(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: { claimId: string; expectedVersion: number },
  verdict: ClaimVerdict,
): Promise<Refusal | Done> {
  const { clock } = context;
  const today = clock.today();
  const claim = await em.findOne(PositionClaim, input.claimId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const [unit] = claim ? await findUnits(em, [claim.unitId]) : [];
  if (!claim || !unit) return refuse('NOT_FOUND');
  const about = {
    accountId: claim.accountId,
    memberId: claim.memberId ?? null,
    superiorId: superiorOf(unit),
    through: claim.throughOn ?? null,
    accountStatus: (await em.findOneOrFail(Account, claim.accountId)).status,
  };
  const relations = relationsTo(about, actor, await holdsCapacity(em, actor, today));
  if (relations.size === 0) return refuse('NOT_FOUND');
  const conflict = checkVersion(claim.version, input.expectedVersion);
  if (conflict) return conflict;
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  const decision = decide<PositionClaimWorkflow, RefusalCode>(positionClaimWorkflow, {
    state: claim.status,
    action: verdict.action,
    relations,
    facts: claimFacts(about, actor, today),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });

  const from = claim.status;
  if (verdict.action === 'APPROVE') {
    if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED');
    const position = await givePosition(em, context, claim, actor, verdict.replaceIncumbent);
    if (isRefusal(position)) return position;
    claim.positionId = position.id;
  }
  em.assign(claim, { status: decision.to, decidedOn: today, reason, approverUnitId: superiorOf(unit) });
  await em.flush();
  await keepClaimStep(em, claim, { action: verdict.action, from, actor, at: clock.now(), reason });
  await announce(em, claim, actor, today);
  const { memberId, unitId, status, positionId } = claim;
  const audit = { unitId, memberId, before: { status: from }, after: { status, positionId }, reason };
  return { id: claim.id, audit };
}

/** Makes the position, once the unit has room for it. */
async function givePosition(
  em: SqlEntityManager,
  { clock }: GraphContext,
  claim: PositionClaim,
  actor: Actor,
  replaceIncumbent: boolean,
): Promise<Position | Refusal> {
  const member = await em.findOneOrFail(Member, claim.memberId ?? '');
  const exclusion = await exclusionOf(em, member);
  if (exclusion) return refuse(exclusion);
  if (member.status !== 'ACTIVE') return refuse('MEMBER_NOT_ACTIVE');
  // A transfer takes open claims with it; a split, a correction of a place or a late event may not have.
  const branchId = (await findPlacement(em, member.id))?.branchId;
  if (branchId && !(await isWithin(em, branchId, claim.unitId))) return refuse('PLACEMENT_CHANGED');
  const room = await makeRoomFor(em, clock, { ...claim, memberId: member.id }, actor, replaceIncumbent);
  if (room) return room;
  const position = em.create(Position, {
    memberId: member.id,
    unitId: claim.unitId,
    role: claim.role,
    title: claim.title,
    fromDate: claim.fromOn,
    toDate: claim.throughOn ?? null,
  });
  await em.persist(position).flush();
  return position;
}

async function announce(
  em: SqlEntityManager,
  claim: PositionClaim,
  actor: Actor,
  today: string,
): Promise<void> {
  const common = {
    claimId: claim.id,
    memberId: claim.memberId ?? '',
    unitId: claim.unitId,
    role: claim.role,
    title: claim.title,
  };
  if (claim.status === 'REJECTED') {
    const data = { ...common, rejectedOn: today, reason: claim.reason ?? '' };
    await recordEvents(em, PositionRejected, [{ aggregateId: claim.id, data }], { actor });
  }
  if (claim.status !== 'APPROVED') return;
  const approvedBy = {
    memberId: actor.memberId ?? '',
    name: actor.name,
    title: actor.capacity?.title ?? '',
    unitId: actor.capacity?.unitId ?? '',
  };
  const data = { ...common, positionId: claim.positionId ?? '', fromOn: claim.fromOn, approvedBy };
  await recordEvents(em, PositionApproved, [{ aggregateId: claim.id, data }], { actor });
  await recordOfficers(em, [claim.unitId], today);
}
