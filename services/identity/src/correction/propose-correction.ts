import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { MemberCorrectionProposed } from '@dang/events/contracts/identity/member-correction-proposed';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits, type UnitRow, withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isBranch } from '../account/account.rules.ts';
import { takeDossierNumber } from '../account/account-steps.ts';
import type { ProposeMemberCorrectionInput } from '../generated/graph.ts';
import { isTransferring } from '../member/letters-under-way.ts';
import { Member } from '../member/member.entity.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { MemberCorrection } from './correction.entity.ts';
import { commonSuperior } from './correction.rules.ts';
import { keepCorrectionStep } from './correction-steps.ts';

const reasonLimit = 2000;
const earliestDay = '2025-01-01';

/** The branch to be on record from now on, or why it cannot be. */
function usableBranch(branch: UnitRow | undefined, fromId: string | null, today: string): UnitRow | Refusal {
  const field = 'toBranchId';
  if (!branch) return refuse('UNIT_NOT_FOUND', { field });
  if (!isBranch(branch.type)) return refuse('DESTINATION_NOT_A_BRANCH', { field });
  if (branch.validTo !== null && branch.validTo <= today) return refuse('UNIT_ENDED', { field });
  return branch.id === fromId ? refuse('DESTINATION_IS_ORIGIN', { field }) : branch;
}

type Move = { member: Member; from: UnitRow | null; to: UnitRow; deciderUnitId: string };

/** Whom it is about, from where and to where, and who decides; `NOT_FOUND` for who is not in the administrator's scope. */
async function readMove(
  em: SqlEntityManager,
  actor: Actor,
  input: ProposeMemberCorrectionInput,
  today: string,
): Promise<Move | Refusal> {
  const scope = scopeUnitOf(actor, 'MEMBER_CORRECT');
  const member = scope && (await em.findOne(Member, input.memberId));
  if (!member || !(await holdsCapacity(em, actor, today))) return refuse('NOT_FOUND');
  const fromId = (await findPlacement(em, member.id))?.branchId ?? null;
  const units = await findUnits(em, fromId ? [fromId, input.toBranchId] : [input.toBranchId]);
  const from = units.find(({ id }) => id === fromId) ?? null;
  const inScope = from?.id ?? input.toBranchId;
  if (!(await withinScope(em, [inScope], scope)).has(inScope)) return refuse('NOT_FOUND');
  const to = usableBranch(
    units.find(({ id }) => id === input.toBranchId),
    fromId,
    today,
  );
  if (isRefusal(to)) return to;
  const deciderUnitId = commonSuperior(from?.path ?? null, to.path);
  return deciderUnitId
    ? { member, from, to, deciderUnitId }
    : refuse('UNIT_NOT_FOUND', { field: 'toBranchId' });
}

/** Proposes to correct the branch on record of a member; answers the id of the proposal, or why not. Runs inside `mutate`. */
export async function proposeCorrection(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: ProposeMemberCorrectionInput,
): Promise<Refusal | Done> {
  const { clock } = context;
  const today = clock.today();
  const move = await readMove(em, actor, input, today);
  if (isRefusal(move)) return move;
  const { member, from, to, deciderUnitId } = move;
  if (actor.memberId === member.id) return refuse('OWN_CASE');
  const reason = input.reason.trim();
  if (reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });
  const effectiveOn = input.effectiveOn ?? today;
  if (effectiveOn > today || effectiveOn < earliestDay)
    return refuse('INVALID_INPUT', { field: 'effectiveOn' });
  if (await isTransferring(em, member.id)) return refuse('TRANSFER_ALREADY_OPEN');
  // Of two proposals at once the second waits here; the unique index would refuse it less politely.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`correction ${member.id}`]);
  if (await em.findOne(MemberCorrection, { memberId: member.id, status: 'PROPOSED' })) {
    return refuse('CORRECTION_ALREADY_OPEN');
  }
  const correction = em.create(MemberCorrection, {
    number: await takeDossierNumber(em, to, today, 'MEMBER_CORRECTION'),
    status: 'PROPOSED',
    memberId: member.id,
    fromBranchId: from?.id ?? null,
    toBranchId: to.id,
    deciderUnitId,
    reason,
    effectiveOn,
    proposedOn: today,
    proposerAccountId: actor.accountId,
    proposerMemberId: actor.memberId,
  });
  await em.persist(correction).flush();
  await keepCorrectionStep(em, correction, { action: 'PROPOSE', from: null, actor, at: clock.now(), reason });
  const data = {
    correctionId: correction.id,
    memberId: member.id,
    fromBranchId: from?.id ?? null,
    toBranchId: to.id,
    deciderUnitId,
    reason,
    proposedOn: today,
  };
  await recordEvents(em, MemberCorrectionProposed, [{ aggregateId: correction.id, data }], { actor });
  const after = { fromBranchId: from?.id ?? null, toBranchId: to.id, effectiveOn };
  return { id: correction.id, audit: { unitId: from?.id ?? to.id, memberId: member.id, after, reason } };
}
