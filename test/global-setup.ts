import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../tools/src/servers/free-port.ts';
import { startNats } from '../tools/src/servers/nats-server.ts';
import { findPoppler } from '../tools/src/servers/poppler.ts';
import { startPostgres } from '../tools/src/servers/postgres-server.ts';

const root = join(import.meta.dirname, '..');

/**
 * One real PostgreSQL and one real nats-server for the whole run, in a temporary folder, started when a test that may
 * need them is among those chosen. Ports reach the workers through TEST_DATABASE_URL and TEST_NATS_URL, a folder for files through
 * TEST_STORAGE_URL. TEST_PDFSIG names the program that looks at signed PDFs as the world does; the tests that need it fail where it
 * cannot be had.
 */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-test-'));
  chmodSync(folder, 0o755);
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const nats = await startNats({
    dataDirectory: join(folder, 'nats'),
    port: await freePort(),
    cacheDirectory: join(root, '.data', 'cache'),
    durable: false,
    say,
  });
  const postgres = await startPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    durable: false,
    say,
  });
  try {
    process.env.TEST_PDFSIG = await findPoppler('pdfsig', join(root, '.data', 'cache'), say);
  } catch (error) {
    say((error as Error).message);
  }
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  process.env.TEST_NATS_URL = nats.url;
  process.env.TEST_STORAGE_URL = pathToFileURL(join(folder, 'storage')).href;
  Object.assign(globalThis, { testServers: { folder, postgres, nats } });
}
