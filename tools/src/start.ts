import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Child, startChild } from './launcher/child.ts';
import { compileAhead } from './launcher/compile-ahead.ts';
import { developmentKeys } from './launcher/keys.ts';
import { endLeftOvers } from './launcher/left-overs.ts';
import { startProvince } from './launcher/province.ts';
import { announce, dataFolder, findRunning, type Running, root, withdraw } from './launcher/running.ts';
import { makeServers, postgresData } from './launcher/servers.ts';
import { choosePorts, type PortName, type ServiceName, serviceNames } from './launcher/settings.ts';
import { settled } from './launcher/settled.ts';
import { dropPostgresData } from './servers/postgres-server.ts';

const began = performance.now();
const say = (sentence: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${sentence}\n`);
};
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const peopleFile = join(dataFolder, 'people.json');
const registryFile = join(dataFolder, 'registry.json');
const signersFile = join(dataFolder, 'signers.json');
const loadedMark = join(dataFolder, 'demo-loaded');
const upper = (name: string) => name.toUpperCase() as Uppercase<ServiceName>;

let tellPids = (): void => {};

async function start(): Promise<void> {
  const unknown = process.argv.slice(2).filter((word) => word !== '--fresh');
  if (unknown.length > 0) {
    process.stderr.write(
      `${unknown.join(', ')}? npm start, or npm start -- --fresh to start over with an empty province.\n`,
    );
    process.exit(2);
  }
  const running = findRunning();
  if (running) {
    process.stderr.write(`The system already runs here (process ${running.launcher}): ${running.gateway}\n`);
    process.exit(1);
  }
  await endLeftOvers();
  if (process.argv.includes('--fresh')) {
    await dropPostgresData(postgresData);
    const gone = ['nats', 'logs', 'files', 'people.json', 'registry.json', 'signers.json', 'demo-loaded'];
    for (const name of gone) rmSync(join(dataFolder, name), { recursive: true, force: true });
    say('Starting over with an empty province.');
  }
  mkdirSync(join(dataFolder, 'compiled'), { recursive: true });
  const keys = developmentKeys(join(dataFolder, 'keys.json'));
  const ports = await choosePorts(say);
  const host = process.env.HOST ?? '127.0.0.1';
  const gateway = `http://${host}:${ports.GATEWAY}`;
  const sandbox = process.env.SANDBOX_URL ?? `http://${host}:${ports.SANDBOX}`;
  /** The side doors of a service; in front of a cluster one address leads to all of them by their paths. */
  const doorsOf = (name: ServiceName): string =>
    process.env.DOORS_URL ?? `http://${host}:${ports[`${upper(name)}_DOORS`]}`;
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

  const servers = makeServers(ports, { say, onRestart: () => tellPids() });
  stopAll = async () => {
    await servers.stop();
    withdraw();
  };
  // The demo province is read only when it is needed: a warm start is quicker and smaller without it.
  const province = existsSync(loadedMark) ? null : startProvince(say, join(dataFolder, 'compiled'));
  endProvince = () => province?.end();
  const people = province?.writePeople(peopleFile, registryFile);
  people?.catch(() => {}); // told by whoever waits for it
  const { databases, natsUrl, nats } = await servers.start();
  if (isEnding) return;
  const environment: Record<string, string> = {
    NODE_ENV: process.env.NODE_ENV ?? 'development',
    NODE_COMPILE_CACHE: join(dataFolder, 'compiled'),
    APOLLO_TELEMETRY_DISABLED: 'true',
    PROVINCE_CODE: process.env.PROVINCE_CODE ?? '05',
    ORDER_PREFIX: process.env.ORDER_PREFIX ?? 'G22.99',
    PROVINCE_LINK: process.env.PROVINCE_LINK ?? 'off',
    CLOCK_START: process.env.CLOCK_START ?? '2026-07-06',
    HOST: host,
    ...keys,
    ...Object.fromEntries(
      (Object.keys(ports) as PortName[]).map((name) => [`PORT_${name}`, String(ports[name])]),
    ),
    ...Object.fromEntries(serviceNames.map((name) => [`DATABASE_URL_${upper(name)}`, databases[name]])),
    ...Object.fromEntries(serviceNames.map((name) => [`SUBGRAPH_URL_${upper(name)}`, subgraphs[name] ?? ''])),
    NATS_URL: natsUrl,
    SANDBOX_URL: sandbox,
    VNEID_ISSUER: process.env.VNEID_ISSUER ?? `${sandbox}/vneid`,
    VNEID_CLIENT_ID: process.env.VNEID_CLIENT_ID ?? 'dang-procedures',
    VNEID_REDIRECT_URIS: process.env.VNEID_REDIRECT_URIS ?? `${gateway}/explorer/callback`,
    VNEID_PEOPLE_FILE: peopleFile,
    // here everybody comes from one address: developers, scenarios, tests
    SIGN_INS_PER_ADDRESS: process.env.SIGN_INS_PER_ADDRESS ?? '10000',
    SIGN_INS_PER_PERSON: process.env.SIGN_INS_PER_PERSON ?? '1000',
    REFRESHES_PER_ADDRESS: process.env.REFRESHES_PER_ADDRESS ?? '100000',
    REGISTRY_URL: process.env.REGISTRY_URL ?? `${sandbox}/registry`,
    REGISTRY_SECRET: process.env.REGISTRY_SECRET ?? keys.REGISTRY_SECRET,
    REGISTRY_MEMBERS_FILE: registryFile,
    PAYMENT_URL: process.env.PAYMENT_URL ?? `${sandbox}/payments`,
    PAYMENT_KEY: process.env.PAYMENT_KEY ?? keys.PAYMENT_KEY,
    BANK_URL: process.env.BANK_URL ?? `${sandbox}/bank`,
    BANK_SECRET: process.env.BANK_SECRET ?? keys.BANK_SECRET,
    STORAGE_URL: process.env.STORAGE_URL ?? pathToFileURL(join(dataFolder, 'files')).href,
    STORAGE_ACCESS_KEY: process.env.STORAGE_ACCESS_KEY ?? '',
    STORAGE_SECRET_KEY: process.env.STORAGE_SECRET_KEY ?? '',
    SIGNING_URL: process.env.SIGNING_URL ?? `${sandbox}/signing`,
    SIGNING_SECRET: process.env.SIGNING_SECRET ?? keys.SIGNING_SECRET,
    SIGNING_ROOTS: process.env.SIGNING_ROOTS ?? keys.SIGNING_ROOTS,
    SIGNING_FILE: signersFile,
    PORTAL_URL: process.env.PORTAL_URL ?? `${sandbox}/portal`,
    PORTAL_SECRET: process.env.PORTAL_SECRET ?? keys.PORTAL_SECRET,
    NOTICE_EMAIL_URL: process.env.NOTICE_EMAIL_URL ?? `smtp://${host}:${ports.SANDBOX_MAIL}`,
    NOTICE_EMAIL_CA: process.env.NOTICE_EMAIL_CA ?? keys.SIGNING_ROOTS,
    NOTICE_SMS_URL: process.env.NOTICE_SMS_URL ?? `${sandbox}/notices/sms`,
    NOTICE_SMS_SECRET: process.env.NOTICE_SMS_SECRET ?? keys.NOTICE_SECRET,
    NOTICE_PUSH_URL: process.env.NOTICE_PUSH_URL ?? `${sandbox}/notices/push`,
    NOTICE_PUSH_SECRET: process.env.NOTICE_PUSH_SECRET ?? keys.NOTICE_SECRET,
    DOCUMENTS_URL: process.env.DOCUMENTS_URL ?? `${sandbox}/documents`,
    DOCUMENTS_SECRET: process.env.DOCUMENTS_SECRET ?? keys.DOCUMENTS_SECRET,
  };

  const launch = (name: string, file: string, doors: ServiceName): Child =>
    startChild({
      name,
      file: join(root, file),
      environment: { ...environment, DOORS_URL: doorsOf(doors) },
      say,
      onRestart: () => tellPids(),
    });
  const services = serviceNames.map((name) => launch(name, `services/${name}/src/main.ts`, name));
  const edge = [launch('gateway', 'gateway/src/main.ts', 'fees')];
  const children = (): Child[] => [...services, ...edge];

  let isReady = false;
  tellPids = () => {
    announce({
      launcher: process.pid,
      ready: isReady,
      gateway,
      sandbox,
      nats: natsUrl,
      databases,
      subgraphs,
      pids: {
        ...servers.pids(),
        ...Object.fromEntries(children().map((child) => [child.name, child.pid()])),
      },
      environment,
    } satisfies Running);
  };
  killAll = () => {
    for (const child of children()) child.kill();
  };
  stopAll = async () => {
    await Promise.all(edge.map((child) => child.stop()));
    await Promise.all(services.map((child) => child.stop()));
    await servers.stop();
    withdraw();
  };
  await people;
  if (isEnding) return;
  // The stand-ins alone read whom they know; everybody else is loading meanwhile.
  if (!process.env.VNEID_ISSUER) edge.push(launch('sandbox', 'sandbox/src/main.ts', 'fees'));
  await Promise.all([
    nats,
    ...children().map((child) => child.ready.then(() => say(`${child.name} is ready.`))),
  ]);
  if (province) {
    say('Loading the demo province …');
    // the address of the QR codes on the sheets that are signed meanwhile
    await province.load(databases, { ...environment, DOORS_URL: doorsOf('evaluation') });
    await settled(subgraphs);
    writeFileSync(loadedMark, '');
  }
  await settled(subgraphs);
  isReady = true;
  tellPids();
  say(`Ready. Open ${gateway} in a browser, or try: npm run scenario -- official-transfer`);
  const compiling = compileAhead(environment);
  process.once('exit', () => compiling.kill('SIGKILL'));
}

let stopAll = async (): Promise<void> => withdraw();
let killAll = (): void => {};
let endProvince = (): void => {};
let isEnding = false;

async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (code === 0) say('Stopping …');
  endProvince();
  await stopAll();
  if (code === 0) say('Stopped; the data stays in .data.');
  process.exit(code);
}

/** One Ctrl-C can come twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 700;
let interruptedAt = Number.POSITIVE_INFINITY;

process.on('SIGINT', () => {
  const now = performance.now();
  if (now - interruptedAt > SAME_PRESS_MS) {
    say('Stopping at once; the data stays in .data.');
    killAll();
    endProvince();
    withdraw();
    process.exit(1);
  }
  interruptedAt = Math.min(interruptedAt, now);
  void end(0);
});
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

start().catch(async (error: Error) => {
  if (isEnding) return;
  process.stderr.write(`${error.message}\n`);
  await end(1);
});
