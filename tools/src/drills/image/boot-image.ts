import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildah, buildImage, sizeOf } from '../../image/build.ts';
import { prepareImage } from '../../image/prepare.ts';
import { dataFolder } from '../../launcher/running.ts';
import { createDatabases } from '../../launcher/servers.ts';
import { type ServiceName, serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';
import { startNats } from '../../servers/nats-server.ts';
import { startPostgres } from '../../servers/postgres-server.ts';
import { becomesReady, type SealedProcess, startSealed, USER } from './sealed-process.ts';
import { type Wanted, wantedProcesses } from './settings.ts';

const SIZE_GOAL_MB = 200;

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

/** A process of the image, as it ran: seconds until it was ready and until it had ended, bytes that it held meanwhile. */
export interface BootedProcess {
  readonly name: string;
  readonly readySeconds: number;
  readonly endedSeconds: number;
  readonly memoryBytes: number;
}

/**
 * Builds the image and runs every process of it read-only, as its own user and as process 1, beside a PostgreSQL and a NATS of
 * its own; answers the image's megabytes, unpacked, and what each process took. Throws at whatever does not hold. Needs root.
 */
export async function bootImage(
  say: (sentence: string) => void,
): Promise<{ megabytes: number; processes: BootedProcess[] }> {
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
    say(`All ${started.length} processes ran as process 1 of user ${USER} on a read-only root.`);
    return {
      megabytes,
      processes: started.map(({ wanted, readySeconds }, index) => ({
        name: wanted.name,
        readySeconds,
        endedSeconds: stopped.get(wanted.name) ?? 0,
        memoryBytes: memory[index] ?? 0,
      })),
    };
  } finally {
    for (const sealed of running) sealed.kill();
    for (const end of endings.reverse()) await end().catch((error: Error) => say(error.message));
  }
}
