import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { keepSuccessions } from '@dang/reference/successions';

/** Whoever becomes a member of the very branch no longer keeps contact with it from elsewhere, however they came. */
const endContactOfOwn = defineReaction({
  name: 'residenceContactsEndAtOwnBranch',
  event: PlacementRecorded,
  async handle({ em }, { data }) {
    await em.execute(
      `delete from residence_contact contact
       using jsonb_to_recordset(?::jsonb) as placed("memberId" uuid, "branchId" uuid)
       where contact.member_id = placed."memberId" and contact.branch_id = placed."branchId"`,
      [JSON.stringify(data.placements)],
    );
  },
});

/** Where a residence branch has ended, contact is kept with the one that goes on, unless members belong to that one themselves. */
const followEndedBranches = defineReaction({
  name: 'residenceContactsFollowEndedBranches',
  event: ReorganisationApplied,
  async handle({ em }, { data }) {
    await keepSuccessions(em, data.successions);
    await em.execute(
      `update residence_contact contact set branch_id = succession.successor_id
       from unit_succession succession where succession.unit_id = contact.branch_id`,
    );
    await em.execute(
      `delete from residence_contact contact using placement_copy placement
       where placement.member_id = contact.member_id and placement.branch_id = contact.branch_id`,
    );
  },
});

export const contactReactions = [endContactOfOwn, followEndedBranches];
