import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordMembers } from './recorded-members.ts';

/** A member came into the province's system, or left it, on a day; `at` is when it was told, for two on one day. */
export interface Crossing {
  readonly transferId: string;
  readonly memberId: string;
  readonly direction: 'IN' | 'OUT';
  readonly on: string;
  readonly at: Date;
}

/**
 * Keeps a crossing, once, and answers the member's last one by its day, whatever was heard first; null when this one was kept before. Two about
 * one member wait for each other until the transaction ends.
 */
export async function keepCrossing(
  em: SqlEntityManager,
  { transferId, memberId, direction, on, at }: Crossing,
): Promise<'IN' | 'OUT' | null> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('crossing ' || ?, 0))`, [memberId]);
  const kept = await em.execute<object[]>(
    `insert into member_crossing (transfer_id, direction, member_id, on_day, at) values (?, ?, ?, ?, ?)
     on conflict do nothing returning transfer_id`,
    [transferId, direction, memberId, on, at],
  );
  if (kept.length === 0) return null;
  const [last] = await em.execute<{ direction: 'IN' | 'OUT' }[]>(
    'select direction from member_crossing where member_id = ? order by on_day desc, at desc limit 1',
    [memberId],
  );
  return last?.direction ?? null;
}

/**
 * Makes the status agree with the last crossing: who left is `TRANSFERRED_OUT`, unless they are no member any more; who came back is active again.
 * Tells everybody when that changes anything.
 */
export async function followCrossing(
  em: SqlEntityManager,
  memberId: string,
  last: 'IN' | 'OUT',
): Promise<void> {
  const changed = await em.execute<{ id: string }[]>(
    last === 'OUT'
      ? `update member set status = 'TRANSFERRED_OUT', version = version + 1
         where id = ? and status not in ('STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED', 'TRANSFERRED_OUT') returning id`
      : `update member set status = 'ACTIVE', version = version + 1 where id = ? and status = 'TRANSFERRED_OUT' returning id`,
    [memberId],
  );
  await recordMembers(
    em,
    changed.map(({ id }) => id),
  );
}
