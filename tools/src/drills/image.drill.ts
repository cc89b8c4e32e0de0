import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drill } from '../drill.ts';
import { buildah, buildImage, sizeOf } from '../image/build.ts';
import { prepareImage } from '../image/prepare.ts';
import { dataFolder } from '../launcher/running.ts';
import { createDatabases } from '../launcher/servers.ts';
import { type ServiceName, serviceNames } from '../launcher/settings.ts';
import { freePort } from '../servers/free-port.ts';
import { startNats } from '../servers/nats-server.ts';
import { startPostgres } from '../servers/postgres-server.ts';
import { becomesReady, type SealedProcess, startSealed, USER } from './image/sealed-process.ts';
import { type Wanted, wantedProcesses } from './image/settings.ts';

const SIZE_GOAL_MB = 200;
/** A goal for a quiet machine: it is printed, and a slow machine is not a broken image. */
const READY_GOAL_S = 3;
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** What must not be in an image: other programs than Node, tests, keys, the history of the checkout. */
function looksInside(root: string): void {
  const programs = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const forbidden = programs.filter((path) =>
    /(^|\/)(sh|bash|apt|dpkg|npm|gcc|python3?)$|\.test\.ts$|(^|\/)\.git$|(^|\/)keys\.json$|\.pem$/.test(path),
  );
  must(forbidden.length === 0, `the image holds what it must not: ${forbidden.slice(0, 5).join(', ')}`);
  must(!existsSync(join(root, 'app/gateway/src/explorer')), 'the explorer is in the image');
}

interface Started {
  wanted: Wanted;
  sealed: SealedProcess;
  readySeconds: number;
}

async function startAll(
  image: { root: string; folder: string },
  processes: readonly Wanted[],
  running: SealedProcess[],
) {
  const started: Started[] = [];
  for (const wanted of processes) {
    const began = performance.now();
    const sealed = startSealed(placeFor(image, wanted), [wanted.file], wanted.environment);
    running.push(sealed);
    await becomesReady(sealed, wanted.monitorPort).catch((error: Error) => {
      throw new Error(`${wanted.name}: ${error.message}`);
    });
    started.push({ wanted, sealed, readySeconds: (performance.now() - began) / 1000 });
  }
  return started;
}

function placeFor({ root, folder }: { root: string; folder: string }, { name }: Wanted) {
  const mountPoint = join(folder, 'roots', name);
  mkdirSync(mountPoint, { recursive: true });
  return { root, mountPoint };
}

async function migrateAll(
  image: { root: string; folder: string },
  migrations: readonly Wanted[],
): Promise<void> {
  for (const wanted of migrations) {
    const sealed = startSealed(placeFor(image, wanted), [wanted.file], wanted.environment);
    must((await sealed.exit) === 0, `${wanted.name} failed:\n${sealed.output().slice(-2_000)}`);
  }
}

/** Nothing but `/tmp` can be written, by the image's own user. */
async function cannotWrite(image: { root: string; folder: string }): Promise<void> {
  const attempt = `const { writeFileSync } = require('node:fs');
    for (const path of ['/app/x', '/etc/x', '/usr/local/bin/x', '/x']) {
      try { writeFileSync(path, ''); console.log('wrote', path); process.exitCode = 1; } catch (error) { console.log(path, error.code); }
    }
    writeFileSync('/tmp/x', '');`;
  const wanted = { name: 'writer', file: '', environment: {}, monitorPort: 0 };
  const sealed = startSealed(placeFor(image, wanted), ['-e', attempt], {});
  must((await sealed.exit) === 0, `the root can be written:\n${sealed.output()}`);
  must(sealed.output().match(/EROFS/g)?.length === 4, `the root is not read-only:\n${sealed.output()}`);
}

async function answersThroughTheGateway(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ guide { kind } }' }),
  });
  const text = await answer.text();
  must(
    !text.includes('SUBGRAPH_UNAVAILABLE') && /"UNAUTHENTICATED"|"data"/.test(text),
    `the gateway says ${text}`,
  );
}

async function stopAll(started: readonly Started[]) {
  const seconds = new Map<string, number>();
  for (const { wanted, sealed } of [...started].reverse()) {
    const began = performance.now();
    sealed.signal('SIGTERM');
    const code = await sealed.exit;
    must(code === 0, `${wanted.name} ended with ${code} after SIGTERM:\n${sealed.output().slice(-2_000)}`);
    seconds.set(wanted.name, (performance.now() - began) / 1000);
  }
  return seconds;
}

function tell(
  started: readonly Started[],
  stopped: ReadonlyMap<string, number>,
  memory: readonly number[],
): void {
  say('\n| process | ready after s | memory MB | ended after s |\n|---|---|---|---|');
  started.forEach(({ wanted, readySeconds }, index) => {
    const megabytes = ((memory[index] ?? 0) / 1e6).toFixed(0);
    say(
      `| ${wanted.name} | ${readySeconds.toFixed(2)} | ${megabytes} | ${stopped.get(wanted.name)?.toFixed(2)} |`,
    );
  });
}

async function run(): Promise<void> {
  must(process.getuid?.() === 0, 'this drill mounts and changes users: it needs root');
  const folder = mkdtempSync(join(tmpdir(), 'dang-image-'));
  const running: SealedProcess[] = [];
  const endings: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const began = performance.now();
    const { files, packages } = await prepareImage();
    const image = await buildImage({ release: 'drill' });
    const { unpackedBytes } = await sizeOf(image);
    const megabytes = unpackedBytes / 1e6;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `${image}: ${megabytes.toFixed(1)} MB of ${files} files of ours, ${packages} packages and Node; made in ${seconds} s.`,
    );
    must(megabytes < SIZE_GOAL_MB, `the image is larger than ${SIZE_GOAL_MB} MB`);
    const container = await buildah('from', '--pull-never', image);
    endings.push(() => buildah('rm', container));
    const root = await buildah('mount', container);
    looksInside(root);
    await cannotWrite({ root, folder });
    say('No shell, no package manager, no tests; nothing but /tmp can be written.');

    const postgres = await startPostgres({
      dataDirectory: join(folder, 'postgres'),
      port: await freePort(),
      durable: false,
      say: () => {},
    });
    endings.push(() => postgres.stop());
    await createDatabases(postgres, serviceNames);
    const nats = await startNats({
      dataDirectory: join(folder, 'nats'),
      port: await freePort(),
      cacheDirectory: join(dataFolder, 'cache'),
      durable: false,
      say: () => {},
    });
    endings.push(() => nats.stop());
    const databases = Object.fromEntries(
      serviceNames.map((name) => [name, postgres.url(`dang_${name}`)]),
    ) as Record<ServiceName, string>;
    const { migrations, processes, gatewayPort } = await wantedProcesses(folder, {
      databases,
      natsUrl: nats.url,
    });
    await migrateAll({ root, folder }, migrations);
    const started = await startAll({ root, folder }, processes, running);
    for (const { wanted, sealed } of started) {
      const { inside, uid } = sealed.pid();
      must(inside === 1 && uid === USER, `${wanted.name} runs as process ${inside} of user ${uid}`);
    }
    await answersThroughTheGateway(gatewayPort);
    const memory = started.map(({ sealed }) => sealed.memory());
    const stopped = await stopAll(started);
    tell(started, stopped, memory);
    const slowest = Math.max(...started.map(({ readySeconds }) => readySeconds));
    say(
      `\nAll ${started.length} processes ran as process 1 of user ${USER} on a read-only root; the slowest was ready after ${slowest.toFixed(2)} s.`,
    );
    say(
      `The goal on a quiet machine is ${READY_GOAL_S} s: ${slowest <= READY_GOAL_S ? 'reached' : 'not reached here'}.`,
    );
  } finally {
    for (const sealed of running) sealed.kill();
    for (const end of endings.reverse()) await end().catch((error: Error) => say(error.message));
  }
}

/** The image: built without a registry, small, and every process of it running read-only as its own user. */
export const drill: Drill = {
  summary: 'builds the image and runs every process of it read-only, as uid 65532 and as process 1',
  run,
};
