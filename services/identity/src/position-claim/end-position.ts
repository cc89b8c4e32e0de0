import { type Actor, signInIsFresh } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { endHeld } from '../position/ending.ts';
import { Position } from '../position/position.entity.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { claimFacts, isClaimable, relationsTo, superiorOf } from './position-claim.rules.ts';
import { type PositionClaimWorkflow, positionClaimWorkflow } from './position-claim.workflow.ts';

const reasonLimit = 2000;

/**
 * Relieves the holder of an approved position, whether it came of a claim or was there before; answers its id, or why
 * not: `NOT_FOUND` for a position that is not directly below one's office. Runs inside `mutate`.
 */
export async function endPosition(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: { positionId: string; reason: string },
): Promise<Refusal | Done> {
  const today = clock.today();
  const position = await em.findOne(Position, input.positionId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const [unit] = position ? await findUnits(em, [position.unitId]) : [];
  if (!position || !unit || !isClaimable(position.role)) return refuse('NOT_FOUND');
  const account = await em.findOne(Account, { memberId: position.memberId });
  const about = {
    accountId: account?.id ?? '',
    memberId: position.memberId,
    superiorId: superiorOf(unit),
    through: null,
    accountStatus: account?.status ?? 'CLOSED',
  };
  // The holder gives nothing back here: only who decides has a relation to a position that is approved.
  const relations = relationsTo(about, actor, await holdsCapacity(em, actor, today));
  const reason = input.reason.trim();
  const decision = decide<PositionClaimWorkflow, RefusalCode>(positionClaimWorkflow, {
    state: position.endedOn ? 'ENDED' : 'APPROVED',
    action: 'END',
    relations,
    facts: claimFacts(about, actor, today),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });
  await endHeld(em, clock, [position.id], { endedOn: today, reason: 'RELIEVED', actor, note: reason });
  const { memberId, unitId, role } = position;
  return { id: position.id, audit: { unitId, memberId, before: { role }, reason } };
}
