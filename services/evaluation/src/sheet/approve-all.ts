import { signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { MOST_AT_ONCE } from '@dang/service/mutation-many';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Sheets that wait for a commune or ward, those about one member left out: nobody decides on their own. */
const waiting = `from comment_item item
  where item.residence_unit_id = ? and item.status = 'SUBMITTED' and item.member_id is distinct from ?::uuid`;

/**
 * Which sheets the leader of a commune or ward approves with one press: the most urgent first, 100 at most. Refuses `NOT_FOUND` for
 * a unit that is not theirs, `STEP_UP_REQUIRED` after a sign-in that is too old. Who may approve each is asked again one by one.
 */
export async function waitingSheets(
  em: SqlEntityManager,
  { actor }: GraphContext,
  unitId: string,
): Promise<string[] | Refusal> {
  if (!actor || actor.capacity?.unitId !== unitId) return refuse('NOT_FOUND', { field: 'unitId' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const rows: { id: string }[] = await em.execute(
    `select item.id ${waiting} order by item.due_on nulls last, item.sent_at, item.id limit ?`,
    [unitId, actor.memberId, MOST_AT_ONCE],
  );
  return rows.map(({ id }) => id);
}

/** How many sheets wait for the approval of this leader now. */
export async function countWaitingSheets({ em, actor }: GraphContext, unitId: string): Promise<number> {
  const [row]: { n: number }[] = await em.execute(`select count(*)::int as n ${waiting}`, [
    unitId,
    actor?.memberId ?? null,
  ]);
  return row?.n ?? 0;
}
