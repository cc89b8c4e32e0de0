/** The part of a `pg` client that we touch. */
type PooledClient = {
  once(event: 'end', listener: () => void): unknown;
  release(error?: Error): void;
};

/** The part of a `pg` pool that we touch. */
export type ConnectionPool = {
  on(event: 'connect' | 'acquire', listener: (client: PooledClient) => void): unknown;
  on(event: 'release', listener: (error: unknown, client: PooledClient) => void): unknown;
};

/** Whoever holds a broken connection hears of it in this time and gives it back, unless nobody will. */
const GRACE_MS = 100;

/**
 * Gives the place of a connection that broke inside a transaction back to the pool. kysely releases a controlled
 * transaction only after a ROLLBACK that succeeds, which a broken connection never does: every restart of PostgreSQL,
 * and every transaction ended by a timeout, would cost the pool a place for ever, and closing it would hang.
 */
export function releaseLostConnections(pool: ConnectionPool): void {
  const held = new Set<PooledClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (!held.has(client)) return;
        const release = client.release.bind(client);
        client.release = () => undefined;
        release(new Error('the connection broke'));
      }, GRACE_MS).unref();
    });
  });
}
