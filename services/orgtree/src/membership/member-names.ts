import type { DataOf } from '@dang/events/contract';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { upsertNewer } from '@dang/reference/upsert';
import { nameKeyOf } from '@dang/vietnam/name-order';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

type Recorded = DataOf<typeof MemberRecorded>['members'][number];

/** Keeps the names of these members and the order of their memberships; older news changes nothing. */
export async function recordNames(
  em: SqlEntityManager,
  members: readonly Pick<Recorded, 'id' | 'version' | 'fullName'>[],
): Promise<void> {
  const rows = members.map(({ id, version, fullName }) => ({
    memberId: id,
    version,
    nameKey: nameKeyOf(fullName),
  }));
  await upsertNewer(
    em,
    {
      table: 'member_name',
      key: ['member_id'],
      columns: {
        member_id: { field: 'memberId', type: 'uuid' },
        name_key: { field: 'nameKey', type: 'text' },
      },
    },
    rows,
  );
  await em.execute(
    `update membership set name_key = member_name.name_key
     from member_name
     where member_name.member_id = any(array[?]::uuid[]) and membership.member_id = member_name.member_id
       and membership.name_key <> member_name.name_key`,
    [rows.map(({ memberId }) => memberId)],
  );
}

/** What lists of members are sorted by. Nothing else of a person is kept here: the graph joins the rest from identity. */
export const memberNames = defineProjection({
  name: 'member-names',
  tables: ['member_name'],
  reactions: [
    defineReaction({
      name: 'keep-member-names',
      event: MemberRecorded,
      handle: ({ em }, { data }) => recordNames(em, data.members),
    }),
  ],
});
