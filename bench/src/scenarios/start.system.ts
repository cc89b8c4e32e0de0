import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Running, root } from '@dang/tools/launcher/running';
import { freePort } from '@dang/tools/servers/free-port';
import { dropPostgresData } from '@dang/tools/servers/postgres-server';
import { familyOf } from './start.memory.ts';

/** The real system, started as `npm start` starts it, in a data folder of its own. */
export type System = {
  /** Seconds from the start of the launcher to its "Ready". */
  readySeconds: number;
  /** What the launcher said on the way, each line with its own clock. */
  said: readonly string[];
  /** Addresses and process ids, as the launcher has written them down. */
  running: Running;
  /** Ctrl-C: resolves when every process has ended; throws when one is left or the launcher ended with a fault. */
  stop(): Promise<void>;
};

/** Nothing of the environment may make this system another one than a newcomer's; proxies and the like are the machine's. */
const kept = /^(PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_\w+|APT_CONFIG|(https?|no|all)_proxy)$/i;
const parts = [
  'GATEWAY',
  'IDENTITY',
  'ORGTREE',
  'FEES',
  'EVALUATION',
  'TRANSFERS',
  'IDENTITY_DOORS',
  'ORGTREE_DOORS',
  'FEES_DOORS',
  'EVALUATION_DOORS',
  'TRANSFERS_DOORS',
  'SANDBOX',
  'POSTGRES',
  'NATS',
] as const;
const PATIENCE_MS = 180_000;
const STOP_PATIENCE_MS = 30_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const started = new Set<System>();

/**
 * Lends a new folder below `.data` (so on the disk that `npm start` itself would use) and removes it afterwards, with
 * whatever runs in it: also when the work throws or the bench is told to stop.
 */
export async function inOwnFolder<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  mkdirSync(join(root, '.data'), { recursive: true });
  const folder = mkdtempSync(join(root, '.data', `bench-${name}-`));
  chmodSync(folder, 0o755);
  const cleanUp = async (): Promise<void> => {
    await Promise.allSettled([...started].map((system) => system.stop()));
    await dropPostgresData(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = (): void => {
    const end = () => process.exit(130);
    cleanUp().then(end, end);
  };
  for (const signal of signals) process.once(signal, onSignal);
  try {
    return await work(folder);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    await cleanUp();
  }
}

/** The nats-server that this checkout has fetched already, for those who do not measure the start. */
export function knownNats(): Record<string, string> {
  const cached = join(root, '.data', 'cache', 'nats-server');
  return existsSync(cached) ? { NATS_SERVER: cached } : {};
}

/** A free port for each part (PORT_… of the environment chooses), so that no other system of this machine is in the way. */
async function somePorts(): Promise<Record<string, string>> {
  const chosen = await Promise.all(
    parts.map(async (part): Promise<[string, string]> => {
      const name = `PORT_${part}`;
      return [name, process.env[name] ?? String(await freePort())];
    }),
  );
  return Object.fromEntries(chosen);
}

/** Starts `tools/src/start.ts` on `folder` and waits until it is ready. Throws its last words when it ends before. */
export async function startSystem(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<System> {
  const ports = await somePorts();
  const began = performance.now();
  const launcher = spawn(process.execPath, [join(root, 'tools/src/start.ts')], {
    cwd: root,
    // A group of its own: Ctrl-C in the terminal reaches the bench alone, which then stops what it has started.
    detached: true,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name))),
      ...ports,
      DATA_DIR: folder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const exit = once(launcher, 'exit');
  let stopping: Promise<void> | null = null;
  const system: System = {
    readySeconds: 0,
    said,
    get running() {
      return JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Running;
    },
    stop: () => {
      stopping ??= stopAll(launcher, exit).finally(() => started.delete(system));
      return stopping;
    },
  };
  started.add(system);
  await Promise.race([
    sayingReady(launcher, said),
    exit.then(() => Promise.reject(new Error(`the system did not start: ${said.slice(-8).join(' / ')}`))),
    sleep(PATIENCE_MS, undefined, { ref: false }).then(() =>
      Promise.reject(new Error(`the system was not ready after ${PATIENCE_MS / 1000} s: ${said.at(-1)}`)),
    ),
  ]);
  system.readySeconds = (performance.now() - began) / 1000;
  return system;
}

function sayingReady({ stdout, stderr }: ChildProcess, said: string[]): Promise<void> {
  return new Promise((resolve) => {
    const listen = (line: string): void => {
      said.push(line);
      if (/^ *\d+\.\d s {2}Ready\./.test(line)) resolve();
    };
    if (stdout) createInterface({ input: stdout }).on('line', listen);
    if (stderr) createInterface({ input: stderr }).on('line', listen);
  });
}

async function stopAll(launcher: ChildProcess, exit: Promise<unknown[]>): Promise<void> {
  if (launcher.exitCode === null && launcher.signalCode === null) {
    const family = familyOf(launcher.pid ?? 0);
    let late: string[] = [];
    launcher.kill('SIGINT');
    const patience = setTimeout(() => {
      late = commandsOf(family);
      launcher.kill('SIGKILL');
    }, STOP_PATIENCE_MS);
    await exit;
    clearTimeout(patience);
    if (late.length > 0)
      throw new Error(`not stopped ${STOP_PATIENCE_MS / 1000} s after SIGINT: ${late.join('; ')}`);
    const left = await remaining(family);
    if (left.length > 0) throw new Error(`the launcher ended and left running: ${left.join('; ')}`);
  }
  if (launcher.exitCode !== 0) {
    throw new Error(`the launcher ended with ${launcher.signalCode ?? `exit ${launcher.exitCode}`}`);
  }
}

/** Those that are still there a little after the launcher has ended. */
async function remaining(family: readonly number[]): Promise<string[]> {
  for (let waited = 0; commandsOf(family).length > 0 && waited < 2_000; waited += 50) await sleep(50);
  return commandsOf(family);
}

/** The command lines of those of these processes that live. */
function commandsOf(pids: readonly number[]): string[] {
  const commands = pids.map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  });
  return commands.filter((command) => command !== '');
}
