import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { dataFolder } from '../../launcher/running.ts';
import { serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';
import { type NatsServer, startNats } from '../../servers/nats-server.ts';
import { dropPostgresData, type PostgresServer, startPostgres } from '../../servers/postgres-server.ts';

/** How long sessions of a killed server may take to notice that they are alone. */
const ORPHANS_MS = 1_000;

/** PostgreSQL and NATS of a province that is to be lost, in one folder and on ports of their own. */
export interface ProvinceServers {
  readonly dataDirectory: string;
  readonly databases: Readonly<Record<string, string>>;
  readonly natsUrl: string;
  /** The address of a database of the server that runs now. */
  url(database: string): string;
  restart(): Promise<void>;
  /** Ends both as a power cut would, and takes their disks away. */
  lose(): Promise<void>;
  /** Makes an empty server, lets `lay` put other data there, and starts it; resolves when it takes writes. */
  restore(lay: (dataDirectory: string) => void): Promise<void>;
  /** Starts a NATS that has never held anything; answers its address. */
  emptyNats(): Promise<string>;
  stop(): Promise<void>;
}

async function createDatabases(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of serviceNames) await client.query(`create database dang_${name}`);
  await client.end();
}

/** Starts them, durable as a province's are, with an empty database for every service. */
export async function makeProvinceServers(
  folder: string,
  say: (line: string) => void,
): Promise<ProvinceServers> {
  const port = await freePort();
  const natsPort = await freePort();
  const dataDirectory = join(folder, 'postgres');
  const natsData = join(folder, 'nats');
  const openPostgres = () => startPostgres({ dataDirectory, port, durable: true, say });
  const openNats = () =>
    startNats({
      dataDirectory: natsData,
      port: natsPort,
      cacheDirectory: join(dataFolder, 'cache'),
      durable: true,
      say,
    });
  let postgres: PostgresServer | null = await openPostgres();
  let nats: NatsServer | null = await openNats();
  const url = (database: string): string => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  await createDatabases(url('postgres'));
  const stop = async (): Promise<void> => {
    await Promise.all([postgres?.stop(), nats?.stop()]);
    postgres = null;
    nats = null;
  };
  return {
    dataDirectory: postgres.dataDirectory,
    databases: Object.fromEntries(serviceNames.map((name) => [name, url(`dang_${name}`)])),
    natsUrl: nats.url,
    url,
    restart: async () => {
      await postgres?.stop();
      postgres = await openPostgres();
    },
    lose: async () => {
      for (const server of [postgres, nats]) if (server) process.kill(server.pid, 'SIGKILL');
      await stop();
      await pause(ORPHANS_MS);
      await dropPostgresData(dataDirectory);
      rmSync(natsData, { recursive: true, force: true });
    },
    restore: async (lay) => {
      const empty = await openPostgres();
      await empty.stop();
      lay(empty.dataDirectory);
      postgres = await openPostgres();
    },
    emptyNats: async () => {
      nats = await openNats();
      return nats.url;
    },
    stop: async () => {
      await stop();
      await dropPostgresData(dataDirectory);
    },
  };
}
