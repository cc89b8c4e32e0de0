import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { findPlacements } from '@dang/reference/members';
import { keepSuccessions, successorsOf } from '@dang/reference/successions';
import { lockOpenDossiers, rehome } from './rehome.ts';

/**
 * The tree has changed: open dossiers follow. The origin is the branch in which the member now is, the destination the
 * branch that goes on in its place; chains through units that ended or stand elsewhere are computed anew from there on.
 */
const followReorganisation = defineReaction({
  name: 'followReorganisation',
  event: ReorganisationApplied,
  async handle({ em, clock }, { data, actor }) {
    await keepSuccessions(em, data.successions);
    const ended = data.successions.map(({ unitId }) => unitId);
    const dossiers = await lockOpenDossiers(
      em,
      `(d.destination_branch_id = any(array[?]::uuid[]) or d.waiting_unit_id = any(array[?]::uuid[])
        or exists (select from placement_copy p where p.member_id = d.member_id and p.branch_id <> d.origin_branch_id)
        or d.origin_branch_id = any(array[?]::uuid[])
        or exists (select from letter_box b where b.letter_id = d.letter_id and b.unit_id = any(array[?]::uuid[]))
        or exists (select from unit_copy u where u.id in (d.origin_branch_id, d.destination_branch_id)
          and string_to_array(u.path::text, '.')::uuid[] && array[?]::uuid[]))`,
      [ended, ended, ended, ended, data.movedUnitIds],
    );
    const placements = await findPlacements(
      em,
      dossiers.map(({ memberId }) => memberId),
    );
    const branchOf = new Map(placements.map(({ memberId, branchId }) => [memberId, branchId]));
    const branches = dossiers.map((dossier) => ({
      dossier,
      // who comes from outside belongs to no branch here until they are admitted
      originBranchId: dossier.originBranchId && (branchOf.get(dossier.memberId) ?? dossier.originBranchId),
      destinationBranchId: dossier.destinationBranchId,
    }));
    const successorOf = await successorsOf(
      em,
      branches.flatMap((one) => [one.originBranchId ?? [], one.destinationBranchId ?? []].flat()),
    );
    const homes = branches.map(({ dossier, originBranchId, destinationBranchId }) => ({
      dossier,
      originBranchId: originBranchId && successorOf(originBranchId),
      destinationBranchId: destinationBranchId && successorOf(destinationBranchId),
    }));
    await rehome(em, homes, {
      action: 'FOLLOW_REORGANISATION',
      reason: `Sắp xếp tổ chức đảng theo Quyết định số ${data.decisionNumber}`,
      now: clock.now(),
      today: clock.today(),
      actor,
    });
  },
});

/** The branch on record of a member was wrong: an open request belongs to the right one. */
const followCorrection = defineReaction({
  name: 'followCorrection',
  event: MemberCorrected,
  async handle({ em, clock }, { data, actor }) {
    const { memberId, fromBranchId, toBranchId, reason } = data;
    const dossiers = await lockOpenDossiers(em, 'd.member_id = ? and d.origin_branch_id = ?', [
      memberId,
      fromBranchId,
    ]);
    await rehome(
      em,
      dossiers.map((dossier) => ({
        dossier,
        originBranchId: toBranchId,
        destinationBranchId: dossier.destinationBranchId,
      })),
      {
        action: 'FOLLOW_CORRECTION',
        reason: `Đính chính chi bộ nơi sinh hoạt: ${reason}`,
        now: clock.now(),
        today: clock.today(),
        actor,
      },
    );
  },
});

export const rehomingReactions = [followReorganisation, followCorrection];
