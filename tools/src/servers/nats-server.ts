import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { fetchFromDebian } from './debian.ts';
import { inCharge, type ServerProcess, stopLeftOver } from './server-process.ts';

/** A running nats-server of our own with JetStream on disk. */
export interface NatsServer extends ServerProcess {
  readonly port: number;
  readonly url: string;
}

export interface NatsOptions {
  /** JetStream's folder; also holds the configuration and the pid file. */
  dataDirectory: string;
  port: number;
  /** Where a downloaded nats-server is kept between starts. */
  cacheDirectory: string;
  /** true: every acknowledged message is on disk first (`sync_interval: always`). */
  durable: boolean;
  say: (sentence: string) => void;
  /** Called when the server ends without having been told to. */
  onUnexpectedExit?: () => void;
}

const howToGetIt =
  'nats-server 2.10 or newer is needed: install it, put it on PATH (or name it in NATS_SERVER), or give NATS_URL of a running one.';

function versionOf(program: string): [number, number] | null {
  try {
    const said = execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const match = /v?(\d+)\.(\d+)\./.exec(said);
    return match ? [Number(match[1]), Number(match[2])] : null;
  } catch {
    return null;
  }
}

const isNewEnough = (program: string): boolean => {
  const version = versionOf(program);
  return version !== null && (version[0] > 2 || (version[0] === 2 && version[1] >= 10));
};

/**
 * A nats-server of 2.10 or newer: the one named in NATS_SERVER, else one on PATH, else the cached one, else one fetched
 * from the Debian archive that this machine already uses, by an apt run of its own that changes nothing of the system.
 */
export async function findNatsServer(
  cacheDirectory: string,
  say: (sentence: string) => void,
): Promise<string> {
  const named = process.env.NATS_SERVER;
  if (named) {
    if (isNewEnough(named)) return named;
    throw new Error(`NATS_SERVER names ${named}, which is not a nats-server of 2.10 or newer.`);
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'nats-server');
    if (folder && existsSync(candidate) && isNewEnough(candidate)) return candidate;
  }
  const cached = join(cacheDirectory, 'nats-server');
  if (existsSync(cached) && isNewEnough(cached)) return cached;
  say('Fetching nats-server from the Debian archive (once) …');
  try {
    await fetchFromDebian('nats-server', 'trixie', (root) => {
      mkdirSync(cacheDirectory, { recursive: true });
      renameAcross(join(root, 'usr', 'sbin', 'nats-server'), join(root, 'usr', 'bin', 'nats-server'), cached);
    });
  } catch {
    throw new Error(`nats-server could not be fetched with apt on this machine. ${howToGetIt}`);
  }
  if (!isNewEnough(cached)) throw new Error(howToGetIt);
  return cached;
}

function renameAcross(first: string, second: string, target: string): void {
  const source = existsSync(first) ? first : second;
  const staged = `${target}.${process.pid}`;
  writeFileSync(staged, readFileSync(source), { mode: 0o755 });
  renameSync(staged, target);
}

const pidFileIn = (dataDirectory: string) => join(dataDirectory, 'nats.pid');

/** Ends a server that still runs on this folder. */
export const stopLeftOverNats = (dataDirectory: string): Promise<void> =>
  stopLeftOver(pidFileIn(dataDirectory), 'nats-server', 'SIGTERM');

/** Starts nats-server with JetStream in `dataDirectory`; resolves when it answers. */
export async function startNats({
  dataDirectory,
  port,
  cacheDirectory,
  durable,
  say,
  onUnexpectedExit,
}: NatsOptions): Promise<NatsServer> {
  const program = await findNatsServer(cacheDirectory, say);
  mkdirSync(dataDirectory, { recursive: true });
  await stopLeftOverNats(dataDirectory);
  const configuration = join(dataDirectory, 'nats.conf');
  writeFileSync(
    configuration,
    [
      `listen: "127.0.0.1:${port}"`,
      `pid_file: ${JSON.stringify(pidFileIn(dataDirectory))}`,
      'max_payload: 4MB',
      `jetstream { store_dir: ${JSON.stringify(join(dataDirectory, 'store'))}, max_file_store: 20GB${durable ? ', sync_interval: always' : ''} }`,
      '',
    ].join('\n'),
  );
  return runNats({ program, configuration, port, ...(onUnexpectedExit && { onUnexpectedExit }) });
}

/** Runs nats-server with a configuration of one's own, which listens on `port`; resolves when it answers. */
export async function runNats({
  program,
  configuration,
  port,
  environment = {},
  onUnexpectedExit,
}: {
  program: string;
  /** Its configuration file. */
  configuration: string;
  port: number;
  /** Variables that the file names, beside those of this process. */
  environment?: Record<string, string>;
  onUnexpectedExit?: () => void;
}): Promise<NatsServer> {
  const server = spawn(program, ['-c', configuration], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let log = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  await answering(
    port,
    () => server.exitCode !== null,
    () => log,
  );
  return {
    ...inCharge(server, { ask: 'SIGTERM', insist: 'SIGKILL' }, onUnexpectedExit),
    port,
    url: `nats://127.0.0.1:${port}`,
  };
}

async function answering(port: number, hasEnded: () => boolean, log: () => string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 20) {
    if (hasEnded()) throw new Error(`nats-server did not start: ${log().trim().split('\n').at(-1)}`);
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nats-server did not answer within 15 seconds.');
}
