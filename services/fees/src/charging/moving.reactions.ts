import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { keepSuccessions } from '@dang/reference/successions';
import { addMonths } from '@dang/vietnam/month';
import { openStatusList } from '../charge/charge.workflow.ts';
import { findGrounds, recordGrounds, uuidArray } from './charging.rows.ts';
import { type ChargingGround, chargingsAtHome, lastHostOf } from './charging.rules.ts';
import { settle } from './settle.ts';

type Move = ChargingGround & { readonly memberId: string };

/** The ground by which a branch charges from the month of a day on, without a transfer. */
function moveOf(
  memberId: string,
  branchId: string,
  { id, on, at }: { id: string; on: string; at: Date },
): Move {
  return {
    kind: 'MOVE',
    id,
    memberId,
    branchId,
    transferId: null,
    paidThrough: addMonths(on.slice(0, 7), -1),
    decidedOn: on,
    occurredAt: at.toISOString(),
    voided: false,
  };
}

const monthOf = ({ memberId, decidedOn }: Move) => ({ memberId, dueFrom: decidedOn.slice(0, 7) });

/**
 * A reorganisation has put members into another branch, or the host of their stay: that branch charges them from the month of the day on. Whom
 * nothing was heard to move is left alone.
 */
const moveChargingWithMembers = defineReaction({
  name: 'moveChargingWithMembers',
  event: PlacementRecorded,
  async handle({ em }, { data, time }) {
    const moved = data.placements.flatMap((placement) => {
      const {
        memberId,
        branchId,
        since,
        temporaryBranchId,
        temporarySince,
        reorganisationId: id,
      } = placement;
      if (!id) return [];
      const home = branchId && since ? [moveOf(memberId, branchId, { id, on: since, at: time })] : [];
      const host =
        temporaryBranchId && temporarySince
          ? [{ ...moveOf(memberId, temporaryBranchId, { id, on: temporarySince, at: time }), ofStay: true }]
          : [];
      return [...home, ...host];
    });
    if (moved.length === 0) return;
    const known = await findGrounds(em, [...new Set(moved.map(({ memberId }) => memberId))]);
    const changed = moved.filter(({ memberId, branchId, ofStay }) => {
      const grounds = known.get(memberId) ?? [];
      const now = ofStay ? lastHostOf(grounds) : chargingsAtHome(grounds).at(-1)?.branchId;
      return now !== branchId;
    });
    if (changed.length === 0) return;
    await recordGrounds(em, changed);
    await settle(em, changed.map(monthOf));
  },
});

/** Branches have ended: those that go on in their place collect what is still open, and charge whom nobody moved. */
const handOnCharges = defineReaction({
  name: 'handOnCharges',
  event: ReorganisationApplied,
  async handle({ em }, { data }) {
    await keepSuccessions(em, data.successions);
    const ended = uuidArray(data.successions.map(({ unitId }) => unitId));
    const left: { memberId: string }[] = await em.execute(
      `select member_id as "memberId" from charging where branch_id = any(?::uuid[]) and to_period is null
       union select member_id from dues_charge where branch_id = any(?::uuid[]) and status in (${openStatusList})
       union select member_id from extra_charge where branch_id = any(?::uuid[]) and status in (${openStatusList})`,
      [ended, ended, ended],
    );
    if (left.length === 0) return;
    await settle(
      em,
      left.map(({ memberId }) => ({ memberId, dueFrom: null })),
    );
  },
});

/** The branch on record was wrong: the right one charges from the month of the correction on. */
const moveChargingOfCorrected = defineReaction({
  name: 'moveChargingOfCorrected',
  event: MemberCorrected,
  async handle({ em }, { data, time }) {
    const { correctionId: id, memberId, toBranchId, effectiveOn } = data;
    const move = moveOf(memberId, toBranchId, { id, on: effectiveOn, at: time });
    await recordGrounds(em, [move]);
    await settle(em, [monthOf(move)]);
  },
});

export const movingReactions = [moveChargingWithMembers, handOnCharges, moveChargingOfCorrected];
