import fastify from 'fastify';
import type { Logger } from 'pino';
import { serveWatched, type Watched } from './http-server.ts';

/**
 * Opens the listener that only probes and scrapers may reach, apart from the one that answers the graph: `/livez`, `/readyz` and `/metrics`.
 * Answers what closes it; it is closed last, so that a process that drains can be watched while it does.
 */
export async function openMonitor(
  { host, port }: { host: string; port: number },
  watched: Watched,
  log: Logger,
): Promise<() => Promise<void>> {
  const app = fastify({
    logger: false,
    bodyLimit: 1_024,
    requestTimeout: 10_000,
    forceCloseConnections: true,
  });
  serveWatched(app, watched);
  const address = await app.listen({ host, port });
  log.info({ monitor: address }, 'probes and metrics');
  return async () => {
    await app.close();
  };
}
