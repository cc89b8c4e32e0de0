import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

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

/** Takes charge of a server that is up: it ends with this process, and an end that nobody asked for is told. */
export function inCharge(
  server: ChildProcess,
  { ask, insist }: Ending,
  onUnexpectedExit: (() => void) | undefined,
): ServerProcess {
  const killNow = () => server.kill(ask);
  const gone = () => {
    process.off('exit', killNow);
    onUnexpectedExit?.();
  };
  process.once('exit', killNow);
  server.once('exit', gone);
  return {
    pid: server.pid ?? 0,
    stop: async () => {
      process.off('exit', killNow);
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
