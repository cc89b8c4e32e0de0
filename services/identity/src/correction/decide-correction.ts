import { type Actor, signInIsFresh } from '@dang/access/actor';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { MemberCorrectionRejected } from '@dang/events/contracts/identity/member-correction-rejected';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits, getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Member } from '../member/member.entity.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { endWhatWasLeft } from '../position/position.reactions.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { MemberCorrection } from './correction.entity.ts';
import { commonSuperior, correctionFacts, relationsTo } from './correction.rules.ts';
import { type CorrectionWorkflow, correctionWorkflow } from './correction.workflow.ts';
import { keepCorrectionStep } from './correction-steps.ts';

const reasonLimit = 2000;

/** What is to happen to a correction. */
export type CorrectionVerdict =
  | { action: 'APPROVE' }
  | { action: 'REJECT'; reason: string }
  | { action: 'WITHDRAW' };

/**
 * Decides on a proposed correction, or takes it back, in one transaction with what follows from it. Answers its id, or why
 * not: `NOT_FOUND` for a correction that is neither one's own proposal nor before one's office. Runs inside `mutate`.
 */
export async function decideCorrection(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: { correctionId: string; expectedVersion: number },
  verdict: CorrectionVerdict,
): Promise<Refusal | Done> {
  const { clock } = context;
  const today = clock.today();
  const correction = await em.findOne(MemberCorrection, input.correctionId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  if (!correction) return refuse('NOT_FOUND');
  const about = {
    memberId: correction.memberId,
    fromBranchId: correction.fromBranchId ?? null,
    deciderUnitId: correction.deciderUnitId,
    proposerAccountId: correction.proposerAccountId,
    proposerMemberId: correction.proposerMemberId ?? null,
    placedIn: (await findPlacement(em, correction.memberId))?.branchId ?? null,
  };
  const relations = relationsTo(about, actor, await holdsCapacity(em, actor, today));
  if (relations.size === 0) return refuse('NOT_FOUND');
  const conflict = checkVersion(correction.version, input.expectedVersion);
  if (conflict) return conflict;
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  const decision = decide<CorrectionWorkflow, RefusalCode>(correctionWorkflow, {
    state: correction.status,
    action: verdict.action,
    relations,
    facts: correctionFacts(about, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });
  if (verdict.action === 'APPROVE') {
    const { validTo } = await getUnit(em, correction.toBranchId);
    if (validTo !== null && validTo <= today) return refuse('UNIT_ENDED');
    if ((await deciderNow(em, correction)) !== correction.deciderUnitId) return refuse('PLACEMENT_CHANGED');
  }
  const from = correction.status;
  em.assign(correction, { status: decision.to, decidedOn: today, rejectionReason: reason });
  await em.flush();
  await keepCorrectionStep(em, correction, { action: verdict.action, from, actor, at: clock.now(), reason });
  if (verdict.action === 'APPROVE') await correct(em, context, correction, actor);
  if (verdict.action === 'REJECT') await announceRejection(em, correction, actor, reason ?? '');
  const { memberId, fromBranchId, toBranchId } = correction;
  const before = { status: from, branchId: fromBranchId ?? null };
  const after = {
    status: decision.to,
    branchId: verdict.action === 'APPROVE' ? toBranchId : (fromBranchId ?? null),
  };
  return {
    id: correction.id,
    audit: { unitId: fromBranchId ?? toBranchId, memberId, before, after, reason },
  };
}

/** The common superior of both branches as the tree is now: a branch may have moved since the proposal. */
async function deciderNow(
  em: SqlEntityManager,
  { fromBranchId, toBranchId }: MemberCorrection,
): Promise<string | null> {
  const units = await findUnits(em, fromBranchId ? [fromBranchId, toBranchId] : [toBranchId]);
  const pathOf = (id: string | null | undefined) => units.find((unit) => unit.id === id)?.path ?? null;
  return commonSuperior(pathOf(fromBranchId), pathOf(toBranchId) ?? []);
}

/** What an approval does here: the branch on record, what the member held in the wrong one, and the word of it to orgtree. */
async function correct(
  em: SqlEntityManager,
  { clock }: GraphContext,
  correction: MemberCorrection,
  actor: Actor,
): Promise<void> {
  const { memberId, toBranchId, effectiveOn, reason } = correction;
  const fromBranchId = correction.fromBranchId ?? null;
  em.assign(await em.findOneOrFail(Member, memberId), { branchId: toBranchId });
  await em.flush();
  await recordMembers(em, [memberId]);
  const data = {
    correctionId: correction.id,
    memberId,
    fromBranchId,
    toBranchId,
    effectiveOn,
    reason,
    approvedBy: {
      memberId: actor.memberId ?? '',
      name: actor.name,
      title: actor.capacity?.title ?? '',
      unitId: actor.capacity?.unitId ?? '',
    },
  };
  await recordEvents(em, MemberCorrected, [{ aggregateId: memberId, data }], { actor });
  await em.execute(
    `update registry_difference set status = 'SETTLED', decided_on = ?, version = version + 1
     where member_id = ? and field = 'BRANCH' and status = 'OPEN' and theirs = ?`,
    [clock.today(), memberId, toBranchId],
  );
  if (!fromBranchId) return;
  const move = {
    memberId,
    originBranchId: fromBranchId,
    destinationBranchId: toBranchId,
    completedOn: clock.today(),
  };
  await endWhatWasLeft(em, clock, move, { reason: 'MEMBER_CORRECTED', actor }, 'Đã đính chính chi bộ');
}

async function announceRejection(
  em: SqlEntityManager,
  correction: MemberCorrection,
  actor: Actor,
  reason: string,
): Promise<void> {
  const { id, memberId, deciderUnitId } = correction;
  const data = { correctionId: id, memberId, deciderUnitId, reason };
  await recordEvents(em, MemberCorrectionRejected, [{ aggregateId: id, data }], { actor });
}
