import type { DataOf } from '@dang/events/contract';
import { MembersImported } from '@dang/events/contracts/identity/members-imported';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { recordEvents } from '@dang/events/outbox';
import { defineReaction } from '@dang/events/reaction';

type Placement = DataOf<typeof PlacementRecorded>['placements'][number];

// Who has a membership keeps it, whatever the file says. A branch that has ended since is read as its successor; a membership
// never begins before the branch, nor before the end of the one before.
const enrol = `
  with wanted as (
    select enrolment.member_id, enrolment.since, current_unit(enrolment.branch_id) as branch_id
    from rows from (json_to_recordset(?::json) as ("memberId" uuid, "branchId" uuid, since date))
      as enrolment (member_id, branch_id, since)
    where not exists (
      select from membership current
      where current.member_id = enrolment.member_id and current.kind = 'OFFICIAL' and current.valid_to is null)
  ), standing as (
    select id, valid_from from unit where id in (select branch_id from wanted) and valid_to is null for share
  ), started as (
    insert into membership (id, member_id, unit_id, kind, valid_from, cause, cause_id, name_key)
    select uuidv7(), wanted.member_id, standing.id, 'OFFICIAL',
      greatest(wanted.since, standing.valid_from, (
        select max(former.valid_to) from membership former
        where former.member_id = wanted.member_id and former.kind = 'OFFICIAL')),
      'IMPORT', ?, coalesce(member_name.name_key, '')
    from wanted
    left join standing on standing.id = wanted.branch_id
    left join member_name on member_name.member_id = wanted.member_id
    returning member_id, unit_id, valid_from
  )
  insert into placement (member_id, branch_id, since)
  select member_id, unit_id, valid_from from started
  on conflict (member_id) do update set version = placement.version + 1, branch_id = excluded.branch_id,
    since = excluded.since
  returning member_id as "memberId", version, branch_id as "branchId", since, temporary_branch_id as "temporaryBranchId",
    temporary_since as "temporarySince", residence_branch_id as "residenceBranchId"`;

/**
 * Members have come in from the member database: who has no membership yet gets one, all of an event with one statement.
 * A branch that has ended without a successor refuses them (the table takes no membership without a unit): the event is set aside.
 */
export const enrolImported = defineReaction({
  name: 'start-memberships-after-import',
  event: MembersImported,
  async handle({ em }, { data, actor }) {
    const placements = await em.execute<Placement[]>(enrol, [JSON.stringify(data.enrolments), data.importId]);
    const [first] = placements;
    if (!first) return;
    await recordEvents(em, PlacementRecorded, [{ aggregateId: first.memberId, data: { placements } }], {
      actor,
    });
  },
});
