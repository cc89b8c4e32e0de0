import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { placementShape } from '@dang/reference/shapes';
import { keepSuccessions, successorsOf } from '@dang/reference/successions';
import { upsertNewer } from '@dang/reference/upsert';
import { findFollowed, keepFollowed } from './followed-reorganisations.ts';
import type { Cause } from './following.ts';
import { homesToday } from './homes-today.ts';
import { lockOpenDossiers, rehome } from './rehome.ts';

type Decided = { readonly decisionNumber: string };
const byReorganisation = ({ decisionNumber }: Decided): Pick<Cause, 'action' | 'reason'> => ({
  action: 'FOLLOW_REORGANISATION',
  reason: `Sắp xếp tổ chức đảng theo Quyết định số ${decisionNumber}`,
});

/**
 * The tree has changed: open dossiers follow. The origin is the branch in which the member now is, the destination the
 * branch that goes on in its place; chains through units that ended or stand elsewhere are computed anew from there on.
 */
const followReorganisation = defineReaction({
  name: 'followReorganisation',
  event: ReorganisationApplied,
  async handle({ em, clock }, { data, actor }) {
    await keepSuccessions(em, data.successions);
    await keepFollowed(em, data);
    const ended = data.successions.map(({ unitId }) => unitId);
    const today = clock.today();
    const dossiers = await lockOpenDossiers(
      em,
      `(d.destination_branch_id = any(array[?]::uuid[]) or d.waiting_unit_id = any(array[?]::uuid[])
        or exists (select from placement_copy p where p.member_id = d.member_id
          and (p.branch_id <> d.origin_branch_id or d.kind = 'TEMPORARY' and p.temporary_branch_id <> d.destination_branch_id))
        or d.origin_branch_id = any(array[?]::uuid[])
        or exists (select from letter_box b where b.letter_id = d.letter_id and b.unit_id = any(array[?]::uuid[]))
        or exists (select from unit_copy u where u.id in (d.origin_branch_id, d.destination_branch_id)
          and (u.valid_to <= ?::date or string_to_array(u.path::text, '.')::uuid[] && array[?]::uuid[])))`,
      [ended, ended, ended, ended, today, data.movedUnitIds],
    );
    const homes = await homesToday(em, dossiers);
    await rehome(em, homes, { ...byReorganisation(data), now: clock.now(), today, actor });
  },
});

/**
 * A placement by a reorganisation that was heard of as whole before: who was allotted to another part of a divided branch than its successor is
 * brought there now.
 */
const followLatePlacements = defineReaction({
  name: 'followLatePlacements',
  event: PlacementRecorded,
  async handle({ em, clock }, { data, actor }) {
    const caused = data.placements.filter(({ reorganisationId }) => reorganisationId !== undefined);
    const followed = await findFollowed(
      em,
      caused.flatMap(({ reorganisationId }) => reorganisationId ?? []),
    );
    const late = caused.filter(({ reorganisationId }) => followed.has(reorganisationId ?? ''));
    const [first] = late;
    const decided = followed.get(first?.reorganisationId ?? '');
    if (decided === undefined) return;
    await upsertNewer(em, placementShape, late);
    const memberIds = late.map(({ memberId }) => memberId);
    const dossiers = await lockOpenDossiers(em, 'd.member_id = any(array[?]::uuid[])', [memberIds]);
    const homes = await homesToday(em, dossiers);
    await rehome(em, homes, {
      ...byReorganisation(decided),
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
    // either branch may have ended since it was decided
    const successorOf = await successorsOf(em, [fromBranchId ?? [], toBranchId].flat());
    const wrong = fromBranchId === null ? [] : [fromBranchId, successorOf(fromBranchId)];
    const originBranchId = successorOf(toBranchId);
    const dossiers = await lockOpenDossiers(
      em,
      'd.member_id = ? and d.origin_branch_id = any(array[?]::uuid[])',
      [memberId, wrong],
    );
    await rehome(
      em,
      dossiers.map((dossier) => ({
        dossier,
        originBranchId,
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

export const rehomingReactions = [followReorganisation, followLatePlacements, followCorrection];
