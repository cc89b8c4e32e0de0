import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Which positions are over. A position never comes back: who is appointed again holds another one. */
export const endedPositions = defineProjection({
  name: 'endedPositions',
  tables: ['ended_position_copy'],
  reactions: [
    defineReaction({
      name: 'rememberEndedPositions',
      event: PositionEnded,
      handle: async ({ em }, { data }) => {
        await em.execute(
          `insert into ended_position_copy (position_id, ended_on) values (?, ?)
           on conflict (position_id) do update set ended_on = least(ended_position_copy.ended_on, excluded.ended_on)`,
          [data.positionId, data.endedOn],
        );
      },
    }),
  ],
});

/** Whether the position is over on this day, as identity has told; an access token may name it for ten more minutes. */
export async function positionHasEnded(
  em: SqlEntityManager,
  positionId: string,
  today: string,
): Promise<boolean> {
  const rows = await em.execute('select from ended_position_copy where position_id = ? and ended_on <= ?', [
    positionId,
    today,
  ]);
  return rows.length > 0;
}
