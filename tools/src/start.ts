import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Child, startChild } from './launcher/child.ts';
import { developmentKeys } from './launcher/keys.ts';
import { announce, dataFolder, findRunning, type Running, root, withdraw } from './launcher/running.ts';
import { choosePorts, type PortName, type ServiceName, serviceNames } from './launcher/settings.ts';
import { settled } from './launcher/settled.ts';
import { type NatsServer, startNats } from './servers/nats-server.ts';
import { dropPostgresData, type PostgresServer, startPostgres } from './servers/postgres-server.ts';

const began = performance.now();
const say = (sentence: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${sentence}\n`);
};
process.stdout.on('error', () => {});

const postgresData = join(dataFolder, 'postgres');
const natsData = join(dataFolder, 'nats');
const peopleFile = join(dataFolder, 'people.json');
const loadedMark = join(dataFolder, 'demo-loaded');
const upper = (name: string) => name.toUpperCase() as Uppercase<ServiceName>;

interface Servers {
  databases: Record<ServiceName, string>;
  natsUrl: string;
  pids: () => Record<string, number>;
  stop: () => Promise<void>;
}

/** PostgreSQL and NATS: our own, unless the environment names others. A server that dies is started again. */
async function startServers(ports: Record<PortName, number>): Promise<Servers> {
  let isStopping = false;
  let postgres: PostgresServer | null = null;
  let nats: NatsServer | null = null;
  const given = (name: ServiceName) => process.env[`DATABASE_URL_${upper(name)}`];
  const runPostgres = async (): Promise<void> => {
    postgres = await startPostgres({
      dataDirectory: postgresData,
      port: ports.POSTGRES,
      durable: true,
      say,
      onUnexpectedExit: () => restart('PostgreSQL', runPostgres),
    });
  };
  const runNats = async (): Promise<void> => {
    nats = await startNats({
      dataDirectory: natsData,
      port: ports.NATS,
      cacheDirectory: join(dataFolder, 'cache'),
      durable: true,
      say,
      onUnexpectedExit: () => restart('nats-server', runNats),
    });
  };
  const restart = (name: string, run: () => Promise<void>): void => {
    if (isStopping) return;
    say(`${name} ended; starting it again.`);
    setTimeout(() => {
      if (!isStopping) run().then(tellPids, (error: Error) => say(error.message));
    }, 500);
  };
  await Promise.all([
    serviceNames.every(given) ? null : runPostgres().then(() => say('PostgreSQL 18 runs.')),
    process.env.NATS_URL ? null : runNats().then(() => say('NATS JetStream runs.')),
  ]);
  const owned = postgres as PostgresServer | null;
  if (owned)
    await createDatabases(
      owned,
      serviceNames.filter((name) => !given(name)),
    );
  return {
    databases: Object.fromEntries(
      serviceNames.map((name) => [name, given(name) ?? owned?.url(`dang_${name}`) ?? '']),
    ) as Record<ServiceName, string>,
    natsUrl: process.env.NATS_URL ?? `nats://127.0.0.1:${ports.NATS}`,
    pids: () => ({ ...(postgres && { postgres: postgres.pid }), ...(nats && { nats: nats.pid }) }),
    stop: async () => {
      isStopping = true;
      await nats?.stop();
      await postgres?.stop();
    },
  };
}

async function createDatabases(server: PostgresServer, names: readonly ServiceName[]): Promise<void> {
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

let tellPids = (): void => {};

async function start(): Promise<void> {
  const running = findRunning();
  if (running) {
    process.stderr.write(`The system already runs here (process ${running.launcher}): ${running.gateway}\n`);
    process.exit(1);
  }
  if (process.argv.includes('--fresh')) {
    await dropPostgresData(postgresData);
    for (const name of ['nats', 'logs', 'people.json', 'demo-loaded'])
      rmSync(join(dataFolder, name), { recursive: true, force: true });
    say('Starting over with an empty province.');
  }
  mkdirSync(join(dataFolder, 'compiled'), { recursive: true });
  const keys = developmentKeys(join(dataFolder, 'keys.json'));
  const ports = await choosePorts(say);
  const host = process.env.HOST ?? '127.0.0.1';
  const gateway = `http://${host}:${ports.GATEWAY}`;
  const sandbox = process.env.SANDBOX_URL ?? `http://${host}:${ports.SANDBOX}`;
  const subgraphs = Object.fromEntries(
    serviceNames.map((name) => [name, `http://${host}:${ports[upper(name)]}/graphql`]),
  );
  announce({
    launcher: process.pid,
    ready: false,
    gateway,
    sandbox,
    nats: '',
    databases: {},
    subgraphs,
    pids: {},
    environment: {},
  });

  const servers = await startServers(ports);
  const environment: Record<string, string> = {
    NODE_ENV: process.env.NODE_ENV ?? 'development',
    NODE_COMPILE_CACHE: join(dataFolder, 'compiled'),
    APOLLO_TELEMETRY_DISABLED: 'true',
    PROVINCE_CODE: process.env.PROVINCE_CODE ?? '05',
    ORDER_PREFIX: process.env.ORDER_PREFIX ?? 'G22.99',
    CLOCK_START: process.env.CLOCK_START ?? '2026-07-06',
    HOST: host,
    ...keys,
    ...Object.fromEntries(
      (Object.keys(ports) as PortName[]).map((name) => [`PORT_${name}`, String(ports[name])]),
    ),
    ...Object.fromEntries(
      serviceNames.map((name) => [`DATABASE_URL_${upper(name)}`, servers.databases[name]]),
    ),
    ...Object.fromEntries(serviceNames.map((name) => [`SUBGRAPH_URL_${upper(name)}`, subgraphs[name] ?? ''])),
    NATS_URL: servers.natsUrl,
    SANDBOX_URL: sandbox,
    VNEID_ISSUER: process.env.VNEID_ISSUER ?? `${sandbox}/vneid`,
    VNEID_CLIENT_ID: process.env.VNEID_CLIENT_ID ?? 'dang-procedures',
    VNEID_REDIRECT_URIS: process.env.VNEID_REDIRECT_URIS ?? `${gateway}/explorer/callback`,
    VNEID_PEOPLE_FILE: peopleFile,
  };
  // The demo province is read only when it is needed: a warm start is quicker and smaller without it.
  const isLoaded = existsSync(loadedMark);
  if (!isLoaded) (await import('./launcher/province.ts')).writePeople(peopleFile);

  const launch = (name: string, file: string): Child =>
    startChild({ name, file: join(root, file), environment, say, onRestart: () => tellPids() });
  const services = serviceNames.map((name) => launch(name, `services/${name}/src/main.ts`));
  const edge = [
    ...(process.env.VNEID_ISSUER ? [] : [launch('sandbox', 'sandbox/src/main.ts')]),
    launch('gateway', 'gateway/src/main.ts'),
  ];
  const children = [...services, ...edge];

  let isReady = false;
  tellPids = () => {
    announce({
      launcher: process.pid,
      ready: isReady,
      gateway,
      sandbox,
      nats: servers.natsUrl,
      databases: servers.databases,
      subgraphs,
      pids: { ...servers.pids(), ...Object.fromEntries(children.map((child) => [child.name, child.pid()])) },
      environment,
    } satisfies Running);
  };
  stopAll = async () => {
    say('Stopping …');
    await Promise.all(edge.map((child) => child.stop()));
    await Promise.all(services.map((child) => child.stop()));
    await servers.stop();
    withdraw();
    say('Stopped; the data stays in .data.');
  };
  await Promise.all(children.map((child) => child.ready.then(() => say(`${child.name} is ready.`))));
  if (!isLoaded) {
    say('Loading the demo province …');
    await (await import('./launcher/province.ts')).loadProvince(servers.databases, environment, say);
    await settled(subgraphs);
    writeFileSync(loadedMark, '');
  }
  await settled(subgraphs);
  isReady = true;
  tellPids();
  say(`Ready. Open ${gateway} in a browser, or try: npm run scenario -- official-transfer`);
}

let stopAll = async (): Promise<void> => withdraw();
let isEnding = false;

async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await stopAll();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

start().catch(async (error: Error) => {
  process.stderr.write(`${error.message}\n`);
  await end(1);
});
