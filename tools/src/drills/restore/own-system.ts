import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Running, root } from '../../launcher/running.ts';
import { serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';

const parts = [
  'GATEWAY',
  'SANDBOX',
  ...serviceNames.flatMap((name) => [name.toUpperCase(), `${name.toUpperCase()}_DOORS`]),
];

/** The whole system, started by `npm start`'s own program in a folder and on ports of its own. */
export interface OwnSystem {
  readonly running: Running;
  /** Ends it as Ctrl-C would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Where the databases and NATS of a system are, and where its files. */
export interface Places {
  readonly data: string;
  readonly databases: Readonly<Record<string, string>>;
  readonly natsUrl: string;
}

/** The variables by which the system and the tools beside it find these places. */
export const placesEnvironment = ({ data, databases, natsUrl }: Places): Record<string, string> => ({
  DATA_DIR: data,
  NATS_URL: natsUrl,
  ...Object.fromEntries(
    Object.entries(databases).map(([name, url]) => [`DATABASE_URL_${name.toUpperCase()}`, url]),
  ),
});

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const readRunning = (file: string): Running | null => {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : null;
  } catch {
    return null;
  }
};

/** Starts it and waits until it is ready: everything migrated, loaded, sent and taken in. */
export async function startSystem(places: Places, say: (line: string) => void): Promise<OwnSystem> {
  const ports: Record<string, string> = {};
  for (const part of parts) ports[`PORT_${part}`] = String(await freePort());
  const file = join(places.data, 'running.json');
  rmSync(file, { force: true });
  const launcher = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'tools/src/start.ts')],
    {
      cwd: root,
      env: { ...process.env, ...placesEnvironment(places), ...ports, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((done) => launcher.once('exit', () => done()));
  let words = '';
  const hear = (chunk: Buffer): void => {
    words = (words + chunk.toString()).slice(-2_000);
  };
  launcher.stdout.on('data', hear);
  launcher.stderr.on('data', hear);
  const withLauncher = (): void => {
    if (launcher.exitCode === null) launcher.kill('SIGINT');
  };
  process.once('exit', withLauncher);
  for (;;) {
    const running = readRunning(file);
    if (running?.ready) {
      say(`The system is ready: ${running.gateway}`);
      return {
        running,
        stop: async () => {
          launcher.kill('SIGINT');
          await ended;
        },
        kill: async () => {
          const pids = Object.values((readRunning(file) ?? running).pids);
          launcher.kill('SIGKILL');
          for (const pid of pids) if (lives(pid)) process.kill(pid, 'SIGKILL');
          await ended;
        },
      };
    }
    if (launcher.exitCode !== null) throw new Error(`The system did not start: ${words.trim()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Runs one of the tools of this checkout as an operator would: its exit code, and what it said. */
export function tryTool(
  places: Places,
  tool: string,
  ...args: string[]
): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, `tools/src/${tool}.ts`), ...args],
    { cwd: root, env: { ...process.env, ...placesEnvironment(places) }, encoding: 'utf8' },
  );
  return { code: status, said: `${stdout}${stderr}`.trim() };
}

/** The same of a tool that must succeed; answers what it said. */
export function runTool(places: Places, tool: string, ...args: string[]): string {
  const { code, said } = tryTool(places, tool, ...args);
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed:\n${said}`);
  return said;
}
