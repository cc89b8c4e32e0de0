import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NatsServer } from '../tools/src/servers/nats-server.ts';
import { dropPostgresData, type PostgresServer } from '../tools/src/servers/postgres-server.ts';

interface TestServers {
  folder: string;
  postgres: PostgresServer;
  nats: NatsServer;
}

/** Stops what global-setup started and removes its data. */
export default async function globalTeardown(): Promise<void> {
  const { testServers } = globalThis as unknown as { testServers?: TestServers };
  if (!testServers) return;
  await Promise.all([testServers.postgres.stop(), testServers.nats.stop()]);
  await dropPostgresData(join(testServers.folder, 'postgres'));
  rmSync(testServers.folder, { recursive: true, force: true });
}
