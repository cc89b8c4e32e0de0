import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import { defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findUnitsOn } from '../unit/unit.rows.ts';
import { nameKeyFor } from './member-names.ts';
import type { MembershipCause } from './membership.entity.ts';
import { Membership } from './membership.entity.ts';
import type { Standing, Verdict } from './membership.rules.ts';
import { decideRegistration, decideTransfer } from './membership.rules.ts';
import { Placement } from './placement.entity.ts';

/** Set aside by the consumer with this sentence, retried, and shown to whoever looks after parked events. */
class CannotPlace extends Error {}

/** Is there something to do? An event that cannot be carried out is set aside by throwing. */
function isToDo(verdict: Verdict): boolean {
  if (verdict.act === 'PARK') throw new CannotPlace(verdict.reason);
  return verdict.act === 'CHANGE';
}

/** What the rules ask of a member. Two events about one member take turns, even when both are the first to place them. */
async function read(em: SqlEntityManager, memberId: string, destinationId: string, day: string) {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`membership of ${memberId}`]);
  const placement = await em.findOne(Placement, { memberId }, { refresh: true });
  const current = await em.findOne(
    Membership,
    { memberId, kind: 'OFFICIAL', validTo: null },
    { refresh: true },
  );
  const [destination = null] = await findUnitsOn(em, [{ id: destinationId, day, orLast: false }]);
  const standing: Standing = {
    current: current && { unitId: current.unitId, from: current.validFrom },
    destination: destination && { unitId: destination.id, type: destination.type, code: destination.code },
  };
  return {
    placement: placement ?? em.create(Placement, { memberId, version: 0 }, { persist: false }),
    current,
    standing,
  };
}

const hasBegunBy = async (
  em: SqlEntityManager,
  cause: MembershipCause,
  causeId: string,
  validFrom?: string,
) => (await em.count(Membership, { cause, causeId, ...(validFrom ? { validFrom } : {}) })) > 0;

/** Starts an official membership and tells everybody where the member belongs now. The old one must have ended before. */
async function place(
  em: SqlEntityManager,
  placement: Placement,
  started: { unitId: string; on: string; cause: MembershipCause; causeId: string },
  actor: EventActor | null,
): Promise<void> {
  em.create(Membership, {
    id: crypto.randomUUID(),
    memberId: placement.memberId,
    unitId: started.unitId,
    kind: 'OFFICIAL',
    validFrom: started.on,
    cause: started.cause,
    causeId: started.causeId,
    nameKey: await nameKeyFor(em, placement.memberId),
  });
  placement.branchId = started.unitId;
  placement.since = started.on;
  await recordPlacement(em, placement, actor);
}

async function recordPlacement(
  em: SqlEntityManager,
  placement: Placement,
  actor: EventActor | null,
): Promise<void> {
  placement.version += 1;
  await em.persist(placement).flush();
  const { memberId, version, branchId, since, temporaryBranchId, temporarySince, residenceBranchId } =
    placement;
  const recorded = {
    memberId,
    version,
    branchId: branchId ?? null,
    since: since ?? null,
    temporaryBranchId: temporaryBranchId ?? null,
    temporarySince: temporarySince ?? null,
    residenceBranchId: residenceBranchId ?? null,
  };
  await recordEvents(
    em,
    PlacementRecorded,
    [{ aggregateId: memberId, version, data: { placements: [recorded] } }],
    {
      actor,
    },
  );
}

/**
 * The destination branch has admitted the member: the membership at the origin ends on that day and one at the destination
 * begins on it, in one transaction. Once for each transfer, in whatever order events come, however often.
 */
export const moveMember = defineReaction({
  name: 'move-member-after-transfer',
  event: TransferCompleted,
  async handle({ em }, { data, actor }) {
    const { transferId, memberId, destinationBranchId, completedOn } = data;
    const { placement, current, standing } = await read(em, memberId, destinationBranchId, completedOn);
    const alreadyDone = await hasBegunBy(em, 'TRANSFER', transferId);
    if (!isToDo(decideTransfer(data, { ...standing, alreadyDone })) || current === null) return;
    em.assign(current, { validTo: completedOn, endCause: 'TRANSFER', endCauseId: transferId });
    await em.flush();
    await place(
      em,
      placement,
      { unitId: destinationBranchId, on: completedOn, cause: 'TRANSFER', causeId: transferId },
      actor,
    );
  },
});

/** An approved registration starts the membership where there is none, and says where the member lives. */
export const startMembership = defineReaction({
  name: 'start-membership-after-registration',
  event: AccountApproved,
  async handle({ em }, { data, actor }) {
    const { accountId, memberId, branchId, residenceBranchId, approvedOn } = data;
    const { placement, standing } = await read(em, memberId, branchId, approvedOn);
    const alreadyDone =
      !data.startsMembership || (await hasBegunBy(em, 'REGISTRATION', accountId, approvedOn));
    const starts = isToDo(decideRegistration(data, { ...standing, alreadyDone }));
    const moves = residenceBranchId !== null && residenceBranchId !== placement.residenceBranchId;
    if (moves) placement.residenceBranchId = residenceBranchId;
    if (starts)
      await place(
        em,
        placement,
        { unitId: branchId, on: approvedOn, cause: 'REGISTRATION', causeId: accountId },
        actor,
      );
    else if (moves) await recordPlacement(em, placement, actor);
  },
});
