import { hearSessionsSeen } from '@dang/events/sessions-seen';
import type { Background } from '@dang/service/definition';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

const REST_MS = 2_000;
/** What waits to be written when the database is away: a session more is told of again in a minute. */
const WAITING_LIMIT = 50_000;

/**
 * Writes down that these sessions were used just now, and with them the positions in which they act. Two statements,
 * however many. `usedAt` is a moment of the business calendar.
 */
export async function keepSeen(
  em: SqlEntityManager,
  sessionIds: readonly string[],
  usedAt: Date,
): Promise<void> {
  if (sessionIds.length === 0) return;
  await em.execute(
    'update session set last_seen_at = now() where id = any(array[?]::uuid[]) and ended_at is null',
    [sessionIds],
  );
  await em.execute(
    `insert into capacity_use (position_id, last_used_at)
     select distinct position_id, ?::timestamptz from session
     where id = any(array[?]::uuid[]) and ended_at is null and position_id is not null
     order by position_id
     on conflict (position_id) do update set last_used_at = greatest(capacity_use.last_used_at, excluded.last_used_at)`,
    [usedAt, sessionIds],
  );
}

/**
 * Hears from the gateways which sessions are in use and writes it down every two seconds. Of several workers one hears each
 * word. With NATS away nothing is heard; then sessions that act in an office end after their fifteen minutes.
 */
export const seenSessions: Background = {
  name: 'seen-sessions',
  prepare({ orm, environment, clock, log }) {
    const waiting = new Set<string>();
    let ear: Awaited<ReturnType<typeof hearSessionsSeen>> | null = null;
    const hear = (sessionIds: readonly string[] | null): void => {
      if (sessionIds === null) log.warn('a word about sessions cannot be read');
      for (const id of sessionIds ?? []) if (waiting.size < WAITING_LIMIT) waiting.add(id);
    };
    return {
      async step() {
        if (!ear || ear.isClosed()) {
          const { NATS_URL: natsUrl, PROVINCE_CODE: province } = environment;
          ear = await hearSessionsSeen({ natsUrl, province, queue: 'identity', hear });
        }
        const ids = [...waiting];
        await keepSeen(orm.em.fork(), ids, clock.now());
        for (const id of ids) waiting.delete(id);
        return REST_MS;
      },
      async close() {
        await ear?.close();
      },
    };
  },
};
