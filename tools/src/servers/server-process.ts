import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** What a server that we started can be asked, whatever it serves. */
export interface ServerProcess {
  readonly pid: number;
  /** Asks it to end and waits for that; what it has acknowledged stays on disk. */
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Ends a server that outlived a killed launcher and still holds its data folder: the process named in the first line of
 * `pidFile`, if it still is `program`. Waits until it has gone, at most ten seconds.
 */
export async function stopLeftOver(pidFile: string, program: string, signal: NodeJS.Signals): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const lives = (): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program);
    } catch {
      return false;
    }
  };
  if (!pid || !lives()) return;
  process.kill(pid, signal);
  for (let waited = 0; lives() && waited < 10_000; waited += 50) await pause(50);
}

/** How a server is told to end, and how when it has not ended after ten seconds. */
interface Ending {
  ask: NodeJS.Signals;
  insist: NodeJS.Signals;
}

const PATIENCE_MS = 10_000;

/**
 * Ends `pid` when this process ends, however that happens: the shell reads from a pipe that closes with us, also when we
 * are killed. A server that outlived us would hold its ports and its data against the next start.
 */
function endWithUs(pid: number, signal: NodeJS.Signals): { off(): void } {
  const guard = spawn('/bin/sh', ['-c', `read -r _; kill -s ${signal.slice(3)} ${pid} 2>/dev/null`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  (guard.stdin as Socket).unref();
  return { off: () => guard.kill('SIGKILL') };
}

/** Takes charge of a server that is up: it ends with this process, and an end that nobody asked for is told. */
export function inCharge(
  server: ChildProcess,
  { ask, insist }: Ending,
  onUnexpectedExit: (() => void) | undefined,
): ServerProcess {
  const guard = endWithUs(server.pid ?? 0, ask);
  const gone = () => onUnexpectedExit?.();
  server.once('exit', () => guard.off());
  server.once('exit', gone);
  return {
    pid: server.pid ?? 0,
    stop: async () => {
      server.off('exit', gone);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((done) => server.once('exit', done));
      const patience = setTimeout(() => server.kill(insist), PATIENCE_MS);
      server.kill(ask);
      await ended;
      clearTimeout(patience);
    },
  };
}
