import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { restartPause } from './restart-pause.ts';
import { dataFolder, root } from './running.ts';

/** One process of the system, kept running until it is told to stop. */
export interface Child {
  readonly name: string;
  pid(): number;
  /** Resolves at the first `ready`; rejects with the last words of a process that ends before it. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
  /** Ends it without asking. */
  kill(): void;
}

interface LogLine {
  level?: number;
  msg?: string;
  err?: { message?: string };
}

const severe = 50;
/** Transactions end within five seconds; what has not ended then is cut off, as a crash would, and loses nothing. */
const STOP_PATIENCE_MS = 6_000;
const preload = pathToFileURL(join(import.meta.dirname, 'leave-at-once.ts')).href;
/** How a process holds its memory (docs/decisions/0041-memory-at-rest.md); `NODE_OPTIONS` of a cluster says the same. */
const memoryOptions = ['--max-semi-space-size=16', '--expose-gc'];
/** The options of every process of the system. */
export const nodeOptions = ['--disable-warning=ExperimentalWarning', `--import=${preload}`, ...memoryOptions];
/** Node writes a stack and its version below what went wrong; people need the sentence itself. */
const namesAnError = /^(\w*Error\b.*:|a fault|The environment)/;

/**
 * Starts `file` with Node and IPC in a process group of its own, so that Ctrl-C reaches only the launcher.
 * Its JSON log goes to `.data/logs/<name>.log`, its errors to the terminal as well. A process that dies is started again.
 */
export function startChild(options: {
  name: string;
  file: string;
  environment: Record<string, string>;
  say: (sentence: string) => void;
  onRestart: () => void;
}): Child {
  const { name, say } = options;
  const logs = join(dataFolder, 'logs');
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
  let child: ChildProcess;
  let isStopping = false;
  let wasReady = false;
  let isReady = false;
  let failures = 0;
  let lastWords = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();

  const start = (): void => {
    isReady = false;
    child = spawn(process.execPath, [...nodeOptions, options.file], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...options.environment },
    });
    const listen = (line: string) => {
      const words = tell(line, log, name, wasReady ? say : () => {});
      if (words && (namesAnError.test(words) || !namesAnError.test(lastWords))) lastWords = words;
    };
    if (child.stdout) createInterface({ input: child.stdout }).on('line', listen);
    if (child.stderr) createInterface({ input: child.stderr }).on('line', listen);
    child.on('message', (message: { type?: string }) => {
      if (message?.type === 'done') child.kill('SIGKILL');
      if (message?.type !== 'ready') return;
      wasReady = true;
      isReady = true;
      failures = 0;
      resolve();
      options.onRestart();
    });
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      if (!wasReady) {
        reject(new Error(`${name} could not start: ${lastWords || `it ended with ${signal ?? code}`}`));
        return;
      }
      say(`${name} ended (${signal ?? `exit ${code}`}); starting it again.`);
      void restartPause(failures).then(() => {
        if (!isStopping) start();
      });
      failures += 1;
    });
  };
  start();
  const hasNotEnded = () => child.exitCode === null && child.signalCode === null;

  return {
    name,
    pid: () => child.pid ?? 0,
    ready,
    stop: async () => {
      isStopping = true;
      if (hasNotEnded()) {
        const ended = new Promise((done) => child.once('exit', done));
        const patience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
        // One that is still starting has nothing in hand, and may not listen yet.
        if (isReady && child.connected) child.send({ type: 'shutdown' });
        else child.kill('SIGTERM');
        await ended;
        clearTimeout(patience);
      }
      log.end();
    },
    kill: () => {
      isStopping = true;
      child.kill('SIGKILL');
    },
  };
}

function tell(line: string, log: WriteStream, name: string, say: (sentence: string) => void): string | null {
  log.write(`${line}\n`);
  let entry: LogLine;
  try {
    entry = JSON.parse(line) as LogLine;
  } catch {
    return line;
  }
  if ((entry.level ?? 0) < severe) return null;
  const sentence = [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  say(`${name}: ${sentence}`);
  return sentence;
}
