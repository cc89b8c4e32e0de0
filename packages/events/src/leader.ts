import { crc32 } from 'node:zlib';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { pause } from './doorbell.ts';

/** The parts of a service that run once however many processes there are: each has a lock of its own in its database. */
export const leaderLocks = { relay: 1, consumers: 2, sealer: 3 } as const;

/** A part that runs once: one of the above, or an aside (`reaction.ts`) by its name. */
export type LeaderLock = keyof typeof leaderLocks | `aside ${string}`;

const ASIDE_LOCKS = { first: 1000, count: 1_000_000 } as const;

/** The number of a lock: fixed for the parts of every service, made from the name for an aside. */
function lockNumberOf(lock: LeaderLock): number {
  const known = (leaderLocks as Record<string, number>)[lock];
  return known ?? ASIDE_LOCKS.first + (crc32(lock) % ASIDE_LOCKS.count);
}

const LOCK_SPACE = 0x64616e67;
const STANDBY_POLL_MS = 1000;
const RECONNECT_MS = 250;

/**
 * A connection of its own, not from a pool and not through a pooler (locks and LISTEN belong to the session). A lost
 * connection aborts `lost` instead of ending the process.
 */
export async function openConnection(
  databaseUrl: string,
  name: string,
): Promise<{ client: Client; lost: AbortSignal }> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  return { client, lost: lost.signal };
}

/**
 * Runs `work` while this process is the leader of `lock` in this database, until `stop` aborts. Leadership is a session
 * lock, so it ends with the connection: `work` then sees its signal abort, and the next leader may be another process. A
 * failure, or a database that is away, means another try.
 */
export async function whileLeader(
  options: {
    databaseUrl: string;
    lock: LeaderLock;
    name: string;
    log: Logger;
    stop: AbortSignal;
  },
  work: (client: Client, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { stop, log } = options;
  let isComplaining = false;
  while (!stop.aborted) {
    let connection: Awaited<ReturnType<typeof openConnection>> | null = null;
    try {
      connection = await openConnection(options.databaseUrl, options.name);
      const signal = AbortSignal.any([stop, connection.lost]);
      if (await takeLock(connection.client, lockNumberOf(options.lock), signal)) {
        isComplaining = false;
        await work(connection.client, signal);
      }
    } catch (error) {
      if (!isComplaining && !stop.aborted)
        log.warn({ err: error }, `${options.name} lost its database, trying again`);
      isComplaining = true;
    } finally {
      await connection?.client.end().catch(() => {});
    }
    if (!stop.aborted) await pause(RECONNECT_MS, stop);
  }
}

async function takeLock(client: Client, lock: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
      LOCK_SPACE,
      lock,
    ]);
    if (rows[0]?.taken) return true;
    await pause(STANDBY_POLL_MS, signal);
  }
  return false;
}
