import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { developmentKeys } from '../../launcher/keys.ts';
import { dataFolder } from '../../launcher/running.ts';
import { type ServiceName, serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';
import { startNats } from '../../servers/nats-server.ts';
import { startPostgres } from '../../servers/postgres-server.ts';
import { runJob } from './replica.ts';
import type { Version } from './version.ts';

/** What stays the same while versions change: databases, NATS, keys, addresses. */
export interface Ground {
  readonly folder: string;
  readonly logs: string;
  readonly databases: Readonly<Record<ServiceName, string>>;
  readonly natsUrl: string;
  /** The fixed address of each Service, by its name: `fees`, `fees-doors`, `gateway`, `sandbox`. */
  readonly addresses: Readonly<Record<string, number>>;
  /** The variables of every process. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** How long a stopping process still takes requests: longer than its balancer needs to notice. */
const DRAIN_DELAY_MS = 2_000;

const upper = (name: string) => name.toUpperCase();

async function createDatabases(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of serviceNames) await client.query(`create database ${name}`);
  await client.end();
}

function environmentOf(ground: Omit<Ground, 'environment' | 'stop'>): Record<string, string> {
  const { folder, databases, natsUrl, addresses } = ground;
  const at = (name: string) => `http://127.0.0.1:${addresses[name]}`;
  const sandbox = at('sandbox');
  return {
    ...developmentKeys(join(folder, 'keys.json')),
    NODE_ENV: 'development',
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    APOLLO_TELEMETRY_DISABLED: 'true',
    CLOCK_START: '2026-07-06',
    MIGRATIONS: 'awaited',
    DRAIN_DELAY_MS: String(DRAIN_DELAY_MS),
    // twelve processes at one small PostgreSQL, and two in the place of one meanwhile
    DATABASE_POOL_API: '5',
    DATABASE_POOL_WORKER: '4',
    // a machine on which much else runs: slow is no failure here
    SUBGRAPH_TIMEOUT_MS: '20000',
    NATS_URL: natsUrl,
    ...Object.fromEntries(serviceNames.map((name) => [`DATABASE_URL_${upper(name)}`, databases[name]])),
    ...Object.fromEntries(serviceNames.map((name) => [`SUBGRAPH_URL_${upper(name)}`, `${at(name)}/graphql`])),
    DOORS_URL: at('fees-doors'),
    PORT_SANDBOX: String(addresses.sandbox),
    SANDBOX_URL: sandbox,
    VNEID_ISSUER: `${sandbox}/vneid`,
    VNEID_CLIENT_ID: 'dang-procedures',
    VNEID_REDIRECT_URIS: `${at('gateway')}/explorer/callback`,
    VNEID_PEOPLE_FILE: join(folder, 'people.json'),
    SIGN_INS_PER_ADDRESS: '10000',
    SIGN_INS_PER_PERSON: '1000',
    REFRESHES_PER_ADDRESS: '100000',
    REGISTRY_URL: `${sandbox}/registry`,
    REGISTRY_MEMBERS_FILE: join(folder, 'registry.json'),
    PAYMENT_URL: `${sandbox}/payments`,
    BANK_URL: `${sandbox}/bank`,
    STORAGE_URL: pathToFileURL(join(folder, 'files')).href,
    SIGNING_URL: `${sandbox}/signing`,
    SIGNING_FILE: join(folder, 'signers.json'),
  };
}

/** Starts PostgreSQL and NATS in `folder` with empty databases, and chooses every address. */
export async function layGround(folder: string): Promise<Ground> {
  const logs = join(folder, 'logs');
  for (const each of [logs, join(folder, 'compiled')]) mkdirSync(each, { recursive: true });
  chmodSync(folder, 0o755);
  const say = () => {};
  const postgres = await startPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    durable: false,
    say,
  });
  const nats = await startNats({
    dataDirectory: join(folder, 'nats'),
    port: await freePort(),
    cacheDirectory: join(dataFolder, 'cache'),
    durable: false,
    say,
  });
  await createDatabases(postgres.url('postgres'));
  const databases = Object.fromEntries(serviceNames.map((name) => [name, postgres.url(name)]));
  const addresses: Record<string, number> = {};
  for (const name of [...serviceNames, 'fees-doors', 'gateway', 'sandbox'])
    addresses[name] = await freePort();
  const ground = {
    folder,
    logs,
    databases: databases as Record<ServiceName, string>,
    natsUrl: nats.url,
    addresses,
  };
  return {
    ...ground,
    environment: environmentOf(ground),
    stop: async () => {
      await Promise.all([nats.stop(), postgres.stop()]);
    },
  };
}

/** The migration Job of a service in a version. */
export const migrateService = (ground: Ground, version: Version, service: ServiceName): Promise<void> =>
  runJob({
    name: `${service}-migrate-${version.letter}`,
    version,
    file: `services/${service}/src/main.ts`,
    environment: { ...ground.environment, ROLE: 'migrate' },
    logs: ground.logs,
  });
