import { join } from 'node:path';
import pg from 'pg';
import { startNats } from '../servers/nats-server.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres-server.ts';
import type { ServerProcess } from '../servers/server-process.ts';
import { restartPause } from './restart-pause.ts';
import { dataFolder } from './running.ts';
import { type PortName, type ServiceName, serviceNames } from './settings.ts';

/** Where PostgreSQL keeps the province, unless its account may not enter there. */
export const postgresData = join(dataFolder, 'postgres');
export const natsData = join(dataFolder, 'nats');

/** PostgreSQL and NATS: our own, unless the environment names others. */
export interface Servers {
  /**
   * Starts what is ours and makes databases that are missing. Answers where everything is when the databases are there;
   * `nats` resolves when NATS runs too, which may have to be fetched first: services start without it.
   */
  start(): Promise<{ databases: Record<ServiceName, string>; natsUrl: string; nats: Promise<void> }>;
  pids(): Record<string, number>;
  /** Ends what is ours, also what is still starting. */
  stop(): Promise<void>;
}

interface Telling {
  say: (sentence: string) => void;
  onRestart: () => void;
}

interface KeptServer<Server extends ServerProcess> {
  start(): Promise<Server>;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** A server that is started again whenever it dies, until it is stopped; stopping waits for a start that is under way. */
function keep<Server extends ServerProcess>(
  name: string,
  open: (onUnexpectedExit: () => void) => Promise<Server>,
  { say, onRestart }: Telling,
): KeptServer<Server> {
  let isStopping = false;
  let running: Server | null = null;
  let starting: Promise<Server | null> = Promise.resolve(null);
  const start = async (): Promise<Server> => {
    running = await open(() => {
      if (isStopping) return;
      say(`${name} ended; starting it again.`);
      starting = startAgain();
    });
    return running;
  };
  const startAgain = async (): Promise<Server | null> => {
    for (let tries = 0; ; tries += 1) {
      await restartPause(tries);
      if (isStopping) return null;
      try {
        const server = await start();
        onRestart();
        return server;
      } catch (error) {
        say((error as Error).message);
      }
    }
  };
  return {
    start: () => {
      const first = start();
      starting = first;
      return first;
    },
    pid: () => running?.pid,
    stop: async () => {
      isStopping = true;
      await starting.catch(() => null);
      await running?.stop();
    },
  };
}

/** Describes the servers of this system; nothing runs before `start`. A server that dies is started again. */
export function makeServers(ports: Record<PortName, number>, telling: Telling): Servers {
  const { say } = telling;
  const given = (name: ServiceName) => process.env[`DATABASE_URL_${name.toUpperCase()}`];
  const postgres = serviceNames.every(given)
    ? null
    : keep(
        'PostgreSQL',
        (onUnexpectedExit) =>
          startPostgres({
            dataDirectory: postgresData,
            port: ports.POSTGRES,
            durable: true,
            say,
            onUnexpectedExit,
          }),
        telling,
      );
  const nats = process.env.NATS_URL
    ? null
    : keep(
        'nats-server',
        (onUnexpectedExit) =>
          startNats({
            dataDirectory: natsData,
            port: ports.NATS,
            cacheDirectory: join(dataFolder, 'cache'),
            durable: true,
            say,
            onUnexpectedExit,
          }),
        telling,
      );
  const startWithDatabases = async (): Promise<PostgresServer | null> => {
    if (!postgres) return null;
    const server = await postgres.start();
    const missing = serviceNames.filter((name) => !given(name));
    await createDatabases(server, missing);
    say('PostgreSQL 18 runs.');
    return server;
  };
  return {
    start: async () => {
      const natsRuns = nats?.start().then(() => say('NATS JetStream runs.')) ?? Promise.resolve();
      natsRuns.catch(() => {}); // told by whoever waits for it
      const server = await startWithDatabases();
      const databases = serviceNames.map((name) => [name, given(name) ?? server?.url(`dang_${name}`)]);
      return {
        databases: Object.fromEntries(databases) as Record<ServiceName, string>,
        natsUrl: process.env.NATS_URL ?? `nats://127.0.0.1:${ports.NATS}`,
        nats: natsRuns,
      };
    },
    pids: () => {
      const all = { postgres: postgres?.pid(), nats: nats?.pid() };
      return Object.fromEntries(Object.entries(all).flatMap(([name, pid]) => (pid ? [[name, pid]] : [])));
    },
    stop: async () => {
      await Promise.all([nats?.stop(), postgres?.stop()]);
    },
  };
}

/** Makes the databases of these services that are missing: `dang_fees`. */
export async function createDatabases(server: PostgresServer, names: readonly ServiceName[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  const existing = new Set(rows.map((row) => row.datname));
  for (const name of names) {
    if (!existing.has(`dang_${name}`)) await client.query(`create database dang_${name}`);
  }
  await client.end();
}
