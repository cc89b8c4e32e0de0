import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

async function keepStay(
  em: SqlEntityManager,
  stay: { transferId: string; memberId: string },
  isOver: boolean,
): Promise<void> {
  await em.execute(
    `insert into member_stay (transfer_id, member_id, is_over) values (?, ?, ?)
     on conflict (transfer_id) do update set is_over = member_stay.is_over or excluded.is_over`,
    [stay.transferId, stay.memberId, isOver],
  );
}

/**
 * Who takes part in another branch for a time, in the system or outside of it (`ACTIVE_TEMP_AWAY`). Worked out on reading like the letters; an end
 * that is heard before its beginning ends it all the same.
 */
export const temporaryStays = defineProjection({
  name: 'temporaryStays',
  tables: ['member_stay'],
  reactions: [
    defineReaction({
      name: 'keepStayBegun',
      event: TemporaryStayStarted,
      handle: ({ em }, { data }) => keepStay(em, data, false),
    }),
    defineReaction({
      name: 'keepStayOver',
      event: TemporaryStayEnded,
      handle: ({ em }, { data }) => keepStay(em, data, true),
    }),
  ],
});

/** SQL: whether the member with this id is on a temporary stay elsewhere. */
export const staysAway = (memberId: string): string =>
  `exists (select from member_stay stay where stay.member_id = ${memberId} and not stay.is_over)`;
